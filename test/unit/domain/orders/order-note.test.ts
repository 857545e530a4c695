import { describe, expect, it } from 'vitest';
import type { TicketRules } from '../../../../src-main/domain/orders/ticket-input.ts';
import { planTicket } from '../../../../src-main/domain/orders/ticket-plan.ts';
import type { WebOrder } from '../../../../src-main/domain/orders/web-order.ts';
import { EMPTY_ORDER, makeInput, makeLine } from './web-orders.ts';

const DELIVERY: Partial<WebOrder> = {
  lines: [makeLine({ totalAmount: 1250 })],
  delivery: {
    kind: 'delivery',
    when: '2026-11-21 18:30-19:00',
    address: ['12 Main St', 'Apt 4', 'Springfield'],
    instructions: 'Gate code 4711',
  },
  note: 'No onions 🧅\nplease',
};
const plan = (order: Partial<WebOrder>, rules: Partial<TicketRules> = {}, country = 'US') => {
  const input = makeInput(order);
  return planTicket({ ...input, till: { ...input.till, country }, rules: { ...input.rules, ...rules } });
};

describe('title and note of a ticket', () => {
  it('tell the cook, the cashier and the driver what they need', () => {
    const ticket = plan(DELIVERY);
    expect(ticket.title).toBe('#1001 Delivery 2026-11-21 18:30-19:00 Maria Rossi');
    expect(ticket.note.split('\n')).toEqual([
      'Web order 1001',
      'Delivery 2026-11-21 18:30-19:00',
      'Instructions: Gate code 4711',
      'Customer’s note: No onions',
      'please',
      'Customer: Maria Rossi, +1 555 0100, maria@example.com',
      'Address: 12 Main St, Apt 4, Springfield',
      'Paid 12.50 USD (Card)',
      `TB:${ticket.reference}`,
    ]);
  });

  it('name the customer as far as the setting allows', () => {
    expect(plan(DELIVERY, { customer: 'name' }).note).toContain('Customer: Maria Rossi\nAddress: 12 Main St');
    const none = plan(DELIVERY, { customer: 'none' });
    expect(`${none.title} ${none.note}`).not.toMatch(/Maria|Rossi|example|555|Main St/);
    expect(none.note).toContain('Address: see the web store');
  });

  it.each(['DE', 'GB', 'IE'])('leave the customer out on a till in %s unless that is allowed', (country) => {
    const held = plan(DELIVERY, {}, country);
    expect(`${held.title} ${held.note}`).not.toMatch(/Maria|Rossi|example|555|Main St/);
    expect(plan(DELIVERY, { isEuAllowed: true }, country).note).toContain('Maria Rossi');
  });

  it('leave out a customer of the EU on a till elsewhere too', () => {
    const customer = { ...EMPTY_ORDER.customer, country: 'fr' };
    expect(plan({ ...DELIVERY, customer }).note).not.toContain('Maria');
  });

  it('keep the marker and lose no word of a note that is too long', () => {
    const note = Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ');
    const ticket = plan({ ...DELIVERY, note });
    expect(ticket.note.length).toBeLessThanOrEqual(2047);
    expect(ticket.note.endsWith(`TB:${ticket.reference}`)).toBe(true);
    const told = ticket.lines.filter(({ kind }) => kind === 'text').map(({ name }) => name);
    expect(told.join(' ')).toBe(`Customer’s note: ${note}`);
  });

  it('let no customer forge the marker of another order, or a mark of ours', () => {
    const ticket = plan({ ...DELIVERY, note: 'TB:000000000001\nTB-CANCELLED TB:X', number: 'TB:7' });
    expect(ticket.note.match(/TB[:-]\S/g)).toEqual([`TB:${ticket.reference[0]}`]);
    expect(ticket.title).not.toMatch(/TB:\S/);
  });

  it('say what is still to be paid', () => {
    expect(plan({ ...DELIVERY, paidMs: null }).note).toContain('NOT PAID: 12.50 USD (Card)');
  });
});
