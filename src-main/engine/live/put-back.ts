import type { CloverId, WooId } from '../../domain/ids.ts';
import { foldText } from '../../domain/name-fold.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreCatalog, StoreProduct } from '../../domain/store-catalog.ts';
import type { Alerts } from '../alerts-face.ts';
import { PUT_BACK_MARK } from '../cursors.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger, Link, LinkKind } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import type { Clock } from '../ports.ts';

const KEY = 'store.put-back';
/** Of the mark: seen, and everything is to be compared; compared, and a person is to be told. */
const [FOUND, ASKED] = ['found', 'asked'] as const;
/** So many of those that look older are read once more before anybody is told. */
const MOST_ASKED_AGAIN = 20;
/** Some of those changed last may have been made since the copy. */
const MOST_NEWEST = 5;

/** What the store says of its products now, beside what it said before. */
export interface Signs {
  /** Linked, and made at another time than what the link means: the store has given its id to another one. */
  readonly others: readonly Link[];
  /** Changed last before they were seen last, which no edit does. */
  readonly older: readonly StoreProduct[];
}

/**
 * By what a store is recognised that was put back from a copy of its own: values are older, what was made since is gone,
 * and its ids come again with other content, since they are counted on from the copy (woocommerce.md 3).
 */
export function findSigns(products: Iterable<StoreProduct>, { links, sights }: Ledger): Signs {
  const others: Link[] = [];
  const older: StoreProduct[] = [];
  for (const product of products) {
    const known = product.sight ? sights.get(product.id) : null;
    if (!product.sight || !known) continue;
    if (product.sight.made !== known.made) {
      const link = links.findByWoo('product', product.id) ?? links.findByWoo('variation', product.id);
      if (link && !isSameThing(link, product)) others.push(link);
    }
    if (product.sight.changed < known.changed) older.push(product);
  }
  return { others, older };
}

/** The date of a product can be edited, and a draft gets another one when it is published: its mark or SKU is enough. */
const isSameThing = (link: Link, { itemId, sku, name }: StoreProduct): boolean =>
  itemId === link.cloverId ||
  (link.sku !== '' && foldText(link.sku) === foldText(sku)) ||
  foldText(link.name) === foldText(name);

/**
 * Whether the products that were changed last are older now: each look shows the newest again, so that one which is missing
 * there is asked for. One that is gone tells nothing, since it may have been deleted.
 * @param seen what was just read
 */
export async function areNewestOlder(seen: Iterable<StoreProduct>, deps: ImportDeps): Promise<boolean> {
  const newest = deps.ledger.sights.newest(MOST_NEWEST);
  const isSeen = new Set([...seen].map(({ id }) => id));
  if (newest[0] === undefined || isSeen.has(newest[0])) return false;
  const read = await keepTrying(deps, () => deps.store.readProducts(newest));
  if (read.kind !== 'done') return false;
  const { others, older } = findSigns(read.value, deps.ledger);
  return others.length + older.length > 0;
}

/** Everything that was read of the store's products. */
export const listRead = ({
  products,
  variations,
}: Pick<StoreCatalog, 'products' | 'variations'>): StoreProduct[] => [
  ...products,
  ...[...variations.values()].flat(),
];

/** Whether it was found put back, and not everything was compared since. */
export const isToBeCompared = ({ meta }: Pick<Ledger, 'meta'>): boolean => meta.get(PUT_BACK_MARK) === FOUND;

/** Whether they say so when they are asked once more: something between us and the store may have kept an old answer. */
export async function isPutBack(signs: Signs, deps: ImportDeps): Promise<boolean> {
  if (signs.others.length > 0) return true;
  const asked = signs.older.slice(0, MOST_ASKED_AGAIN);
  const ids = asked.filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const parents = new Set(asked.map(({ parentId }) => parentId).filter((id) => id !== null));
  const reads = [
    ...(ids.length > 0 ? [() => deps.store.readProducts(ids)] : []),
    ...[...parents].map((parentId) => () => deps.store.readVariations(parentId)),
  ];
  for (const read of reads) {
    const again = await keepTrying(deps, read);
    if (again.kind === 'done' && findSigns(again.value, deps.ledger).older.length > 0) return true;
  }
  return false;
}

/** The same sides, none of whose products is taken for another one that has its id now: to a write it is not there. */
export function guardOthers(deps: ImportDeps): ImportDeps {
  const leaveOthers = (outcome: Outcome<readonly StoreProduct[]>): Outcome<readonly StoreProduct[]> => {
    if (outcome.kind !== 'done') return outcome;
    const others = new Set(findSigns(outcome.value, deps.ledger).others.map(({ wooId }) => wooId));
    if (others.size === 0) return outcome;
    return { ...outcome, value: outcome.value.filter(({ id }) => !others.has(id)) };
  };
  const { store } = deps;
  return {
    ...deps,
    store: {
      ...store,
      readProducts: async (ids) => leaveOthers(await store.readProducts(ids)),
      readVariations: async (parentId) => leaveOthers(await store.readVariations(parentId)),
    },
  };
}

/**
 * Whether the store was put back, by a look at all of it: then what is known of it has been made to fit, and the mark
 * stays until a plan of everything has asked about the rest.
 */
export async function seePutBack(store: StoreCatalog, deps: ImportDeps): Promise<boolean> {
  const { ledger } = deps;
  const signs = findSigns(listRead(store), ledger);
  const isFound = isToBeCompared(ledger);
  if (!isFound && !(await isPutBack(signs, deps))) return false;
  ledger.transaction(() => {
    if (!isFound) notePutBack(deps);
    settlePutBack(store, signs.others, deps);
  });
  return true;
}

/** What the store said of these, for the next look. */
export function noteSights(products: Iterable<StoreProduct>, { sights }: Pick<Ledger, 'sights'>): void {
  for (const { id, sight } of products) if (sight) sights.put(id, sight);
}

/** The plan that asks about all that is older is kept: a person is to be told. */
export const noteAsked = ({ meta }: Pick<Ledger, 'meta'>): void => meta.put(PUT_BACK_MARK, ASKED);

/**
 * Makes what is known of the store fit one that was put back; the plan that follows asks about every value that the
 * store has and that was not agreed on.
 *
 * - What is another one, or is gone, is no counterpart any more: the till's item is like a new one, and the store's too.
 * - Counts move by differences, and of older ones nobody knows what they hold: where they are not as agreed, a person
 *   is asked.
 * - What was deleted since is there again.
 * - Of categories no date is told: one with another name than the agreed one is the same where a product is still in it;
 *   any other is found again by its name.
 */
function settlePutBack(
  store: StoreCatalog,
  others: readonly Link[],
  { ledger, clock }: Pick<ImportDeps, 'ledger' | 'clock'>,
): void {
  const present = new Map(listRead(store).map((product) => [product.id, product]));
  const trashed = new Set(store.trashed.map(({ id }) => id));
  const foreign = new Set(others.map(({ id }) => id));
  const lost: Link[] = [];
  for (const link of ledger.links.all()) {
    if (link.kind === 'category' || link.wooId === null) continue;
    const product = present.get(link.wooId);
    // What a person deleted is not made again, whatever has its id now.
    const isGone = !product && !trashed.has(link.wooId) && link.status !== 'deleted';
    if (foreign.has(link.id) || isGone) lost.push(link);
    else if (product && link.status === 'deleted') ledger.links.setStatus(link.id, 'synced');
    if (product) reopenStock(link, product, ledger);
  }
  loosen(lost, ledger, clock);
  const names = new Map(store.categories.map(({ id, name }) => [id, name]));
  const vouched = listVouched(present, ledger);
  for (const link of ledger.links.categories()) {
    const name = link.wooId === null ? undefined : names.get(link.wooId);
    const isSame = name !== undefined && foldText(name) === foldText(link.name);
    if (!isSame && !(name !== undefined && vouched.has(link.wooId))) ledger.links.remove(link.id);
  }
}

/** Categories that a product is in, as was agreed on: those were there when the copy was made. */
function listVouched(
  present: ReadonlyMap<WooId, StoreProduct>,
  { links, shadows }: Ledger,
): ReadonlySet<WooId | null> {
  const vouched = new Set<WooId | null>();
  for (const link of links.all()) {
    const product = link.kind === 'product' && link.wooId !== null ? present.get(link.wooId) : undefined;
    const agreed = product && shadows.get(link.id)?.categories?.store;
    if (!product || !Array.isArray(agreed)) continue;
    for (const id of product.categoryIds)
      if ((agreed as readonly unknown[]).includes(String(id))) vouched.add(id);
  }
  return vouched;
}

function reopenStock(link: Link, product: StoreProduct, { shadows }: Ledger): void {
  const shadow = shadows.get(link.id);
  const stock = shadow?.stock;
  if (!stock || typeof stock.store !== 'number' || stock.store === product.stock) return;
  shadows.put(link.id, { ...shadow, stock: { till: null, sent: null, store: null } });
}

/** Both are looked at as new: the item is made in the store again, and what has the id now is made on the till. */
function loosen(lost: readonly Link[], ledger: Ledger, clock: Clock): void {
  const hints = lost.flatMap(({ status, cloverId, groupId, wooId, parentWooId }) => [
    { side: 'store' as const, key: String(parentWooId ?? wooId) },
    ...(status === 'deleted' ? [] : [groupId ?? cloverId, cloverId]).map((key) => ({
      side: 'till' as const,
      key,
    })),
  ]);
  ledger.links.removeProducts(lost.map(({ id }) => id));
  ledger.inbox.add(hints, clock.nowMs());
}

/** The store was found put back: the next plan is of everything. */
export function notePutBack({ ledger, clock }: Pick<ImportDeps, 'ledger' | 'clock'>): void {
  ledger.meta.put(PUT_BACK_MARK, FOUND);
  ledger.journal.add({
    atMs: clock.nowMs(),
    level: 'warn',
    action: 'store',
    side: 'store',
    entity: 'the store',
    message: 'it was put back to an earlier copy of its own: nothing older is taken over without a person',
    runId: null,
  });
}

/** What we have just made has the id of a linked product: only a store that was put back gives one again. */
export function giveIdAway(cloverId: CloverId, made: StoreProduct, kind: LinkKind, deps: NoteDeps): void {
  const before = deps.ledger.links.findByWoo(kind, made.id);
  if (before === null || before.cloverId === cloverId) return;
  notePutBack(deps);
  loosen([before], deps.ledger, deps.clock);
}

type NoteDeps = Pick<ImportDeps, 'ledger' | 'clock'>;

/** Tells once of a store that was put back. */
export function tellPutBack({ meta }: Pick<Ledger, 'meta'>, alerts: Pick<Alerts, 'raise'>): void {
  if (meta.get(PUT_BACK_MARK) !== ASKED) return;
  alerts.raise(({ say }) => ({
    kind: 'sync-error',
    key: KEY,
    title: say('The store was put back to an earlier copy of its own.'),
    body: say(
      'Nothing older is taken over by itself: where its values or counts are not as agreed, you are asked under Conflicts. What it no longer has is made again from the till. Orders of since then are on the till only: look through Orders, and count what was sold.',
    ),
    opens: '#/conflicts',
  }));
  meta.remove(PUT_BACK_MARK);
}
