import type { Database } from 'better-sqlite3';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Engine } from '../../engine/face.ts';
import type { Clock } from '../../engine/ports.ts';
import type { SupportDesk } from '../../ipc/support-desk.ts';
import { type CrashFile, openCrashFile } from '../../log/crash-file.ts';
import { canWrite } from '../../store/can-write.ts';
import { takeCensus } from '../../store/census.ts';
import { findWriteTrouble } from '../../store/write-trouble.ts';
import { exportData } from './data-export.ts';
import { writeDiagnostics } from './diagnostics.ts';
import { removeOwnFiles } from './own-files.ts';

export interface SupportDeskParts {
  readonly db: Database;
  readonly engine: Engine;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly dataDir: string;
  readonly version: string;
  readonly isSafe: boolean;
  /** Shared where the program keeps crashes while it runs. */
  readonly crashes?: CrashFile;
  /** Closes the engine and frees the folder. */
  readonly close: () => Promise<void>;
}

export function openSupportDesk(parts: SupportDeskParts): SupportDesk {
  const { db, engine, clock, dataDir, version, isSafe, close } = parts;
  const crashes = parts.crashes ?? openCrashFile(dataDir);
  return {
    readNowMs: clock.nowMs,
    readCrashes: crashes.read,
    writeDiagnostics: () =>
      writeDiagnostics({
        engine,
        census: takeCensus(db),
        crashes: crashes.read(),
        version,
        dataDir,
        nowMs: clock.nowMs(),
        isSafe,
      }),
    exportData: () => exportData(db, crashes.read(), version),
    erase: async () => {
      const left = await leaveAll(engine, isSafe);
      await close();
      removeOwnFiles(dataDir, { hasWindow: process.versions.electron !== undefined });
      return left;
    },
    canWrite: () => canWrite(db),
    findWriteTrouble: () => findWriteTrouble(db),
  };
}

/** Takes back what was made elsewhere for this computer, and forgets every secret. */
async function leaveAll(
  { hub, connections, alerts, rehearsal }: Engine,
  isSafe: boolean,
): Promise<Failure[]> {
  const left: Failure[] = [];
  // It would hold back what takes the webhooks away.
  await rehearsal.stop();
  if (hub.state().connection !== null) {
    // Nothing may be written to the store, so its webhooks stay; it switches them off when nobody answers them.
    if (isSafe) left.push(createFailure('SAFE_MODE'));
    const facts = await hub.test();
    const isAlone = facts.ok && facts.value.devices.every(({ isThis }) => isThis);
    // What the relay holds is this PC's to erase only where no other PC of the shop needs it.
    const erased = isAlone ? await hub.erase() : facts;
    if (!erased.ok) left.push(erased.failure);
    // The store's webhooks are taken away with it, and stay where the store does not answer.
    const store = connections.readStore() === null ? null : (await connections.test()).store;
    if (store && !store.ok) left.push(store.failure);
    await hub.disconnect();
  }
  for (const side of ['store', 'till'] as const) await connections.disconnect(side);
  const forgotten = await alerts.setMailPassword('');
  if (!forgotten.ok) left.push(forgotten.failure);
  return left;
}
