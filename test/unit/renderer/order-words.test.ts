import { describe, expect, it } from 'vitest';
import { lacksPaper } from '../../../src-preload/contract/order-ends.ts';
import type {
  OrderRowShape,
  OrderTicketShape,
  PrintStateShape,
} from '../../../src-preload/contract/order-shapes.ts';
import { compareTotals } from '../../../src-renderer/features/orders/order-totals.ts';
import { listStops, sayTrack } from '../../../src-renderer/features/orders/order-track.ts';
import { sayTrouble, sayTroubleShort } from '../../../src-renderer/features/orders/order-trouble.ts';
import {
  canBePrinted,
  chooseAct,
  chooseWord,
  nameAct,
} from '../../../src-renderer/features/orders/order-words.ts';
import { splitTicket } from '../../../src-renderer/features/orders/ticket-text.ts';

const DONE: OrderRowShape = {
  wooId: 7,
  number: '7',
  lane: 'done',
  step: 'reported',
  hold: null,
  failure: null,
  look: null,
  isAttention: false,
  print: 'printed',
  reprints: 0,
  canBeSentAnew: false,
  storeAmount: 1295,
  tillAmount: 1295,
  currency: 'USD',
  storeStatus: 'processing',
  tillStatus: 'paid',
  tillOrderId: 'T7',
  createdMs: 1,
  seenMs: 2,
  placedMs: 3,
  paidMs: 4,
  printedMs: 5,
  reportedMs: 6,
};
const say = (code: string) => ({ code, message: `${code} said`, hint: '' });
const way = (change: Partial<OrderRowShape>): string => sayTrack(listStops({ ...DONE, ...change }));

describe('the word of an order', () => {
  it('says completed only where the shop said so, and before that what Tillbridge has done', () => {
    expect(chooseWord({ ...DONE, storeStatus: 'processing' }).word).toBe('Handed over');
    expect(chooseWord({ ...DONE, storeStatus: 'completed' }).word).toBe('Completed');
    expect(chooseWord({ ...DONE, storeStatus: 'cancelled' }).word).toBe('Cancelled');
  });
});

describe('the way of an order', () => {
  it('says what is behind it, where it is, and what went wrong', () => {
    expect(way({})).toBe('received, on the till, paid, printed, store told');
    const seen = { step: 'seen', placedMs: null, paidMs: null, print: 'none', reportedMs: null } as const;
    expect(way({ ...seen, lane: 'received' })).toBe('received');
    expect(way({ ...seen, lane: 'person', hold: 'person' })).toBe('received, not sent');
    expect(way({ ...seen, lane: 'closed', hold: 'closed' })).toBe(
      'received, not sent, paid, printed, store told',
    );
    expect(way({ step: 'printing', print: 'created', reportedMs: null, lane: 'paid' })).toBe(
      'received, on the till, paid, now: printing',
    );
    expect(way({ paidMs: null })).toBe('received, on the till, unpaid, printed, store told');
  });

  it('an order is not called completed while its ticket may be missing, and the store was told what it was told', () => {
    const failed = { print: 'failed', lane: 'person', failure: say('ORDER_PRINT_FAILED') } as const;
    expect(way(failed)).toBe('received, on the till, paid, not printed, store told');
    expect(way({ ...failed, storeStatus: 'completed' })).toMatch(/not printed, store told$/);
    expect(way({ ...failed, reportedMs: null })).toBe('received, on the till, paid, not printed');
    expect(way({ storeStatus: 'cancelled' })).toMatch(/cancelled$/);
  });
});

describe('another ticket', () => {
  it('is called the ticket where the till knows of none, and a reprint where there may be one', () => {
    const words = (order: { print: PrintStateShape; reprints: number }) => nameAct('reprint', order);
    expect(words({ print: 'failed', reprints: 0 })).toBe('Print…');
    expect(words({ print: 'no-printer', reprints: 0 })).toBe('Print…');
    expect(words({ print: 'printed', reprints: 0 })).toBe('Reprint…');
    // Sent, or left to the till: there may be one.
    expect(words({ print: 'unknown', reprints: 0 })).toBe('Reprint…');
    expect(words({ print: 'left', reprints: 0 })).toBe('Reprint…');
    expect(words({ print: 'failed', reprints: 1 })).toBe('Reprint…');
  });
});

describe('the one thing to do', () => {
  it('is trying again, a reprint, a look, or nothing', () => {
    expect(chooseAct(DONE)).toBeNull();
    expect(chooseAct({ ...DONE, lane: 'person', hold: 'person' })).toBe('retry');
    expect(chooseAct({ ...DONE, lane: 'person', print: 'no-printer' })).toBe('reprint');
    const unproved = {
      ...DONE,
      lane: 'person',
      print: 'created',
      failure: say('ORDER_PRINT_UNPROVED'),
    } as const;
    expect(chooseAct(unproved)).toBe('reprint');
    expect(lacksPaper(unproved)).toBe(true);
    expect(chooseAct({ ...DONE, lane: 'person', failure: say('ORDER_STATUS_CONTRADICTS') })).toBe('see');
    expect(chooseAct({ ...DONE, lane: 'attention' })).toBe('see');
    // Removed on the till: sent anew once it is open in the store again, and dealt with till then.
    const gone = { ...DONE, lane: 'person', tillStatus: 'cancelled' } as const;
    const removed = { ...gone, failure: say('ORDER_GONE_ON_TILL'), storeStatus: 'cancelled' };
    expect(chooseAct(removed)).toBe('see');
    const failure = say('ORDER_TILL_CANNOT_FOLLOW');
    expect(chooseAct({ ...gone, failure, canBeSentAnew: true })).toBe('retry');
    // Nobody should cook what was called off.
    expect(chooseAct({ ...DONE, lane: 'person', print: 'failed', storeStatus: 'cancelled' })).toBe('see');
    const cancelled = {
      ...DONE,
      lane: 'person',
      print: 'failed',
      storeStatus: 'cancelled',
      failure: say('ORDER_PRINT_FAILED'),
    } as const;
    expect(sayTroubleShort(cancelled)).toBe('Cancelled: print nothing.');
    expect(sayTrouble(cancelled)?.hint).not.toContain('Reprint');
    expect(canBePrinted(cancelled)).toBe(false);
    expect(canBePrinted(DONE)).toBe(true);
    // A failed ticket that somebody has seen calls for nobody.
    expect(chooseAct({ ...DONE, print: 'failed' })).toBeNull();
  });
});

describe('both totals', () => {
  it('are the same to the cent, or their difference is explained', () => {
    expect(compareTotals({ order: DONE, ticket: null })).toMatchObject({ difference: 0, tone: 'good' });
    const other = { ...DONE, tillAmount: 1300 };
    expect(compareTotals({ order: other, ticket: null })).toMatchObject({ difference: 5, tone: 'bad' });
    const differs = { ...other, failure: say('ORDER_TOTAL_ADJUSTED') };
    expect(compareTotals({ order: differs, ticket: null }).text).toBe('ORDER_TOTAL_ADJUSTED said');
    expect(compareTotals({ order: { ...DONE, tillAmount: null }, ticket: null })).toMatchObject({
      difference: null,
      text: 'It is not on the till yet.',
    });
  });
});

describe('the ticket on paper', () => {
  it('puts lines that are the same together, and food before charges', () => {
    const line = (name: string, change: Partial<OrderTicketShape['lines'][number]> = {}) => ({
      ...{ kind: 'product' as const, name, priceAmount: 900, modifications: [], note: '' },
      ...change,
    });
    const olives = { modifications: [{ name: 'Olives', amount: 100 }] };
    const lines = [
      line('Margherita'),
      line('Delivery', { kind: 'shipping' }),
      line('Margherita', olives),
      line('Margherita'),
      line('Margherita', { note: 'well done' }),
    ];
    const { food, charges } = splitTicket({ lines });
    expect(
      food.map(({ count, line: { note, modifications } }) => [count, modifications.length, note]),
    ).toEqual([
      [2, 0, ''],
      [1, 1, ''],
      [1, 0, 'well done'],
    ]);
    expect(charges.map(({ line: { name } }) => name)).toEqual(['Delivery']);
  });
});
