import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DestinationStream, Logger } from 'pino';
import type { NodePace } from './cluster/node-table.ts';
import { type HubConfig, readConfig } from './config.ts';
import { buildCore } from './core.ts';
import { copyAfterCommits, startCheckpointer } from './database/checkpointer.ts';
import { DATA_FILE, openHubDatabase } from './database/database.ts';
import { createLocalStorage } from './database/local-storage.ts';
import { createHubLog } from './ops/hub-log.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { createMachineTime } from './runtime/machine.ts';
import type { HubTime } from './runtime/time.ts';
import { createServer, listen, REQUEST_MS, stopListening } from './server.ts';
import type { Storage } from './storage.ts';
import { loadHubKey } from './tenants/hub-key.ts';

/** Rows of a week and digests of a day are looked through as often as this. */
const PRUNE_EVERY_MS = 60 * 60_000;

export interface HubOptions {
  /** What differs from the options' own defaults. */
  readonly config?: Partial<HubConfig>;
  readonly time?: HubTime;
  /** A better-sqlite3 binary for a runtime with an older Node-API; the package's own where absent. */
  readonly nativeBinding?: string | null;
  /** Whether a thread of its own copies the WAL back, as many shops need it; it does where nothing is said. */
  readonly hasCheckpointThread?: boolean;
  /** How soon a node of several is known to be gone; tests wait less. */
  readonly pace?: NodePace;
  /** How long a whole request may take to come in; tests wait less. */
  readonly requestMs?: number;
  /** The disk does not take what is delivered; beside the log line. */
  readonly onDiskFailure?: (error: unknown) => void;
  /** Where log lines go; the process's own output otherwise. */
  readonly logStream?: DestinationStream;
}

export interface Hub {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The operator's own verbs, for whoever started it: shops and pairing codes. */
  readonly rooms: Pick<Rooms, 'desk' | 'pairing' | 'settings' | 'book' | 'context'>;
  /** Sends the devices away, answers what is under way, closes the files. */
  close(): Promise<void>;
}

/**
 * Starts a hub; the only door to it for others.
 * @throws HubFailure with what is wrong and what to do
 */
export async function startHub(options: HubOptions = {}): Promise<Hub> {
  const config = { ...readConfig({}), ...options.config };
  const time = options.time ?? createMachineTime();
  const say = createHubLog(config.logLevel, options.logStream);
  const storage = await openStorage(config, options, time, say);
  const app = createServer(config, say, options.requestMs ?? REQUEST_MS);
  try {
    const key = loadHubKey(config.dataDir, config.key, randomBytes);
    const isPortOpen = config.port === 0;
    // Only where the port is the system's choice is it taken before the routes that tell of it are there.
    const earlyPort = isPortOpen ? await listen(app, config) : config.port;
    const url = `http://${config.address.includes(':') ? `[${config.address}]` : config.address}:${earlyPort}`;
    const { log, placement } = storage;
    const rooms = await openRooms({
      ...storage,
      ...{ key, operatorApp: config.operatorApp, makeBytes: randomBytes },
      ...{ nowMs: time.nowMs, monotonicMs: time.monotonicMs, after: time.after },
      publicUrl: config.publicUrl ?? url,
      mail: describeMail(config),
      tellOperator: (what, shopId) => say.warn({ shopId }, what),
    });
    const { book, leases, permits } = rooms;
    const ring = (error: unknown): void => {
      options.onDiskFailure?.(error);
      void rooms.tellDiskFails();
    };
    const ringRefused = (): void => void rooms.tellRefusals();
    const core = await buildCore({
      ...{ app, config, log, book, leases, permits, time, placement },
      ...{ ring, ringRefused },
    });
    rooms.register(app);
    await app.ready();
    if (!isPortOpen) await listen(app, config);
    await storage.join();
    rooms.start();
    const pruning = startPruning(log.prune, time, (error) =>
      say.error({ err: error }, 'the log cannot be pruned'),
    );
    say.info({ url, publicUrl: config.publicUrl }, 'the hub listens');
    return {
      url,
      port: earlyPort,
      rooms,
      close: once(async () => {
        pruning.cancel();
        await storage.leave();
        await core.drain();
        await stopListening(app, time);
        await rooms.stop().finally(storage.close);
      }),
    };
  } catch (error) {
    await stopListening(app, time);
    await storage.close();
    throw error;
  }
}

/** The database that several nodes share where one is named, else the data file. */
async function openStorage(
  config: HubConfig,
  { nativeBinding = null, hasCheckpointThread = true, pace }: HubOptions,
  time: HubTime,
  say: Logger,
): Promise<Storage> {
  if (config.databaseUrl !== null) {
    // A hub of one process has no use for what speaks to a database.
    const { openClusterStorage } = await import('./cluster/cluster-storage.ts');
    return openClusterStorage(config.databaseUrl, config.nodeUrl, {
      ...{ time, say, makeBytes: randomBytes, pace },
      homeUrl: config.publicUrl ?? '',
      listenUrl: config.listenUrl ?? config.databaseUrl,
    });
  }
  const file = join(config.dataDir, DATA_FILE);
  const db = openHubDatabase(file, nativeBinding);
  const sayLonger = (error: unknown): void =>
    say.warn({ err: error }, 'the WAL is copied back between deliveries, which takes longer');
  const startThread = () => startCheckpointer({ file, nativeBinding }, time, sayLonger);
  const checkpointer = hasCheckpointThread ? startThread() : copyAfterCommits(db);
  return createLocalStorage(db, time, randomBytes, async () => {
    await checkpointer.end();
    db.close();
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

/** Again so long after each round; one that fails is told of and tried again. */
function startPruning(
  prune: (nowMs: number) => Promise<void>,
  time: HubTime,
  fail: (error: unknown) => void,
) {
  let alarm: { cancel(): void };
  const plan = (): void => {
    alarm = time.after(PRUNE_EVERY_MS, () => void prune(time.nowMs()).catch(fail).finally(plan));
  };
  plan();
  return { cancel: () => alarm.cancel() };
}

const describeMail = ({ smtpUrl, mailFrom, operatorMail }: HubConfig) =>
  smtpUrl === null || mailFrom === null ? null : { smtpUrl, from: mailFrom, operator: operatorMail };
