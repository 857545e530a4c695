import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTillTotal, type TotalOrder } from '../../../../src-main/domain/orders/order-total.ts';

const RATES = new Map([
  ['A', 1_000_000],
  ['B', 500_000],
  ['SEVEN', 700_000],
]);
const PLAIN: TotalOrder = { lines: [], discounts: [], taxRates: RATES, isTaxRemoved: false, isVat: false };
const line = (priceAmount: number, taxRateIds: string[] = [], modificationAmounts: number[] = []) => ({
  priceAmount,
  modificationAmounts,
  taxRateIds,
});

describe('the till’s way of counting', () => {
  it('comes to 21.13 in Clover’s own example', () => {
    const total = computeTillTotal({
      ...PLAIN,
      lines: [line(1300, ['A']), line(900, ['B'])],
      discounts: [{ percentDecimal: 150_000 }],
      serviceChargeDecimal: 50_000,
    });
    expect(total).toMatchObject({
      discountAmount: -330,
      serviceAmount: 94,
      taxAmount: 149,
      totalAmount: 2113,
    });
    expect([...total.taxes]).toEqual([
      ['A', 111],
      ['B', 38],
    ]);
  });

  it('comes to 5.83 in the order that was checked live', () => {
    const lines = [line(500, ['SEVEN'], [145])];
    expect(computeTillTotal({ ...PLAIN, lines, discounts: [{ amount: -100 }] }).totalAmount).toBe(583);
  });

  it('taxes the sum of a rate’s lines once, half a cent up, and no rate on another', () => {
    const lines = [line(105, ['B']), line(105, ['B']), line(5, ['A', 'B'])];
    // B: 5 % of 2.15 = 0.1075; A: 10 % of 0.05 = 0.005
    expect([...computeTillTotal({ ...PLAIN, lines }).taxes]).toEqual([
      ['B', 11],
      ['A', 1],
    ]);
  });

  it('adds no tax where prices hold it or it was removed, and counts no line that was exchanged', () => {
    const lines = [line(1000, ['A']), { ...line(500, ['A']), isLeftOut: true }];
    expect(computeTillTotal({ ...PLAIN, lines }).totalAmount).toBe(1100);
    expect(computeTillTotal({ ...PLAIN, lines, isVat: true }).totalAmount).toBe(1000);
    expect(computeTillTotal({ ...PLAIN, lines, isTaxRemoved: true }).totalAmount).toBe(1000);
  });

  it('takes percentages before amounts, and multiplies only what is sold by measure', () => {
    const discounts = [{ amount: -100 }, { percentDecimal: 100_000 }];
    const lines = [{ ...line(999, []), unitQuantity: 1500, discounts }];
    // 9.99 x 1.5 = 14.985 -> 14.99, less 1.50, less 1.00
    expect(computeTillTotal({ ...PLAIN, lines }).totalAmount).toBe(1249);
  });

  it('never falls below nothing, and is a whole number for any order', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -20_000_000, max: -1 }), (prices, amount) => {
        const lines = prices.map((price) => line(price, ['A', 'SEVEN']));
        const total = computeTillTotal({ ...PLAIN, lines, discounts: [{ amount }] });
        expect(Number.isSafeInteger(total.totalAmount)).toBe(true);
        expect(total.totalAmount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
