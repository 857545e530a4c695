import type { ProductRecord } from './products/product.ts';
import { createProduct, restoreProduct, trashProduct, updateProduct } from './products/product-desk.ts';
import type { ProductFields } from './products/product-fields.ts';
import { findStockOwner, settleStock } from './products/stock.ts';
import { followVariations, trashVariation, updateVariation } from './products/variation-desk.ts';
import { readNow, type Shop } from './shop.ts';

/** People at work in wp-admin and at the checkout. Throws on ids that are not there. */
export interface StoreStaff {
  /** A sale lowers managed stock at once, as an order's SQL does; it may go negative. */
  buy(productId: number, quantity: number): void;
  /** Changes a product or variation, with the fields of REST. */
  editProduct(id: number, patch: ProductFields): void;
  /** Returns the new product's id. */
  addProduct(fields: ProductFields): number;
  trash(id: number): void;
  restore(id: number): void;
  /** Another plugin refuses every write over REST to this product, or does so no more. */
  lock(id: number, isLocked: boolean): void;
  setting(group: string, id: string, value: string): void;
}

/** The staff of a shop. */
export function createStaff(shop: Shop): StoreStaff {
  const find = (id: number): ProductRecord => {
    const record = shop.catalog.find(id);
    if (!record) throw new Error(`the store has no product ${id}`);
    return record;
  };
  return {
    buy: (productId, quantity) => sell(shop, find(productId), quantity),
    editProduct: (id, patch) => {
      const record = find(id);
      if (record.type === 'variation') updateVariation(shop, record, patch);
      else updateProduct(shop, record, patch);
    },
    addProduct: (fields) => createProduct(shop, fields).id,
    trash: (id) => {
      const record = find(id);
      if (record.type === 'variation') trashVariation(shop, record);
      else trashProduct(shop, record);
    },
    lock: (id, isLocked) => {
      if (isLocked) shop.state.locked.add(find(id).id);
      else shop.state.locked.delete(id);
    },
    restore: (id) => restoreProduct(shop, find(id)),
    setting: (group, id, value) => {
      const setting = shop.state.settings.get(`${group}/${id}`);
      if (!setting) throw new Error(`the store has no setting ${group}/${id}`);
      shop.state.settings.set(`${group}/${id}`, { ...setting, value });
    },
  };
}

/** The product, its variation and the variation's parent all count as changed (woocommerce.md 2.2). */
function sell(shop: Shop, sold: ProductRecord, quantity: number): void {
  const nowMs = readNow(shop);
  const movesModified = shop.switches.saleMovesModified;
  const modified = (record: ProductRecord): number => (movesModified ? nowMs : record.modifiedMs);
  shop.catalog.save({ ...sold, totalSales: sold.totalSales + quantity, modifiedMs: modified(sold) });
  const owner = findStockOwner(shop, shop.catalog.find(sold.id) ?? sold);
  if (owner) {
    const stockQuantity = (owner.stockQuantity ?? 0) - quantity;
    const draft = { ...owner, stockQuantity, modifiedMs: modified(owner) };
    settleStock(shop, draft);
    shop.catalog.save(draft);
  }
  const parent = sold.type === 'variation' ? shop.catalog.find(sold.parentId) : undefined;
  if (parent) followVariations(shop, { ...parent }, modified(parent));
}
