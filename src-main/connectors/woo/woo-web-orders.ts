import type { WooId } from '../../domain/ids.ts';
import { formatDecimal } from '../../domain/money.ts';
import type { WebOrder, WebRefund } from '../../domain/orders/web-order.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreOrderPort } from '../../engine/order-ports.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, readNumber, readRows, readText, type WireRow } from '../wire-values.ts';
import { filterChanged, findUntil } from './store-time.ts';
import { parseWebOrder, parseWebRefund } from './web-order-row.ts';
import { WOO_IN_FLIGHT, type WooClient } from './woo-client.ts';
import { isNotFound } from './woo-failures.ts';
import { ORDERS } from './woo-orders.ts';
import { readDatedPages, readPages } from './woo-pages.ts';

/** The web orders of one store, whole. @param readDigits decimals of the store's currency */
export function createStoreOrders(
  client: WooClient,
  readDigits: () => Promise<Outcome<number>>,
): StoreOrderPort {
  const withDigits = async <T>(ask: (digits: number) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const digits = await readDigits();
    return digits.kind === 'done' ? ask(digits.value) : digits;
  };
  return {
    readOrder: (id) => withDigits((digits) => readWebOrder(client, id, digits)),
    readChangedOrders: (since) => withDigits((digits) => readChangedWebOrders(client, since, digits)),
    setStatus: async (id, from, to) => {
      // The store has no compare-and-set (woocommerce.md 3.1): the window between the look and the word is kept short.
      const now = await readStatus(client, id);
      if (now.kind !== 'done') return now;
      if (now.value !== from) return succeed({ isDone: false, moved: now.value }, now.requestId);
      return mapValue(await client.post(`${ORDERS}/${id}`, { status: to }), () => ({
        isDone: true as const,
      }));
    },
    addNote: async (id, text, isForCustomer) => {
      const body = { note: text, customer_note: isForCustomer };
      return mapValue(await client.post(`${ORDERS}/${id}/notes`, body), () => undefined);
    },
    addRefund: (id, refund) =>
      withDigits(async (digits) => {
        const body = {
          amount: formatDecimal(refund.amount, digits),
          reason: refund.reason,
          // Otherwise the store asks the gateway for the money (woocommerce.md 4).
          api_refund: false,
          api_restock: refund.isRestocking,
          line_items: refund.pieces.map(({ lineId, quantity }) => ({ id: lineId, quantity })),
        };
        const made = await client.post(`${ORDERS}/${id}/refunds`, body);
        return mapValue(made, ({ json }) => (isRow(json) ? readNumber(json.id, 0) : 0));
      }),
  };
}

async function readWebOrder(client: WooClient, id: WooId, digits: number): Promise<Outcome<WebOrder | null>> {
  const outcome = await client.get(`${ORDERS}/${id}`);
  if (isNotFound(outcome)) return succeed(null, '');
  if (outcome.kind !== 'done') return outcome;
  const { json } = outcome.value;
  return isRow(json) ? completeOrder(client, json, digits) : succeed(null, outcome.requestId);
}

async function readStatus(client: WooClient, id: WooId): Promise<Outcome<string>> {
  const outcome = await client.get(`${ORDERS}/${id}`, { _fields: 'id,status' });
  if (isNotFound(outcome)) return succeed('gone', '');
  return mapValue(outcome, ({ json }) => (isRow(json) ? readText(json.status) : 'gone'));
}

/** An order names its refunds with their sums only (woocommerce.md 4): what was taken back stands in each. */
async function completeOrder(client: WooClient, row: WireRow, digits: number): Promise<Outcome<WebOrder>> {
  const refunds =
    readRows(row.refunds).length === 0
      ? succeed<WebRefund[]>([], '')
      : await readRefunds(client, row, digits);
  return mapValue(refunds, (list) => parseWebOrder(row, list, digits));
}

async function readRefunds(client: WooClient, row: WireRow, digits: number): Promise<Outcome<WebRefund[]>> {
  const rows = await readPages(client, `${ORDERS}/${readNumber(row.id, 0)}/refunds`, {});
  return mapValue(rows, (list) => list.map((refund) => parseWebRefund(refund, digits)));
}

async function readChangedWebOrders(
  client: WooClient,
  since: string,
  digits: number,
): Promise<Outcome<{ readonly orders: readonly WebOrder[]; readonly until: string | null }>> {
  const query = filterChanged(since);
  const [listed, trashed] = await Promise.all([
    readDatedPages(client, ORDERS, query),
    readDatedPages(client, ORDERS, { ...query, status: 'trash' }),
  ]);
  if (listed.kind !== 'done') return listed;
  if (trashed.kind !== 'done') return trashed;
  const byId = new Map(
    [...listed.value.rows, ...trashed.value.rows].map((row) => [readNumber(row.id, 0), row]),
  );
  const rows = [...byId.entries()].sort(([left], [right]) => left - right).map(([, row]) => row);
  const orders = await readConcurrently(rows, WOO_IN_FLIGHT + 1, (row) => completeOrder(client, row, digits));
  return mapValue(orders, (list) => ({
    orders: list,
    until: findUntil(since, [listed.value, trashed.value]),
  }));
}
