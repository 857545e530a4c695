import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startOrderShop } from '../../support/order-shop.ts';

const MINUTE_MS = 60_000;

/** Writes to these addresses never arrive. */
const breakLine =
  (path: RegExp) =>
  (real: Transport): Transport => ({
    send: async (request) => {
      if (request.method !== 'POST' || !path.test(new URL(request.url).pathname)) return real.send(request);
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('lost'), { code: 'ECONNRESET' }),
      });
    },
  });

/** A store that lists orders, and has none of them when it is asked for one. */
const forgetOrders = (real: Transport): Transport => ({
  send: async (request) => {
    if (request.method !== 'GET' || !/\/wc\/v3\/orders\/\d+$/.test(new URL(request.url).pathname))
      return real.send(request);
    const body =
      '{"code":"woocommerce_rest_shop_order_invalid_id","message":"Invalid ID.","data":{"status":404}}';
    return { status: 404, headers: { 'content-type': 'application/json' }, body, url: request.url };
  },
});

describe('what a person seldom hears of an order', { timeout: 30_000 }, () => {
  it('it was deleted in the store between the look and the read: it is over', async () => {
    const shop = await startOrderShop({ wrap: forgetOrders });
    const id = shop.order();
    await shop.settle(5 * MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ hold: 'closed', failure: { code: 'ORDER_GONE' } });
    expect(shop.shown(id)).toEqual([]);
  });

  it('its payment was lost again and again: a person is asked, and nothing is paid twice', async () => {
    const shop = await startOrderShop({ wrap: breakLine(/\/payments$/) });
    const id = shop.order();
    await shop.finish(60 * MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ hold: 'person', failure: { code: 'ORDER_NOT_PAID' } });
    expect(shop.payments(id)).toEqual([]);
    expect(shop.alerts()).toHaveLength(1);
  });

  it('the till prints by itself: its tickets are left to it, until somebody chooses who prints', async () => {
    const shop = await startOrderShop();
    shop.practice.tillService.staff.setAutoPrint(true);
    shop.time.pass(60 * MINUTE_MS);
    await shop.sync(true);
    shop.order();
    await shop.settle();
    expect(shop.engine.orders.needs().map(({ failure }) => failure.code)).toContain('ORDER_MAY_PRINT_TWICE');
    shop.engine.settings.set({ 'orders.print': 'app' });
    expect(shop.engine.orders.needs()).toEqual([]);
  });
});
