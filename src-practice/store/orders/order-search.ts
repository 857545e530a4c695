import { readFilterBound } from '../rest/dates.ts';
import type { Fields } from '../rest/failure.ts';
import type { PageWindow } from '../rest/paging.ts';
import { toIds, toList, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { OrderRecord } from './order.ts';
import { readTotal } from './refund-desk.ts';

type OrderFilter = (order: OrderRecord) => boolean;
type Compare = (left: OrderRecord, right: OrderRecord) => number;

export interface FoundOrders {
  readonly orders: readonly OrderRecord[];
  readonly total: number;
}

/** Finds one page of /orders. */
export function searchOrders(shop: Shop, params: Fields, window: PageWindow): FoundOrders {
  const filters = createFilters(shop, params);
  const matching = listCandidates(shop, params).filter((order) => filters.every((filter) => filter(order)));
  const sorted = matching.sort(chooseCompare(params));
  return { orders: sorted.slice(window.start, window.end), total: matching.length };
}

function listCandidates(shop: Shop, params: Fields): OrderRecord[] {
  const included = toIds(params.include);
  if (included.length > 0) {
    return included.map((id) => shop.orders.find(id)).filter((order) => order !== undefined);
  }
  const bound = readBound(shop, params, 'modified_after');
  return [...(bound === null ? shop.orders.list() : shop.orders.listChangedAfter(bound))];
}

/** The parameters that are a test of one order; there is no filter by meta (woocommerce.md 2.1). */
function createFilters(shop: Shop, params: Fields): OrderFilter[] {
  const bounds = {
    after: readBound(shop, params, 'after'),
    before: readBound(shop, params, 'before'),
    modifiedAfter: readBound(shop, params, 'modified_after'),
    modifiedBefore: readBound(shop, params, 'modified_before'),
  };
  const statuses = new Set(toList(params.status));
  const excluded = new Set(toIds(params.exclude));
  const products = new Set(toIds(params.product));
  const createdVia = new Set(toList(params.created_via));
  const wanted: (readonly [boolean, OrderFilter])[] = [
    // "any" is all but the trash, whatever else is named with it.
    [true, ({ status }) => (statuses.has('any') ? status !== 'trash' : statuses.has(status))],
    [bounds.after !== null, ({ createdMs }) => createdMs > (bounds.after ?? 0)],
    [bounds.before !== null, ({ createdMs }) => createdMs < (bounds.before ?? 0)],
    [bounds.modifiedAfter !== null, ({ modifiedMs }) => modifiedMs > (bounds.modifiedAfter ?? 0)],
    [bounds.modifiedBefore !== null, ({ modifiedMs }) => modifiedMs < (bounds.modifiedBefore ?? 0)],
    [excluded.size > 0, ({ id }) => !excluded.has(id)],
    [products.size > 0, ({ lines }) => lines.some((line) => products.has(line.productId))],
    [createdVia.size > 0, (order) => createdVia.has(order.createdVia)],
    [toText(params.search) !== '', matchText(toText(params.search).toLowerCase())],
  ];
  return wanted.filter(([isWanted]) => isWanted).map(([, filter]) => filter);
}

function readBound(shop: Shop, params: Fields, name: string): number | null {
  const text = toText(params[name]);
  if (text === '') return null;
  return readFilterBound(text, params.dates_are_gmt === true, shop.settings.timezoneOffsetHours);
}

/** By number or transaction, as with HPOS on (woocommerce.md 4). */
const matchText =
  (text: string): OrderFilter =>
  ({ id, transactionId }) =>
    String(id) === text || transactionId.toLowerCase() === text;

function chooseCompare(params: Fields): Compare {
  const sign = params.order === 'asc' ? 1 : -1;
  const compare: Record<string, Compare> = {
    id: (left, right) => left.id - right.id,
    date: (left, right) => left.createdMs - right.createdMs || left.id - right.id,
    modified: (left, right) => left.modifiedMs - right.modifiedMs || left.id - right.id,
    total: (left, right) => readTotal(left) - readTotal(right) || left.id - right.id,
    // As they were found, in either direction.
    include: () => 0,
  };
  const chosen = compare[toText(params.orderby)] ?? compare.date;
  return (left, right) => sign * (chosen?.(left, right) ?? 0);
}
