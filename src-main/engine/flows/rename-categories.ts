import { createFailure, type Failure } from '../../domain/failure.ts';
import { asWooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Ledger, OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import type { TermOutcome } from '../ports.ts';
import { RunStop } from '../store-writer.ts';
import { agreeName, yieldName } from './category-name.ts';
import type { MoveContext } from './move-categories.ts';

/**
 * Gives categories their new names. They are looked at first: one that somebody has named otherwise since keeps that, and one that has its name already got it by a call whose answer was lost.
 * @throws RunStop when the store is away or refuses our keys
 */
export async function renameStoreCategories(
  taken: readonly OutboxRow[],
  { deps, till }: MoveContext,
): Promise<void> {
  const { ledger, store } = deps;
  const read = await keepTrying(deps, () => store.readCategories());
  if (read.kind !== 'done') throw new RunStop(read.failure);
  const present = new Map(read.value.map(({ id, name }) => [id, name]));
  const rows: OutboxRow[] = [];
  for (const row of taken) {
    const now = present.get(row.wooId ?? asWooId(0));
    if (now === readNewName(row)) {
      agreeName(row, 'store', now, ledger);
      till.recordWritten(row, null, 'found done');
    } else if (now !== readSeenName(row, 'store', ledger)) {
      if (now !== undefined) yieldName(row, 'store', readNewName(row), ledger);
      till.recordOutdated(row);
    } else rows.push(row);
  }
  if (rows.length === 0) return;
  const updates = rows.map((row) => ({ id: row.wooId ?? asWooId(0), name: readNewName(row) }));
  const outcome = await keepTrying(deps, () => store.updateCategories(updates));
  if (outcome.kind !== 'done' && outcome.kind !== 'rejected') throw new RunStop(outcome.failure);
  for (const [at, row] of rows.entries()) {
    const answer = outcome.kind === 'done' ? outcome.value[at] : undefined;
    if (answer?.isDone && row.linkId !== null) {
      agreeName(row, 'store', readNewName(row), ledger);
      till.recordWritten(row, null, outcome.kind === 'done' ? outcome.requestId : '');
    } else till.recordFailed(row, readFailure(outcome, answer));
  }
}

const readNewName = ({ payload }: OutboxRow): string => (JSON.parse(payload) as { name: string }).name;

/**
 * What a side called the category when its new name was planned. What was agreed on is older where both sides had
 * renamed it; it speaks for an undo, which goes back from there. undefined for what is linked no more.
 */
export function readSeenName(
  { changeId, linkId }: OutboxRow,
  side: 'till' | 'store',
  { changes, links, shadows }: Ledger,
): string | undefined {
  if (linkId === null) return undefined;
  const change = changes.get(changeId);
  const seen = side === 'till' ? change?.tillUndo?.name : change?.undo?.name;
  if (typeof seen === 'string') return seen;
  const apart = shadows.get(linkId)?.name?.[side];
  return typeof apart === 'string' ? apart : links.get(linkId)?.name;
}

const readFailure = (outcome: Outcome<unknown>, answer: TermOutcome | undefined): Failure => {
  if (outcome.kind !== 'done') return outcome.failure;
  return answer && !answer.isDone ? answer.failure : createFailure('WOO_FAILING');
};
