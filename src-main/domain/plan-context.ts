import type { FieldName } from './fields.ts';
import { parseDecimal, readMinorDigits } from './money.ts';
import { foldText } from './name-fold.ts';
import type { PriceRule } from './price-rule.ts';
import type { Settings } from './settings.ts';
import type { StoreFacts } from './store-catalog.ts';
import type { TillCatalog, TillFacts, TillItem } from './till-catalog.ts';

/** What every rule of a plan looks up: settings in usable form and what stands twice on the till. */
export interface PlanContext {
  readonly settings: Settings;
  readonly priceRule: PriceRule;
  readonly catalog: TillCatalog;
  readonly store: StoreFacts;
  /** Folded SKUs and barcodes that more than one till item has: they match and mark nothing. */
  readonly doubleSkus: ReadonlySet<string>;
  readonly doubleBarcodes: ReadonlySet<string>;
  readonly doubleNames: ReadonlySet<string>;
  /** Sum of the default tax rates, Clover's scale. */
  readonly defaultTaxRate: number;
  /** Changes go both ways, on pairs that were linked before: not an import from the till. */
  readonly isLive: boolean;
}

export function createPlanContext(
  settings: Settings,
  catalog: TillCatalog,
  till: TillFacts,
  store: StoreFacts,
  isLive = false,
): PlanContext {
  let defaultTaxRate = 0;
  for (const rate of catalog.taxRates.values()) if (rate.isDefault) defaultTaxRate += rate.rate;
  return {
    settings,
    priceRule: readPriceRule(settings, till.currency),
    catalog,
    store,
    doubleSkus: findDoubles(catalog.items, (item) => item.sku),
    doubleBarcodes: findDoubles(catalog.items, (item) => item.barcode),
    doubleNames: findDoubles(catalog.items, (item) => (item.groupId === null ? item.name : '')),
    defaultTaxRate,
    isLive,
  };
}

/** The price rule that the settings say. */
export function readPriceRule(settings: Settings, currency: string): PriceRule {
  const digits = readMinorDigits(currency);
  const markupType = settings['price.markupType'] as PriceRule['markupType'];
  const value = settings['price.markupValue'];
  return {
    mode: settings['price.mode'] as PriceRule['mode'],
    markupType,
    markupValue: markupType === 'fixed' ? (parseDecimal(value, digits) ?? 0) : Number(value),
    rounding: settings['price.rounding'] as PriceRule['rounding'],
    tax: (settings['price.tax'] || 'same') as PriceRule['tax'],
    digits,
  };
}

function findDoubles(items: readonly TillItem[], read: (item: TillItem) => string): Set<string> {
  const seen = new Set<string>();
  const doubles = new Set<string>();
  for (const item of items) {
    const key = foldText(read(item));
    if (key === '') continue;
    if (seen.has(key)) doubles.add(key);
    seen.add(key);
  }
  return doubles;
}

/** Whether the merchant lets this field sync at all; the barcode follows the SKU's switch. */
export function isFieldOn(settings: Settings, field: FieldName): boolean {
  if (field === 'stock' && settings['stock.enabled'] === 'off') return false;
  return settings[`sync.field.${field === 'barcode' ? 'sku' : field}`] === 'on';
}

/** Whose value wins a first difference in this field. */
export function readOwner(settings: Settings, field: FieldName): 'till' | 'store' {
  return settings[`sync.owner.${field === 'barcode' ? 'sku' : field}`] as 'till' | 'store';
}
