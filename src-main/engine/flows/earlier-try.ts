import { listPartialSums } from '../../domain/partial-sums.ts';
import { countTaken, type ShopOrder } from '../../domain/shop-order.ts';
import { STORE_ORDER_CURSOR, TILL_ORDER_CURSOR } from '../cursors.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { OutboxRow, Side } from '../ledger-ports.ts';
import { isOwnCopy } from '../own-copy.ts';
import { keepTrying } from '../patience.ts';
import { isForbidden } from '../refusal.ts';
import { RunStop } from '../store-writer.ts';

/** Movements of one product that are looked through. */
const MOST_MOVES = 200;

/** A stock intent as it is kept: what is to be added, and once it is tried, from what. */
export interface StockIntent {
  readonly stockDelta?: number;
  readonly stockCount?: number;
  /** The count that was read just before the try; absent until then. */
  readonly from?: number;
  /** Pieces that orders had taken by then, as far as they were heard of. */
  readonly sold?: number;
  /** When that was: a sale that is first heard of later may have been covered. */
  readonly triedMs?: number;
  /** The count before a later call of ours moved it too; null where it could not be read then. */
  readonly seen?: number | null;
}

export const readTarget = (intent: StockIntent, from: number): number =>
  intent.stockCount ?? from + (intent.stockDelta ?? 0);

/** `none`: there was no try, or it certainly did not arrive. */
export type TryEnd = 'none' | 'moved' | 'unsure';

/**
 * What the count says of a try whose answer was lost. Orders move it too, and may be listed before it shows them: as it
 * would be with none, some or all of the new ones it tells of the try, unless both ends of the try come to that count.
 */
export async function judgeEarlierTry(
  row: OutboxRow,
  intent: StockIntent,
  now: number,
  side: Side,
  deps: ImportDeps,
): Promise<TryEnd> {
  const { from, stockDelta, seen = now } = intent;
  if (from === undefined) return 'none';
  const target = readTarget(intent, from);
  if (seen === null) return 'unsure';
  // A count is absolute: said twice it is the same count, and said over a sale it would take that back.
  if (stockDelta === undefined) return seen === from ? 'none' : seen === target ? 'moved' : 'unsure';
  const isSumOfSome = listPartialSums(await readNewSales(row, intent, side, deps));
  if (isSumOfSome === null) return 'unsure';
  const [mayBeNone, mayBeMoved] = [isSumOfSome(seen - from), isSumOfSome(seen - target)];
  if (mayBeNone === mayBeMoved) return 'unsure';
  return mayBeMoved ? 'moved' : 'none';
}

/** Pieces that this side's orders took of the row's product, as far as they were heard of. */
export const readSold = ({ linkId }: OutboxRow, side: Side, { ledger }: ImportDeps): number =>
  linkId === null ? 0 : ledger.stockMoves.sumOrders(linkId, side);

/**
 * What orders took since the try, by order as far as they are new: those are only looked at. Noted here they would be
 * older than the counts that are read for the next rows, and a sale that a write covers would not be known by its order
 * any more.
 */
async function readNewSales(
  row: OutboxRow,
  { sold }: StockIntent,
  side: Side,
  deps: ImportDeps,
): Promise<number[]> {
  const { ledger } = deps;
  const known = new Map<string, number>();
  if (row.linkId !== null)
    for (const move of ledger.stockMoves.page({ linkId: row.linkId, limit: MOST_MOVES, offset: 0 }))
      if (move.side === side && move.orderId !== null) known.set(move.orderId, move.pieces);
  const id = side === 'till' ? row.cloverId : String(row.wooId);
  const now = readSold(row, side, deps);
  const sales = [now - (sold ?? now)];
  for (const order of await readNewest(side, deps)) {
    if (isOwnCopy(side, order, deps)) continue;
    const lines = order.lines.filter(({ productId }) => productId === id);
    const taken = lines.reduce((pieces, line) => pieces + countTaken(order, line), 0);
    sales.push(-taken - (known.get(order.id) ?? 0));
  }
  return sales;
}

/** None without the right to read them. @throws RunStop when nobody answers: nothing is known then */
async function readNewest(side: Side, deps: ImportDeps): Promise<readonly ShopOrder[]> {
  const { till, store, ledger } = deps;
  const mark = ledger.meta.get(side === 'till' ? TILL_ORDER_CURSOR : STORE_ORDER_CURSOR);
  if (mark === null) return [];
  const read =
    side === 'till'
      ? await keepTrying(deps, () => till.readOrders(Number(mark)))
      : await keepTrying(deps, () => store.readOrders(mark));
  if (read.kind === 'done') return read.value.orders;
  if (isForbidden(read)) return [];
  throw new RunStop(read.failure);
}
