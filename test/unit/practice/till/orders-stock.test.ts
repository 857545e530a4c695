import { describe, expect, it } from 'vitest';
import { openKitchen } from './open-kitchen.ts';
import { create, type OpenTillOptions } from './open-till.ts';

/** The stock of soup after each step of an order of two: its line, a bulk line, and the payment. */
const followStock = async (options: OpenTillOptions) => {
  const { call, order, line, pay, stock, soup } = await openKitchen(options);
  const id = await order({ total: 1198 });
  const seen = [stock()];
  await line(id);
  seen.push(stock());
  await call('POST', `/orders/${id}/bulk_line_items`, { items: [{ item: { id: soup }, price: 599 }] });
  seen.push(stock());
  await pay(id, { amount: 1000 });
  await pay(id, { amount: 198 });
  seen.push(stock());
  return seen;
};

describe('the stock of an order made over REST', () => {
  it('is lowered never, with its lines, or once when it is paid, as switched', async () => {
    expect(await followStock({})).toEqual([20, 20, 20, 20]);
    expect(await followStock({ answers: { restOrderStock: 'onLine' } })).toEqual([20, 19, 18, 18]);
    expect(await followStock({ answers: { restOrderStock: 'onPaid' } })).toEqual([20, 20, 20, 18]);
  });

  it('is never lowered for a merchant whose sales do not do that', async () => {
    const merchant = { updateStock: false };
    expect(await followStock({ merchant, answers: { restOrderStock: 'onLine' } })).toEqual([20, 20, 20, 20]);
    expect(await followStock({ merchant, answers: { restOrderStock: 'onPaid' } })).toEqual([20, 20, 20, 20]);
  });

  it('is lowered once for a line, though staff added it before the order was paid', async () => {
    const { order, line, pay, soup, stock, till } = await openKitchen({
      answers: { restOrderStock: 'onPaid' },
    });
    const id = await order();
    await line(id);
    till.staff.editOrder(id, { addItemIds: [soup] });
    expect(stock()).toBe(19);
    await pay(id, { amount: 1198 });
    expect(stock()).toBe(18);
  });

  it('is lowered by an atomic order too, by weight where the item is sold so', async () => {
    const open = await openKitchen({ answers: { restOrderStock: 'onLine' } });
    const olives = await create(open, '/items', { name: 'Olives', price: 1000, priceType: 'PER_UNIT' });
    open.till.staff.recount(olives, 5);
    const lineItems = [{ item: { id: open.soup } }, { item: { id: olives }, unitQty: 500 }];
    await open.call('POST', '/atomic_order/checkouts', { orderCart: { lineItems } });
    expect(open.stock()).toBe(20);
    await open.call('POST', '/atomic_order/orders', { orderCart: { lineItems } });
    expect(open.stock()).toBe(19);
    expect(open.till.state.itemStocks.get(olives)?.quantity).toBe(4.5);
  });

  it('comes back with a voided line and a deleted order, what it took and no more, unless switched off', async () => {
    for (const [voidReturnsStock, left] of [
      [true, [19, 20]],
      [false, [18, 18]],
    ] as const) {
      const { call, order, line, stock, till } = await openKitchen({
        answers: { restOrderStock: 'onLine', voidReturnsStock },
      });
      const id = await order();
      const lineId = await line(id);
      await line(id);
      till.answers.restOrderStock = 'never';
      await line(id);
      await call('DELETE', `/orders/${id}/line_items/${lineId}`);
      const seen = [stock()];
      await call('DELETE', `/orders/${id}`);
      seen.push(stock());
      expect(seen).toEqual(left);
    }
  });

  it('comes back with a refund at the till only if it was taken', async () => {
    for (const [restOrderStock, left] of [
      ['never', 20],
      ['onPaid', 20],
    ] as const) {
      const { order, line, pay, stock, till } = await openKitchen({ answers: { restOrderStock } });
      const id = await order({ total: 599 });
      await line(id);
      await pay(id, { amount: 599 });
      till.staff.refundOrder(id);
      expect(stock()).toBe(left);
    }
    const kept = await openKitchen({ answers: { restOrderStock: 'onPaid', refundReturnsStock: false } });
    const id = await kept.order({ total: 599 });
    await kept.line(id);
    await kept.pay(id, { amount: 599 });
    kept.till.staff.refundOrder(id);
    expect(kept.stock()).toBe(19);
  });

  it('is not given back twice when a refunded order is deleted', async () => {
    const { call, order, line, pay, stock, till } = await openKitchen({
      answers: { restOrderStock: 'onPaid', paidOrderDelete: 'accept' },
    });
    const id = await order({ total: 599 });
    await line(id);
    await pay(id, { amount: 599 });
    till.staff.refundOrder(id);
    await call('DELETE', `/orders/${id}`);
    expect(stock()).toBe(20);
  });
});

describe('an order with a payment', () => {
  it('cannot be deleted by a client, unless Clover is kinder than that', async () => {
    const { call, order, pay, till } = await openKitchen();
    const id = await order({ total: 599 });
    await pay(id, { amount: 599 });
    expect((await call('DELETE', `/orders/${id}`)).status).toBe(400);
    expect((await call('GET', `/orders/${id}`)).status).toBe(200);
    till.answers.paidOrderDelete = 'accept';
    expect((await call('DELETE', `/orders/${id}`)).status).toBe(200);
  });
});
