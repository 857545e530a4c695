import { isAsWritten } from '../../domain/empty-shelf.ts';
import { createFailure } from '../../domain/failure.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { CloverId, RunId, WooId } from '../../domain/ids.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { TillPatch } from '../../domain/till-patch.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import { listEdited } from '../edited-since.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import { guardOthers } from '../live/put-back.ts';
import { readLinkKind } from '../result-recorder.ts';
import { hasMoved, isNewsOfTheirs, listShelvesBefore } from './till-news.ts';
import { listCategoryIds } from './write-queue.ts';

const READ_AT_ONCE = 100;

const CARRIED_OUT: ReadonlySet<RunChange['state']> = new Set(['done', 'undone', 'kept']);

/** What a run did, also where it was undone since. Newest first, so that children come before parents. */
export const listTouched = ({ changes }: ImportDeps['ledger'], runId: RunId): RunChange[] =>
  changes
    .page(runId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })
    .filter(({ state, action, cloverId }) => CARRIED_OUT.has(state) && action !== 'skip' && cloverId !== null)
    .reverse();

/** What of it can be undone. */
export const listUndoable = (ledger: ImportDeps['ledger'], runId: RunId): RunChange[] =>
  listTouched(ledger, runId).filter(({ state }) => state === 'done');

/** What puts the changes back, as rows of a plan, by a fresh look at both sides. */
export async function planUndoRows(
  deps: ImportDeps,
  changes: readonly RunChange[],
): Promise<Attempt<PlanRow[]>> {
  const stored = await readPresent(guardOthers(deps), changes);
  if (stored === null) return fail(createFailure('NET_UNREACHABLE', { host: 'the store' }));
  const items = await readItems(deps, changes);
  if (!items.ok) return items;
  const owned = new Set(listCategoryIds(deps).values());
  const present = { stored, items: items.value, owned };
  const rows = keepFamilies(changes.map((change) => planRow(change, present, deps)));
  const trashed = new Set(
    rows.filter((row) => row.kind === 'variable' && row.patch?.status === 'trash').map((row) => row.cloverId),
  );
  // Variations go to the trash and come back with their parent.
  return succeed(
    rows.map((row) =>
      row.kind === 'variation' && row.patch?.status === 'trash' && trashed.has(row.parentCloverId)
        ? { ...row, patch: null }
        : row,
    ),
  );
}

/**
 * A product that somebody changed since, or one of its variants, stays with all its variants: in the trash theirs would
 * be gone too, and a product without variants is none.
 */
function keepFamilies(rows: readonly PlanRow[]): PlanRow[] {
  const edited = new Set(
    rows
      .filter(({ kind, reason }) => FAMILY.has(kind) && reason === 'EDITED_IN_STORE')
      .map(({ kind, cloverId, parentCloverId }) => (kind === 'variable' ? cloverId : parentCloverId)),
  );
  return rows.map((row) => {
    const isOfEdited = edited.has(row.kind === 'variable' ? row.cloverId : row.parentCloverId);
    if (!FAMILY.has(row.kind) || !isOfEdited || row.patch?.status !== 'trash') return row;
    return { ...row, action: 'skip', reason: 'EDITED_IN_STORE', patch: null };
  });
}

const FAMILY: ReadonlySet<PlanRow['kind']> = new Set(['variable', 'variation']);

/** Both sides as they are now, as far as the run wrote to them. */
interface Present {
  readonly stored: ReadonlyMap<WooId, StoreProduct>;
  readonly items: ReadonlyMap<CloverId, TillItem>;
  /** Categories of the store that are kept in step. */
  readonly owned: ReadonlySet<WooId>;
}

/** Items whose own values the run changed: one that somebody gave another value since is left alone. */
const isItemUpdate = ({ kind, tillPatch, isCreated }: RunChange): boolean =>
  (kind === 'product' || kind === 'variation') && tillPatch !== null && !isCreated;

async function readItems(
  deps: ImportDeps,
  changes: readonly RunChange[],
): Promise<Attempt<Present['items']>> {
  const ids = changes.filter(isItemUpdate).flatMap(({ cloverId }) => cloverId ?? []);
  const items = new Map<CloverId, TillItem>();
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const read = await deps.till.readItems(ids.slice(from, from + READ_AT_ONCE));
    if (read.kind !== 'done') return fail(read.failure);
    for (const item of read.value) items.set(item.id, item);
  }
  return succeed(items);
}

async function readPresent(
  deps: ImportDeps,
  changes: readonly RunChange[],
): Promise<Present['stored'] | null> {
  const present = new Map<WooId, StoreProduct>();
  const ids = changes
    .filter((it) => it.kind === 'product' || it.kind === 'variable')
    .map((it) => it.wooId)
    .filter((id) => id !== null);
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const read = await deps.store.readProducts(ids.slice(from, from + READ_AT_ONCE));
    if (read.kind !== 'done') return null;
    for (const product of read.value) present.set(product.id, product);
  }
  const parents = new Set<WooId>();
  for (const change of changes) {
    if (change.kind !== 'variation' || change.cloverId === null) continue;
    const parentId = deps.ledger.links.findByClover('variation', change.cloverId)?.parentWooId;
    if (parentId !== null && parentId !== undefined) parents.add(parentId);
  }
  for (const parentId of parents) {
    const read = await deps.store.readVariations(parentId);
    if (read.kind !== 'done') return null;
    for (const variation of read.value) present.set(variation.id, variation);
  }
  return present;
}

function planRow(change: RunChange, present: Present, deps: ImportDeps): PlanRow {
  const bare: PlanRow = {
    ...pickRow(change),
    decisions: [],
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
    patch: null,
  };
  if (change.kind === 'category') return planCategoryRow(bare, change, deps);
  if (change.decisions.some((decision) => decision.moved)) return keepMove(bare, change);
  const later = listWrittenLater(change, deps);
  if (later.length > 0) return leaveChanged(bare, change, later);
  if (change.tillPatch !== null) return planTillRow(bare, change, present.items);
  const product = change.wooId === null ? undefined : present.stored.get(change.wooId);
  if (!product || !isOfRun(change, product, deps))
    return { ...bare, action: 'skip', reason: 'GONE_FROM_STORE' };
  const edited = listEdited(change, product, present.owned, deps.ledger);
  if (edited.length > 0) {
    const decisions = change.decisions.filter((decision) => edited.includes(decision.field));
    return { ...bare, action: 'skip', reason: 'EDITED_IN_STORE', decisions };
  }
  if (change.isCreated) return { ...bare, action: 'update_woo', patch: { status: 'trash' } };
  if (change.reason === 'RAN_OUT' && !isAsWritten(product, change.patch ?? {}))
    return leaveChanged(bare, change, ['availability']);
  // The base follows what is put back: the store's value stands until the till's changes again.
  const decisions = change.decisions
    .filter((decision) => decision.verdict === 'write')
    .map((decision) => ({ ...decision, verdict: 'same' as const, rule: 'agreed' as const }));
  return { ...bare, action: 'update_woo', patch: change.undo, decisions };
}

/** A store that was put back from a copy of its own may have given the id to another product (`live/put-back.ts`). */
function isOfRun({ kind, cloverId, wooId }: RunChange, { itemId }: StoreProduct, deps: ImportDeps): boolean {
  if (cloverId === null || itemId === cloverId) return true;
  return deps.ledger.links.findByClover(readLinkKind(kind), cloverId)?.wooId === wooId;
}

/** Its name or its place as they were before; one that the run made in the store goes when it is empty. */
function planCategoryRow(bare: PlanRow, change: RunChange, { ledger }: ImportDeps): PlanRow {
  const { undo, tillUndo, patch, tillPatch } = change;
  if (undo === null && tillUndo === null) {
    const link = change.cloverId === null ? null : ledger.links.findByClover('category', change.cloverId);
    const isOurs = change.isCreated && change.action === 'create_woo' && link?.wooId === change.wooId;
    if (!link || !isOurs) return { ...bare, action: 'skip' };
    // By the name that was last agreed it is seen whether somebody gave it another one since.
    return { ...bare, name: link.name, action: 'update_woo', patch: { isRemoved: true } };
  }
  // What the run agreed on stays the other side's.
  const name = patch?.name ?? tillPatch?.name ?? bare.name;
  const action = undo === null ? 'update_clover' : 'update_woo';
  return { ...bare, name, action, patch: undo, tillPatch: undo === null ? tillUndo : null };
}

/** What was sold or bought in between is gone or there: a movement is not taken back. */
const keepMove = (bare: PlanRow, { decisions }: RunChange): PlanRow => ({
  ...bare,
  action: 'skip',
  reason: 'STOCK_MOVED',
  decisions,
});

/** Old values to the till, with the base following; what the run made there is hidden, since the till has no trash. */
function planTillRow(bare: PlanRow, change: RunChange, items: Present['items']): PlanRow {
  const row: PlanRow = { ...bare, action: 'update_clover' };
  if (change.isCreated) return { ...row, tillPatch: { isHidden: true, isAvailable: false } };
  // Categories are decided on in the store's words, and kept on the till by its own ids.
  const shelves = listShelvesBefore({ decisions: change.decisions, patch: change.tillPatch });
  const decisions = change.decisions
    .filter((decision) => decision.verdict === 'push')
    .map(({ store: _before, ...decision }) => ({
      ...decision,
      rule: 'agreed' as const,
      // What the run pushed must still stand there; the old value meant what was then wanted.
      till: decision.pushed ?? null,
      pushed: (decision.field === 'categories' ? shelves : null) ?? decision.till ?? decision.wanted,
      sent: decision.wanted,
    }));
  const item = change.cloverId === null ? undefined : items.get(change.cloverId);
  const tillPatch = { ...change.tillUndo, ...takeOffShelves(change.tillPatch) };
  const intent = { decisions, patch: tillPatch };
  const isMoved = !item || hasMoved(intent, item) || isNewsOfTheirs(intent, item);
  if (isItemUpdate(change) && isMoved)
    return leaveChanged(
      bare,
      change,
      decisions.map(({ field }) => field),
    );
  return { ...row, tillPatch, decisions };
}

/** The same assignments the other way round; those of an update are of categories that the till has. */
function takeOffShelves(written: TillPatch | null): Pick<TillPatch, 'categories'> {
  if (!written?.categories) return {};
  const { add, remove } = written.categories;
  const added = add.flatMap((ref) => ('till' in ref ? [ref.till] : []));
  return { categories: { add: remove.map((till) => ({ till })), remove: added } };
}

const leaveChanged = (bare: PlanRow, { decisions }: RunChange, fields: readonly FieldName[]): PlanRow => ({
  ...bare,
  action: 'skip',
  reason: 'CHANGED_SINCE',
  decisions: decisions.filter(({ field }) => fields.includes(field)),
});

const isWrite = ({ verdict }: RunChange['decisions'][number]): boolean =>
  verdict === 'write' || verdict === 'push';

/** As far back as one product's changes are looked through. */
const MOST_LATER = 1000;

/**
 * Fields of an update that a later run wrote again: what is agreed on is that one's, so that the old value would
 * undo it too. What the run made goes to the trash with all that came later.
 */
function listWrittenLater(change: RunChange, { ledger }: ImportDeps): FieldName[] {
  if (change.isCreated || change.cloverId === null) return [];
  const written = change.decisions.filter(isWrite).map(({ field }) => field);
  const later = ledger.changes
    .history(change.cloverId, MOST_LATER)
    .filter(({ id, runId, state }) => id > change.id && runId !== change.runId && state === 'done')
    .flatMap(({ decisions }) => decisions.filter(isWrite).map(({ field }) => field));
  return written.filter((field) => later.includes(field));
}

const pickRow = ({ kind, action, reason, notes, cloverId, wooId, parentCloverId, name, sku }: RunChange) => ({
  kind,
  action,
  reason,
  notes,
  cloverId,
  wooId,
  parentCloverId,
  name,
  sku,
});
