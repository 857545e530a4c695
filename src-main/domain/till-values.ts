import type { FieldName, FieldValue } from './fields.ts';
import type { CloverId } from './ids.ts';
import { isFieldOn, type PlanContext } from './plan-context.ts';
import { applyPriceRule, type PriceRule } from './price-rule.ts';
import { EMPTY, UNPUBLISHED } from './stored-fields.ts';
import type { TillItem } from './till-catalog.ts';
import { readTaxRate } from './wanted-fields.ts';

/** Clover's limits (clover.md 6.1). */
export const LONGEST_NAME = 127;
const LONGEST_CODE = 100;

/** What the till is to say for what the store says; null where the till cannot have it. */
export type TillReader = (field: FieldName, stored: FieldValue) => FieldValue;

/**
 * The way back of `describeItem`: store values as the till's, by the same rules.
 * @param kind a variation's name is the till's own making (clover.md 6.6)
 * @param categories Clover id of each store category that is linked
 */
export function createTillReader(
  item: TillItem,
  kind: 'product' | 'variation',
  categories: ReadonlyMap<string, CloverId>,
  context: PlanContext,
): TillReader {
  return (field, stored) => {
    if (!isFieldOn(context.settings, field)) return null;
    switch (field) {
      case 'name':
        return kind === 'variation' ? null : cutText(String(stored), LONGEST_NAME);
      case 'sku':
      case 'barcode':
        return String(stored).length > LONGEST_CODE ? null : String(stored);
      case 'price':
        return readPrice(stored, item, context);
      case 'stock':
        return typeof stored === 'number' ? stored : null;
      case 'availability':
        // The till follows its own count there.
        return stored === EMPTY && item.autoManages ? null : readAvailability(String(stored));
      case 'categories':
        return readCategories(stored, categories);
      case 'description':
        return shortenDescription(String(stored));
      case 'modifiers':
        // Groups that the store knows by our own ids; others the till could not tell apart.
        return stored;
    }
  };
}

/** What the rules make of a till value for the store, where a person or the store chose it. */
export function createStoreReader(item: TillItem, context: PlanContext): TillReader {
  return (field, value) => {
    if (field === 'price' && typeof value === 'number')
      return applyPriceRule(value, context.priceRule, readTaxRate(item, context));
    return field === 'stock' && typeof value === 'number' ? Math.floor(value) : value;
  };
}

function readPrice(stored: FieldValue, item: TillItem, context: PlanContext): FieldValue {
  // A price that the cashier types stays theirs; a store without a price says nothing.
  if (typeof stored !== 'number' || stored < 0 || item.priceType === 'VARIABLE') return null;
  return invertPrice(stored, item.priceAmount, context.priceRule, readTaxRate(item, context));
}

/**
 * The till price that the rules turn into this store price: the present one if it does, else the nearest.
 * Where rounding leaves no exact one, the nearest below or above by the rule itself; null where none comes
 * near, as below a fixed markup.
 */
export function invertPrice(
  stored: number,
  present: number,
  rule: PriceRule,
  taxRate: number,
): number | null {
  const apply = (amount: number): number => applyPriceRule(amount, rule, taxRate);
  if (apply(present) === stored) return present;
  // The rules never fall as the amount grows, so the smallest amount that reaches the price is found by halving.
  let low = 0;
  let high = Math.max(1, stored);
  while (apply(high) < stored && high < MOST_AMOUNT) high *= 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (apply(middle) < stored) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return stored === 0 ? 0 : null;
  const above = Math.abs(apply(low) - stored);
  const below = low === 1 ? Number.POSITIVE_INFINITY : Math.abs(stored - apply(low - 1));
  const nearest = below < above ? low - 1 : low;
  // Below a fixed markup there is no till price that would lead to it.
  return Math.abs(apply(nearest) - stored) <= readGrain(rule) ? nearest : null;
}

/** How far apart two neighbouring store prices can be. */
function readGrain({ rounding, digits, mode, markupType, markupValue }: PriceRule): number {
  const unit = 10 ** digits;
  const step = { none: 0, '0.05': unit / 20, '0.10': unit / 10, '0.99': unit }[rounding];
  const stretch = mode === 'markup' && markupType === 'percent' ? Math.ceil(markupValue / 100) : 0;
  return step + Math.max(0, stretch) + 2;
}

const MOST_AMOUNT = 1_000_000_000_000;

function readAvailability(stored: string): FieldValue {
  if (stored === EMPTY) return 'off';
  return stored === UNPUBLISHED ? 'hidden' : stored;
}

function readCategories(stored: FieldValue, categories: ReadonlyMap<string, CloverId>): FieldValue {
  const ids = (stored as readonly string[]).map((key) => categories.get(key));
  return ids.filter((id) => id !== undefined).sort();
}

const cutText = (text: string, length: number): string => text.trim().slice(0, length);

/** A store's short description as plain text of at most 127 characters, cut at a word (features.md C6). */
export function shortenDescription(html: string): string {
  const text = readPlainText(html);
  if (text.length <= LONGEST_NAME) return text;
  const cut = text.slice(0, LONGEST_NAME - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > LONGEST_NAME / 2 ? end : cut.length).trimEnd()}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
};

function readPlainText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<(?:br|\/p|\/li|\/h\d|\/div)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => decodeEntity(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const isHex = name[1]?.toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
