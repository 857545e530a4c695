import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import type { FieldValueShape, SideName } from '../../../src-preload/contract/shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { listFieldLines } from '../products/field-lines.ts';

export interface Currencies {
  readonly till: string;
  readonly store: string;
}

export const OTHER_SIDE: Readonly<Record<SideName, SideName>> = { till: 'store', store: 'till' };

/** Fields whose name stands in the plural. */
const MANY: ReadonlySet<string> = new Set(['categories', 'modifiers']);

/**
 * What one side's value would do to the other: the preview of an answer.
 * @param hasPriceRule store prices carry a markup, a rounding or tax, so that the figures are not the same
 */
export function sayEffect(
  {
    field,
    ruling = null,
    ...values
  }: Pick<ConflictShape, 'field' | 'till' | 'store'> & Partial<Pick<ConflictShape, 'ruling'>>,
  take: SideName,
  currencies: Currencies,
  hasPriceRule: boolean,
): string {
  const other = OTHER_SIDE[take];
  const isChosen = ruling?.take === take;
  if (field === 'availability') return sayAvailability(other, values[take], isChosen);
  const value = sayValue(field, values[take], currencies[take]);
  const subject = `The ${other}’s ${nameField(field)}`;
  const becomes = !isChosen ? 'would become' : MANY.has(field) ? 'become' : 'becomes';
  if (field === 'price' && hasPriceRule)
    return `${subject} ${becomes} what your price rules make of ${value}.`;
  return `${subject} ${becomes} ${value.length > LONG ? 'this too' : value}.`;
}

/** Longer than this, a value is not said twice. */
const LONG = 40;

const sayAvailability = (other: SideName, value: FieldValueShape, isChosen: boolean): string =>
  `${other === 'till' ? 'On the till' : 'In the store'} it ${isChosen ? 'is then' : 'would then be'} ${formatFieldValue('availability', value, '')}.`;

const sayValue = (field: string, value: FieldValueShape, currency: string): string =>
  listFieldLines(field, value, currency).join('; ');

/** What became of a person's answer that is not carried out yet. */
export function sayRuling(
  { ruling, field }: Pick<ConflictShape, 'ruling' | 'field'>,
  currency: string,
): string | null {
  if (!ruling) return null;
  const what =
    ruling.take === 'value' ? sayValue(field, ruling.value, currency) : `the ${ruling.take}’s value`;
  return `Decided: ${what}. It is written with the next sync.`;
}

/** That a person's earlier answer is not carried out, and what changed since they gave it. */
export function sayLapsed(
  {
    lapsed,
    ruling,
    field,
    till,
    store,
  }: Pick<ConflictShape, 'lapsed' | 'ruling' | 'field' | 'till' | 'store'>,
  currencies: Currencies,
): { readonly message: string; readonly hint: string } | null {
  if (!lapsed || ruling) return null;
  const now = { till, store };
  const news = (['till', 'store'] as const).flatMap((side) => {
    const before = sayValue(field, lapsed[side], currencies[side]);
    const after = sayValue(field, now[side], currencies[side]);
    if (before === after) return [];
    const isShort = before.length + after.length <= LONG;
    return [`the ${side}’s value changed${isShort ? ` from ${before} to ${after}` : ''}`];
  });
  const why = news.length === 0 ? 'the values changed in between' : news.join(' and ');
  const what =
    lapsed.take === 'value' ? sayValue(field, lapsed.value, currencies.till) : `the ${lapsed.take}’s value`;
  return {
    message: `The earlier answer no longer holds: ${why}.`,
    hint: `It was: ${what.length > LONG ? 'a value of its own' : what}. Nothing was written. Please answer again.`,
  };
}

/** Fields for which another value can be typed. */
const TYPED: ReadonlySet<string> = new Set(['name', 'price', 'sku', 'barcode', 'stock', 'description']);
export const canType = (field: string): boolean => TYPED.has(field);

/**
 * What a person typed, as the engine takes it: prices in whole minor units.
 * @param minorDigits of the till's currency
 * @returns null where it does not fit the field
 */
export function readTyped(field: string, typed: string, minorDigits: number): string | number | null {
  const text = typed.trim();
  if (field !== 'price' && field !== 'stock') return text === '' && field === 'name' ? null : text;
  const plain = text.replace(/^(-?\d+),(\d{1,3})$/, '$1.$2');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  const [, decimals = ''] = plain.split('.');
  if (field === 'stock') return decimals === '' ? Number(plain) : null;
  if (plain.startsWith('-') || decimals.length > minorDigits) return null;
  return Math.round(Number(plain) * 10 ** minorDigits);
}
