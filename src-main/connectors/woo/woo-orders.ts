import { parseDecimal } from '../../domain/money.ts';
import { foldOrderKey } from '../../domain/orders/other-order.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ShopOrder, ShopOrderLine } from '../../domain/shop-order.ts';
import type { ChangedOrders } from '../../engine/ports.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import { mapValue } from '../outcomes.ts';
import { readNumber, readRows, readText, type WireRow } from '../wire-values.ts';
import { filterChanged, findUntil, readStoreTime } from './store-time.ts';
import { WOO_IN_FLIGHT, type WooClient } from './woo-client.ts';
import { readDatedPages, readPages } from './woo-pages.ts';

export const ORDERS = '/wc/v3/orders';

const FIELDS = [
  'id',
  'number',
  'order_key',
  'status',
  'total',
  'date_created_gmt',
  'date_modified_gmt',
  'line_items',
  'refunds',
].join(',');

/** Statuses in which an order has its stock (woocommerce.md 4); one of a plugin's own is not taken for a sale. */
const COUNTED: ReadonlySet<string> = new Set(['processing', 'on-hold', 'completed']);

/** Pieces taken back, by the id of the order's line. */
type PiecesBack = ReadonlyMap<number, number>;
const NONE_BACK: PiecesBack = new Map();

/**
 * Reads the orders that changed since a moment, a little of what was known before it and the trash included;
 * in growing id order, which is the order they were made in.
 */
export async function readChangedOrders(
  client: WooClient,
  since: string,
  digits: number,
): Promise<Outcome<ChangedOrders<string>>> {
  const query = { ...filterChanged(since), _fields: FIELDS };
  const lists = await Promise.all([
    readDatedPages(client, ORDERS, query),
    readDatedPages(client, ORDERS, { ...query, status: 'trash' }),
  ]);
  const [listed, trashed] = lists;
  if (listed.kind !== 'done') return listed;
  if (trashed.kind !== 'done') return trashed;
  const byId = new Map(listed.value.rows.map((row) => [readNumber(row.id, 0), row]));
  for (const row of trashed.value.rows) byId.set(readNumber(row.id, 0), row);
  const rows = [...byId.values()].sort((left, right) => readNumber(left.id, 0) - readNumber(right.id, 0));
  const refunded = rows.filter((row) => readRows(row.refunds).length > 0);
  const backs = await readConcurrently(refunded, WOO_IN_FLIGHT + 1, (row) => readPiecesBack(client, row));
  return mapValue(backs, (list) => {
    const byOrder = new Map(refunded.map((row, at) => [row, list[at]]));
    return {
      orders: rows.map((row) => parseOrder(row, byOrder.get(row) ?? NONE_BACK, digits)),
      until: findUntil(since, [listed.value, trashed.value]),
    };
  });
}

/** An order names its refunds with their sums only (woocommerce.md 4): what was taken back stands in each. */
async function readPiecesBack(client: WooClient, order: WireRow): Promise<Outcome<PiecesBack>> {
  const path = `${ORDERS}/${readNumber(order.id, 0)}/refunds`;
  const refunds = await readPages(client, path, { _fields: 'id,line_items' });
  return mapValue(refunds, (list) => {
    const back = new Map<number, number>();
    for (const line of list.flatMap((refund) => readRows(refund.line_items))) {
      const meta = readRows(line.meta_data).find(({ key }) => key === '_refunded_item_id');
      const lineId = Number(meta?.value);
      // Refunded pieces are negative.
      back.set(lineId, (back.get(lineId) ?? 0) - readNumber(line.quantity, 0));
    }
    return back;
  });
}

function parseOrder(row: WireRow, back: PiecesBack, digits: number): ShopOrder {
  const id = String(readNumber(row.id, 0));
  const status = readText(row.status);
  return {
    id,
    number: readText(row.number) || id,
    key: foldOrderKey(readText(row.order_key)),
    isCounted: COUNTED.has(status),
    hasTaken: readRows(row.line_items).some((line) => (readTaken(line) ?? 0) > 0),
    status,
    totalAmount: parseDecimal(readText(row.total), digits) ?? 0,
    createdMs: readStoreTime(readText(row.date_created_gmt)) || 0,
    lines: readRows(row.line_items).map((line) => parseLine(line, back)),
  };
}

/** WooCommerce writes down on the line what it took for it (woocommerce.md 4). */
const readTaken = (line: WireRow): number | undefined => {
  const meta = readRows(line.meta_data).find(({ key }) => key === '_reduced_stock');
  const taken = meta === undefined ? Number.NaN : Number(meta.value);
  return Number.isFinite(taken) ? taken : undefined;
};

/** Texts of orders are not encoded, unlike those of products (woocommerce.md 3). */
function parseLine(row: WireRow, back: PiecesBack): ShopOrderLine {
  const productId = readNumber(row.variation_id, 0) || readNumber(row.product_id, 0);
  const taken = readTaken(row);
  return {
    productId: productId > 0 ? String(productId) : '',
    name: readText(row.name),
    quantity: readNumber(row.quantity, 0) - (back.get(readNumber(row.id, 0)) ?? 0),
    ...(taken === undefined ? {} : { taken }),
  };
}
