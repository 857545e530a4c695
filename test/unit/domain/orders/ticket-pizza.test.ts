import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asWooId } from '../../../../src-main/domain/ids.ts';
import { parseDecimal } from '../../../../src-main/domain/money.ts';
import { planTicket } from '../../../../src-main/domain/orders/ticket-plan.ts';
import { makeInput, makeItem, makeLine, RATE_A } from './web-orders.ts';

/** A pizzeria's busiest Friday: order, pizza, size, price, quantity. */
const ROWS = z
  .array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]))
  .parse(
    parse(readFileSync(new URL('../../../fixtures/pizza/friday-orders.csv', import.meta.url)), { from: 2 }),
  );

describe('a real Friday of a pizzeria', () => {
  const numbers = [...new Set(ROWS.map(([order]) => order))];

  it.each([8.875, 10, 6.25])('goes to the till to the cent with its own tax of %s percent', (percent) => {
    let sold = 0;
    let own = 0;
    for (const number of numbers) {
      const rows = ROWS.filter(([order]) => order === number);
      const lines = rows.map(([, pizza, size, price, quantity]) => {
        const totalAmount = (parseDecimal(price, 2) ?? 0) * Number(quantity);
        return makeLine({
          name: `${pizza} - ${size}`,
          quantity: Number(quantity),
          totalAmount,
          taxRateIds: [1],
        });
      });
      const net = lines.reduce((sum, { totalAmount }) => sum + totalAmount, 0);
      // The store rounds once, after the sum, as its usual setting is.
      const taxAmount = Math.round((net * percent * 1000) / 100_000 + 1e-9);
      const taxes = [
        { rateId: 1, label: 'Tax', percent, isCompound: false, amount: taxAmount, shippingAmount: 0 },
      ];
      const plain = makeInput({ id: asWooId(Number(number)), number, lines, taxes, taxAmount });
      const ticket = planTicket({
        ...plain,
        items: new Map([[asWooId(10), makeItem(1, [RATE_A])]]),
        till: { ...plain.till, taxRates: new Map([[RATE_A, percent * 100_000]]) },
      });
      expect(ticket.totalAmount).toBe(net + taxAmount);
      expect(ticket.lines.filter(({ kind }) => kind === 'product')).toHaveLength(
        lines.reduce((sum, { quantity }) => sum + quantity, 0),
      );
      sold += net;
      if (ticket.tax === 'till') own += 1;
    }
    expect(numbers).toHaveLength(115);
    expect(own).toBe(115);
    expect(sold).toBeGreaterThan(400_000);
  });
});
