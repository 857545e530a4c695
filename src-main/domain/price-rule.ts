/** How a till price becomes a store price. */
export interface PriceRule {
  readonly mode: 'direct' | 'markup';
  readonly markupType: 'percent' | 'fixed';
  /** Percent (12.5), or minor units of the currency when fixed. May be negative: a lower web price. */
  readonly markupValue: number;
  readonly rounding: 'none' | '0.05' | '0.10' | '0.99';
  /** Whether tax is put on or taken out on the way; `same` copies the figure. */
  readonly tax: 'same' | 'add' | 'remove';
  /** Decimals of the currency. */
  readonly digits: number;
}

const TAX_SCALE = 10_000_000; // Clover: 10,000,000 is 100 % (clover.md 6.5)

/**
 * The store's price for a till price: tax first, then markup, then rounding. Never below zero.
 * @param amount minor units
 * @param taxRate Clover's scale, the sum of the rates on the item
 */
export function applyPriceRule(amount: number, rule: PriceRule, taxRate: number): number {
  return roundPrice(addMarkup(convertTax(amount, rule.tax, taxRate), rule), rule);
}

function convertTax(amount: number, tax: PriceRule['tax'], taxRate: number): number {
  if (tax === 'add') return Math.round((amount * (TAX_SCALE + taxRate)) / TAX_SCALE);
  if (tax === 'remove') return Math.round((amount * TAX_SCALE) / (TAX_SCALE + taxRate));
  return amount;
}

function addMarkup(amount: number, rule: PriceRule): number {
  if (rule.mode === 'direct' || amount === 0) return amount;
  const marked =
    rule.markupType === 'fixed'
      ? amount + Math.round(rule.markupValue)
      : Math.round((amount * (100_000 + Math.round(rule.markupValue * 1000))) / 100_000);
  return Math.max(0, marked);
}

function roundPrice(amount: number, rule: PriceRule): number {
  if (rule.rounding === 'none' || rule.digits < 2 || amount === 0) return amount;
  const unit = 10 ** rule.digits;
  if (rule.rounding === '0.99') return Math.ceil((amount + unit / 100) / unit) * unit - unit / 100;
  const step = rule.rounding === '0.05' ? unit / 20 : unit / 10;
  return Math.round(amount / step) * step;
}
