import { describe, expect, it } from 'vitest';
import { create, openTill } from './open-till.ts';

const SOUP = { name: 'Soup', price: 599 };

describe('stock', () => {
  it('that was never set has no quantity, and is not zero', async () => {
    const open = await openTill();
    const id = await create(open, '/items', SOUP);
    expect((await open.call('GET', `/item_stocks/${id}`)).json).toEqual({ item: { id } });
    expect((await open.call('GET', '/item_stocks')).json.elements).toEqual([]);
    await open.call('POST', `/item_stocks/${id}`, { quantity: 0 });
    expect((await open.call('GET', `/item_stocks/${id}`)).json.quantity).toBe(0);
    expect((await open.call('DELETE', `/item_stocks/${id}`)).json).toEqual({});
    expect((await open.call('GET', `/item_stocks/${id}`)).json).toEqual({ item: { id } });
  });

  it('is absolute by POST and PUT, takes fractions and negatives, and rounds half up for the old field', async () => {
    const open = await openTill();
    const id = await create(open, '/items', SOUP);
    const set = await open.call('POST', `/item_stocks/${id}`, { quantity: 160.5 });
    expect(set.json).toEqual({
      item: { id },
      stockCount: 161,
      quantity: 160.5,
      modifiedTime: 1795229721000,
    });
    expect((await open.call('PUT', `/item_stocks/${id}`, { quantity: -3 })).json.quantity).toBe(-3);
    expect((await open.call('PUT', `/item_stocks/${id}`, { stockCount: 3 })).status).toBe(400);
    expect((await open.call('PUT', `/item_stocks/${id}`, { quantity: '3' })).status).toBe(400);
    expect((await open.call('GET', `/items/${id}?expand=itemStock`)).json.itemStock.quantity).toBe(-3);
  });

  it('never moves the modified time of the item', async () => {
    const open = await openTill();
    const id = await create(open, '/items', SOUP);
    const before = open.till.state.items.get(id)?.modifiedTime;
    open.clock.advance(10_000);
    await open.call('POST', `/item_stocks/${id}`, { quantity: 5 });
    open.till.staff.sell(id, 1);
    expect(open.till.state.items.get(id)?.modifiedTime).toBe(before);
    expect(open.till.state.itemStocks.get(id)?.modifiedTime).toBe(1795229731000);
  });

  it('is lowered by a sale only when the merchant tracks and updates it, and never when never set', async () => {
    for (const [trackStock, updateStock, left] of [
      [true, true, 3],
      [true, false, 5],
      [false, true, 5],
    ] as const) {
      const open = await openTill({ merchant: { trackStock, updateStock } });
      const id = await create(open, '/items', SOUP);
      open.till.staff.recount(id, 5);
      open.till.staff.sell(id, 2);
      expect(open.till.state.itemStocks.get(id)?.quantity).toBe(left);
    }
    const open = await openTill();
    const id = await create(open, '/items', SOUP);
    open.till.staff.sell(id, 2);
    expect(open.till.state.itemStocks.has(id)).toBe(false);
  });

  it('decides availability of an item that manages itself', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { ...SOUP, autoManage: true });
    const isAvailable = async () => (await open.call('GET', `/items/${id}`)).json.available;
    await open.call('POST', `/item_stocks/${id}`, { quantity: 1 });
    expect(await isAvailable()).toBe(true);
    open.till.staff.sell(id, 1);
    expect(await isAvailable()).toBe(false);
    open.till.staff.recount(id, 2);
    expect(await isAvailable()).toBe(true);
    const plain = await create(open, '/items', SOUP);
    await open.call('POST', `/item_stocks/${plain}`, { quantity: 0 });
    expect((await open.call('GET', `/items/${plain}`)).json.available).toBe(true);
  });

  it('list is paged like any other', async () => {
    const open = await openTill();
    for (const quantity of [1, 2, 3]) {
      const id = await create(open, '/items', { ...SOUP, name: `Soup ${quantity}` });
      await open.call('POST', `/item_stocks/${id}`, { quantity });
    }
    const page = await open.call('GET', '/item_stocks?limit=2&offset=1');
    expect(page.json.elements.map(({ quantity }: { quantity: number }) => quantity)).toEqual([2, 3]);
  });
});
