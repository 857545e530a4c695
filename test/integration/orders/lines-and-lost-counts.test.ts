import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startOrderShop } from '../../support/order-shop.ts';

const AT_FIRST = 50;
const COUNT = /\/item_stocks\/\w+$/;

/** A till that is gone for counts, and for nothing else, from the moment one is written. */
function createCountlessTill() {
  let isAway = false;
  let isBusy = false;
  let mayGo = false;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      if (!COUNT.test(new URL(request.url).pathname)) return real.send(request);
      if (mayGo && request.method === 'POST') isAway = true;
      if (isAway) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
      if (isBusy) return { status: 500, headers: {}, body: '{}', url: request.url };
      return real.send(request);
    },
  });
  return {
    wrap,
    go: () => {
      mayGo = true;
    },
    /** @param busy fails at every call about a count */
    comeBack: (busy = false) => {
      [isAway, mayGo, isBusy] = [false, false, busy];
    },
    isGone: () => isAway,
  };
}

/** A shop of which a count for the till was lost, and with it whether it arrived; a guest has ordered since. */
async function loseCount() {
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
  const id = shop.order({ lines: [{ sku: 'MARG', quantity: 2 }] });
  const lookOn = async () => {
    for (let looks = 0; looks < 12; looks += 1) {
      await shop.look();
      shop.time.pass(20_000);
    }
  };
  return { shop, till, id, read, lookOn };
}

it('an order whose lines lower a count by as much is not taken for the count that was lost', async () => {
  const { shop, till, read, lookOn } = await loseCount();
  till.comeBack();
  await lookOn();
  expect(read()).toEqual({ till: AT_FIRST - 5, store: AT_FIRST - 5 });
  expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toEqual([]);
});

it('an order does not wait for a count that cannot be read: the kitchen has it, and a person is asked', async () => {
  const { shop, till, id, lookOn } = await loseCount();
  till.comeBack(true);
  await lookOn();
  expect(shop.tickets(id)).toBe(1);
  till.comeBack();
  await lookOn();
  expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toMatchObject([{ field: 'stock' }]);
});
