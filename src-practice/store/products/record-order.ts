import type { Shop } from '../shop.ts';
import { readPrice, toAmount } from './prices.ts';
import type { ProductRecord } from './product.ts';

type Compare = (a: ProductRecord, b: ProductRecord) => number;

/** How records of equal rank stand: the database's whim, or newest id first. */
export type TieBreak = { readonly kind: 'whim'; readonly seed: number } | { readonly kind: 'newest' };

/** Sorts a copy by one of the `orderby` names; `id` and `include` are the caller's own. */
export function sortRecords(
  shop: Shop,
  records: readonly ProductRecord[],
  orderby: string,
  isDescending: boolean,
  tieBreak: TieBreak,
): ProductRecord[] {
  const compare = chooseCompare(shop, orderby);
  const sign = isDescending ? -1 : 1;
  const breakTie: Compare =
    tieBreak.kind === 'newest'
      ? (a, b) => b.id - a.id
      : (a, b) => scatter(a.id, tieBreak.seed) - scatter(b.id, tieBreak.seed);
  return records.toSorted((a, b) => sign * compare(a, b) || breakTie(a, b));
}

function chooseCompare(shop: Shop, orderby: string): Compare {
  switch (orderby) {
    case 'modified':
      return (a, b) => a.modifiedMs - b.modifiedMs;
    case 'title':
      return (a, b) => a.name.localeCompare(b.name);
    case 'slug':
      return (a, b) => a.slug.localeCompare(b.slug);
    case 'price':
      return (a, b) => toAmount(readPrice(shop, a)) - toAmount(readPrice(shop, b));
    case 'popularity':
      return (a, b) => a.totalSales - b.totalSales;
    case 'menu_order':
      return (a, b) => a.menuOrder - b.menuOrder || a.name.localeCompare(b.name);
    case 'rating':
      return () => 0;
    default:
      return (a, b) => a.createdMs - b.createdMs;
  }
}

/**
 * MySQL orders ties as it likes and differently for each page, so pages of products made in one second
 * repeat and skip (woocommerce.md 2.1). The seed is the page's offset: the same page stays the same.
 */
function scatter(id: number, seed: number): number {
  const mixed = Math.imul(id ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
