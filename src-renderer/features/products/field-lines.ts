import type { FieldValueShape } from '../../../src-preload/contract/shapes.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { formatMoney } from '../../components/money.ts';
import { describeGroup, isGroup } from './modifier-group.ts';

/**
 * A field's value in lines a person can read; a list has a line for each of its parts.
 * @param currency of prices, which are whole minor units
 */
export function listFieldLines(field: string, value: FieldValueShape, currency: string): string[] {
  if (!Array.isArray(value) || value.length === 0) return [formatFieldValue(field, value, currency)];
  const formatPrice = (amount: number): string => formatMoney(amount, currency);
  return value.map((part) => (isGroup(part) ? describeGroup(part, formatPrice) : String(part)));
}
