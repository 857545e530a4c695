import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger, Side } from '../ledger-ports.ts';
import type { LiveState } from '../live-face.ts';
import { readSide } from './sync-sides.ts';

const META = 'sync.looked';
/** While it goes well, a write to the disk this often is enough for people. */
const NOTE_EVERY_MS = 10_000;
/** Other failures are of ours, or a person's wish: no side was looked at. */
const OF_A_SIDE = /^(NET|CLOVER|WOO)_/;

/** The last look at both sides, kept for those who come when nothing looks any more. */
interface LastLook {
  readonly shop: string;
  /** When both sides were last looked at to the end; null before the first time. */
  readonly passMs: number | null;
  /** What ended the last look before its end. */
  readonly failure: Failure | null;
  /** The side that did not answer beside the one that ended it; absent where there is none. */
  readonly other?: Failure | null;
}

export interface LookRecord {
  /** @param waited sides that did not answer in it */
  note(result: Attempt<unknown>, waited?: LiveState['away']): void;
  /** null of another till and store than those connected now. */
  passMs(): number | null;
  /** The sides that the last look did not reach. */
  away(): LiveState['away'];
}

/**
 * @param readShop the till and store that are connected now
 * @param readStoreHost null where no store is connected
 */
export function createLookRecord(
  meta: Ledger['meta'],
  nowMs: () => number,
  readShop: () => string | null,
  readStoreHost: () => string | null,
): LookRecord {
  let notedMs: number | null = null;
  const read = (): LastLook | null => {
    const kept = JSON.parse(meta.get(META) ?? 'null') as LastLook | null;
    return kept && kept.shop === readShop() ? kept : null;
  };
  return {
    note: (result, waited = { till: null, store: null }) => {
      const shop = readShop();
      const failure = result.ok ? null : result.failure;
      if (shop === null || (failure && !OF_A_SIDE.test(failure.code))) return;
      const before = read();
      const failed = failure && readSide(failure, readStoreHost());
      const other = failed && waited[failed === 'till' ? 'store' : 'till'];
      const isSame = before?.failure?.code === failure?.code && before?.other?.code === other?.code;
      const isNews = before === null || !isSame;
      const atMs = nowMs();
      if (!isNews && notedMs !== null && Math.abs(atMs - notedMs) < NOTE_EVERY_MS) return;
      notedMs = atMs;
      const passMs = failure ? (before?.passMs ?? null) : atMs;
      meta.put(META, JSON.stringify({ shop, passMs, failure, other } satisfies LastLook));
    },
    passMs: () => read()?.passMs ?? null,
    away: () => {
      const { failure = null, other = null } = read() ?? {};
      const away: Record<Side, Failure | null> = { till: null, store: null };
      for (const one of [failure, other]) if (one) away[readSide(one, readStoreHost())] = one;
      return away;
    },
  };
}
