import { parseDecimal } from '../../money.ts';

/** Prices are read to a thousandth of the minor unit: shares of a price once a line need not be whole. */
export const MILS = 1_000;
const MIL_DIGITS = 3;
/** Far above any price; below it a number's decimals are still right. */
const BIGGEST_NUMBER = 1e9;

export interface PricedText {
  /** Without the price. */
  readonly text: string;
  /** Thousandths of the minor unit; null where the text ends in no price. */
  readonly mils: number | null;
  /** What stands before the price. */
  readonly sign: '' | '+' | 'x';
}

/** Reads a price that a plugin keeps as a number, or as a text with or without its currency. */
export function readMils(value: unknown, digits: number): number | null {
  if (value === '' || value === null) return 0;
  if (typeof value === 'number') {
    return Math.abs(value) < BIGGEST_NUMBER ? parseDecimal(value.toFixed(10), digits + MIL_DIGITS) : null;
  }
  return typeof value === 'string' && value.length < 100 ? (readPrice(value, digits)?.mils ?? null) : null;
}

/**
 * Takes one price off the end of a text: `Size (+$2.50)`, `Bacon + $1.25`. One without a currency sign is
 * taken for a price only where a known name is left: `Cola (0.33 l)` is none.
 */
export function splitPrice(text: string, digits: number, isKnown: (name: string) => boolean): PricedText {
  const plain: PricedText = { text, mils: null, sign: '' };
  const at = text.endsWith(')') ? text.lastIndexOf('(') : text.lastIndexOf(' + ');
  const head = text.slice(0, Math.max(0, at)).trim();
  const tail = text.endsWith(')') ? text.slice(at + 1, -1) : text.slice(at + 1);
  if (at < 0 || head === '' || tail.length > 40) return plain;
  const price = readPrice(tail, digits);
  if (!price || !(price.hasSign || isKnown(head))) return plain;
  return { text: head, mils: price.mils, sign: price.sign };
}

/** A text that is a price and nothing else, with its sign: `+ $2.50`; null for any other. */
export function readBarePrice(text: string, digits: number): number | null {
  const price = text.length < 40 ? readPrice(text.trim(), digits) : null;
  return price && (price.hasSign || price.sign === '+') ? price.mils : null;
}

interface Price {
  readonly mils: number;
  readonly sign: PricedText['sign'];
  /** Of a currency. */
  readonly hasSign: boolean;
}

function readPrice(text: string, digits: number): Price | null {
  const number = /\d(?:[\d.,'’ \u00a0\u202f]*\d)?/.exec(text)?.[0];
  if (number === undefined) return null;
  const [rest = '', sign = ''] = readSigns(text.replace(number, ' '));
  const hasSign = /^\p{L}{0,3}\p{Sc}$/u.test(rest);
  if (!hasSign && rest !== '' && !/^[\p{L}.]{1,4}$/u.test(rest)) return null;
  const mils = parseDecimal(readNumber(number, digits), digits + MIL_DIGITS);
  if (mils === null) return null;
  const isNegative = /[-−]/.test(sign) && mils !== 0;
  const kind = /[x×*]/i.test(sign) ? 'x' : sign.includes('+') ? '+' : '';
  return { mils: isNegative ? -mils : mils, sign: kind, hasSign };
}

/** What stands around a number, without and of its signs: `+ $`, `x$`, `-€`. */
function readSigns(around: string): readonly [rest: string, sign: string] {
  const packed = around.replace(/\s/g, '');
  const sign = /^[+\-−×*]|^x(?=$|\P{L})/iu.exec(packed)?.[0] ?? '';
  const rest = packed.slice(sign.length);
  return rest.includes('-') || rest.includes('−') ? [rest.replace(/[-−]/, ''), '-'] : [rest, sign];
}

/** The last mark is the decimal one where both kinds stand, or where a price's decimals follow it. */
function readNumber(number: string, digits: number): string {
  const packed = number.replace(/['’\s]/g, '');
  const at = Math.max(packed.lastIndexOf('.'), packed.lastIndexOf(','));
  if (at < 0) return packed;
  const whole = packed.slice(0, at);
  const decimals = packed.slice(at + 1);
  const mark = packed[at] ?? '';
  const isAlone = !whole.includes(mark);
  const hasOther = /[.,]/.test(whole.replaceAll(mark, ''));
  const isDecimal = isAlone && (hasOther || decimals.length === digits || decimals.length !== 3);
  return isDecimal ? `${whole.replace(/[.,]/g, '')}.${decimals}` : packed.replace(/[.,]/g, '');
}
