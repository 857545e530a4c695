import type { EventLog, Side } from '../log/event-log.ts';
import type { HubTime } from '../runtime/time.ts';
import type { ShopBook } from '../tenants/shop-book.ts';
import type { Admission } from './admission.ts';
import type { MissedChanges } from './missed-changes.ts';

/** Verified changes of one shop, as one delivery told them. */
export interface Changes {
  readonly shopId: string;
  readonly side: Side;
  /** Null where there are too many to tell singly. */
  readonly keys: readonly string[] | null;
  /** The sender's address. */
  readonly source: string;
  /** Names the identical delivery; null where the service has none. */
  readonly digest: string | null;
}

export type Taken = 'kept' | 'replayed' | 'collapsed' | 'empty';

/** The one way into the log. Resolves after fsync (H1); rejects only where the disk fails. */
export interface Intake {
  take(changes: Changes): Promise<Taken>;
}

export interface IntakeParts {
  readonly log: EventLog;
  readonly book: ShopBook;
  readonly admission: Admission;
  readonly time: HubTime;
  readonly missed: MissedChanges;
}

export function createIntake(parts: IntakeParts): Intake {
  const keep = createKeeping(parts);
  return {
    take: async (changes) => {
      try {
        return await keep(changes);
      } catch (error) {
        parts.missed.note(changes.shopId, changes.side);
        throw error;
      }
    },
  };
}

const createKeeping =
  ({ log, book, admission, time }: IntakeParts): Intake['take'] =>
  async ({ shopId, side, keys, source, digest }) => {
    const atMs = time.nowMs();
    book.noteHook(shopId, side, atMs);
    if (keys?.length === 0) return 'empty';
    // Nothing may be awaited between this and the writing: both belong to the same commit.
    if (digest !== null && !(await log.isFirst(digest, atMs))) return 'replayed';
    if (keys === null || !admission.isWithin(source, shopId, keys.length)) {
      await log.collapse(shopId, side, 'more changes at once than are told singly', atMs);
      return 'collapsed';
    }
    await log.append(keys.map((key) => ({ shopId, side, key, atMs })));
    return 'kept';
  };
