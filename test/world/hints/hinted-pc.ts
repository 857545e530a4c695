import { join } from 'node:path';
import { createHintTrust } from '../../../src-main/engine/hub/hint-trust.ts';
import { createHubLink } from '../../../src-main/engine/hub/hub-link.ts';
import { createPermitPurse } from '../../../src-main/engine/hub/permit-purse.ts';
import { createWriterLease } from '../../../src-main/engine/hub/writer-lease.ts';
import type { HubPort } from '../../../src-main/engine/hub-ports.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import { createLife, settleDown } from '../sim-world.ts';
import { DEVICE } from './hub-in-process.ts';

/** What a hint asks of the app. */
export interface HintedCalls {
  /** Products wait in the inbox. */
  products(): void;
  /** Everything is to be looked at. */
  everything(): void;
}

/** The app's own end of the relay on its data file. Answers what ends it. */
export function startHintedPc(
  dataDir: string,
  time: VirtualTime,
  hub: HubPort,
  { products, everything }: HintedCalls,
): () => Promise<void> {
  const db = openDatabase({ file: join(dataDir, 'tillbridge.sqlite'), nativeBinding: null });
  const ledger = createLedger(db);
  const life = createLife(time.timers);
  const { clock } = time;
  const stop = new AbortController();
  const link = createHubLink({
    ...{ ledger, clock, timers: life.timers, random: { fraction: () => 0.5 } },
    lease: createWriterLease(ledger.meta, clock, () => true),
    purse: createPermitPurse(clock, life.timers),
    trust: createHintTrust(ledger.meta, clock, () => DEVICE),
    calls: { products, orders: products, lists: everything, everything },
    openHub: async () => ({ ok: true, value: { hub, deviceId: DEVICE } }),
    onHint: () => undefined,
    onState: () => undefined,
  });
  // What its end cuts off is no trouble; anything else ends the test.
  link.run(stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return async () => {
    life.end();
    await settleDown();
    stop.abort();
    db.close();
  };
}
