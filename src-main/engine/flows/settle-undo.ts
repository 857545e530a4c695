import type { FieldName } from '../../domain/fields.ts';
import type { CloverId, RunId } from '../../domain/ids.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import { leaveVariants } from '../live/new-variants.ts';
import { readLinkKind } from '../result-recorder.ts';
import { reopenConflicts } from './reopen-conflicts.ts';
import { listTouched } from './undo-rows.ts';

/** What an undo came to. */
export interface Settled {
  readonly undone: number;
  /** Of those, products and variants that are in the store's trash. */
  readonly trashed: number;
  readonly kept: readonly { readonly name: string; readonly fields: readonly FieldName[] }[];
  /** Conflicts whose answers it took back: they wait for a person again. */
  readonly reopened: number;
}

/**
 * After the writes: links of what is gone are forgotten, last agreed values follow. What still waits is left to the
 * call that goes on. To be called in the transaction that ends the undo, also one that was stopped half-way: for the
 * sync a linked product in the trash is one that the shop gave up.
 */
export function settleUndo(deps: ImportDeps, runId: RunId, undoRunId: RunId): Settled {
  const { ledger } = deps;
  const isDone = ledger.runs.get(undoRunId)?.state === 'done';
  const rows = ledger.changes.page(undoRunId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  const originals = new Map(listTouched(ledger, runId).map(withOrdinal()));
  const readKey = withOrdinal();
  const kept: { name: string; fields: FieldName[] }[] = [];
  let undone = 0;
  let trashed = 0;
  const putBack: RunChange[] = [];
  const keptParents = listKeptParents(rows);
  const open = rows.filter(isOpen);
  const openParents = new Set(open.filter(({ kind }) => kind === 'variable').map(({ cloverId }) => cloverId));
  for (const row of rows) {
    const original = originals.get(readKey(row)[0]);
    if (!original || isOpen(row) || isOf(row, openParents)) continue;
    if (row.kind === 'category' && !isUpdate(original)) {
      if (isDone && original.state === 'done') settleCategory(row, original, deps);
      continue;
    }
    const isKept = isLeft(row) || isOf(row, keptParents);
    if (isKept) kept.push({ name: row.name, fields: row.decisions.map((decision) => decision.field) });
    else undone += 1;
    if (!isKept && isTrashedRow(row)) trashed += 1;
    if (original.state !== 'done') continue;
    ledger.changes.setState(original.id, isKept ? 'kept' : 'undone');
    if (isKept) continue;
    if (row.action !== 'skip') putBack.push(original);
    forget(original, deps);
  }
  return { undone, trashed, kept, reopened: reopenConflicts(putBack, deps) };
}

/** Made in the store and gone from there, or only linked; what was made on the till stays there with its link. */
function settleCategory(row: RunChange, original: RunChange, deps: ImportDeps): void {
  const isLeft = row.state !== 'done' || original.action === 'create_clover';
  deps.ledger.changes.setState(original.id, isLeft ? 'kept' : 'undone');
  if (!isLeft) forget(original, deps);
}

const KEPT_REASONS: ReadonlySet<RunChange['reason']> = new Set([
  'EDITED_IN_STORE',
  'CHANGED_SINCE',
  'STOCK_MOVED',
]);

/** Somebody changed it since, so that it stays. */
export const isKeptRow = ({ reason }: Pick<RunChange, 'reason'>): boolean => KEPT_REASONS.has(reason);

const isOpen = ({ state }: RunChange): boolean => state === 'planned' || state === 'waiting';

/** Left as it is: somebody changed it, or the store refused. */
const isLeft = (row: RunChange): boolean => isKeptRow(row) || row.state === 'failed' || row.state === 'kept';

/** Products with variants that were left as they are, at the plan or at the look before the write. */
export const listKeptParents = (rows: readonly RunChange[]): ReadonlySet<CloverId | null> =>
  new Set(rows.filter((row) => row.kind === 'variable' && isLeft(row)).map(({ cloverId }) => cloverId));

/** A variant that goes or stays with its product, which is one of these. */
export const isOf = (row: RunChange, parents: ReadonlySet<CloverId | null>): boolean =>
  row.kind === 'variation' && isTrashedRow(row) && parents.has(row.parentCloverId);

/** What the run had made goes to the store's trash, a variant with its product. */
export const isTrashedRow = ({
  kind,
  action,
  patch,
}: Pick<RunChange, 'kind' | 'action' | 'patch'>): boolean =>
  patch?.status === 'trash' || (kind === 'variation' && action === 'update_woo' && patch === null);

/** A product may have a row for each side: the rows of an undo stand in the order of those that it undoes. */
function withOrdinal(): (change: RunChange) => [string, RunChange] {
  const seen = new Map<string, number>();
  return (change) => {
    const thing = `${change.kind}:${change.cloverId}`;
    const ordinal = (seen.get(thing) ?? 0) + 1;
    seen.set(thing, ordinal);
    return [`${thing}#${ordinal}`, change];
  };
}

const isUpdate = ({ action }: RunChange): boolean => action === 'update_woo' || action === 'update_clover';

/** An undone update stays linked; what the run had made or linked is linked no more, unless to something newer. */
function forget(original: RunChange, deps: ImportDeps): void {
  if (original.cloverId === null || isUpdate(original) || original.action === 'conflict') return;
  const link = deps.ledger.links.findByClover(readLinkKind(original.kind), original.cloverId);
  if (!link || link.wooId !== original.wooId) return;
  deps.ledger.links.remove(link.id);
  // What the run made in the store is in the trash.
  if (original.action !== 'create_woo') leaveVariants(deps.ledger, [link]);
}
