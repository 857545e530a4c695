import { createFailure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { readItemPass } from './clover-item-pass.ts';
import { readList } from './clover-pages.ts';
import { refuseThing } from './clover-refusal.ts';
import { isLive, readId, readStock } from './clover-rows.ts';

type Stocks = ReadonlyMap<CloverId, number>;

const locate = (itemId: CloverId): string => `/item_stocks/${encodeURIComponent(itemId)}`;

/** One item's counted stock; null when it was never set. */
export async function readItemStock(client: CloverClient, itemId: CloverId): Promise<Outcome<number | null>> {
  return mapValue(await client.get(locate(itemId)), ({ json }) => readStock(json));
}

/**
 * Every counted stock, in pages of a thousand. A till that refuses the pages behind the first (clover.md 5.1)
 * is asked by item, where pages need no offset.
 */
export async function readAllStocks(client: CloverClient): Promise<Outcome<Stocks>> {
  const rows = await readList(client, '/item_stocks');
  if (rows.kind === 'rejected' && rows.status === 400) return readStocksByItem(client);
  return mapValue(rows, (list) => {
    const stocks = new Map<CloverId, number>();
    for (const row of list) if (isRow(row.item)) noteStock(stocks, row.item, row);
    return stocks;
  });
}

async function readStocksByItem(client: CloverClient): Promise<Outcome<Stocks>> {
  const stocks = new Map<CloverId, number>();
  const pass = await readItemPass(client, ['itemStock'], [], (rows) => {
    for (const row of rows) if (isLive(row)) noteStock(stocks, row, row.itemStock);
  });
  return mapValue(pass, () => stocks);
}

function noteStock(stocks: Map<CloverId, number>, item: WireRow, itemStock: unknown): void {
  const quantity = readStock(itemStock);
  if (quantity !== null) stocks.set(readId(item), quantity);
}

/**
 * Sets the count, decimals and negatives allowed (clover.md 6.4).
 * @returns the count that the till then says
 */
export async function setItemStock(
  client: CloverClient,
  itemId: CloverId,
  quantity: number,
): Promise<Outcome<number>> {
  const outcome = await client.post(locate(itemId), { quantity });
  if (outcome.kind !== 'done') return refuseThing(outcome, itemId);
  const said = readStock(outcome.value.json);
  if (said !== null) return succeed(said, outcome.requestId);
  const read = await readItemStock(client, itemId);
  // It is set, and may have been sold from since: to set it again could undo a sale.
  if (read.kind !== 'done') return { kind: 'unknown', failure: read.failure };
  return read.value === null
    ? { kind: 'unknown', failure: createFailure('NET_BROKEN_ANSWER') }
    : succeed(read.value, read.requestId);
}
