import type { FieldValueShape } from '../../../src-preload/contract/shapes.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { formatMoney } from '../../components/money.tsx';

/** A modifier group as it travels; what a newer or older store plugin left out is missing. */
interface GroupShape {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly mods?: readonly { readonly name: string; readonly price?: number; readonly available?: boolean }[];
}

const isGroup = (value: unknown): value is GroupShape =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** The store's word for a product that cannot be bought whatever its availability is. */
const MOOT = 'moot';

/**
 * A field's value in lines a person can read; a list has a line for each of its parts.
 * @param currency of prices, which are whole minor units
 */
export function listFieldLines(field: string, value: FieldValueShape, currency: string): string[] {
  if (field === 'availability' && value === MOOT) return ['not for sale just now'];
  if (!Array.isArray(value) || value.length === 0) return [formatFieldValue(field, value, currency)];
  return value.map((part) => (isGroup(part) ? describeGroup(part, currency) : String(part)));
}

/** "Size (choose 1): Small, Large +$2.00". */
function describeGroup({ name, min = 0, max = 0, mods = [] }: GroupShape, currency: string): string {
  const options = mods.map(({ name: option, price = 0, available = true }) => {
    const extra = price === 0 ? '' : ` ${price > 0 ? '+' : ''}${formatMoney(price, currency)}`;
    return `${option}${extra}${available ? '' : ' (sold out)'}`;
  });
  const rule = describeRule(min, max);
  return `${name}${rule === '' ? '' : ` (${rule})`}${options.length === 0 ? '' : `: ${options.join(', ')}`}`;
}

function describeRule(min: number, max: number): string {
  if (min > 0 && min === max) return `choose ${min}`;
  if (min > 0) return max > 0 ? `choose ${min} to ${max}` : `choose at least ${min}`;
  return max > 0 ? `up to ${max}` : '';
}
