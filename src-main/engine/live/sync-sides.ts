import type { Failure, FailureCode } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import type { Side } from '../ledger-ports.ts';
import type { LiveState, SyncEvent, SyncResult } from '../live-face.ts';

type Tell = (event: SyncEvent) => void;

/** Both sides answer, and there is nothing to keep in step, as after the undo of a whole import. */
export const NOTHING_LINKED: FailureCode = 'SYNC_NOT_IMPORTED';

/** Knows which side is away, and says so once; and once more when it is back. */
export interface SideWatch {
  away(): LiveState['away'];
  /** Those that were waited for in the newest pass. */
  waited(): LiveState['away'];
  /** To whom it is said; null while nobody listens. */
  listen(tell: Tell | null): void;
  beginPass(): void;
  endPass(result: Attempt<SyncResult>): void;
  /** A side is waited for in the pass that is under way: told before all patience is used up. */
  noteWait(failure: Failure): void;
}

/**
 * @param readStoreHost null where no store is connected
 * @param onNews after somebody was told
 */
export function createSideWatch(readStoreHost: () => string | null, onNews: () => void): SideWatch {
  const away: Record<Side, Failure | null> = { till: null, store: null };
  let waited: Readonly<typeof away> = { till: null, store: null };
  let tell: Tell | null = null;
  const note = (side: Side, failure: Failure | null): void => {
    const isNews = failure?.code !== away[side]?.code;
    away[side] = failure;
    if (!isNews) return;
    tell?.({ kind: 'side', side, failure });
    onNews();
  };
  return {
    away: () => ({ ...away }),
    waited: () => waited,
    listen: (next) => {
      tell = next;
    },
    beginPass: () => {
      waited = { till: null, store: null };
    },
    endPass: (result) => {
      const isOfNone = !result.ok && result.failure.code === NOTHING_LINKED;
      const failed = result.ok || isOfNone ? null : readSide(result.failure, readStoreHost());
      // A pass ends with the failure of one side, and both may be away.
      for (const side of ['till', 'store'] as const)
        note(side, result.ok ? null : failed === side ? result.failure : waited[side]);
    },
    noteWait: (failure) => {
      if (!isTrouble(failure)) return;
      const side = readSide(failure, readStoreHost());
      waited = { ...waited, [side]: failure };
      if (tell !== null) note(side, failure);
    },
  };
}

/** A side that is only too busy for us is there. */
export const isTrouble = ({ code }: Failure): boolean => code.startsWith('NET_') || code.endsWith('_FAILING');

/** A failure belongs to the side that its code names; one of the network to the side whose host it names. */
export function readSide({ code, facts }: Failure, storeHost: string | null): Side {
  if (code.startsWith('CLOVER_')) return 'till';
  if (code.startsWith('WOO_')) return 'store';
  const host = String(facts.host ?? '');
  return host === 'the store' || (storeHost !== null && host.includes(storeHost)) ? 'store' : 'till';
}
