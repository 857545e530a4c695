import { readMinorDigits } from '../../domain/money.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreFacts } from '../../domain/store-catalog.ts';
import type { StorePort } from '../../engine/ports.ts';
import { type HttpDeps, type HttpPatience, HURRIED, WATCHING } from '../http.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { type AddOnChooser, createAddOnDetector } from './modifiers/add-on-detection.ts';
import type { AddOnMemory } from './modifiers/add-on-memory.ts';
import { withAddOns } from './modifiers/add-on-store.ts';
import { parseProduct } from './product-row.ts';
import { createStoreParents } from './store-parents.ts';
import { PRODUCTS, readStoreCatalog } from './woo-catalog.ts';
import { createCategoryRows, deleteEmptyCategory } from './woo-categories.ts';
import { createWooClient, createWooGate, type WooAccess } from './woo-client.ts';
import { readStoreFacts } from './woo-facts.ts';
import { createWooHooks } from './woo-hooks.ts';
import { createLiveCalls } from './woo-live.ts';
import { findMarkedProducts, PRODUCT_READ } from './woo-lookups.ts';
import { readPages } from './woo-pages.ts';
import type { StockMemory } from './woo-stock.ts';
import { readVariationsOf } from './woo-variations.ts';
import { createStoreOrders } from './woo-web-orders.ts';
import { writeProductRows, writeVariationRows } from './woo-writes.ts';

export type WooStoreOptions = WooAccess & {
  /** The shop's facts when it was connected; saves asking for its name and currency. */
  readonly known?: StoreFacts;
  readonly patience?: HttpPatience;
  /** Takes the only active add-on plugin where absent. */
  readonly addOns?: AddOnChooser;
  /** Saves asking for the add-on plugins at every opening. */
  readonly addOnMemory?: AddOnMemory;
  readonly stockMemory?: StockMemory;
};

/** A shop on WooCommerce's REST API v3. One store is one gate: make one for each connection. */
export function createWooStore(options: WooStoreOptions, deps: HttpDeps): StorePort {
  const gate = createWooGate(deps);
  const client = createWooClient(options, deps, options.patience, gate);
  const hurried = createWooClient(options, deps, { ...HURRIED, ...options.patience }, gate);
  const watching = createWooClient(options, deps, { ...WATCHING, ...options.patience }, gate);
  const parents = createStoreParents(client);
  const { known } = options;
  const index = known ? { name: known.name, homeUrl: known.url, namespaces: [] } : null;
  let facts: Promise<Outcome<StoreFacts>> | null = null;

  const readFacts = (): Promise<Outcome<StoreFacts>> => {
    facts = readStoreFacts(hurried, options.siteUrl, index);
    return facts;
  };
  /** Prices are in minor units of the shop's currency, so it is asked for it once, and again if that failed. */
  const readDigits = async (): Promise<Outcome<number>> => {
    if (facts === null && known) return succeed(readMinorDigits(known.currency), '');
    let read = await (facts ?? readFacts());
    if (read.kind !== 'done') read = await readFacts();
    return mapValue(read, ({ currency }) => readMinorDigits(currency));
  };

  const store: StorePort = {
    orders: createStoreOrders(hurried, readDigits),
    hooks: createWooHooks(hurried),
    readFacts,
    readCatalog: ({ withDescriptions }, onPage) =>
      readStoreCatalog(client, parents, { withDescriptions, digits: readDigits() }, onPage),
    readProducts: async (ids) => {
      if (ids.length === 0) return succeed([], '');
      const digits = await readDigits();
      if (digits.kind !== 'done') return digits;
      const rows = await readPages(client, PRODUCTS, { ...PRODUCT_READ, include: ids.join(',') });
      if (rows.kind === 'done') parents.note(rows.value);
      return mapValue(rows, (list) => list.map((row) => parseProduct(row, digits.value)));
    },
    readVariations: async (parentId) => {
      const digits = await readDigits();
      if (digits.kind !== 'done') return digits;
      const parent = await parents.find(parentId);
      return parent.kind === 'done' ? readVariationsOf(client, parent.value, digits.value) : parent;
    },
    writeProducts: async (writes) => {
      const digits = await readDigits();
      return digits.kind === 'done' ? writeProductRows(client, parents, digits.value, writes) : digits;
    },
    writeVariations: async (parentId, writes) => {
      const digits = await readDigits();
      if (digits.kind !== 'done') return digits;
      const parent = await parents.find(parentId);
      if (parent.kind !== 'done') return parent;
      return writeVariationRows(client, parent.value, digits.value, writes);
    },
    createCategories: (rows) => createCategoryRows(client, rows),
    deleteEmptyCategory: (id) => deleteEmptyCategory(client, id),
    findProductsAbove: (afterId) => findMarkedProducts(client, afterId),
    ...createLiveCalls({ client, watching }, parents, readDigits, options.stockMemory),
  };
  const detector = createAddOnDetector(client, options.addOns, options.addOnMemory);
  return withAddOns(store, { detector, readDigits, breathe: () => deps.timers.breathe() });
}
