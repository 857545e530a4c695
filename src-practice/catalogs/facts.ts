import type { TillCatalog, TillCatalogItem } from '../till/catalog.ts';

/** How many of everything a catalog holds: what tests and benches compare their outcome with. */
export interface CatalogFacts {
  /** Items on sale; the counts below are among these, save `deletedItems`. */
  readonly items: number;
  readonly deletedItems: number;
  readonly categories: number;
  readonly itemGroups: number;
  readonly groupedItems: number;
  readonly modifierGroups: number;
  readonly itemsWithModifiers: number;
  readonly itemsInSeveralCategories: number;
  /** Items whose exact name an earlier item has. */
  readonly duplicateNames: number;
  /** No SKU at all, or an empty one. */
  readonly blankSkus: number;
  /** Items whose SKU an earlier item has, letter case aside. */
  readonly duplicateSkus: number;
  /** Those of them that differ from every earlier one in letter case. */
  readonly duplicateSkusByCase: number;
  readonly barcodes: number;
  readonly hiddenItems: number;
  readonly unavailableItems: number;
  readonly openPriceItems: number;
  readonly perUnitItems: number;
  readonly countedItems: number;
  readonly neverCountedItems: number;
  readonly negativeStocks: number;
  readonly zeroStocks: number;
  readonly decimalStocks: number;
}

/** Counts what a catalog holds. */
export function countCatalogFacts(catalog: TillCatalog): CatalogFacts {
  const live = catalog.items.filter((item) => item.deleted !== true);
  const count = (has: (item: TillCatalogItem) => boolean): number => {
    let found = 0;
    for (const item of live) if (has(item)) found += 1;
    return found;
  };
  const skus = live.flatMap((item) => (item.sku ? [item.sku] : []));
  const duplicateSkus = countRepeats(skus.map((sku) => sku.toLowerCase()));
  const countedItems = count((item) => item.stock !== undefined);
  return {
    items: live.length,
    deletedItems: catalog.items.length - live.length,
    categories: catalog.categories.length,
    itemGroups: catalog.itemGroups.length,
    groupedItems: count((item) => item.group !== undefined),
    modifierGroups: catalog.modifierGroups.length,
    itemsWithModifiers: count((item) => (item.modifierGroupKeys ?? []).length > 0),
    itemsInSeveralCategories: count((item) => (item.categoryKeys ?? []).length > 1),
    duplicateNames: countRepeats(live.map((item) => item.name)),
    blankSkus: live.length - skus.length,
    duplicateSkus,
    duplicateSkusByCase: duplicateSkus - countRepeats(skus),
    barcodes: count((item) => Boolean(item.code)),
    hiddenItems: count((item) => item.hidden === true),
    unavailableItems: count((item) => item.available === false),
    openPriceItems: count((item) => item.priceType === 'VARIABLE'),
    perUnitItems: count((item) => item.priceType === 'PER_UNIT'),
    countedItems,
    neverCountedItems: live.length - countedItems,
    negativeStocks: count((item) => (item.stock ?? 0) < 0),
    zeroStocks: count((item) => item.stock === 0),
    decimalStocks: count((item) => !Number.isInteger(item.stock ?? 0)),
  };
}

function countRepeats(values: readonly string[]): number {
  return values.length - new Set(values).size;
}
