import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTillTotal } from '../../../../src-main/domain/orders/order-total.ts';
import { planAttention } from '../../../../src-main/domain/orders/ticket-attention.ts';
import type { TicketInput } from '../../../../src-main/domain/orders/ticket-input.ts';
import { planTicket } from '../../../../src-main/domain/orders/ticket-plan.ts';
import type { TillTicket } from '../../../../src-main/domain/orders/till-ticket.ts';
import { anyInput } from './random-orders.ts';

/** What the till will make of a ticket, from its own facts alone. */
function countAsTill(ticket: TillTicket, { items, till }: TicketInput) {
  const rates = new Map([...items.values()].map(({ id, taxRateIds }) => [id as string, taxRateIds]));
  return computeTillTotal({
    lines: ticket.lines.map(({ itemId, priceAmount, modifications }) => ({
      priceAmount,
      modificationAmounts: modifications.map(({ amount }) => amount),
      taxRateIds: rates.get(itemId ?? '') ?? [],
    })),
    discounts: ticket.discounts,
    taxRates: till.taxRates,
    isTaxRemoved: ticket.tax !== 'till' && !till.pricesIncludeTax,
    isVat: till.pricesIncludeTax,
  });
}

/** What the store is still owed or was paid: its own figures, tips of paid orders and refunds taken off. */
function countInStore({ order }: TicketInput): number {
  const refunded = order.refunds.reduce((sum, { amount }) => sum + amount, 0);
  return order.totalAmount - refunded;
}

function checkLimits(ticket: TillTicket): void {
  expect(ticket.reference).toMatch(/^[0-9A-Z]{12}$/);
  expect(ticket.title.length).toBeLessThanOrEqual(127);
  expect(ticket.note.length).toBeLessThanOrEqual(2047);
  expect(ticket.note.endsWith(`\nTB:${ticket.reference}`)).toBe(true);
  expect(ticket.note.match(/TB:\S/g)).toHaveLength(1);
  expect(ticket.lines.length).toBeLessThanOrEqual(2500);
  const broken = ticket.lines.filter(
    ({ name, note, priceAmount, modifications }) =>
      name === '' ||
      name.length > 127 ||
      note.length > 255 ||
      priceAmount < 0 ||
      modifications.some((each) => each.amount < 0 || each.name.length > 127 || each.name === ''),
  );
  expect(broken).toEqual([]);
  expect(
    ticket.discounts.filter(({ name, amount }) => amount >= 0 || name === '' || name.length > 64),
  ).toEqual([]);
  const texts = [ticket.title, ticket.note, ...ticket.lines.map(({ name }) => name)];
  expect(texts.filter((text) => /\p{Cs}/u.test(text))).toEqual([]);
}

describe('any web order', () => {
  const seen = { till: 0, line: 0, included: 0, none: 0, attention: 0, flagged: 0 };

  it('comes to the store’s total to the cent, within every limit, or is flagged in words', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const ticket = planTicket(input);
        const { order, till } = input;
        checkLimits(ticket);
        expect(ticket.totalAmount).toBe(countAsTill(ticket, input).totalAmount);
        const owed = countInStore(input);
        expect(ticket.isAttention).toBe(order.currency !== till.currency || owed < 0);
        if (ticket.isAttention) {
          seen.attention += 1;
          expect(ticket.remarks.some(({ isFlagged }) => isFlagged)).toBe(true);
          return;
        }
        seen[ticket.tax] += 1;
        if (ticket.remarks.some(({ isFlagged }) => isFlagged)) seen.flagged += 1;
        expect(ticket.totalAmount + ticket.tipAmount).toBe(owed);
        expect(ticket.totalAmount).toBe(ticket.storeAmount);
        if (ticket.tax === 'till') expect(countAsTill(ticket, input).taxAmount).toBe(order.taxAmount);
        if (order.paidMs === null) expect(ticket.tipAmount).toBe(0);
      }),
      { numRuns: 3000 },
    );
    // Each way of ending was met, so that none of the above is empty.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it('has a line for each unit that is wanted, none for those that were taken back', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const ticket = planTicket(input);
        if (ticket.isAttention || ticket.lines.length > 2000) return;
        for (const line of input.order.lines) {
          const isWhole = line.quantity > 0 && Number.isInteger(line.quantity) && line.totalAmount >= 0;
          const back = input.order.refunds
            .flatMap(({ pieces }) => pieces)
            .filter(({ lineId }) => lineId === line.id);
          const gone = back.reduce((sum, { quantity }) => sum + quantity, 0);
          const made = ticket.lines.filter(
            ({ kind, storeLineId }) => kind === 'product' && storeLineId === line.id,
          );
          if (isWhole) expect(made).toHaveLength(Math.max(0, line.quantity - gone));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('can go as text, with its money on one line', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const ticket = planAttention(input, { code: 'CLOVER_REFUSED', facts: {} });
        checkLimits(ticket);
        expect(ticket.lines.filter(({ priceAmount }) => priceAmount > 0).length).toBeLessThanOrEqual(1);
        expect(ticket.totalAmount).toBe(countAsTill(ticket, input).totalAmount);
        if (input.order.currency === 'USD') expect(ticket.totalAmount).toBe(Math.max(0, countInStore(input)));
      }),
      { numRuns: 1000 },
    );
  });
});
