import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal, readMinorDigits } from '../../../src-main/domain/money.ts';
import { applyPriceRule, type PriceRule } from '../../../src-main/domain/price-rule.ts';

const DIRECT: PriceRule = {
  mode: 'direct',
  markupType: 'percent',
  markupValue: 0,
  rounding: 'none',
  tax: 'same',
  digits: 2,
};

describe('money', () => {
  it('survives the round trip to text and back, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.constantFrom(0, 2, 3),
        (amount, digits) => {
          expect(parseDecimal(formatDecimal(amount, digits), digits)).toBe(amount);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('reads what a store answers: "4.5", "5.256", "-3", ".5", "" and garbage', () => {
    const read = ['4.5', '5.256', '5.254', '-3', '.5', '', 'abc', '7'].map((text) => parseDecimal(text, 2));
    expect(read).toEqual([450, 526, 525, -300, 50, null, null, 700]);
  });

  it('knows how many decimals a currency has', () => {
    expect(['USD', 'JPY', 'KWD', 'no such'].map(readMinorDigits)).toEqual([2, 0, 3, 2]);
  });
});

describe('price rules', () => {
  it.each([
    ['ten percent', { ...DIRECT, mode: 'markup', markupValue: 10 }, 1275, 1403],
    ['a fixed amount', { ...DIRECT, mode: 'markup', markupType: 'fixed', markupValue: 50 }, 1275, 1325],
    ['rounding to five cents', { ...DIRECT, rounding: '0.05' }, 1273, 1275],
    ['rounding to ten cents', { ...DIRECT, rounding: '0.10' }, 1274, 1270],
    ['rounding up to .99', { ...DIRECT, rounding: '0.99' }, 1200, 1299],
    ['a price that ends in .99 already', { ...DIRECT, rounding: '0.99' }, 1299, 1299],
    [
      'a negative markup never goes below zero',
      { ...DIRECT, mode: 'markup', markupType: 'fixed', markupValue: -900 },
      500,
      0,
    ],
    [
      'a free item stays free',
      { ...DIRECT, mode: 'markup', markupType: 'fixed', markupValue: 50, rounding: '0.99' },
      0,
      0,
    ],
  ] as [string, PriceRule, number, number][])('%s', (_name, rule, before, after) => {
    expect(applyPriceRule(before, rule, 0)).toBe(after);
  });

  it('tax is put on and taken out by Clover’s scale', () => {
    expect(applyPriceRule(1000, { ...DIRECT, tax: 'add' }, 825_000)).toBe(1083);
    expect(applyPriceRule(1083, { ...DIRECT, tax: 'remove' }, 825_000)).toBe(1000);
  });

  it('a markup is exact: 19.99 and 15 % is 22.99, not 22.98', () => {
    expect(applyPriceRule(1999, { ...DIRECT, mode: 'markup', markupValue: 15 }, 0)).toBe(2299);
  });
});
