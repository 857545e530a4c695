import type { RunId, WooId } from '../../domain/ids.ts';
import type { StoreCategory } from '../../domain/store-catalog.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import { RunStop } from '../store-writer.ts';
import type { MoveContext } from './move-categories.ts';
import { readSeenName } from './rename-categories.ts';

/**
 * Takes categories out of the store that an undo leaves empty, those below others first. One that somebody uses, has
 * renamed or has moved since stays.
 * @throws RunStop when the store is away or refuses our keys
 */
export async function removeCategories(
  runId: RunId,
  signal: AbortSignal,
  { deps, till }: MoveContext,
): Promise<void> {
  const { ledger, store } = deps;
  let present: ReadonlyMap<WooId, StoreCategory> | null = null;
  while (!signal.aborted) {
    const row = ledger.outbox.takeRemoval(runId);
    if (!row) return;
    const id = row.wooId as WooId;
    present ??= await readCategories(deps);
    const category = present.get(id);
    if (category && isChanged(row, category, deps)) {
      leave(row, deps);
      continue;
    }
    const outcome = await keepTrying(deps, () => store.deleteEmptyCategory(id));
    if (outcome.kind === 'done' && outcome.value) till.recordWritten(row, null, outcome.requestId);
    else if (outcome.kind === 'done') leave(row, deps);
    else if (outcome.kind === 'rejected') till.recordFailed(row, outcome.failure, outcome.requestId);
    // Whether it is gone is found out by the next try: what is not there is deleted.
    else throw new RunStop(outcome.failure);
  }
}

async function readCategories(deps: MoveContext['deps']): Promise<ReadonlyMap<WooId, StoreCategory>> {
  const read = await keepTrying(deps, () => deps.store.readCategories());
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return new Map(read.value.map((category) => [category.id, category]));
}

/** Named or placed by somebody since both sides last agreed. */
function isChanged(
  row: OutboxRow,
  { name, parentId }: StoreCategory,
  { ledger }: MoveContext['deps'],
): boolean {
  const place = row.linkId === null ? undefined : ledger.shadows.get(row.linkId)?.place;
  return name !== readSeenName(row, 'store', ledger) || (place !== undefined && place.store !== parentId);
}

function leave(row: OutboxRow, { ledger }: MoveContext['deps']): void {
  ledger.transaction(() => {
    ledger.changes.setState(row.changeId, 'kept');
    ledger.outbox.setState([row.seq], 'done');
  });
}
