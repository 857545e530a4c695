import { figureLocale } from '../i18n/locale.ts';

/**
 * A price in its currency's form.
 * @param amount in whole minor units; null is shown as a dash
 */
export function formatMoney(amount: number | null, currency: string): string {
  if (amount === null) return '–';
  return pickFormat(currency).format(amount / 10 ** countMinorDigits(currency));
}

/** Decimals of a currency: 2 for dollars, none for yen. */
export const countMinorDigits = (currency: string): number =>
  pickFormat(currency).resolvedOptions().maximumFractionDigits ?? 2;

function pickFormat(currency: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(figureLocale(), { style: 'currency', currency });
  } catch (error) {
    // A currency is unknown until a side is connected: then the figure stands alone.
    if (error instanceof RangeError)
      return new Intl.NumberFormat(figureLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    throw error;
  }
}

/** Thousands separated. */
export const formatCount = (count: number): string => new Intl.NumberFormat(figureLocale()).format(count);
