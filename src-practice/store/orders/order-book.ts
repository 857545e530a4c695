import { createIdList, type IdList } from '../products/id-list.ts';
import { readSetting } from '../site/settings.ts';
import type { StoreState } from '../state.ts';
import type { KeptStatus, OrderRecord, OrderTable } from './order.ts';

/**
 * The orders with what their lists need; every save goes through here. Only those of the table the store
 * works with now are seen: the others are not there until it is switched back (woocommerce.md 4).
 */
export interface OrderBook {
  find(id: number): OrderRecord | undefined;
  save(order: OrderRecord): void;
  remove(id: number): void;
  /** In rising order; "any" is all but the trash and orders never begun. */
  listIds(status: KeptStatus | 'any'): readonly number[];
  /** Changed later than a moment, in order of change: a poll does not walk through years of orders. */
  listChangedAfter(boundMs: number): readonly number[];
  /** In rising order. */
  listRefundIds(): readonly number[];
  findByRefund(refundId: number): OrderRecord | undefined;
  /** Where a new order is kept. */
  readTable(): OrderTable;
}

interface Change {
  readonly id: number;
  readonly atMs: number;
}

/** The indexes of one table. */
interface OrderShelf {
  readonly byStatus: Map<KeptStatus | 'any', IdList>;
  /** By time, then id; each order once. */
  readonly changes: Change[];
  readonly refundIds: IdList;
}

const HPOS_SETTING = 'advanced/woocommerce_custom_orders_table_enabled';
const UNLISTED: readonly KeptStatus[] = ['trash', 'auto-draft'];

/** The orders of an empty state. */
export function createOrderBook(state: StoreState): OrderBook {
  const { orders } = state;
  const shelves = { hpos: createShelf(), legacy: createShelf() };
  const ownerOfRefund = new Map<number, number>();
  const readTable = (): OrderTable => (readSetting(state, HPOS_SETTING) === 'yes' ? 'hpos' : 'legacy');
  const find = (id: number): OrderRecord | undefined => {
    const order = orders.get(id);
    return order?.table === readTable() ? order : undefined;
  };
  const index = (shelf: OrderShelf, before: OrderRecord | undefined, after: OrderRecord | undefined) => {
    moveStatus(shelf, before, after);
    moveChange(shelf.changes, before, after);
    if (before?.refunds === after?.refunds) return;
    for (const { id } of before?.refunds ?? []) shelf.refundIds.remove(id);
    for (const { id } of after?.refunds ?? []) {
      shelf.refundIds.add(id);
      ownerOfRefund.set(id, after?.id ?? 0);
    }
  };
  return {
    readTable,
    find,
    save: (order) => {
      index(shelves[order.table], orders.get(order.id), order);
      orders.set(order.id, order);
    },
    remove: (id) => {
      const before = orders.get(id);
      if (before) index(shelves[before.table], before, undefined);
      orders.delete(id);
    },
    listIds: (status) => shelves[readTable()].byStatus.get(status)?.ids ?? [],
    listChangedAfter: (boundMs) => {
      const { changes } = shelves[readTable()];
      return changes.slice(findPosition(changes, { atMs: boundMs, id: Infinity })).map(({ id }) => id);
    },
    listRefundIds: () => shelves[readTable()].refundIds.ids,
    findByRefund: (refundId) => find(ownerOfRefund.get(refundId) ?? 0),
  };
}

const createShelf = (): OrderShelf => ({ byStatus: new Map(), changes: [], refundIds: createIdList() });

const readLists = (order: OrderRecord | undefined): readonly (KeptStatus | 'any')[] => {
  if (!order) return [];
  return UNLISTED.includes(order.status) ? [order.status] : [order.status, 'any'];
};

function moveStatus(
  { byStatus }: OrderShelf,
  before: OrderRecord | undefined,
  after: OrderRecord | undefined,
): void {
  if (before?.status === after?.status) return;
  const id = after?.id ?? before?.id ?? 0;
  const [left, entered] = [readLists(before), readLists(after)];
  for (const key of left) if (!entered.includes(key)) byStatus.get(key)?.remove(id);
  for (const key of entered) {
    if (left.includes(key)) continue;
    const list = byStatus.get(key) ?? createIdList();
    byStatus.set(key, list);
    list.add(id);
  }
}

function moveChange(
  changes: Change[],
  before: OrderRecord | undefined,
  after: OrderRecord | undefined,
): void {
  if (before) {
    const at = findPosition(changes, { id: before.id, atMs: before.modifiedMs }) - 1;
    if (changes[at]?.id === before.id) changes.splice(at, 1);
  }
  if (!after) return;
  const change = { id: after.id, atMs: after.modifiedMs };
  changes.splice(findPosition(changes, change), 0, change);
}

/** Behind the last change at or before the given one. */
function findPosition(changes: readonly Change[], sought: Change): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const change = changes[middle];
    if (!change) break;
    const isBehind = change.atMs < sought.atMs || (change.atMs === sought.atMs && change.id <= sought.id);
    if (isBehind) low = middle + 1;
    else high = middle;
  }
  return low;
}
