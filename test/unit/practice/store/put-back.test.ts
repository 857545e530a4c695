import { expect, it } from 'vitest';
import { openPractice } from '../open-practice.ts';

it('a store that is put back to a copy has what it had then, and gives the ids of what came since again', async () => {
  const { storeService: store } = await openPractice({ menu: 'empty' });
  const [burger = 0] = store.load([
    { name: 'Burger', sku: 'BUR', regular_price: '10', manage_stock: true, stock_quantity: 20 },
  ]);
  const copy = store.staff.keepCopy();
  const fries = store.staff.addProduct({ name: 'Fries', sku: 'FRI', regular_price: '4' });
  const order = store.staff.buy(burger, 3);
  store.staff.editProduct(burger, { sku: 'BIG', name: 'Big burger' });
  store.staff.putBack(copy);
  expect(store.state.products.get(burger)).toMatchObject({ name: 'Burger', sku: 'BUR', stockQuantity: 20 });
  expect([store.state.products.has(fries), store.state.orders.size]).toEqual([false, 0]);
  // The SKUs of what is gone are free again, and so are the ids.
  expect(store.staff.addProduct({ name: 'Soup', sku: 'FRI', regular_price: '6' })).toBe(fries);
  expect(store.staff.buy(burger, 1)).toBe(order);
  store.staff.putBack(copy);
  expect(store.state.products.get(burger)?.stockQuantity).toBe(20);
});
