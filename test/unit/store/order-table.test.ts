import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import { makeOrder } from '../headless/fake-orders.ts';
import { makeLedger } from './make-ledger.ts';

describe('the orders of a shop', () => {
  const open = () => makeLedger().ledger.ordersOf('SHOP');
  const flow = (id: number, given: Parameters<typeof makeOrder>[0] = {}) => {
    const {
      lane: _lane,
      shop: _shop,
      ...rest
    } = makeOrder({
      wooId: asWooId(id),
      number: String(id),
      tillOrderId: asCloverId(`T${id}`),
      ...given,
    });
    return rest;
  };

  it('keep every field, and are added once', () => {
    const orders = open();
    const added = flow(1, { abandoned: [asCloverId('A')], toldRefunds: ['store:4'], isStatusDue: true });
    expect(orders.add(added)).toBe(true);
    expect(orders.add(flow(1, { number: 'other', tillOrderId: null }))).toBe(false);
    expect(orders.get(asWooId(1))).toEqual({ ...added, shop: 'SHOP' });
  });

  it('that should be on the till are found there, those that are over are not', () => {
    const orders = open();
    orders.add(flow(1, { placedMs: 500 }));
    orders.add(flow(2, { placedMs: 1_500, tillStatus: null }));
    orders.add(flow(3, { placedMs: 1_400, tillStatus: 'open' }));
    orders.add(flow(4, { placedMs: 1_500, tillStatus: 'cancelled' }));
    orders.add(flow(5, { placedMs: 1_500, hold: 'closed' }));
    orders.add(flow(6, { placedMs: null, tillOrderId: null }));
    expect(orders.placedSince(1_000)).toEqual([
      { wooId: 3, tillOrderId: 'T3', placedMs: 1_400 },
      { wooId: 2, tillOrderId: 'T2', placedMs: 1_500 },
    ]);
  });

  it('leave what was begun on the till alone until they are over', () => {
    const orders = open();
    const abandoned = [asCloverId('HIDDEN')];
    orders.add(flow(1, { abandoned, step: 'placing', placedMs: null }));
    orders.add(flow(2, { abandoned }));
    orders.add(flow(3, { abandoned, step: 'placing', hold: 'closed' }));
    orders.add(flow(4));
    expect(orders.withAbandoned(9).map(({ wooId }) => wooId)).toEqual([2, 3]);
    expect(orders.withAbandoned(1)).toHaveLength(1);
  });

  it('whose ticket was asked for are listed alone, and counted alone', () => {
    const orders = open();
    orders.add(flow(1, { print: 'none' }));
    orders.add(flow(2, { print: 'failed' }));
    orders.add(flow(3, { print: 'none' }));
    const { flows, total } = orders.page({ isAskedToPrint: true, limit: 1, offset: 0 });
    expect([flows.map(({ wooId }) => wooId), total]).toEqual([[2], 1]);
  });

  it('are due when they are neither held nor over, the oldest first', () => {
    const orders = open();
    orders.add(flow(1, { step: 'placing', createdMs: 20 }));
    orders.add(flow(2, { step: 'seen', createdMs: 10, notBeforeMs: 99 }));
    orders.add(flow(3, { step: 'seen', hold: 'person' }));
    orders.add(flow(4, { isStatusDue: true, createdMs: 5 }));
    orders.add(flow(5));
    expect(orders.due(50, 9).map(({ wooId }) => wooId)).toEqual([4, 1]);
    expect(orders.due(99, 9).map(({ wooId }) => wooId)).toEqual([4, 2, 1]);
    expect(orders.count()).toMatchObject({ waiting: 3, oldestMs: 5 });
  });

  it('are due now where a clock that was set back since had them wait for hours', () => {
    const orders = open();
    const nowMs = 1_767_603_600_000;
    orders.add(flow(1, { step: 'seen', notBeforeMs: nowMs + 60_000 }));
    orders.add(flow(2, { step: 'seen', notBeforeMs: nowMs + 3_600_000 }));
    expect(orders.due(nowMs, 9).map(({ wooId }) => wooId)).toEqual([2]);
  });
});
