import type { RunId } from '../../domain/ids.ts';
import { LEFT_VARIANTS } from '../cursors.ts';
import type { Ledger, OutboxKind, RunKind, RunState } from '../ledger-ports.ts';
import { forgetLinkedShop } from '../linked-shop.ts';
import type { Clock } from '../ports.ts';

const KINDS: readonly RunKind[] = ['import', 'undo', 'sync', 'push', 'csv'];
const PLANS: readonly RunState[] = ['planning', 'planned', 'braked'];
const HALF_DONE: readonly RunState[] = ['approved', 'applying', 'cancelled', 'stopped'];
const WRITES: readonly OutboxKind[] = [
  'woo.category',
  'woo.product',
  'woo.variation',
  'woo.stock',
  'till.item',
  'till.stock',
  'till.new',
  'till.category',
];
const ALL = Number.MAX_SAFE_INTEGER;

/**
 * Starts over (features.md B15): links, what was agreed on them, and everything that was still to be done because of
 * them. Neither side is written to; what was done stays in the history.
 * @returns how many links were forgotten
 */
export function forgetLinks(ledger: Ledger, clock: Clock): number {
  const nowMs = clock.nowMs();
  return ledger.transaction(() => {
    for (const kind of KINDS) {
      for (const { id } of ledger.runs.listIn(kind, PLANS)) ledger.runs.setState(id, 'superseded');
      for (const { id } of ledger.runs.listIn(kind, HALF_DONE)) {
        dropWrites(ledger, id);
        ledger.runs.setState(id, 'done', nowMs);
      }
    }
    ledger.changes.release(
      ledger.changes.parked(ALL, 0).map(({ id }) => id),
      nowMs,
    );
    // Seen before the links were gone, a thing would pass for a new one and be made once more on the other side.
    ledger.inbox.clear();
    const forgotten = ledger.links.clear();
    forgetLinkedShop(ledger);
    // The next import says anew which variations are the store's alone.
    ledger.meta.remove(LEFT_VARIANTS);
    ledger.journal.add({
      ...{ atMs: nowMs, level: 'warn', action: 'clean', side: 'app', entity: 'links' },
      message: `${forgotten} links forgotten`,
      runId: null,
    });
    return forgotten;
  });
}

/** What was still to be made would be made beside what the next import finds. */
function dropWrites({ outbox }: Ledger, runId: RunId): void {
  const rows = [...outbox.claimUnknown(runId), ...WRITES.flatMap((kind) => outbox.take(runId, kind, ALL))];
  outbox.setState(
    rows.map(({ seq }) => seq),
    'done',
  );
  outbox.prune(runId);
}
