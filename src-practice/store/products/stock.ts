import type { Fields } from '../rest/failure.ts';
import { toSwitch, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { isStockManaged, readSetting } from '../site/settings.ts';
import type { Backorders, ProductDraft, ProductRecord, StockStatus } from './product.ts';
import { BACKORDERS, STOCK_STATUSES } from './product-fields.ts';

/**
 * Turns `inventory_delta` into the quantity it means now. Read here, written later: two writers at once
 * lose one of the changes, as in the real store (woocommerce.md 3.1).
 */
export function resolveInventoryDelta(shop: Shop, record: ProductRecord, fields: Fields): Fields {
  const { inventory_delta: delta, stock_quantity: quantity } = fields;
  if (!shop.switches.inventoryDelta || delta === undefined || delta === null) return fields;
  if (quantity !== undefined && quantity !== null) return fields;
  const sum = (record.stockQuantity ?? 0) + toWholeNumber(delta);
  const happen = shop.state.insideDelta.get(record.id);
  shop.state.insideDelta.delete(record.id);
  happen?.();
  return { ...fields, stock_quantity: sum };
}

/** Sets the stock fields of a product; the store-wide switch off ignores all but the status. */
export function setProductStock(shop: Shop, draft: ProductDraft, fields: Fields): void {
  const status = readStockStatus(fields.stock_status) ?? draft.stockStatus;
  if (!isStockManaged(shop.state)) {
    if (draft.type !== 'variable') draft.stockStatus = status;
    return;
  }
  if (isSet(fields.manage_stock)) draft.manageStock = toSwitch(fields.manage_stock);
  if (draft.type === 'grouped' || draft.type === 'external') draft.manageStock = false;
  setBackorders(draft, fields);
  if (draft.manageStock) setQuantity(draft, fields);
  else if (draft.type !== 'variable') draft.stockStatus = status;
}

/** Sets the stock fields of a variation; "parent" only says that it has no stock of its own. */
export function setVariationStock(shop: Shop, draft: ProductDraft, fields: Fields): void {
  draft.stockStatus = readStockStatus(fields.stock_status) ?? draft.stockStatus;
  if (!isStockManaged(shop.state)) return;
  if (isSet(fields.manage_stock)) draft.manageStock = toSwitch(fields.manage_stock);
  setBackorders(draft, fields);
  if (draft.manageStock) setQuantity(draft, fields);
}

/**
 * Makes the stock fields agree before a save: managed stock derives the status, unmanaged stock forgets
 * quantity, backorders and threshold (woocommerce.md 3.1).
 */
export function settleStock(shop: Shop, draft: ProductDraft): void {
  if (!draft.manageStock) {
    draft.stockQuantity = null;
    draft.backorders = 'no';
    draft.lowStockAmount = null;
    if (draft.type === 'variable') draft.stockStatus = deriveFromVariations(shop, draft);
    return;
  }
  const threshold = Math.abs(
    toWholeNumber(readSetting(shop.state, 'products/woocommerce_notify_no_stock_amount')),
  );
  if ((draft.stockQuantity ?? 0) > threshold) draft.stockStatus = 'instock';
  else draft.stockStatus = draft.backorders === 'no' ? 'outofstock' : 'onbackorder';
}

/** The record whose quantity a sale lowers: a variation may leave its stock to the parent. */
export function findStockOwner(shop: Shop, record: ProductRecord): ProductRecord | undefined {
  if (!isStockManaged(shop.state)) return undefined;
  if (record.manageStock) return record;
  const parent = record.type === 'variation' ? shop.catalog.find(record.parentId) : undefined;
  return parent?.manageStock ? parent : undefined;
}

function deriveFromVariations(shop: Shop, parent: ProductRecord): StockStatus {
  const statuses = shop.catalog.listVariations(parent).map((child) => child.stockStatus);
  if (statuses.includes('instock')) return 'instock';
  return statuses.includes('onbackorder') ? 'onbackorder' : 'outofstock';
}

function setBackorders(draft: ProductDraft, fields: Fields): void {
  const backorders = BACKORDERS.find((known) => known === fields.backorders);
  if (backorders) draft.backorders = backorders satisfies Backorders;
}

function setQuantity(draft: ProductDraft, fields: Fields): void {
  if (isSet(fields.stock_quantity)) draft.stockQuantity = toWholeNumber(fields.stock_quantity);
  const low = fields.low_stock_amount;
  if (low !== undefined) draft.lowStockAmount = low === null || low === '' ? null : toWholeNumber(low);
}

function readStockStatus(value: unknown): StockStatus | undefined {
  return STOCK_STATUSES.find((known) => known === value);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
