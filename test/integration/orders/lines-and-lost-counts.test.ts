import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startOrderShop } from '../../support/order-shop.ts';

const AT_FIRST = 50;
const COUNT = /\/item_stocks\/\w+$/;

/** A till that is gone for counts, and for nothing else, from the moment one is written. */
function createCountlessTill() {
  let isAway = false;
  let mayGo = false;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      if (!COUNT.test(new URL(request.url).pathname)) return real.send(request);
      if (mayGo && request.method === 'POST') isAway = true;
      if (isAway) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
      return real.send(request);
    },
  });
  return {
    wrap,
    go: () => {
      mayGo = true;
    },
    comeBack: () => {
      [isAway, mayGo] = [false, false];
    },
    isGone: () => isAway,
  };
}

it('an order whose lines lower a count by as much is not taken for the count that was lost', async () => {
  const till = createCountlessTill();
  const shop = await startOrderShop({
    wrap: till.wrap,
    tillAnswers: { restOrderStock: 'onLine' },
    settings: { 'stock.whoLowersTill': 'clover' },
  });
  const { tillService, storeService } = shop.practice;
  const [item] = [...tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
  const [product] = [...storeService.state.products.values()].filter(({ sku }) => sku === 'MARG');
  const read = () => ({
    till: shop.stock(item?.id ?? ''),
    store: shop.product(product?.id ?? 0).stockQuantity,
  });
  shop.order();
  await shop.settle();
  expect(read()).toEqual({ till: AT_FIRST - 1, store: AT_FIRST - 1 });

  storeService.staff.editProduct(product?.id ?? 0, { stock_quantity: AT_FIRST - 3 });
  till.go();
  await shop.look();
  expect(till.isGone()).toBe(true);
  shop.order({ lines: [{ sku: 'MARG', quantity: 2 }] });
  till.comeBack();
  for (let looks = 0; looks < 12; looks += 1) {
    await shop.look();
    shop.time.pass(20_000);
  }
  expect(read()).toEqual({ till: AT_FIRST - 5, store: AT_FIRST - 5 });
  expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toEqual([]);
});
