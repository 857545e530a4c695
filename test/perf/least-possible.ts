/** What a catalog asks of the two APIs at the very least. */
export interface CatalogSize {
  readonly items: number;
  readonly categories: number;
  readonly modifierGroups: number;
  readonly itemGroups: number;
  readonly attributes: number;
  readonly simpleProducts: number;
  readonly variableProducts: number;
  /** Products, parents and variations that the store has before. */
  readonly inStore: { readonly products: number; readonly variations: number; readonly categories: number };
  /** Rows to write; all 0 when nothing changed. */
  readonly writes: {
    readonly products: number;
    readonly variableProducts: number;
    readonly categories: number;
  };
}

const TILL_PAGE = 1000; // clover.md 5.1
const STORE_PAGE = 100; // woocommerce.md 2.1
const BATCH = 100; // woocommerce.md 2.3

/** A list whose last page is full needs one more call to see its end, since Clover tells no total. */
const tillPages = (rows: number): number => Math.floor(rows / TILL_PAGE) + 1;
/** The store tells its total, so the last page is known to be the last; an empty list is one call. */
const storePages = (rows: number): number => Math.max(1, Math.ceil(rows / STORE_PAGE));

/**
 * The fewest requests with which an import could be made: each list once in the largest pages, each write in
 * the largest batches. Items are read twice, since a call may expand three relations and six are needed.
 */
export function countLeastRequests(size: CatalogSize): { readonly reads: number; readonly writes: number } {
  const merchantAndProperties = 2;
  const taxRates = 1;
  const statusAndSettings = 4; // currency; whether prices include tax, taxes are calculated, stock is managed
  const trash = 1;
  const till =
    merchantAndProperties +
    2 * tillPages(size.items) +
    tillPages(size.categories) +
    tillPages(size.modifierGroups) +
    tillPages(size.itemGroups) +
    tillPages(size.attributes) +
    taxRates;
  const variations = size.inStore.variations === 0 ? 0 : storePages(size.inStore.variations);
  const store =
    statusAndSettings +
    trash +
    storePages(size.inStore.products) +
    storePages(size.inStore.categories) +
    variations;
  const { products, variableProducts, categories } = size.writes;
  // Variations are written under their parent, so each parent is a call of its own.
  const writes = Math.ceil(categories / BATCH) + Math.ceil(products / BATCH) + variableProducts;
  return { reads: till + store, writes };
}
