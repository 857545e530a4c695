import type { FieldValueShape } from '../../src-preload/contract/shapes.ts';
import { t } from '../i18n/i18n.ts';
import { formatCount, formatMoney } from './money.ts';

const AVAILABILITY_WORDS: Readonly<Record<string, string>> = {
  on: t('for sale'),
  hidden: t('hidden'),
  off: t('switched off'),
  trash: t('in the trash'),
  unpublished: t('not published'),
  empty: t('out of stock'),
  backorder: t('on back-order'),
};

/**
 * A field's value in words, never as it is kept.
 * @param currency of prices, which are whole minor units
 */
export function formatFieldValue(field: string, value: FieldValueShape, currency: string): string {
  if (value === null || value === '') return t('nothing');
  if (Array.isArray(value)) return formatList(value);
  if (typeof value === 'number') return field === 'price' ? formatMoney(value, currency) : formatCount(value);
  return field === 'availability' ? (AVAILABILITY_WORDS[value] ?? value) : value;
}

function formatList(values: readonly unknown[]): string {
  return values.length === 0 ? t('none') : values.map(nameOf).join(', ');
}

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value);
