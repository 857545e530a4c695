import { describe, expect, it } from 'vitest';
import { startOrderShop } from '../../support/order-shop.ts';

const AT_FIRST = 10;

describe('a product that was no item of the till when it was ordered', { timeout: 30_000 }, () => {
  it.each([
    ['clover', 'onLine'],
    ['clover', 'onPaid'],
    ['auto', 'onPaid'],
    ['auto', 'never'],
    ['app', 'never'],
  ] as const)(
    'comes back once when the till refunds it (setting: %s; the till lowers: %s)',
    async (who, restOrderStock) => {
      const shop = await startOrderShop({
        tillAnswers: { restOrderStock },
        settings: { 'stock.whoLowersTill': who },
      });
      const { tillService, storeService } = shop.practice;
      const look = async () => {
        for (let looks = 0; looks < 12; looks += 1) {
          await shop.look();
          shop.time.pass(20_000);
        }
      };
      const productId = storeService.staff.addProduct({
        ...{ name: 'Oat cake', sku: 'OAT', regular_price: '3.00', status: 'draft', type: 'simple' },
        ...{ manage_stock: true, stock_quantity: AT_FIRST },
      });
      const id = shop.order({ lines: [{ sku: 'OAT', quantity: 2 }] });
      await look();
      expect(shop.payments(id)).toHaveLength(1);
      storeService.staff.editProduct(productId, { status: 'publish' });
      await look();
      const read = () => {
        const [item] = [...tillService.state.items.values()].filter(({ sku }) => sku === 'OAT');
        const [product] = [...storeService.state.products.values()].filter(({ sku }) => sku === 'OAT');
        return { till: shop.stock(item?.id ?? ''), store: product?.stockQuantity };
      };
      expect(read(), 'met by now').toEqual({ till: AT_FIRST - 2, store: AT_FIRST - 2 });
      tillService.staff.refundOrder(shop.shown(id)[0]?.id ?? '');
      await look();
      expect(shop.storeStatus(id)).toBe('refunded');
      // The next orders tell at the latest who lowers the till.
      for (const payment of ['stripe', 'cod'] as const) {
        shop.order({ lines: [{ sku: 'OAT' }], payment });
        await look();
      }
      expect(read()).toEqual({ till: AT_FIRST - 2, store: AT_FIRST - 2 });
      expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toEqual([]);
    },
  );
});
