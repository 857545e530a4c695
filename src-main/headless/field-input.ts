import type { FieldName, FieldValue } from '../domain/fields.ts';
import { parseDecimal, readMinorDigits } from '../domain/money.ts';
import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';

const AVAILABILITIES: readonly string[] = ['on', 'hidden', 'off'];
const PIECES = /^-?\d{1,9}$/;
const DECIMAL = /^\d+(\.\d+)?$/;

/**
 * Reads a value that a person typed for a field: a price as people write it ("12.50"), whole pieces, a text.
 * A price without its decimals is refused, for it could be minor units.
 */
export function readFieldValue(field: FieldName, text: string, currency: string): Attempt<FieldValue> {
  switch (field) {
    case 'price':
      return readPrice(text, readMinorDigits(currency));
    case 'stock':
      return PIECES.test(text) ? succeed(Number(text)) : refuseValue(text, 'whole pieces, such as 12');
    case 'availability':
      return AVAILABILITIES.includes(text) ? succeed(text) : refuseValue(text, AVAILABILITIES.join(' | '));
    case 'name':
      return text.trim() === '' ? refuseValue(text, 'a name') : succeed(text.trim());
    case 'sku':
    case 'barcode':
    case 'description':
      return succeed(text.trim());
    case 'categories':
    case 'modifiers':
      return refuse('USE_BAD_VALUE', {
        name: '--take value',
        why: 'a list cannot be typed here',
        how: 'Take one side (--take till or --take store), then edit it there.',
      });
  }
}

function readPrice(text: string, digits: number): Attempt<FieldValue> {
  const decimals = text.split('.')[1]?.length ?? 0;
  const example = digits === 0 ? '1250' : `12.${'5'.padEnd(digits, '0')}`;
  const amount = DECIMAL.test(text) && decimals === digits ? parseDecimal(text, digits) : null;
  return amount === null
    ? refuseValue(text, `a price with all its decimals, such as ${example}`)
    : succeed(amount);
}

const succeed = (value: FieldValue): Attempt<FieldValue> => ({ ok: true, value });

const refuseValue = (text: string, takes: string): Attempt<never> =>
  refuse('USE_BAD_VALUE', { name: 'The value', why: `it takes ${takes}, not "${text}"` });
