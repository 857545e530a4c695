import { keyTillCategory } from '../domain/build-patch.ts';
import type { Failure } from '../domain/failure.ts';
import type {
  AgreedField,
  AgreedPlace,
  FieldDecision,
  FieldName,
  FieldValue,
  Shadow,
} from '../domain/fields.ts';
import type { WooId } from '../domain/ids.ts';
import type { RowKind } from '../domain/plan-row.ts';
import type { StoreProduct } from '../domain/store-catalog.ts';
import { describeStoreProduct } from '../domain/stored-fields.ts';
import { followNames } from './agreed-name.ts';
import type { Ledger, Link, LinkKind, OutboxRow, RunChange } from './ledger-ports.ts';
import { giveIdAway } from './live/put-back.ts';
import type { Clock } from './ports.ts';
import { createRowTeller } from './row-teller.ts';
import { settleDecided } from './settle-decided.ts';

/** What was learned about one row from the store's answer. */
export interface RowResult {
  readonly row: OutboxRow;
  readonly product: StoreProduct;
  readonly requestId: string;
  readonly isCreated: boolean;
  /** It was looked for after its answer was lost: people may have worked on it since. */
  readonly isFoundLater?: boolean;
}

/** Commits what the store answered: link, last agreed values, the change's outcome and the queue, together. */
export interface ResultRecorder {
  recordDone(results: readonly RowResult[]): void;
  recordCategory(row: OutboxRow, wooId: WooId, requestId: string): void;
  recordFailed(row: OutboxRow, failure: Failure, requestId?: string): void;
  /** Links, at approval: what needed no write is agreed on, and what a person is to decide waits for that. */
  recordLinked(changes: Iterable<RunChange>): void;
}

export const readLinkKind = (kind: RowKind): LinkKind =>
  kind === 'category' || kind === 'variation' ? kind : 'product';

export function createResultRecorder(ledger: Ledger, clock: Clock): ResultRecorder {
  const tell = createRowTeller(ledger, clock);
  let categories: Map<string, WooId> | null = null;
  const readCategories = (): Map<string, WooId> => {
    categories ??= mapCategories(ledger);
    return categories;
  };

  const recordOne = (result: RowResult): void => {
    const { row, product } = result;
    const change = ledger.changes.get(row.changeId);
    if (!change) return;
    if (result.isCreated && change.cloverId !== null)
      giveIdAway(change.cloverId, product, readLinkKind(change.kind), { ledger, clock });
    const linkId = ledger.links.put(describeLink(change, product, ledger, clock.nowMs()));
    if (product.sight) ledger.sights.put(product.id, product.sight);
    const owned = new Set(readCategories().values());
    const before = ledger.shadows.get(linkId);
    const seen = describeStoreProduct(product, owned);
    const stored = result.isFoundLater ? readMade(change, seen, readCategories()) : seen;
    ledger.shadows.put(linkId, agree(change, stored, before, readCategories()));
    followNames(ledger, linkId, change.decisions);
    settleDecided(ledger, linkId, change.decisions);
    if (ledger.conflicts.ofLink(linkId).length > 0) ledger.links.setStatus(linkId, 'conflict');
    ledger.changes.markDone(row.changeId, {
      wooId: product.id,
      requestId: result.requestId,
      isCreated: result.isCreated,
      doneMs: clock.nowMs(),
    });
    if (result.isCreated) tell.made(row, change.name);
    else tell.changed(row, change);
  };
  return {
    recordDone: (results) =>
      ledger.transaction(() => {
        for (const result of results) recordOne(result);
        ledger.outbox.setState(
          results.map((result) => result.row.seq),
          'done',
        );
      }),
    recordCategory: (row, wooId, requestId) => {
      categories = null;
      ledger.transaction(() => {
        const change = ledger.changes.get(row.changeId);
        if (change) {
          const link = { ...describeCategoryLink(change), wooId, lastSyncedMs: clock.nowMs() };
          ledger.shadows.put(ledger.links.put(link), { place: readPlace(change, ledger) });
        }
        ledger.changes.markDone(row.changeId, { wooId, requestId, isCreated: true, doneMs: clock.nowMs() });
        ledger.outbox.setState([row.seq], 'done');
        if (change) tell.made(row, `category ${change.name}`);
      });
    },
    recordFailed: (row, failure, requestId) =>
      ledger.transaction(() => {
        ledger.changes.markFailed(row.changeId, failure, clock.nowMs(), requestId);
        tell.refused(row, ledger.changes.get(row.changeId)?.name ?? row.cloverId ?? '', failure);
        ledger.outbox.setState([row.seq], 'parked');
        if (row.linkId !== null) ledger.links.setStatus(row.linkId, 'error');
      }),
    recordLinked: (changes) => {
      for (const change of changes) keepLinked(change, ledger, readCategories(), clock.nowMs());
    },
  };
}

/** A category is made below its parent's counterpart. */
function readPlace({ parentCloverId }: RunChange, { links }: Ledger): AgreedPlace {
  const parent = parentCloverId === null ? null : links.findByClover('category', parentCloverId);
  return { till: parentCloverId, store: parent?.wooId ?? null };
}

/** Store ids of the linked categories, by their Clover id. */
function mapCategories(ledger: Ledger): Map<string, WooId> {
  const ids = new Map<string, WooId>();
  for (const link of ledger.links.all()) {
    if (link.kind === 'category' && link.wooId !== null) ids.set(link.cloverId, link.wooId);
  }
  return ids;
}

function describeLink(
  change: RunChange,
  product: StoreProduct,
  { links }: Ledger,
  nowMs: number,
): Omit<Link, 'id' | 'pinned'> {
  if (change.cloverId === null) throw new Error('a change without a till item has no link');
  const kind = readLinkKind(change.kind);
  const isGone = change.reason === 'GONE_FROM_TILL';
  const hasConflict = change.decisions.some((decision) => decision.verdict === 'conflict');
  return {
    kind,
    cloverId: change.cloverId,
    wooId: product.id,
    parentWooId: product.parentId,
    groupId: change.kind === 'variable' ? change.cloverId : change.parentCloverId,
    // Approval named it; what was written since may have given it another name.
    name: links.findByClover(kind, change.cloverId)?.name ?? change.name,
    sku: change.sku,
    status: isGone ? 'deleted' : hasConflict ? 'conflict' : 'synced',
    lastSyncedMs: nowMs,
  };
}

function describeCategoryLink(change: RunChange): Omit<Link, 'id' | 'pinned'> {
  if (change.cloverId === null) throw new Error('a category without a till id has no link');
  const { cloverId, wooId, name } = change;
  return {
    kind: 'category',
    cloverId,
    wooId,
    parentWooId: null,
    groupId: null,
    name,
    sku: '',
    status: 'synced',
    lastSyncedMs: null,
  };
}

/** Fields that the store keeps just as they were sent; of categories those that both sides have. */
const KEPT_AS_SENT: ReadonlySet<FieldName> = new Set(['name', 'price', 'sku', 'stock', 'categories']);

/**
 * What a create left in the store that was found only later: what differs there by now was changed since, by a sale or
 * by a person, and is still to be carried over.
 */
function readMade(
  { decisions }: RunChange,
  seen: ReadonlyMap<FieldName, FieldValue>,
  categories: ReadonlyMap<string, WooId>,
): ReadonlyMap<FieldName, FieldValue> {
  const made = new Map(seen);
  for (const { field, verdict, wanted } of decisions)
    if (verdict === 'write' && KEPT_AS_SENT.has(field) && typeof wanted === typeof made.get(field))
      made.set(field, leaveUnmade(resolveKeys(wanted, categories)));
  return made;
}

/** Without the till's categories that the store has not: nothing could be put into those. */
const leaveUnmade = (value: FieldValue): FieldValue =>
  Array.isArray(value) ? (value as string[]).filter((key) => !key.startsWith(TILL_CATEGORY)) : value;

const TILL_CATEGORY = keyTillCategory('' as never);

/** The new base of each field that was written or found equal; a field left alone keeps its old base. */
function agree(
  change: RunChange,
  stored: ReadonlyMap<FieldName, FieldValue>,
  before: Shadow | null,
  categories: ReadonlyMap<string, WooId>,
): Shadow {
  const shadow: { [field in FieldName]?: AgreedField } = { ...before };
  for (const decision of change.decisions) {
    const isFirst = before?.[decision.field] === undefined;
    const isAgreed =
      decision.verdict === 'write' || decision.verdict === 'same' || (isFirst && decision.verdict === 'keep');
    const store = readStored(decision, stored);
    if (!isAgreed || store === undefined) continue;
    const old = before?.[decision.field];
    // Equal counts may be two sales, one on each side: those are the sync's to carry over.
    if (decision.field === 'stock' && decision.rule === 'same' && old) continue;
    if (decision.rule === 'agreed' && old) {
      shadow[decision.field] = { ...old, store };
      continue;
    }
    const sent = resolveKeys(decision.wanted, categories);
    shadow[decision.field] = {
      till: decision.till ?? sent,
      sent,
      store,
      ...(decision.orders ? { orders: decision.orders } : {}),
    };
  }
  return shadow;
}

/**
 * What a write left in the store. Of a field that was only compared, what it was compared with: a later look shows
 * what somebody wrote meanwhile, or what our own write brought about (a product that is no longer empty).
 */
const readStored = (
  { field, verdict, store }: FieldDecision,
  stored: ReadonlyMap<FieldName, FieldValue>,
): FieldValue | undefined =>
  verdict === 'write' ? (stored.get(field) ?? store) : (store ?? stored.get(field));

function agreeAsRead(change: RunChange, categories: ReadonlyMap<string, WooId>): Shadow {
  const stored = new Map<FieldName, FieldValue>();
  for (const { field, store } of change.decisions) if (store !== undefined) stored.set(field, store);
  return agree(change, stored, null, categories);
}

function keepLinked(
  change: RunChange,
  { links, shadows, inbox }: Ledger,
  categories: ReadonlyMap<string, WooId>,
  nowMs: number,
): void {
  if (change.cloverId === null || change.kind === 'category') return;
  const link = links.findByClover(readLinkKind(change.kind), change.cloverId);
  if (!link) return;
  if (change.state === 'done') shadows.put(link.id, agreeAsRead(change, categories));
  if (!change.decisions.some(isAsked)) return;
  shadows.put(link.id, { ...shadows.get(link.id), ...forgetAgreed(change) });
  // The look that follows finds the conflict, now that there is a link for it.
  inbox.add([{ side: 'till', key: link.cloverId }], nowMs);
}

/** Fields of a pair whose last agreed value nobody knows: as long as the sides differ, both count as changed. */
const forgetAgreed = ({ decisions }: RunChange): Shadow =>
  Object.fromEntries(
    decisions.filter(isAsked).map(({ field }) => [field, { till: null, sent: null, store: null }]),
  );

const isAsked = ({ verdict }: FieldDecision): boolean => verdict === 'conflict';

/** Category keys of the plan with every till category turned into its store id, sorted as the store's are. */
export function resolveKeys(value: FieldValue, categories: ReadonlyMap<string, WooId>): FieldValue {
  if (!Array.isArray(value) || !value.every((key) => typeof key === 'string')) return value;
  return (value as string[])
    .map((key) =>
      key.startsWith(TILL_CATEGORY) ? String(categories.get(key.slice(TILL_CATEGORY.length)) ?? key) : key,
    )
    .sort();
}
