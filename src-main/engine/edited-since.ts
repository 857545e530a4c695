import type { FieldName, FieldValue, Shadow } from '../domain/fields.ts';
import type { CloverId, RunId, WooId } from '../domain/ids.ts';
import type { StoreProduct } from '../domain/store-catalog.ts';
import { describeStoreProduct, isSameValue } from '../domain/stored-fields.ts';
import type { ImportDeps } from './import-deps.ts';
import type { Ledger, OutboxRow, RunChange } from './ledger-ports.ts';
import { keepTrying } from './patience.ts';
import { isGone } from './refusal.ts';
import { readLinkKind } from './result-recorder.ts';
import { RunStop } from './store-writer.ts';

/** As far back as one product's changes are looked through. */
const MOST_CHANGES = 1000;

/**
 * Fields that a run wrote and that are no longer as both sides agreed since: somebody has changed them in the store,
 * and nothing has carried that over yet.
 * @param owned categories of the store that are kept in step
 */
export function listEdited(
  change: Pick<RunChange, 'kind' | 'cloverId' | 'decisions'>,
  product: StoreProduct,
  owned: ReadonlySet<WooId>,
  { links, shadows }: Pick<Ledger, 'links' | 'shadows'>,
): FieldName[] {
  if (change.cloverId === null) return [];
  const link = links.findByClover(readLinkKind(change.kind), change.cloverId);
  const shadow: Shadow = (link && shadows.get(link.id)) ?? {};
  const stored = describeStoreProduct(product, owned);
  const written = change.decisions
    .filter((decision) => decision.verdict === 'write')
    .map((decision) => decision.field);
  return written.filter((field) => {
    const then: FieldValue | undefined = shadow[field]?.store;
    const now = stored.get(field);
    return then !== undefined && now !== undefined && !isSameValue(field, then, now) && then !== now;
  });
}

/**
 * Whether somebody has changed what an undo is about to take back since it was planned. What the undo itself wrote by a
 * try whose answer was lost is no change.
 */
export function isEditedSince(
  row: OutboxRow,
  undo: RunChange,
  product: StoreProduct,
  owned: ReadonlySet<WooId>,
  ledger: Ledger,
): boolean {
  const undoes = ledger.runs.get(row.runId)?.undoes ?? null;
  if (undo.cloverId === null || undoes === null) return false;
  const stored = describeStoreProduct(product, owned);
  const isPutBack = (field: FieldName): boolean => {
    const before = undo.decisions.find((decision) => decision.field === field)?.store;
    const now = stored.get(field);
    return before !== undefined && now !== undefined && isSameValue(field, before, now);
  };
  return ledger.changes
    .history(undo.cloverId, MOST_CHANGES)
    .filter(({ runId, kind, state }) => runId === undoes && kind === undo.kind && state === 'done')
    .some((undone) => listEdited(undone, product, owned, ledger).some((field) => !isPutBack(field)));
}

/**
 * The same of the variants of a product that an undo is about to put into the trash: they go there with it.
 * @throws RunStop when the store is away
 */
export async function isFamilyEdited(
  row: OutboxRow,
  owned: ReadonlySet<WooId>,
  deps: ImportDeps,
): Promise<boolean> {
  const { ledger, store } = deps;
  const undoes = ledger.runs.get(row.runId)?.undoes ?? null;
  if (ledger.changes.get(row.changeId)?.kind !== 'variable' || row.wooId === null || undoes === null)
    return false;
  const parentId = row.wooId;
  const read = await keepTrying(deps, () => store.readVariations(parentId));
  // Gone already, and its variants with it.
  if (isGone(read)) return false;
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return read.value.some((variation) => {
    const link = ledger.links.findByWoo('variation', variation.id);
    const undone = link && findChange(link.cloverId, 'variation', undoes, ledger);
    // Made by somebody else, or by a later run: it is not this undo's to take away.
    return !undone || listEdited(undone, variation, owned, ledger).length > 0;
  });
}

const findChange = (
  cloverId: CloverId,
  kind: RunChange['kind'],
  runId: RunId,
  { changes }: Ledger,
): RunChange | undefined =>
  changes
    .history(cloverId, MOST_CHANGES)
    .find((change) => change.runId === runId && change.kind === kind && change.state === 'done');
