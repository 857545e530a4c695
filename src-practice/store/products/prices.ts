import type { Shop } from '../shop.ts';
import type { ProductDraft, ProductRecord } from './product.ts';

/**
 * A price as WooCommerce keeps it: what is no digit, dot or minus falls out, nothing is rounded
 * ("5.256" stays, "abc" gives "", 5.25 gives "5.25"; woocommerce.md 3).
 */
export function formatDecimal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value.trim().replace(/\.(?![^.]+$)|[^0-9.-]/g, '');
}

/** Drops a sale price that is not below the regular one. */
export function settleSalePrice(draft: ProductDraft): void {
  if (draft.salePrice !== '' && !(toAmount(draft.salePrice) < toAmount(draft.regularPrice))) {
    draft.salePrice = '';
  }
}

/** Whether the sale price applies at this moment. */
export function isOnSale(shop: Shop, record: ProductRecord): boolean {
  if (record.type === 'variable') return listPriced(shop, record).some((child) => isOnSale(shop, child));
  if (record.salePrice === '') return false;
  const nowMs = shop.clock.nowMs();
  if (record.saleFromMs !== null && record.saleFromMs > nowMs) return false;
  return record.saleToMs === null || record.saleToMs >= nowMs;
}

/** What a buyer pays: '' if nothing can be paid; a variable product has its lowest variation's price. */
export function readPrice(shop: Shop, record: ProductRecord): string {
  if (record.type === 'variable') return readPriceRange(shop, record)[0];
  return isOnSale(shop, record) ? record.salePrice : record.regularPrice;
}

/** The lowest and highest price among the variations on show, '' without any. */
export function readPriceRange(shop: Shop, parent: ProductRecord): readonly [string, string] {
  const prices = listPriced(shop, parent)
    .map((child) => readPrice(shop, child))
    .sort((a, b) => toAmount(a) - toAmount(b));
  return [prices[0] ?? '', prices.at(-1) ?? ''];
}

/** A decimal text as a number for comparing; '' counts as nothing. */
export function toAmount(price: string): number {
  return Number.parseFloat(price) || 0;
}

function listPriced(shop: Shop, parent: ProductRecord): ProductRecord[] {
  return shop.catalog
    .listVariations(parent)
    .filter((child) => child.status === 'publish' && child.regularPrice !== '');
}
