import { describe, expect, it } from 'vitest';
import { asCloverId } from '../../../../src-main/domain/ids.ts';
import type { TicketLine, TillTicket } from '../../../../src-main/domain/orders/till-ticket.ts';
import type { TillOrder, TillOrderLine } from '../../../../src-main/engine/order-ports.ts';
import { compareOrder, findGap } from '../../../../src-main/engine/orders/compare-order.ts';

const HAM = { modifierId: asCloverId('HAM'), name: 'Ham', amount: 150 };
const OLIVES = { modifierId: asCloverId('OLIVES'), name: 'Olives', amount: 75 };

const wish = (given: Partial<TicketLine> = {}): TicketLine => ({
  storeLineId: 1,
  kind: 'product',
  itemId: asCloverId('PIZZA'),
  name: 'Pizza',
  priceAmount: 1000,
  modifications: [],
  note: '',
  isRevenue: true,
  ...given,
});

const line = (given: Partial<TillOrderLine> = {}): TillOrderLine => ({
  id: asCloverId('LINE'),
  itemId: asCloverId('PIZZA'),
  name: 'Pizza',
  priceAmount: 1000,
  note: '',
  isPrinted: false,
  isRefunded: false,
  isVoided: false,
  modifications: [],
  ...given,
});

const ticket = (lines: readonly TicketLine[], discount = 0): TillTicket => ({
  reference: 'R',
  title: '',
  note: '',
  lines,
  discounts: discount === 0 ? [] : [{ name: 'Off', amount: discount }],
  tax: 'none',
  totalAmount: 0,
  storeAmount: 0,
  tipAmount: 0,
  taxAmount: 0,
  remarks: [],
  isAttention: false,
});

const order = (lines: readonly TillOrderLine[], discountAmount = 0): TillOrder => ({
  id: asCloverId('ORDER'),
  state: null,
  reference: 'R',
  note: '',
  totalAmount: 0,
  paymentState: 'unknown',
  isDeleted: false,
  createdMs: 0,
  modifiedMs: 0,
  lines,
  discountAmount,
  payments: [],
  refunds: [],
  fulfillment: '',
});

describe('an order that was cut off on its way to the till', () => {
  it('lacks the lines and choices that are not there, and no others', () => {
    const wanted = ticket([
      wish({ modifications: [HAM] }),
      wish({ modifications: [HAM, OLIVES] }),
      wish({ itemId: null, name: 'Delivery' }),
    ]);
    // The one with two choices has only one yet; the line with the same choice is complete.
    const there = order([
      line({ id: asCloverId('A'), modifications: [OLIVES] }),
      line({ id: asCloverId('B'), modifications: [HAM] }),
    ]);
    expect(compareOrder(there, wanted)).toBe('lacking');
    expect(findGap(there, wanted)).toEqual({
      lines: [wish({ itemId: null, name: 'Delivery' })],
      modifications: [{ lineId: 'A', modifications: [HAM] }],
      discounts: [],
    });
  });

  it('keeps lines apart by what the customer wrote', () => {
    const wanted = ticket([wish({ note: 'well done' }), wish()]);
    expect(findGap(order([line()]), wanted)?.lines).toEqual([wish({ note: 'well done' })]);
  });

  it.each<[string, TillOrder]>([
    ['a line too many', order([line(), line(), line()])],
    ['a choice that nobody made', order([line({ modifications: [HAM] })])],
    ['a choice twice', order([line({ modifications: [OLIVES, OLIVES] })])],
    ['another price', order([line({ priceAmount: 999 })])],
    ['a part of the discounts', order([line(), line({ modifications: [OLIVES] })], -50)],
  ])('is never added to where it has %s', (_what, there) => {
    const wanted = ticket([wish(), wish({ modifications: [OLIVES] })], -100);
    expect(compareOrder(there, wanted)).toBe('other');
    expect(findGap(there, wanted)).toBeNull();
  });

  it('is complete in whatever order its lines come back', () => {
    const wanted = ticket([wish({ modifications: [HAM, OLIVES] }), wish()], -100);
    const there = order([line(), line({ modifications: [OLIVES, HAM] })], -100);
    expect(compareOrder(there, wanted)).toBe('complete');
    expect(compareOrder({ ...there, state: 'open' }, wanted)).toBe('shown');
  });
});
