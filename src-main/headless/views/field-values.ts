import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName, FieldValue } from '../../domain/fields.ts';
import type { Engine } from '../../engine/face.ts';
import { cleanText, cutText } from '../terminal/display-width.ts';
import { createMoneyFormat, formatCount } from '../terminal/figures.ts';

/** As much of a description as fits beside another. */
const LONGEST_TEXT = 48;
const TILL_KEY = 'till:';

/** Puts the value of a field into words. */
export interface ValueFormat {
  readonly money: (amount: number) => string;
  format(field: FieldName, value: FieldValue | undefined): string;
}

const AVAILABILITY: Readonly<Record<string, string>> = {
  on: 'on sale',
  hidden: 'hidden',
  off: 'switched off',
  trash: 'in the trash',
  empty: 'out of stock',
  backorder: 'on back-order',
};

/** Values as people read them: prices in the till's currency, categories by their names. */
export function createValueFormat(engine: Engine): ValueFormat {
  const currency = engine.connections.readTill()?.merchant.currency ?? null;
  const money = createMoneyFormat(currency);
  let names: ReadonlyMap<string, string> | null = null;
  const nameCategory = (key: string): string => {
    names ??= readCategoryNames(engine);
    return names.get(key) ?? 'a new one';
  };
  return {
    money,
    format: (field, value) => {
      if (value === undefined || value === null || value === '') return 'none';
      if (Array.isArray(value)) return formatList(field, value, nameCategory);
      if (field === 'price' && typeof value === 'number') return money(value);
      if (field === 'availability') return AVAILABILITY[String(value)] ?? String(value);
      return typeof value === 'number' ? formatCount(value) : cutText(cleanText(String(value)), LONGEST_TEXT);
    },
  };
}

function formatList(
  field: FieldName,
  values: readonly unknown[],
  nameCategory: (key: string) => string,
): string {
  if (values.length === 0) return 'none';
  const names = values.map((value) =>
    field === 'categories'
      ? nameCategory(String(value))
      : String((value as { readonly name?: unknown }).name),
  );
  return names.map((name) => cleanText(name)).join(', ');
}

/** Categories by the keys that a plan uses: the store's id, or `till:` and the till's. */
function readCategoryNames(engine: Engine): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const link of engine.links({ limit: Number.MAX_SAFE_INTEGER, offset: 0 })) {
    if (link.kind !== 'category') continue;
    names.set(`${TILL_KEY}${link.cloverId}`, link.name);
    if (link.wooId !== null) names.set(String(link.wooId), link.name);
  }
  return names;
}

export const nameField = (field: FieldName): string => FIELD_WORDS[field];
