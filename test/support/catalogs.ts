import { asCloverId, asWooId } from '../../src-main/domain/ids.ts';
import { completeSettings, type SettingKey, type Settings } from '../../src-main/domain/settings.ts';
import type { StoreCatalog, StoreFacts, StoreProduct } from '../../src-main/domain/store-catalog.ts';
import type { TillCatalog, TillFacts, TillItem, TillItemGroup } from '../../src-main/domain/till-catalog.ts';

/** A till item with everything ordinary but what the test says. */
export function makeItem(id: string, given: Partial<TillItem> = {}): TillItem {
  return {
    id: asCloverId(id),
    name: `Item ${id}`,
    priceAmount: 500,
    priceType: 'FIXED',
    unitName: '',
    sku: '',
    barcode: '',
    alternateName: '',
    isHidden: false,
    isAvailable: true,
    groupId: null,
    optionIds: [],
    categoryIds: [],
    modifierGroupIds: [],
    tagIds: [],
    taxRateIds: [],
    usesDefaultTaxes: true,
    autoManages: false,
    stock: null,
    ...given,
  };
}

export function makeProduct(id: number, given: Partial<StoreProduct> = {}): StoreProduct {
  return {
    id: asWooId(id),
    parentId: null,
    type: 'simple',
    status: 'publish',
    name: `Product ${id}`,
    sku: '',
    barcode: '',
    priceAmount: 500,
    managesStock: false,
    stock: null,
    stockStatus: 'instock',
    visibility: 'visible',
    categoryIds: [],
    attributes: [],
    options: [],
    shortDescription: '',
    itemId: null,
    modifierGroups: null,
    ...given,
  };
}

export function makeTill(items: readonly TillItem[], given: Partial<TillCatalog> = {}): TillCatalog {
  return {
    items,
    categories: new Map(),
    modifierGroups: new Map(),
    itemGroups: new Map(),
    tags: new Map(),
    taxRates: new Map(),
    ...given,
  };
}

/** An item group `GROUP` with one attribute Size whose options are Small and Large. */
export function makeSizeGroup(name = 'Margherita'): TillItemGroup {
  const options = [
    { id: asCloverId('OPT-S'), name: 'Small' },
    { id: asCloverId('OPT-L'), name: 'Large' },
  ];
  return { id: asCloverId('GROUP'), name, attributes: [{ id: asCloverId('ATTR'), name: 'Size', options }] };
}

export function makeStore(
  products: readonly StoreProduct[],
  given: Partial<StoreCatalog> = {},
): StoreCatalog {
  return { products, variations: new Map(), categories: [], trashed: [], ...given };
}

export const TILL_FACTS: TillFacts = {
  merchantId: 'MERCHANT00001',
  name: 'Corner Oven',
  currency: 'USD',
  timezone: 'America/New_York',
  country: 'US',
  pricesIncludeTax: false,
  tracksStock: true,
  updatesStock: true,
};

export const STORE_FACTS: StoreFacts = {
  name: 'Corner Oven Online',
  url: 'http://127.0.0.1',
  storeId: '',
  currency: 'USD',
  priceDecimals: 2,
  pricesIncludeTax: false,
  calculatesTaxes: true,
  managesStock: true,
  version: '9.9.5',
};

export function makeSettings(set: Partial<Record<SettingKey, string>> = {}): Settings {
  return completeSettings(new Map(Object.entries(set)));
}
