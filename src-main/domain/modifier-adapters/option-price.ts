import { parseDecimal } from '../money.ts';

/**
 * The price of one option in minor units: texts, numbers and decimal commas alike, 0 for an empty one.
 * @returns null for what is no price or below zero, which the till cannot have
 */
export function readOptionPrice(value: unknown, digits: number): number | null {
  if (value === undefined || value === null || value === '') return 0;
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '?';
  if (text === '') return 0;
  const amount = parseDecimal(text.includes('.') ? text : text.replace(',', '.'), digits);
  return amount !== null && amount >= 0 ? amount : null;
}
