import type { WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StorePort } from '../../engine/ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import type { WireRow } from '../wire-values.ts';
import { parseProduct, parseVariation } from './product-row.ts';
import type { StoreParents } from './store-parents.ts';
import { PRODUCTS, readStoreCategories } from './woo-catalog.ts';
import { updateCategoryRows } from './woo-categories.ts';
import { NO_CHANGES, readStoreChanges, readStoreNow } from './woo-changes.ts';
import type { WooClient } from './woo-client.ts';
import { PRODUCT_READ } from './woo-lookups.ts';
import { ORDERS, readChangedOrders } from './woo-orders.ts';
import { createStockMover, type StockMemory, type StockShelf } from './woo-stock.ts';
import { VARIATION_READ } from './woo-variations.ts';

type LiveCalls = Pick<
  StorePort,
  'readChanges' | 'readCategories' | 'updateCategories' | 'readOrders' | 'moveStock'
>;

/**
 * The calls that keep a shop in step once it was imported.
 * @param clients `watching` gives up sooner, and asks what changed
 */
export function createLiveCalls(
  { client, watching }: { readonly client: WooClient; readonly watching: WooClient },
  parents: StoreParents,
  readDigits: () => Promise<Outcome<number>>,
  stockMemory?: StockMemory,
): LiveCalls {
  const stock = createStockMover(client, stockMemory);
  const findShelf = async (parentId: WooId | null): Promise<Outcome<StockShelf>> => {
    const digits = await readDigits();
    if (digits.kind !== 'done') return digits;
    const parse = (row: WireRow) => parseProduct(row, digits.value);
    if (parentId === null) return succeed({ path: PRODUCTS, query: PRODUCT_READ, parse }, '');
    const path = `${PRODUCTS}/${parentId}/variations`;
    return mapValue(await parents.find(parentId), (parent) => ({
      path,
      query: VARIATION_READ,
      parse: (row) => parseVariation(row, digits.value, parent),
    }));
  };
  return {
    readChanges: async (since) => {
      if (since === null) {
        return mapValue(await readStoreNow(watching, PRODUCTS), (until) => ({ ...NO_CHANGES, until }));
      }
      const digits = await readDigits();
      return digits.kind === 'done' ? readStoreChanges(watching, parents, since, digits.value) : digits;
    },
    readCategories: () => readStoreCategories(client),
    updateCategories: (rows) => updateCategoryRows(client, rows),
    readOrders: async (since) => {
      if (since === null) {
        return mapValue(await readStoreNow(watching, ORDERS), (until) => ({ orders: [], until }));
      }
      const digits = await readDigits();
      return digits.kind === 'done' ? readChangedOrders(watching, since, digits.value) : digits;
    },
    moveStock: async (parentId, rows) => {
      const shelf = await findShelf(parentId);
      return shelf.kind === 'done' ? stock.move(shelf.value, rows) : shelf;
    },
  };
}
