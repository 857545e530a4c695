import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillOrder } from '../../engine/order-ports.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, readNumber, readText, type WireRow } from '../wire-values.ts';
import { CLOVER_LIMITS, type CloverClient } from './clover-client.ts';
import { ORDER_EXPANDS, parseTillOrder } from './clover-order-rows.ts';
import { readList } from './clover-pages.ts';
import { isCut, readElements, readId } from './clover-rows.ts';

/** Long pages of orders with their lines were seen to end in a 502 (clover.md 3.3). */
const ORDERS_A_PAGE = 100;

export const nameOrder = (id: CloverId): string => `/orders/${encodeURIComponent(id)}`;

/** Reads one order by its id, which no index delays; null where it is gone. */
export async function readOneOrder(client: CloverClient, id: CloverId): Promise<Outcome<TillOrder | null>> {
  const outcome = await client.get(nameOrder(id), { expand: ORDER_EXPANDS });
  if (outcome.kind === 'rejected' && outcome.status === 404) return succeed(null, '');
  if (outcome.kind !== 'done') return outcome;
  const { json } = outcome.value;
  return isRow(json) ? readWhole(client, json) : succeed(null, outcome.requestId);
}

/** An expanded list stops at a hundred lines (clover.md 5.2): the rest is read for itself. */
async function readWhole(client: CloverClient, row: WireRow): Promise<Outcome<TillOrder>> {
  const lines = row.lineItems;
  const isWhole = !isRow(lines) || (Array.isArray(lines.elements) && !isCut(lines));
  if (isWhole) return succeed(parseTillOrder(row), '');
  const path = `/orders/${encodeURIComponent(readText(row.id))}/line_items`;
  return mapValue(await readList(client, path, { expand: 'modifications' }), (rows) =>
    parseTillOrder(row, rows),
  );
}

/** Visible orders with this reference, or with this marker in their note among those made since. */
export async function findTillOrders(
  client: CloverClient,
  by: { readonly reference: string; readonly marker: string; readonly sinceMs: number },
): Promise<Outcome<readonly TillOrder[]>> {
  // By reference Clover looks back 90 days only (clover.md 5.3), which is long enough for an order on its way.
  const referred = await readList(
    client,
    '/orders',
    { filter: `externalReferenceId=${by.reference}` },
    ORDERS_A_PAGE,
  );
  if (referred.kind !== 'done') return referred;
  const recent = await readList(client, '/orders', { filter: `modifiedTime>=${by.sinceMs}` }, ORDERS_A_PAGE);
  if (recent.kind !== 'done') return recent;
  const rows = [...referred.value, ...recent.value].filter(
    (row) => readText(row.externalReferenceId) === by.reference || readText(row.note).includes(by.marker),
  );
  const byId = new Map(rows.map((row) => [readText(row.id), row]));
  return succeed(
    [...byId.values()].map((row) => parseTillOrder(row)),
    recent.requestId,
  );
}

/** The ids of visible orders made at or after the till's own time. */
export async function listTillOrders(
  client: CloverClient,
  sinceMs: number,
): Promise<Outcome<ReadonlySet<CloverId>>> {
  const listed = await readList(client, '/orders', { filter: `createdTime>=${sinceMs}` });
  return mapValue(listed, (rows) => new Set(rows.map(readId)));
}

/** Orders changed at or after the till's own time, whole, oldest first. */
export async function readChangedTillOrders(
  client: CloverClient,
  sinceMs: number,
): Promise<Outcome<{ readonly orders: readonly TillOrder[]; readonly untilMs: number | null }>> {
  const query = { filter: `modifiedTime>=${sinceMs}`, expand: 'lineItems,payments,refunds' };
  const listed = await readList(client, '/orders', query, ORDERS_A_PAGE);
  if (listed.kind !== 'done') return listed;
  const untilMs = listed.value.reduce((latest, row) => Math.max(latest, readNumber(row.modifiedTime, 0)), 0);
  const wholes = await readConcurrently(listed.value, CLOVER_LIMITS.inFlight, (row) =>
    readWhole(client, row),
  );
  return mapValue(wholes, (orders) => ({
    orders: orders.sort((left, right) => left.modifiedMs - right.modifiedMs),
    untilMs: untilMs === 0 ? null : untilMs,
  }));
}

/** The ids of lines that the till has just made, in its own order. */
export const readMadeLines = (json: unknown): readonly WireRow[] => {
  if (Array.isArray(json)) return json.filter(isRow);
  return isRow(json) ? readElements(json) : [];
};
