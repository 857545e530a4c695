import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTillStatus, type TillOrderSigns } from '../../../../src-main/domain/orders/order-status.ts';
import {
  decideStatus,
  type StatusAction,
  type StatusInput,
} from '../../../../src-main/domain/orders/order-status-decision.ts';
import { addToNote, readMark, writeMark } from '../../../../src-main/domain/orders/order-status-mark.ts';
import { decideRefunds } from '../../../../src-main/domain/orders/order-status-refund.ts';

const TICKET = { title: '#1001 Pickup', reference: 'ABC000000001' };
const OPEN: TillOrderSigns = {
  state: 'open',
  note: `Web order 1001\nTB:${TICKET.reference}`,
  totalAmount: 1000,
  paymentState: 'open',
  isDeleted: false,
  lines: [{ isVoided: false, isRefunded: false }],
  payments: [],
  refunds: [],
  fulfillment: '',
};
const OFF = { 'orders.lockedIsFulfilled': 'off' };
const read = (signs: Partial<TillOrderSigns>, locked = 'off') =>
  readTillStatus({ ...OPEN, ...signs }, { 'orders.lockedIsFulfilled': locked });

describe('how a till’s order stands', () => {
  it.each<[string, Partial<TillOrderSigns>]>([
    ['open', {}],
    ['paid', { paymentState: 'paid', state: 'LOCKED' }],
    ['open', { paymentState: 'partly-paid' }],
    ['fulfilled', { fulfillment: ' Fulfilled ' }],
    ['open', { fulfillment: 'ready' }],
    ['cancelled', { isDeleted: true }],
    ['cancelled', { lines: [{ isVoided: true, isRefunded: false }] }],
    ['open', { lines: [] }],
    ['refunded', { paymentState: 'refunded' }],
    [
      'refunded',
      { paymentState: 'paid', payments: [{ amount: 1000, isSuccess: true }], refunds: [{ amount: 1000 }] },
    ],
    [
      'partly-refunded',
      { paymentState: 'paid', payments: [{ amount: 1000, isSuccess: true }], refunds: [{ amount: 400 }] },
    ],
    [
      'fulfilled',
      {
        paymentState: 'paid',
        fulfillment: 'fulfilled',
        payments: [{ amount: 1000, isSuccess: true }],
        refunds: [{ amount: 400 }],
      },
    ],
    ['cancelled', { paymentState: 'refunded', isDeleted: true }],
  ])('is %s by %j', (status, signs) => {
    expect(read(signs)).toBe(status);
  });

  it('counts locked and paid as fulfilled only where the merchant says so', () => {
    const signs = { state: 'LOCKED', paymentState: 'paid' } as const;
    expect([read(signs), read(signs, 'on'), read({ state: 'locked' }, 'on')]).toEqual([
      'paid',
      'fulfilled',
      'open',
    ]);
  });

  it.each(['fulfilled', 'cancelled', 'refunded'] as const)(
    'reads our own mark %s, and none that a customer wrote',
    (mark) => {
      const marked = writeMark(TICKET, OPEN.note, mark);
      expect(read({ note: marked.note, paymentState: 'paid' })).toBe(mark);
      expect(marked.note.endsWith(`TB:${TICKET.reference}`)).toBe(true);
      expect(writeMark(TICKET, marked.note, null)).toEqual({ title: TICKET.title, note: OPEN.note });
      expect(writeMark(TICKET, writeMark(TICKET, marked.note, 'cancelled').note, mark)).toEqual(marked);
      expect(readMark(`TB-${mark.toUpperCase()}\nTB:${TICKET.reference}`)).toBeNull();
    },
  );

  it('keeps the end of a full note when a sentence is added, once', () => {
    const full = `${'x'.repeat(2000)}\n${'y'.repeat(30)}\nTB:${TICKET.reference}`;
    const once = addToNote(full, 'Refunded 4.00 USD in the store.');
    expect(once.length).toBeLessThanOrEqual(2047);
    expect(once.startsWith('Refunded 4.00')).toBe(true);
    expect(once.endsWith(`\nTB:${TICKET.reference}`)).toBe(true);
    expect(addToNote(addToNote(OPEN.note, 'A.'), 'A.')).toBe(addToNote(OPEN.note, 'A.'));
  });
});

const decide = (
  store: string,
  till: StatusInput['till']['status'],
  more: { isPaid?: boolean; hasPayment?: boolean; toldStore?: string | null; toldTill?: string | null } = {},
) =>
  decideStatus({
    store: { status: store, isPaid: more.isPaid ?? true },
    till: { status: till, hasPayment: more.hasPayment ?? true },
    toldStore: more.toldStore === undefined ? 'paid' : more.toldStore,
    toldTill: more.toldTill === undefined ? 'processing' : more.toldTill,
  });
const kinds = (actions: readonly StatusAction[]) => actions.map(({ kind }) => kind);
const UNPAID = { isPaid: false, hasPayment: false, toldStore: 'open' };

describe('status from the store to the till', () => {
  it('marks a completed order fulfilled, and takes the mark away when it is opened again', () => {
    const done = decide('completed', 'paid');
    expect(done).toMatchObject({
      actions: [{ kind: 'mark-till', mark: 'fulfilled' }],
      toldStore: 'fulfilled',
      toldTill: 'completed',
    });
    const again = decide('processing', 'fulfilled', { toldStore: 'fulfilled', toldTill: 'completed' });
    expect(again.actions).toEqual([{ kind: 'mark-till', mark: null }]);
  });

  it.each(['cancelled', 'refunded', 'trash'])(
    'deletes an unpaid order that is %s, and returns its stock',
    (status) => {
      expect(kinds(decide(status, 'open', UNPAID).actions)).toEqual(['delete-till', 'restock']);
    },
  );

  it.each([
    ['cancelled', 'cancelled'],
    ['refunded', 'refunded'],
  ])(
    'never deletes a paid order that is %s: it is marked, and the store told that the payment stays',
    (status, mark) => {
      const { actions } = decide(status, 'paid');
      expect(kinds(actions)).toEqual(['mark-till', 'note-store', 'restock']);
      expect(actions).toContainEqual({ kind: 'mark-till', mark });
    },
  );

  it('says in words what the till cannot follow', () => {
    const reopened = decide('processing', 'cancelled', { toldStore: 'cancelled', toldTill: 'cancelled' });
    expect(kinds(reopened.actions)).toEqual(['note-store']);
    expect(reopened.flag?.code).toBe('ORDER_TILL_CANNOT_FOLLOW');
    expect(decide('failed', 'open', { ...UNPAID, toldTill: 'pending' }).flag?.code).toBe(
      'ORDER_PAYMENT_FAILED',
    );
  });
});

describe('status from the till to the store', () => {
  it('completes what is fulfilled, from the status that was seen', () => {
    expect(decide('processing', 'fulfilled')).toMatchObject({
      actions: [{ kind: 'set-store', from: 'processing', to: 'completed' }],
      toldStore: 'fulfilled',
      toldTill: 'completed',
    });
  });

  it('completes no order that nobody paid', () => {
    const { actions } = decide('on-hold', 'fulfilled', UNPAID);
    expect(actions).toMatchObject([{ kind: 'note-store', says: { code: 'ORDER_DONE_UNPAID' } }]);
    expect(decide('processing', 'fulfilled', UNPAID).actions).toMatchObject([{ to: 'completed' }]);
  });

  it('cancels and refunds with the stock, and moves a waiting order on when it is paid at the till', () => {
    expect(decide('processing', 'cancelled', UNPAID)).toMatchObject({
      actions: [{ kind: 'set-store', from: 'processing', to: 'cancelled' }, { kind: 'restock' }],
      flag: null,
    });
    expect(
      decide('completed', 'refunded', { toldTill: 'completed', toldStore: 'fulfilled' }).actions,
    ).toMatchObject([{ from: 'completed', to: 'refunded' }, { kind: 'restock' }]);
    expect(
      decide('on-hold', 'paid', { isPaid: false, toldStore: 'open', toldTill: 'on-hold' }).actions,
    ).toMatchObject([{ from: 'on-hold', to: 'processing' }]);
    expect(decide('processing', 'paid', { isPaid: false, toldStore: 'open' }).actions).toMatchObject([
      { kind: 'note-store', says: { code: 'ORDER_PAID_AT_TILL' } },
    ]);
    expect(decide('processing', 'paid', { toldStore: 'open' }).actions).toEqual([]);
  });

  it('never cancels in silence what was paid: the money is still with the shop', () => {
    const removed = decide('processing', 'cancelled');
    expect(kinds(removed.actions)).toEqual(['set-store', 'note-store', 'restock']);
    expect(removed.flag).toMatchObject({ code: 'ORDER_GONE_ON_TILL', facts: { paid: 'paid' } });
    expect(decide('completed', 'cancelled', { toldTill: 'completed' }).flag?.code).toBe('ORDER_GONE_ON_TILL');
    expect(decide('refunded', 'cancelled').flag, 'its money went back').toBeNull();
  });

  it('leaves both as they are, and flags it, where they ended in two ways', () => {
    const both = decide('cancelled', 'fulfilled');
    expect(kinds(both.actions)).toEqual(['note-store']);
    expect(both.flag?.code).toBe('ORDER_STATUS_CONTRADICTS');
    expect(decide('cancelled', 'refunded').flag).toBeNull();
  });

  it('changes no status where both came to the same by themselves, and returns the stock of an end', () => {
    expect(decide('completed', 'fulfilled')).toMatchObject({ actions: [], flag: null });
    expect(decide('cancelled', 'cancelled')).toMatchObject({ actions: [{ kind: 'restock' }], flag: null });
    const told = { toldStore: 'cancelled', toldTill: 'cancelled' };
    expect(decide('cancelled', 'cancelled', told).actions).toEqual([]);
  });

  it('undoes nothing in the store when a mark is taken off the till', () => {
    expect(decide('completed', 'paid', { toldStore: 'fulfilled', toldTill: 'completed' }).actions).toEqual(
      [],
    );
  });
});

describe('two sides that are changed at random', () => {
  const events = fc.array(
    fc.constantFrom(
      'processing',
      'completed',
      'cancelled',
      'refunded',
      'on-hold',
      'failed',
      'pay',
      'serve',
      'void',
      'pay back',
      'rest',
    ),
    { maxLength: 12 },
  );

  it('come to rest after each change: nothing bounces, nothing paid is deleted, no status is set from one that was not seen', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (happened, isPaid) => {
        const world = startWorld(isPaid);
        for (const event of happened) {
          world.happen(event);
          // Several changes may come before the app looks.
          if (event !== 'rest') continue;
          world.look();
          expect(world.look()).toEqual([]);
        }
        world.look();
        expect(world.look()).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

function startWorld(isPaid: boolean) {
  let signs: TillOrderSigns = isPaid
    ? { ...OPEN, paymentState: 'paid', payments: [{ amount: 1000, isSuccess: true }] }
    : OPEN;
  let status = 'processing';
  let told: { toldStore: string | null; toldTill: string | null } = {
    toldStore: isPaid ? 'paid' : 'open',
    toldTill: status,
  };
  const apply = (action: StatusAction) => {
    if (action.kind === 'set-store') {
      expect(action.from).toBe(status);
      status = action.to;
    }
    if (action.kind === 'mark-till')
      signs = { ...signs, note: writeMark(TICKET, signs.note, action.mark).note };
    if (action.kind === 'delete-till') {
      expect(signs.payments).toEqual([]);
      signs = { ...signs, isDeleted: true };
    }
  };
  return {
    happen(event: string) {
      if (event === 'pay' && !signs.isDeleted && signs.paymentState === 'open') {
        signs = { ...signs, paymentState: 'paid', payments: [{ amount: 1000, isSuccess: true }] };
      } else if (event === 'serve') signs = { ...signs, fulfillment: 'fulfilled' };
      else if (event === 'void') signs = { ...signs, lines: [{ isVoided: true, isRefunded: false }] };
      else if (event === 'pay back' && signs.paymentState === 'paid')
        signs = { ...signs, paymentState: 'refunded' };
      else if (['processing', 'completed', 'cancelled', 'refunded', 'on-hold', 'failed'].includes(event))
        status = event;
    },
    look(): readonly StatusAction[] {
      const { actions, toldStore, toldTill } = decideStatus({
        store: { status, isPaid },
        till: { status: readTillStatus(signs, OFF), hasPayment: signs.payments.length > 0 },
        ...told,
      });
      expect(actions.filter(({ kind }) => kind === 'restock').length).toBeLessThanOrEqual(1);
      for (const action of actions) apply(action);
      told = { toldStore, toldTill };
      return actions;
    },
  };
}

describe('a partial refund', () => {
  const refund = (id: number, amount: number, createdMs: number) => ({
    id,
    amount,
    reason: '',
    createdMs,
    pieces: [{ lineId: 7, quantity: 1 }],
  });
  const base = { tillRefunds: [], isTillFull: false, digits: 2, toldRefunds: [], placedMs: 100 };

  it('is told on the other side once, with its pieces, and not where the ticket left it out', () => {
    const order = { refunds: [refund(1, 200, 50), refund(2, 300, 150)], totalAmount: 1000, currency: 'USD' };
    const first = decideRefunds({ ...base, order, tillRefunds: [{ id: 'R1', amount: 150 }] });
    expect(first.actions).toMatchObject([
      { kind: 'note-till', says: { code: 'ORDER_REFUNDED_IN_STORE', facts: { amount: '3.00 USD' } } },
      { kind: 'note-store', says: { code: 'ORDER_REFUNDED_ON_TILL', facts: { amount: '1.50 USD' } } },
    ]);
    expect(first.pieces).toEqual([{ lineId: 7, quantity: 1 }]);
    const again = decideRefunds({
      ...base,
      order,
      tillRefunds: [{ id: 'R1', amount: 150 }],
      toldRefunds: first.toldRefunds,
    });
    expect(again.actions).toEqual([]);
    expect(again.pieces).toEqual([]);
  });

  it('is none of it when all was refunded on the till: parts before it were told, the rest is a status', () => {
    const order = { refunds: [], totalAmount: 1000, currency: 'USD' };
    const refunds = [
      { id: 'R1', amount: 150 },
      { id: 'R2', amount: 850 },
    ];
    const told = { ...base, order, toldRefunds: ['till:R1'] };
    expect(decideRefunds({ ...told, tillRefunds: refunds, isTillFull: true })).toMatchObject({
      actions: [],
      toldRefunds: ['till:R1', 'till:R2'],
    });
  });

  it('is none of it when all was refunded: that is a status', () => {
    const order = { refunds: [refund(2, 1000, 150)], totalAmount: 1000, currency: 'USD' };
    expect(decideRefunds({ ...base, order })).toMatchObject({
      actions: [],
      pieces: [],
      toldRefunds: ['store:2'],
    });
  });
});
