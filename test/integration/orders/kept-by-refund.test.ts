import { expect, it } from 'vitest';
import { startOrderShop } from '../../support/order-shop.ts';

const AT_FIRST = 50;

it('what the store keeps of a refunded order is no movement of its count: an order just then is taken off both', async () => {
  let onRefund: (() => void) | null = null;
  const shop = await startOrderShop({
    settings: { 'stock.whoLowersTill': 'app' },
    wrap: (real) => ({
      send: async (request) => {
        const answer = await real.send(request);
        // Its pieces are about to come back on both sides.
        if (request.body?.includes('ended in the store')) {
          onRefund?.();
          onRefund = null;
        }
        return answer;
      },
    }),
  });
  const { tillService, storeService } = shop.practice;
  const [item] = [...tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
  const [product] = [...storeService.state.products.values()].filter(({ sku }) => sku === 'MARG');
  const [itemId, productId] = [item?.id ?? '', product?.id ?? 0];
  const read = () => ({ till: shop.stock(itemId), store: shop.product(productId).stockQuantity });
  const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
  await shop.settle();
  expect(read()).toEqual({ till: AT_FIRST - 3, store: AT_FIRST - 3 });

  onRefund = () => {
    storeService.staff.buy(productId, 5);
    tillService.staff.recount(itemId, AT_FIRST - 3 - 5);
  };
  storeService.staff.turnOrder(id, 'refunded');
  for (let looks = 0; looks < 12; looks += 1) {
    await shop.look();
    shop.time.pass(20_000);
  }
  expect(onRefund).toBeNull();
  expect(read(), 'three came back, five were bought, five were found missing').toEqual({
    till: AT_FIRST - 10,
    store: AT_FIRST - 10,
  });
});
