import type { Failure } from '../../domain/failure.ts';
import { asCloverId, asWooId, type CloverId, type WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { countTaken, type ShopOrder } from '../../domain/shop-order.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import {
  COMPARED_MARK,
  FOLDED_MARK,
  RULES_MARK,
  STORE_CURSOR,
  STORE_ORDER_CURSOR,
  TILL_CURSOR,
  TILL_ORDER_CURSOR,
} from '../cursors.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Link, Side } from '../ledger-ports.ts';
import { isOwnCopy } from '../own-copy.ts';
import { keepTrying } from '../patience.ts';
import type { StoreChanges } from '../ports.ts';
import { isForbidden } from '../refusal.ts';
import { type CoverMemory, listSuspects, noteLook, noteTaken } from './covered-sales.ts';
import { findTillStart, type NewestSecond, noteNewest } from './newest-second.ts';
import { type OrderMemory, watchOrders } from './order-watch.ts';
import { isTrouble } from './sync-sides.ts';

/** What one look read anyway, so that a pass right after it need not ask again. */
export interface Fresh {
  readonly items: ReadonlyMap<CloverId, TillItem>;
  readonly products: ReadonlyMap<WooId, StoreProduct>;
  readonly variationsOf: ReadonlyMap<WooId, readonly StoreProduct[]>;
  /** The store was never looked at: what changed before now is not known. */
  readonly needsFull: boolean;
}

/** Rows that are worked on before other work is let run. */
const ROWS_A_BREATH = 1000;

/** What the last look saw, so that the next one need not weigh it again; lost at no cost. */
export interface LookMemory extends OrderMemory {
  counts: ReadonlyMap<CloverId, number>;
  /** Rows of each side's newest second, as text. */
  seen: ReadonlyMap<string, string>;
  tillNewest: NewestSecond | null;
  /** Whether each side's orders could be read in the last look. */
  canRead: Readonly<Record<Side, boolean>>;
  /** When the last look began, by the clock of the ledger's rows. */
  sinceMs: number;
  /** What the last whole look found changed. */
  found: readonly { readonly side: Side; readonly key: string }[];
}

/** Why a side did not answer. */
export type Silence = Partial<Readonly<Record<Side, Failure>>>;

/** A side that is away for so long is told of, and asked again with the next look. */
const MOST_TROUBLE_MS = 20_000;

/** Looks for changes on both sides and keeps them as hints, together with how far the look went. */
export interface Lookout {
  /**
   * @param silent sides that were asked just now and did not answer: they are not asked again
   * @param isHinted the relay has told what changed: only orders are read, which no hint of a product tells of
   */
  look(silent?: Silence, isHinted?: boolean): Promise<Attempt<Fresh>>;
}

export const keyVariation = (parent: WooId, id: WooId): string => `${parent}/${id}`;

/**
 * Polling is the base of everything: neither service guarantees that a webhook arrives. Cursors are the
 * sides' own times, so this computer's clock decides nothing.
 */
export function createLookout(deps: ImportDeps, memory: LookMemory & CoverMemory): Lookout {
  const { ledger, clock } = deps;
  return {
    look: async (silent = {}, isHinted = false) => {
      const hints: Hint[] = listSuspects(memory, ledger).map((key) => ({ side: 'till', key }));
      memory.sinceMs = clock.nowMs();
      const isDue = ledger.meta.get(COMPARED_MARK) === null || ledger.meta.get(RULES_MARK) !== null;
      const [till, store] = await Promise.all([
        silent.till ? fail(silent.till) : readTill(deps, memory, isHinted),
        silent.store ? fail(silent.store) : readStore(deps, isHinted),
      ]);
      for (const side of [till, store]) if (!side.ok) deps.onWait?.(side.failure);
      const [tillSeen, storeSeen] = [till.ok ? till.value : NO_TILL, store.ok ? store.value : NO_STORE];
      noteTaken(memory, storeSeen.orders ?? [], clock.monotonicMs());
      const next = new Map<string, string>();
      /** A side answers with what changed in its newest second again and again. */
      const isNews = (key: string, row: unknown): boolean => {
        const text = JSON.stringify(row);
        next.set(key, text);
        return memory.seen.get(key) !== text;
      };
      for (const item of tillSeen.items)
        if (isNews(`till ${item.id}`, item)) hints.push({ side: 'till', key: item.id });
      for (const product of storeSeen.products)
        if (isNews(`store ${product.id}`, leaveSight(product)))
          hints.push({ side: 'store', key: String(product.id) });
      for (const [parent, variations] of storeSeen.variations)
        for (const variation of variations)
          if (isNews(`store ${variation.id}`, leaveSight(variation)))
            hints.push({ side: 'store', key: keyVariation(parent, variation.id) });
      for (const id of storeSeen.trashedIds)
        if (isNews(`trash ${id}`, '')) hints.push({ side: 'store', key: String(id) });
      // At the start nothing is remembered, and what happened before was told of to nobody.
      memory.found = isHinted || memory.seen.size === 0 ? [] : [...hints];
      hints.push(...(await findMovedCounts(tillSeen.counts, memory.counts, deps)));
      ledger.transaction(() => {
        const isWorthLook = watchOrders(memory, deps);
        for (const [side, { orders }] of [['till', tillSeen] as const, ['store', storeSeen] as const]) {
          hints.push(...noteOrders(side, orders, deps).filter(({ order }) => isWorthLook(side, order)));
          if (orders) noteLook(memory, side, { beganMs: memory.sinceMs, endedMs: clock.nowMs() });
        }
        ledger.inbox.add(hints, clock.nowMs());
        for (const [name, value] of [...tillSeen.cursors, ...storeSeen.cursors])
          if (value !== null) ledger.meta.put(name, String(value));
      });
      if (till.ok && !isHinted) memory.counts = tillSeen.counts;
      if (!till.ok) return till;
      if (!store.ok) return store;
      memory.canRead = { till: till.value.orders !== null, store: store.value.orders !== null };
      if (!isHinted) memory.seen = next;
      return succeed({
        items: new Map(tillSeen.items.map((item) => [item.id, item])),
        products: new Map(storeSeen.products.map((product) => [product.id, product])),
        variationsOf: storeSeen.variations,
        needsFull: isDue,
      });
    },
  };
}

/** That it was saved again with the values it had is no news. */
const leaveSight = ({ sight: _when, ...product }: StoreProduct): object => product;

interface Hint {
  readonly side: Side;
  readonly key: string;
}

interface TillSeen {
  readonly items: readonly TillItem[];
  readonly counts: ReadonlyMap<CloverId, number>;
  readonly orders: readonly ShopOrder[] | null;
  readonly cursors: readonly Cursor[];
}

interface StoreSeen extends Omit<StoreChanges, 'until'> {
  readonly orders: readonly ShopOrder[] | null;
  readonly cursors: readonly Cursor[];
}

/** A name in the ledger's meta, and how far that look went; null leaves it. */
type Cursor = readonly [string, string | number | null];

/** A side that is away says nothing; what the other one says is kept all the same. */
const NO_TILL: TillSeen = { items: [], counts: new Map(), orders: null, cursors: [] };
const NO_STORE: StoreSeen = {
  products: [],
  variations: new Map(),
  trashedIds: [],
  orders: null,
  cursors: [],
};

async function readTill(deps: ImportDeps, memory: LookMemory, isHinted: boolean): Promise<Attempt<TillSeen>> {
  const { till, ledger } = deps;
  const since = Number(ledger.meta.get(TILL_CURSOR) ?? 0);
  const sinceOrders = Number(ledger.meta.get(TILL_ORDER_CURSOR) ?? 0);
  if (isHinted) return readTillOrders(deps, sinceOrders || since);
  const beganMs = deps.clock.monotonicMs();
  const newest = noteNewest(memory.tillNewest, since, beganMs);
  memory.tillNewest = newest;
  const from = findTillStart(newest);
  const patience = createPatience(deps);
  const changed = await keepTrying(patience, () => till.readChangedItems(from));
  if (changed.kind !== 'done') return fail(changed.failure);
  const counts = await keepTrying(patience, () => till.readStocks());
  if (counts.kind !== 'done') return fail(counts.failure);
  // Orders only explain what the counts show anyway; without the right to read them, the counts go on.
  const orders = readIfAllowed(await keepTrying(patience, () => till.readOrders(sinceOrders || since)));
  if (!orders.ok) return orders;
  memory.tillNewest = { ...newest, lookedMs: beganMs };
  return succeed({
    items: changed.value.items,
    counts: counts.value,
    orders: orders.value?.orders ?? null,
    cursors: [
      [TILL_CURSOR, changed.value.untilMs],
      [TILL_ORDER_CURSOR, orders.value?.until ?? (sinceOrders === 0 ? changed.value.untilMs : null)],
    ],
  });
}

async function readStore(deps: ImportDeps, isHinted: boolean): Promise<Attempt<StoreSeen>> {
  const { store, ledger } = deps;
  const since = ledger.meta.get(STORE_CURSOR);
  if (isHinted) return readStoreOrders(deps, ledger.meta.get(STORE_ORDER_CURSOR) ?? since);
  const patience = createPatience(deps);
  const changed = await keepTrying(patience, () => store.readChanges(since));
  if (changed.kind !== 'done') return fail(changed.failure);
  const sinceOrders = ledger.meta.get(STORE_ORDER_CURSOR) ?? since;
  const orders = readIfAllowed(await keepTrying(patience, () => store.readOrders(sinceOrders)));
  if (!orders.ok) return orders;
  const { products, variations, trashedIds, until } = changed.value;
  return succeed({
    products,
    variations,
    trashedIds,
    orders: orders.value?.orders ?? null,
    cursors: [
      [STORE_CURSOR, until],
      [STORE_ORDER_CURSOR, orders.value?.until ?? (sinceOrders === null ? until : null)],
    ],
  });
}

async function readTillOrders(deps: ImportDeps, since: number): Promise<Attempt<TillSeen>> {
  const orders = readIfAllowed(await keepTrying(createPatience(deps), () => deps.till.readOrders(since)));
  if (!orders.ok) return orders;
  const cursor: Cursor = [TILL_ORDER_CURSOR, orders.value?.until ?? null];
  return succeed({ ...NO_TILL, orders: orders.value?.orders ?? null, cursors: [cursor] });
}

async function readStoreOrders(deps: ImportDeps, since: string | null): Promise<Attempt<StoreSeen>> {
  const orders = readIfAllowed(await keepTrying(createPatience(deps), () => deps.store.readOrders(since)));
  if (!orders.ok) return orders;
  const cursor: Cursor = [STORE_ORDER_CURSOR, orders.value?.until ?? null];
  return succeed({ ...NO_STORE, orders: orders.value?.orders ?? null, cursors: [cursor] });
}

/** Waits out a busy side, but not one that is away: the other side's news would wait with it. */
function createPatience({ timers, onWait, clock }: ImportDeps): Parameters<typeof keepTrying>[0] {
  const beganMs = clock.monotonicMs();
  const mayWait = (failure: Failure): boolean =>
    !isTrouble(failure) || clock.monotonicMs() - beganMs < MOST_TROUBLE_MS;
  return { timers, mayWait, ...(onWait ? { onWait } : {}) };
}

/** null where the key may not read it. */
function readIfAllowed<T>(outcome: Outcome<T>): Attempt<T | null> {
  if (outcome.kind === 'done') return succeed(outcome.value);
  return isForbidden(outcome) ? succeed(null) : fail(outcome.failure);
}

/** Counts that differ from what was agreed; those that stand since the last look were looked at then. */
async function findMovedCounts(
  now: ReadonlyMap<CloverId, number>,
  before: ReadonlyMap<CloverId, number>,
  { ledger, timers }: ImportDeps,
): Promise<Hint[]> {
  const hints: Hint[] = [];
  let looked = 0;
  for (const [id, count] of now) {
    if (before.get(id) === count) continue;
    looked += 1;
    if (looked % ROWS_A_BREATH === 0) await timers.breathe();
    const link = ledger.links.findByClover('product', id) ?? ledger.links.findByClover('variation', id);
    const stock = link ? ledger.shadows.get(link.id)?.stock : null;
    const agreed = link ? stock?.till : count;
    // At the start nobody remembers what a write just before it may have covered.
    const isOpen = before.size === 0 && Object.keys(stock?.written ?? {}).length > 0;
    if (agreed !== count || isOpen) hints.push({ side: 'till', key: id });
  }
  return hints;
}

interface OrderHint extends Hint {
  readonly order: ShopOrder;
}

/**
 * What an order took is kept once for each line, and its products are looked at again: on some versions of
 * WooCommerce a sale does not move a product's modified time.
 */
export function noteOrders(side: Side, orders: readonly ShopOrder[] | null, deps: ImportDeps): OrderHint[] {
  const { ledger, clock } = deps;
  const hints: OrderHint[] = [];
  const foldedMs = Number(ledger.meta.get(FOLDED_MARK) ?? 0);
  for (const order of orders ?? []) {
    // What it took is in a sum by now: taken again it would count twice.
    if (order.createdMs < foldedMs) continue;
    if (isOwnCopy(side, order, deps)) continue;
    const pieces = new Map<number, { link: Link; quantity: number }>();
    for (const line of order.lines) {
      const link = findLink(side, line.productId, ledger.links);
      if (!link) continue;
      const sum = pieces.get(link.id)?.quantity ?? 0;
      pieces.set(link.id, { link, quantity: sum + countTaken(order, line) });
    }
    const moves = [...pieces.values()].map(({ link, quantity }) => ({
      linkId: link.id,
      side,
      reason: 'sale' as const,
      pieces: quantity === 0 ? 0 : -quantity,
      orderId: order.id,
      ...(order.key ? { orderKey: order.key } : {}),
      atMs: clock.nowMs(),
    }));
    ledger.stockMoves.add(moves);
    for (const { link } of pieces.values()) hints.push({ side, key: keyLink(side, link), order });
  }
  return hints;
}

function findLink(side: Side, id: string, links: ImportDeps['ledger']['links']): Link | null {
  if (id === '') return null;
  if (side === 'till')
    return links.findByClover('product', asCloverId(id)) ?? links.findByClover('variation', asCloverId(id));
  const wooId = asWooId(Number(id));
  return links.findByWoo('product', wooId) ?? links.findByWoo('variation', wooId);
}

/** The key by which a linked thing is hinted at. */
export function keyLink(side: Side, link: Link): string {
  if (side === 'till') return link.cloverId;
  return link.kind === 'variation' && link.parentWooId !== null && link.wooId !== null
    ? keyVariation(link.parentWooId, link.wooId)
    : String(link.wooId);
}
