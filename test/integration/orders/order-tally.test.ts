import { describe, expect, it } from 'vitest';
import type { OrderResult } from '../../../src-main/engine/face.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';

const COUNTED = ['placed', 'paid', 'printed', 'reported', 'statusesToStore', 'statusesToTill'] as const;
type Tally = Record<(typeof COUNTED)[number], number>;

/** What so many looks told of orders, all in all, and by how much it is more than nothing. */
async function countLooks(shop: OrderShop, looks = 6): Promise<Tally> {
  const sum: Tally = { placed: 0, paid: 0, printed: 0, reported: 0, statusesToStore: 0, statusesToTill: 0 };
  for (let look = 0; look < looks; look += 1) {
    const { orders } = await shop.sync();
    for (const what of COUNTED) sum[what] += (orders as OrderResult)[what];
    shop.time.pass(5_000);
  }
  return sum;
}

describe('a look tells what it did with orders', { timeout: 30_000 }, () => {
  it('each step once, also of an order that goes all its way in one look', async () => {
    const shop = await startOrderShop();
    shop.order();
    shop.order();
    expect(await countLooks(shop)).toEqual({
      placed: 2,
      paid: 2,
      printed: 2,
      reported: 2,
      statusesToStore: 0,
      statusesToTill: 0,
    });
    expect(await countLooks(shop, 3), 'and then nothing').toMatchObject({ placed: 0, reported: 0 });
  });

  it('a status that is carried to the store, and one that is carried to the till', async () => {
    const shop = await startOrderShop();
    const [done, gone] = [shop.order(), shop.order()];
    await countLooks(shop);
    const [row] = shop.shown(done);
    shop.practice.tillService.staff.fulfil(row?.id ?? '');
    expect(await countLooks(shop)).toMatchObject({ statusesToStore: 1, statusesToTill: 0, placed: 0 });
    expect(shop.storeStatus(done)).toBe('completed');
    shop.practice.storeService.staff.turnOrder(gone, 'cancelled');
    expect(await countLooks(shop)).toMatchObject({ statusesToStore: 0, statusesToTill: 1, placed: 0 });
  });
});
