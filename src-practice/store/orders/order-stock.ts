import type { ProductRecord } from '../products/product.ts';
import { fireMoved } from '../products/product-hooks.ts';
import { findStockOwner, settleStock } from '../products/stock.ts';
import { followVariations } from '../products/variation-desk.ts';
import { toWholeNumber } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { takeLineMetaId } from './item-numbers.ts';
import { type OrderLine, type OrderRecord, type OrderStatus, REDUCED_STOCK, RESTOCKED } from './order.ts';
import { countCouponUse } from './order-coupons.ts';
import { addNote } from './order-notes.ts';

const TAKING: ReadonlySet<string> = new Set<OrderStatus>(['processing', 'on-hold', 'completed']);
const GIVING: ReadonlySet<string> = new Set<OrderStatus>(['cancelled', 'pending']);

/**
 * Takes or gives back the stock of an order's lines as its status says: each once, and a failed, refunded or
 * trashed order keeps what it took (woocommerce.md 4).
 */
export function settleOrderStock(shop: Shop, order: OrderRecord): OrderRecord {
  if (TAKING.has(order.status)) return takeStock(shop, countSales(shop, order, true));
  const counted = order.status === 'cancelled' ? countSales(shop, order, false) : order;
  return GIVING.has(order.status) ? giveStock(shop, counted) : counted;
}

/** Adds an order's pieces to its products' `total_sales`, or takes them out again; each once. */
export function countSales(shop: Shop, order: OrderRecord, isSold: boolean): OrderRecord {
  if (order.hasCountedSales === isSold) return order;
  for (const line of order.lines) {
    const sold = findSold(shop, line);
    const pieces = isSold ? line.quantity : -line.quantity;
    if (sold) shop.catalog.save({ ...sold, totalSales: sold.totalSales + pieces });
  }
  countCouponUse(shop, order, isSold);
  return { ...order, hasCountedSales: isSold };
}

/** Gives pieces of one line back, for a refund that restocks; the line then has taken fewer. */
export function restockLine(shop: Shop, orderId: number, line: OrderLine, pieces: number): OrderLine {
  const taken = readTaken(line);
  if (taken === 0) return line;
  const move = movePieces(shop, line, pieces);
  if (move) {
    const id = line.variationId || line.productId;
    addNote(shop, orderId, `Item #${id} stock increased from ${move.from} to ${move.to}.`);
  }
  const left = setTaken(shop, line, Math.max(0, taken - pieces));
  const restocked = readWhole(line, RESTOCKED) + pieces;
  return setMeta(shop, left, RESTOCKED, restocked);
}

/**
 * Follows a change of the lines of an order whose stock is taken: more pieces take more, fewer and removed
 * ones give back (woocommerce.md 4).
 */
export function followLines(shop: Shop, before: OrderRecord, after: OrderRecord): OrderRecord {
  if (!after.hasTakenStock || !TAKING.has(before.status)) return after;
  for (const gone of before.lines) {
    if (after.lines.some(({ id }) => id === gone.id)) continue;
    noteAdjusted(shop, after.id, gone, movePieces(shop, gone, readTaken(gone)));
  }
  const lines = after.lines.map((line) => {
    const known = before.lines.find(({ id }) => id === line.id);
    if (known && known.quantity === line.quantity) return line;
    const taken = readTaken(line);
    const wanted = line.quantity - readWhole(line, RESTOCKED);
    const move = wanted === taken ? null : movePieces(shop, line, taken - wanted);
    if (!move) return line;
    noteAdjusted(shop, after.id, line, move);
    return setTaken(shop, line, wanted);
  });
  return { ...after, lines };
}

/** A quantity before and after. */
interface StockMove {
  readonly from: number;
  readonly to: number;
}

function noteAdjusted(shop: Shop, orderId: number, { name }: OrderLine, move: StockMove | null): void {
  if (move) addNote(shop, orderId, `Adjusted stock: ${name} (${move.from}&rarr;${move.to})`);
}

function takeStock(shop: Shop, order: OrderRecord): OrderRecord {
  if (order.hasTakenStock || !shop.switches.ordersTakeStock) return order;
  const moved: string[] = [];
  const lines = order.lines.map((line) => {
    const move = readTaken(line) === 0 ? movePieces(shop, line, -line.quantity) : null;
    if (!move) return line;
    moved.push(describeMove(shop, line, move));
    return setTaken(shop, line, line.quantity);
  });
  if (moved.length > 0) addNote(shop, order.id, `Stock levels reduced: ${moved.join(', ')}`);
  return { ...order, lines, hasTakenStock: true };
}

function giveStock(shop: Shop, order: OrderRecord): OrderRecord {
  if (!order.hasTakenStock) return order;
  const moved: string[] = [];
  const lines = order.lines.map((line) => {
    const taken = readTaken(line);
    const move = taken === 0 ? null : movePieces(shop, line, taken);
    if (move) moved.push(describeMove(shop, line, move));
    return setTaken(shop, line, 0);
  });
  if (moved.length > 0) addNote(shop, order.id, `Stock levels increased: ${moved.join(', ')}`);
  return { ...order, lines, hasTakenStock: false };
}

function describeMove(shop: Shop, line: OrderLine, { from, to }: StockMove): string {
  const sold = findSold(shop, line);
  return `${line.name} (${sold?.sku || `#${sold?.id ?? 0}`}) ${from}&rarr;${to}`;
}

const readWhole = ({ meta }: OrderLine, key: string): number =>
  toWholeNumber(meta.find((entry) => entry.key === key)?.value ?? 0);

const readTaken = (line: OrderLine): number => readWhole(line, REDUCED_STOCK);

const setTaken = (shop: Shop, line: OrderLine, pieces: number): OrderLine =>
  setMeta(shop, line, REDUCED_STOCK, pieces);

function setMeta(shop: Shop, line: OrderLine, key: string, pieces: number): OrderLine {
  const others = line.meta.filter((entry) => entry.key !== key);
  if (pieces === 0) return { ...line, meta: others };
  const entry = { id: takeLineMetaId(shop), key, value: String(pieces) };
  return { ...line, meta: [...others, entry] };
}

const findSold = (shop: Shop, line: OrderLine): ProductRecord | undefined =>
  shop.catalog.find(line.variationId || line.productId);

/**
 * Moves managed stock at once, as WooCommerce's SQL does; it may go below zero. The product, its variation and
 * the variation's parent then count as changed (woocommerce.md 2.2), unless the store is one that forgets it.
 * @returns null where nothing counts the stock
 */
function movePieces(shop: Shop, line: OrderLine, pieces: number): StockMove | null {
  const sold = findSold(shop, line);
  const owner = sold && findStockOwner(shop, sold);
  if (!sold || !owner) return null;
  const nowMs = readNow(shop);
  const readModified = (record: ProductRecord): number =>
    shop.switches.saleMovesModified ? nowMs : record.modifiedMs;
  const from = owner.stockQuantity ?? 0;
  const draft = { ...owner, stockQuantity: from + pieces };
  draft.modifiedMs = readModified(owner);
  settleStock(shop, draft);
  shop.catalog.save(draft);
  fireMoved(shop, draft);
  if (owner.id !== sold.id) shop.catalog.save({ ...sold, modifiedMs: readModified(sold) });
  const parent = sold.type === 'variation' ? shop.catalog.find(sold.parentId) : undefined;
  if (parent) followVariations(shop, { ...parent }, readModified(parent));
  return { from, to: from + pieces };
}
