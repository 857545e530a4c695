import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const MANAGED = { name: 'Burger', manage_stock: true, stock_quantity: 10 };

describe('a sale', () => {
  it('lowers managed stock, counts the sale and moves date_modified', async () => {
    const { store, clock, call } = await openStore();
    store.load([MANAGED]);
    clock.advance(3000);
    store.staff.buy(10, 12);
    expect((await call('GET', '/products/10')).json).toMatchObject({
      stock_quantity: -2,
      stock_status: 'outofstock',
      total_sales: 12,
      date_modified_gmt: '2026-11-21T02:55:24',
    });
  });

  it('leaves date_modified alone in a store that does not move it', async () => {
    const { store, clock, call } = await openStore({ switches: { saleMovesModified: false } });
    store.load([MANAGED]);
    clock.advance(3000);
    store.staff.buy(10, 1);
    expect((await call('GET', '/products/10')).json).toMatchObject({
      stock_quantity: 9,
      date_modified_gmt: '2026-11-21T02:55:21',
    });
  });

  it('takes from the parent what a variation leaves to it, and moves both dates', async () => {
    const { store, clock, call } = await openStore();
    store.load([{ name: 'Tee', type: 'variable', manage_stock: true, stock_quantity: 20 }]);
    await call('POST', '/products/10/variations', { regular_price: '5' });
    clock.advance(3000);
    store.staff.buy(11, 3);
    const moved = { stock_quantity: 17, date_modified_gmt: '2026-11-21T02:55:24' };
    expect((await call('GET', '/products/10')).json).toMatchObject(moved);
    expect((await call('GET', '/products/10/variations/11')).json).toMatchObject(moved);
  });

  it('stands where a plugin keeps orders from taking any', async () => {
    const { store } = await openStore({ switches: { ordersTakeStock: false } });
    store.load([MANAGED]);
    store.staff.buy(10, 1);
    expect(store.state.products.get(10)?.stockQuantity).toBe(10);
  });

  it('changes nothing while the store manages no stock', async () => {
    const { store } = await openStore({ manageStock: false });
    store.load([MANAGED]);
    store.staff.setting('products', 'woocommerce_manage_stock', 'yes');
    store.staff.editProduct(10, MANAGED);
    store.staff.setting('products', 'woocommerce_manage_stock', 'no');
    store.staff.buy(10, 1);
    expect(store.state.products.get(10)?.stockQuantity).toBe(10);
  });
});

describe('inventory_delta', () => {
  const change = async (fields: Record<string, unknown>, options = {}) => {
    const { store, call } = await openStore(options);
    store.load([{ ...MANAGED, stock_quantity: 100 }]);
    return (await call('PUT', '/products/10', fields)).json.stock_quantity;
  };

  it.each([
    [0, 100],
    ['-2', 98],
    ['x', 100],
    [-1000, -900],
  ])('%j from 100 gives %i', async (delta, expected) => {
    expect(await change({ inventory_delta: delta })).toBe(expected);
  });

  it('yields to an absolute quantity and to stock that is not managed', async () => {
    expect(await change({ inventory_delta: 5, stock_quantity: 7 })).toBe(7);
    expect(await change({ inventory_delta: 5, manage_stock: false })).toBe(null);
  });

  it('is ignored on a create and starts from 0 with managing', async () => {
    const { call } = await openStore();
    const created = await call('POST', '/products', { name: 'a', inventory_delta: 4 });
    expect(created.json.stock_quantity).toBe(null);
    const managed = await call('PUT', '/products/10', { manage_stock: true, inventory_delta: 4 });
    expect(managed.json.stock_quantity).toBe(4);
  });

  it('loses a sale that comes between its reading and its writing, and only that one', async () => {
    const { store, call } = await openStore();
    store.load([{ ...MANAGED, stock_quantity: 100 }]);
    store.staff.buyInsideDelta(10, 3);
    const add = () => call('POST', '/products/batch', { update: [{ id: 10, inventory_delta: -1 }] });
    await add();
    expect(store.state.products.get(10)?.stockQuantity).toBe(99);
    await add();
    expect(store.state.products.get(10)?.stockQuantity).toBe(98);
    expect(store.state.orders.size).toBe(1);
  });

  it('does nothing in a store without it', async () => {
    expect(await change({ inventory_delta: -1 }, { switches: { inventoryDelta: false } })).toBe(100);
  });
});

describe('the out-of-stock threshold', () => {
  it('decides from which quantity on a product is in stock', async () => {
    const { store, call } = await openStore();
    store.staff.setting('products', 'woocommerce_notify_no_stock_amount', '3');
    const status = async (quantity: number) =>
      (await call('POST', '/products', { ...MANAGED, stock_quantity: quantity })).json.stock_status;
    expect([await status(3), await status(4)]).toEqual(['outofstock', 'instock']);
  });
});
