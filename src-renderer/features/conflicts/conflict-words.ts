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
  { field, ...values }: Pick<ConflictShape, 'field' | 'till' | 'store'>,
  take: SideName,
  currencies: Currencies,
  hasPriceRule: boolean,
): string {
  const other = OTHER_SIDE[take];
  if (field === 'availability') return sayAvailability(other, values[take]);
  const value = sayValue(field, values[take], currencies[take]);
  const subject = `The ${other}’s ${nameField(field)}`;
  if (field === 'price' && hasPriceRule) return `${subject} becomes what your price rules make of ${value}.`;
  const isLong = value.length > LONG;
  return `${subject} ${MANY.has(field) ? 'become' : 'becomes'} ${isLong ? 'this too' : value}.`;
}

/** Longer than this, a value is not said twice. */
const LONG = 40;

const sayAvailability = (other: SideName, value: FieldValueShape): string =>
  `${other === 'till' ? 'On the till' : 'In the store'} it is then ${formatFieldValue('availability', value, '')}.`;

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
