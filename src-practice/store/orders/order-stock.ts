import type { ProductRecord } from '../products/product.ts';
import { findStockOwner, settleStock } from '../products/stock.ts';
import { followVariations } from '../products/variation-desk.ts';
import { toWholeNumber } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { type OrderLine, type OrderRecord, type OrderStatus, REDUCED_STOCK, RESTOCKED } from './order.ts';

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
  return { ...order, hasCountedSales: isSold };
}

/** Gives pieces of one line back, for a refund that restocks; the line then has taken fewer. */
export function restockLine(shop: Shop, line: OrderLine, pieces: number): OrderLine {
  const taken = readTaken(line);
  if (taken === 0) return line;
  movePieces(shop, line, pieces);
  const left = setTaken(shop, line, Math.max(0, taken - pieces));
  const restocked = readWhole(line, RESTOCKED) + pieces;
  return setMeta(shop, left, RESTOCKED, restocked);
}

function takeStock(shop: Shop, order: OrderRecord): OrderRecord {
  if (order.hasTakenStock || !shop.switches.ordersTakeStock) return order;
  const lines = order.lines.map((line) => {
    const isMoved = readTaken(line) === 0 && movePieces(shop, line, -line.quantity);
    return isMoved ? setTaken(shop, line, line.quantity) : line;
  });
  return { ...order, lines, hasTakenStock: true };
}

function giveStock(shop: Shop, order: OrderRecord): OrderRecord {
  const lines = order.lines.map((line) => {
    const taken = readTaken(line);
    if (taken !== 0) movePieces(shop, line, taken);
    return setTaken(shop, line, 0);
  });
  return { ...order, lines, hasTakenStock: false };
}

const readWhole = ({ meta }: OrderLine, key: string): number =>
  toWholeNumber(meta.find((entry) => entry.key === key)?.value ?? 0);

const readTaken = (line: OrderLine): number => readWhole(line, REDUCED_STOCK);

const setTaken = (shop: Shop, line: OrderLine, pieces: number): OrderLine =>
  setMeta(shop, line, REDUCED_STOCK, pieces);

function setMeta(shop: Shop, line: OrderLine, key: string, pieces: number): OrderLine {
  const others = line.meta.filter((entry) => entry.key !== key);
  if (pieces === 0) return { ...line, meta: others };
  const id = shop.state.ids.meta;
  shop.state.ids.meta += 1;
  return { ...line, meta: [...others, { id, key, value: String(pieces) }] };
}

const findSold = (shop: Shop, line: OrderLine): ProductRecord | undefined =>
  shop.catalog.find(line.variationId || line.productId);

/**
 * Moves managed stock at once, as WooCommerce's SQL does; it may go below zero. The product, its variation and
 * the variation's parent then count as changed (woocommerce.md 2.2), unless the store is one that forgets it.
 * @returns false where nothing counts the stock
 */
function movePieces(shop: Shop, line: OrderLine, pieces: number): boolean {
  const sold = findSold(shop, line);
  const owner = sold && findStockOwner(shop, sold);
  if (!sold || !owner) return false;
  const nowMs = readNow(shop);
  const readModified = (record: ProductRecord): number =>
    shop.switches.saleMovesModified ? nowMs : record.modifiedMs;
  const draft = { ...owner, stockQuantity: (owner.stockQuantity ?? 0) + pieces };
  draft.modifiedMs = readModified(owner);
  settleStock(shop, draft);
  shop.catalog.save(draft);
  if (owner.id !== sold.id) shop.catalog.save({ ...sold, modifiedMs: readModified(sold) });
  const parent = sold.type === 'variation' ? shop.catalog.find(sold.parentId) : undefined;
  if (parent) followVariations(shop, { ...parent }, readModified(parent));
  return true;
}
