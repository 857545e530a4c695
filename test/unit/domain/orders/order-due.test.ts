import { describe, expect, it } from 'vitest';
import { decideDue } from '../../../../src-main/domain/orders/order-due.ts';
import { EMPTY_ORDER } from './web-orders.ts';

type SendWhen = 'processing' | 'placed' | 'completed';
const STATUSES = [
  'pending',
  'on-hold',
  'processing',
  'completed',
  'failed',
  'cancelled',
  'refunded',
  'trash',
  'checkout-draft',
  'auto-draft',
  'wc-baking',
];
const order = { ...EMPTY_ORDER, totalAmount: 1000 };
const decide = (status: string, sendWhen: SendWhen, paidMs: number | null = null) =>
  decideDue({ ...order, status, paidMs }, { 'orders.sendWhen': sendWhen });
const listDue = (sendWhen: SendWhen, paidMs: number | null) =>
  STATUSES.filter((status) => decide(status, sendWhen, paidMs).isDue);

describe('when an order goes to the till', () => {
  it('goes when it is worked on, and one to be paid at the door too', () => {
    expect(listDue('processing', null)).toEqual(['processing', 'completed']);
    expect(decide('processing', 'processing')).toMatchObject({ isDue: true, isPaid: false });
    expect(decide('processing', 'processing', 5)).toMatchObject({ isDue: true, isPaid: true });
  });

  it('goes as soon as it is placed, paid or not, but never as a draft or after a failed payment', () => {
    expect(listDue('placed', null)).toEqual(['pending', 'on-hold', 'processing', 'completed']);
  });

  it('goes when it is completed, and not before', () => {
    expect(listDue('completed', 5)).toEqual(['completed']);
  });

  it('goes in a plugin’s own status once it is paid, and waits aloud until then', () => {
    expect(listDue('processing', 5)).toEqual(['processing', 'completed', 'wc-baking']);
    const waiting = decide('wc-baking', 'placed');
    expect(waiting).toMatchObject({ isDue: false, isOver: false });
    expect(waiting.failure).toEqual({ code: 'ORDER_STATUS_UNKNOWN', facts: { status: 'wc-baking' } });
  });

  it('is over when it ended before it was sent, and waits otherwise', () => {
    const over = STATUSES.filter((status) => decide(status, 'placed', 5).isOver);
    expect(over).toEqual(['cancelled', 'refunded', 'trash']);
    expect(decide('cancelled', 'placed').failure?.code).toBe('ORDER_ENDED_EARLY');
    const refunds = [{ id: 1, amount: 1000, reason: '', createdMs: 0, pieces: [] }];
    expect(decideDue({ ...order, refunds }, { 'orders.sendWhen': 'placed' }).isOver).toBe(true);
  });

  it('never goes when it was made before the app looked after the store', () => {
    const settings = { 'orders.sendWhen': 'placed' } as const;
    expect(decideDue({ ...order, createdMs: 999 }, settings, 1000)).toMatchObject({
      isDue: false,
      isOver: true,
      failure: { code: 'ORDER_BEFORE_CONNECTED' },
    });
    expect(decideDue({ ...order, createdMs: 1000 }, settings, 1000).isDue).toBe(true);
  });
});
