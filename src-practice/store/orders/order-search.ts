import { readFilterBound } from '../rest/dates.ts';
import type { Fields } from '../rest/failure.ts';
import type { PageWindow } from '../rest/paging.ts';
import { toId, toIds, toList, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { sumOf } from './money.ts';
import { type KeptStatus, ORDER_STATUSES, type OrderRecord } from './order.ts';

type OrderFilter = (order: OrderRecord) => boolean;
type Compare = (left: OrderRecord, right: OrderRecord) => number;

export interface FoundOrders {
  readonly orders: readonly OrderRecord[];
  readonly total: number;
}

/**
 * Finds one page of /orders. Lists by status alone, in order of id or date, are cut out of their indexes: a full
 * read of many orders costs a slice a page.
 */
export function searchOrders(shop: Shop, params: Fields, window: PageWindow): FoundOrders {
  const statuses = readStatuses(params);
  const filters = createFilters(shop, params);
  const isPlain = filters.length === 0 && toIds(params.include).length === 0;
  if (isPlain && ['id', 'date'].includes(toText(params.orderby))) {
    const lists = statuses.map((status) => shop.orders.listIds(status));
    return cutPage(shop, params, lists, window);
  }
  const matching = listCandidates(shop, params, statuses).filter((order) =>
    filters.every((filter) => filter(order)),
  );
  const sorted = matching.sort(chooseCompare(params));
  return { orders: sorted.slice(window.start, window.end), total: matching.length };
}

/**
 * Orders cannot be back-dated (woocommerce.md 4), so their ids are in order of date too, and no list has more
 * on a page than its first ids up to there.
 */
function cutPage(
  shop: Shop,
  params: Fields,
  lists: readonly (readonly number[])[],
  { start, end }: PageWindow,
): FoundOrders {
  const isRising = params.order === 'asc';
  const total = sumOf(lists, ({ length }) => length);
  const cut = (ids: readonly number[], from: number): readonly number[] =>
    isRising
      ? ids.slice(from, end)
      : ids.slice(Math.max(0, ids.length - end), Math.max(0, ids.length - from)).toReversed();
  const [only] = lists;
  if (only && lists.length === 1) return { orders: collect(shop, cut(only, start)), total };
  const sign = isRising ? 1 : -1;
  const heads = lists.flatMap((ids) => cut(ids, 0)).sort((left, right) => sign * (left - right));
  return { orders: collect(shop, heads.slice(start, end)), total };
}

/** "any" is all but the trash, whatever else is named with it. */
function readStatuses(params: Fields): readonly (KeptStatus | 'any')[] {
  const named = toList(params.status);
  if (named.includes('any')) return ['any'];
  return [...ORDER_STATUSES, 'auto-draft' as const, 'trash' as const].filter((status) =>
    named.includes(status),
  );
}

function listCandidates(
  shop: Shop,
  params: Fields,
  statuses: readonly (KeptStatus | 'any')[],
): OrderRecord[] {
  const included = toIds(params.include);
  const bound = readBound(shop, params, 'modified_after');
  const isListed: OrderFilter = ({ status }) =>
    statuses.includes('any') ? status !== 'trash' && status !== 'auto-draft' : statuses.includes(status);
  if (included.length > 0) return collect(shop, included).filter(isListed);
  if (bound !== null) return collect(shop, shop.orders.listChangedAfter(bound)).filter(isListed);
  const after = readBound(shop, params, 'after');
  return statuses.flatMap((status) => collect(shop, cutEarlier(shop, shop.orders.listIds(status), after)));
}

/** Leaves out, without looking at them, those made before a moment. */
function cutEarlier(shop: Shop, ids: readonly number[], boundMs: number | null): readonly number[] {
  if (boundMs === null) return ids;
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = shop.orders.find(ids[middle] ?? 0);
    if (order && order.createdMs <= boundMs) low = middle + 1;
    else high = middle;
  }
  return ids.slice(low);
}

const collect = (shop: Shop, ids: readonly number[]): OrderRecord[] =>
  ids.map((id) => shop.orders.find(id)).filter((order) => order !== undefined);

/** The parameters that are a test of one order; there is no filter by meta (woocommerce.md 2.1). */
function createFilters(shop: Shop, params: Fields): OrderFilter[] {
  const bounds = {
    after: readBound(shop, params, 'after'),
    before: readBound(shop, params, 'before'),
    modifiedAfter: readBound(shop, params, 'modified_after'),
    modifiedBefore: readBound(shop, params, 'modified_before'),
  };
  const excluded = new Set(toIds(params.exclude));
  const products = new Set(toIds(params.product));
  const createdVia = new Set(toList(params.created_via));
  const customer = params.customer === undefined ? undefined : toId(params.customer);
  const wanted: (readonly [boolean, OrderFilter])[] = [
    [bounds.after !== null, ({ createdMs }) => createdMs > (bounds.after ?? 0)],
    [bounds.before !== null, ({ createdMs }) => createdMs < (bounds.before ?? 0)],
    [bounds.modifiedAfter !== null, ({ modifiedMs }) => modifiedMs > (bounds.modifiedAfter ?? 0)],
    [bounds.modifiedBefore !== null, ({ modifiedMs }) => modifiedMs < (bounds.modifiedBefore ?? 0)],
    [excluded.size > 0, ({ id }) => !excluded.has(id)],
    [products.size > 0, ({ lines }) => lines.some((line) => products.has(line.productId))],
    [createdVia.size > 0, (order) => createdVia.has(order.createdVia)],
    [customer !== undefined, ({ customerId }) => customerId === customer],
    [toText(params.search) !== '', matchText(toText(params.search).toLowerCase())],
  ];
  return wanted.filter(([isWanted]) => isWanted).map(([, filter]) => filter);
}

function readBound(shop: Shop, params: Fields, name: string): number | null {
  const text = toText(params[name]);
  if (text === '') return null;
  return readFilterBound(text, params.dates_are_gmt === true, shop.settings.timezoneOffsetHours);
}

/** By number, guest and what was bought; by transaction only with HPOS (woocommerce.md 4). */
const matchText =
  (text: string): OrderFilter =>
  ({ id, table, transactionId, billing, lines }) => {
    if (String(id) === text) return true;
    if (table === 'hpos' && transactionId.toLowerCase().includes(text)) return true;
    const guest = ['first_name', 'last_name', 'email', 'phone'].map((name) => billing[name] ?? '');
    return [...guest, ...lines.map(({ name }) => name)].some((part) => part.toLowerCase().includes(text));
  };

function chooseCompare(params: Fields): Compare {
  const sign = params.order === 'asc' ? 1 : -1;
  const compare: Record<string, Compare> = {
    id: (left, right) => left.id - right.id,
    date: (left, right) => left.createdMs - right.createdMs || left.id - right.id,
    modified: (left, right) => left.modifiedMs - right.modifiedMs || left.id - right.id,
    total: (left, right) => left.totals.total - right.totals.total || left.id - right.id,
    // As they were found, in either direction.
    include: () => 0,
  };
  const chosen = compare[toText(params.orderby)] ?? compare.date;
  return (left, right) => sign * (chosen?.(left, right) ?? 0);
}
