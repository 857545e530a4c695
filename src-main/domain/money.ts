const BIGGEST_AMOUNT = 1_000_000_000_000;

/** A format takes a tenth of a millisecond to make, and is asked for with every price. A shop has one currency. */
const knownDigits = new Map<string, number>();

/** Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. Unknown codes count as 2. */
export function readMinorDigits(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const digits = askMinorDigits(currency);
  knownDigits.set(currency, digits);
  return digits;
}

function askMinorDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch (error) {
    if (error instanceof RangeError) return 2;
    throw error;
  }
}

/**
 * Reads a decimal text such as "4.5" or "-3" as minor units, rounding half away from zero where it has
 * more decimals than the currency (WooCommerce stores "5.256" as sent, woocommerce.md 3).
 * @returns null for an empty text or one that is not a number.
 */
export function parseDecimal(text: string, digits: number): number | null {
  const match = /^\s*(-?)(\d*)(?:\.(\d*))?\s*$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const roundsUp = (fraction.charCodeAt(digits) || 0) >= 53;
  const amount = Number(`${whole || '0'}${kept}`) + (roundsUp ? 1 : 0);
  if (amount > BIGGEST_AMOUNT) return null;
  return sign && amount !== 0 ? -amount : amount;
}

/** Minor units as a decimal text with a point: 450 at two digits is "4.50". */
export function formatDecimal(amount: number, digits: number): string {
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Minor units as people write them: 845 USD is "$8.45". */
export function formatMoney(amount: number, currency: string): string {
  const digits = readMinorDigits(currency);
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 10 ** digits);
  } catch (error) {
    if (error instanceof RangeError) return formatDecimal(amount, digits);
    throw error;
  }
}
