import type { Outcome } from '../../domain/outcome.ts';
import type { ShopOrder, ShopOrderLine } from '../../domain/shop-order.ts';
import type { ChangedOrders } from '../../engine/ports.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import { mapValue } from '../outcomes.ts';
import { isRow, readNumber, readText, type WireRow } from '../wire-values.ts';
import { CLOVER_LIMITS, type CloverClient } from './clover-client.ts';
import { readList } from './clover-pages.ts';
import { isCut, isLive, readElements } from './clover-rows.ts';

/** Long pages of orders with their lines were seen to end in a 502 (clover.md 3.3). */
const ORDERS_A_PAGE = 200;
/** `unitQty` of a line by weight or length (clover.md 7.3). */
const UNIT_SCALE = 1_000;

/**
 * Reads the orders changed at or after the till's own time, with their lines, oldest first. Filtered by
 * `modifiedTime` alone: with most other fields Clover looks back 90 days only (clover.md 5.3).
 */
export async function readTillOrders(
  client: CloverClient,
  sinceMs: number,
): Promise<Outcome<ChangedOrders<number>>> {
  const listed = await readOrderRows(client, `modifiedTime>=${sinceMs}`);
  if (listed.kind !== 'done') return listed;
  const rows = listed.value.filter(isLive);
  const wholes = await readConcurrently(rows, CLOVER_LIMITS.inFlight, async (row) =>
    mapValue(await readLines(client, row), (lines) => parseOrder(row, lines)),
  );
  return mapValue(wholes, (orders) => ({
    orders: orders.sort((left, right) => left.createdMs - right.createdMs || (left.id < right.id ? -1 : 1)),
    until: findUntil(listed.value),
  }));
}

/** A token that may not expand lines can still read them (clover.md 3.2). */
async function readOrderRows(client: CloverClient, filter: string): Promise<Outcome<WireRow[]>> {
  const rows = await readList(client, '/orders', { filter, expand: 'lineItems' }, ORDERS_A_PAGE);
  return rows.kind === 'rejected' && rows.status === 403 ? readList(client, '/orders', { filter }) : rows;
}

/** The lines of an order: an expanded list stops at a hundred (clover.md 5.2). */
async function readLines(client: CloverClient, row: WireRow): Promise<Outcome<readonly WireRow[]>> {
  const lines = row.lineItems;
  if (isRow(lines) && Array.isArray(lines.elements) && !isCut(lines))
    return { kind: 'done', value: readElements(lines), requestId: '' };
  return readList(client, `/orders/${encodeURIComponent(readText(row.id))}/line_items`);
}

function findUntil(rows: readonly WireRow[]): number | null {
  let untilMs = 0;
  for (const row of rows) untilMs = Math.max(untilMs, readNumber(row.modifiedTime, 0));
  return untilMs > 0 ? untilMs : null;
}

function parseOrder(row: WireRow, lines: readonly WireRow[]): ShopOrder {
  const id = readText(row.id);
  const status = readText(row.state).toLowerCase();
  return {
    id,
    number: readText(row.title) || id,
    // Without a state it is unfinished, and no part of the day's orders (clover.md 7.1).
    isCounted: status !== '' && row.testMode !== true,
    status,
    totalAmount: readNumber(row.total, 0),
    createdMs: readNumber(row.createdTime, 0),
    lines: sumLines(lines),
  };
}

/** One line is one piece (clover.md 7.3); a person counts them together. */
function sumLines(lines: readonly WireRow[]): ShopOrderLine[] {
  const sums = new Map<string, ShopOrderLine>();
  for (const line of lines) {
    const productId = isRow(line.item) ? readText(line.item.id) : '';
    const name = readText(line.name);
    const key = `${productId} ${name}`;
    const quantity = (sums.get(key)?.quantity ?? 0) + readPieces(line);
    // A sum of thousandths stays one.
    sums.set(key, { productId, name, quantity: Math.round(quantity * UNIT_SCALE) / UNIT_SCALE });
  }
  return [...sums.values()];
}

/** What a refund or an exchange took back is sold no longer. */
function readPieces(line: WireRow): number {
  if (!isLive(line) || line.refunded === true || line.exchanged === true) return 0;
  // Only items sold by a unit have one; elsewhere the number means nothing.
  const isByUnit = readText(line.unitName) !== '';
  return isByUnit ? readNumber(line.unitQty, UNIT_SCALE) / UNIT_SCALE : 1;
}
