import { expect, it } from 'vitest';
import { startOrderShop } from '../../support/order-shop.ts';

it('an order that gets the id of an earlier one, after the store was put back, goes to the till as a new one', async () => {
  const shop = await startOrderShop();
  const { staff } = shop.practice.storeService;
  const copy = staff.keepCopy();
  const id = shop.order({ lines: [{ sku: 'MARG' }] });
  await shop.finish(60_000);
  const [first] = shop.shown(id);
  shop.time.pass(60_000);
  staff.putBack(copy);
  expect(shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] })).toBe(id);
  await shop.finish(120_000);
  expect(shop.shown(id).map(({ lines }) => lines.length)).toEqual([1, 3]);
  expect([shop.payments(id).length, shop.tickets(id)]).toEqual([2, 2]);
  expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null });
  // The first one stays on the till, and what is done there is no word on the other.
  shop.practice.tillService.staff.refundOrder(first?.id ?? '');
  await shop.settle();
  expect(shop.storeStatus(id)).toBe('processing');
  shop.practice.tillService.staff.fulfil(shop.shown(id)[1]?.id ?? '');
  await shop.settle();
  expect(shop.storeStatus(id)).toBe('completed');
});

it('an order whose date somebody edits in the store does not go to the till a second time', async () => {
  const shop = await startOrderShop();
  const id = shop.order();
  await shop.finish(60_000);
  const { orders } = shop.practice.storeService.state;
  const order = orders.get(id);
  shop.time.pass(60_000);
  if (order) orders.set(id, { ...order, createdMs: order.createdMs - 3_600_000 });
  shop.practice.storeService.staff.turnOrder(id, 'on-hold');
  await shop.finish(60_000);
  expect(shop.shown(id)).toHaveLength(1);
});

it('an order on the till that the store has no more stays there, and a person is told once', async () => {
  const shop = await startOrderShop();
  const { staff } = shop.practice.storeService;
  const copy = staff.keepCopy();
  const id = shop.order({ lines: [{ sku: 'MARG' }] });
  await shop.finish(60_000);
  staff.putBack(copy);
  shop.time.pass(60_000);
  const [shown] = shop.shown(id);
  shop.practice.tillService.staff.fulfil(shown?.id ?? '');
  await shop.settle();
  await shop.settle();
  expect(shop.flow(id)).toMatchObject({ storeStatus: 'gone', failure: { code: 'ORDER_GONE_IN_STORE' } });
  expect(shop.shown(id)[0]?.note ?? '').not.toContain('CANCELLED');
  expect(shop.alerts().filter((key) => key.includes(String(id)))).toHaveLength(1);
});
