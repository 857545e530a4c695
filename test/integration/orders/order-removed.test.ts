import { describe, expect, it } from 'vitest';
import type { OrderLane } from '../../../src-main/domain/orders/order-lane.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const AT_FIRST = 50;
const laneOf = ({ engine }: OrderShop, id: number): OrderLane => unwrap(engine.orders.get(String(id))).lane;

/** Whatever the practice till’s own staff may do: in life an order that is paid can be gone too. */
function removeOnTill(shop: OrderShop, id: number): void {
  const [row] = shop.shown(id);
  shop.practice.tillService.state.orders.delete(row?.id ?? '');
}

async function runOn(shop: OrderShop): Promise<void> {
  for (let looks = 0; looks < 4; looks += 1) {
    shop.time.pass(31_000);
    await shop.settle();
  }
}

function readCounts({ practice }: OrderShop) {
  const [item] = [...practice.tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
  const [product] = [...practice.storeService.state.products.values()].filter(({ sku }) => sku === 'MARG');
  return [practice.tillService.state.itemStocks.get(item?.id ?? '')?.quantity, product?.stockQuantity];
}

describe('a paid web order that somebody removes on the till', { timeout: 40_000 }, () => {
  it('is not cancelled in silence: an alert, the red lane and a note say that the money is still here', async () => {
    const shop = await startOrderShop();
    const id = shop.order();
    await shop.settle();
    expect(shop.flow(id).step).toBe('reported');
    removeOnTill(shop, id);
    await runOn(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
    expect(laneOf(shop, id)).toBe('person');
    expect(shop.flow(id).failure).toMatchObject({ code: 'ORDER_GONE_ON_TILL' });
    expect(shop.alerts()).toEqual([
      `lost-order: Web order ${id} was paid, and has been removed on the till.`,
    ]);
    expect(shop.notes(id).filter((note) => note.includes('the money is still with the shop'))).toHaveLength(
      1,
    );
    unwrap(shop.engine.orders.see(String(id)));
    expect(laneOf(shop, id)).toBe('done');
  });

  it('is told of where it was on its way to the printer too, and nothing more is done', async () => {
    const shop = await startOrderShop({
      beforeFirstLook: ({ practice }) => practice.tillService.staff.jamPrinter('holds'),
    });
    const id = shop.order();
    await shop.look();
    expect(shop.flow(id).step).toBe('printing');
    removeOnTill(shop, id);
    await runOn(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
    expect(laneOf(shop, id)).toBe('person');
    expect(shop.flow(id)).toMatchObject({ hold: null, failure: { code: 'ORDER_GONE_ON_TILL' } });
  });

  it('and was not paid is cancelled as it is on the till, without an alarm', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ payment: 'cod' });
    await shop.settle();
    shop.practice.tillService.staff.cancel(shop.shown(id)[0]?.id ?? '');
    await runOn(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
    expect(shop.alerts()).toEqual([]);
  });

  it('goes to the till anew when it is open in the store again and a person says so, once', async () => {
    const shop = await startOrderShop({ settings: { 'stock.whoLowersTill': 'app' } });
    const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
    await shop.settle();
    const [first] = shop.shown(id);
    removeOnTill(shop, id);
    await runOn(shop);
    expect(readCounts(shop)).toEqual([AT_FIRST, AT_FIRST]);
    expect(shop.engine.orders.retry(String(id))).toMatchObject({
      ok: false,
      failure: { code: 'ORDER_GONE_ON_TILL' },
    });
    shop.practice.storeService.staff.turnOrder(id, 'processing');
    await runOn(shop);
    expect(laneOf(shop, id), 'nothing is cooked again by itself').toBe('person');
    expect(shop.shown(id)).toEqual([]);
    unwrap(shop.engine.orders.retry(String(id)));
    await runOn(shop);
    expect(shop.shown(id)).toHaveLength(1);
    expect(shop.shown(id)[0]?.id).not.toBe(first?.id);
    expect(shop.payments(id)).toHaveLength(1);
    expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null, failure: null, abandoned: [] });
    expect(shop.storeStatus(id)).toBe('processing');
    expect(readCounts(shop)).toEqual([AT_FIRST - 3, AT_FIRST - 3]);
  });

  it('and is emptied there rather than deleted, is not taken for a second one when it is sent anew, twice', async () => {
    const shop = await startOrderShop();
    const id = shop.order();
    await shop.settle();
    const references: unknown[] = [];
    const find = () => shop.shown(id).find((row) => row.id === shop.flow(id).tillOrderId);
    for (let times = 0; times < 2; times += 1) {
      const row = find();
      if (!row) throw new Error('it is not on the till');
      references.push(row.externalReferenceId);
      const { orders } = shop.practice.tillService.state;
      orders.put({ ...row, lines: [], paymentIds: [] });
      await runOn(shop);
      expect(shop.flow(id).failure?.code).toBe('ORDER_GONE_ON_TILL');
      shop.practice.storeService.staff.turnOrder(id, 'processing');
      await runOn(shop);
      unwrap(shop.engine.orders.retry(String(id)));
      await runOn(shop);
      expect(shop.flow(id)).toMatchObject({ step: 'reported', failure: null, abandoned: [] });
      expect(shop.alerts()).toEqual([]);
    }
    references.push(find()?.externalReferenceId);
    expect(new Set(references).size).toBe(3);
  });

  it('before its payment is recorded waits for a person, and “Try again” puts it on the till anew', async () => {
    const ref: { strike: (() => void) | null } = { strike: null };
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: (request) => {
          const isPayment = request.method === 'POST' && /\/orders\/\w+\/payments/.test(request.url);
          if (!isPayment || ref.strike === null) return real.send(request);
          ref.strike();
          ref.strike = null;
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }),
          });
        },
      }),
    });
    // What has vanished is looked for only now and then, and was just now.
    shop.order();
    await shop.settle();
    const id = shop.order();
    let struck = 0;
    ref.strike = () => {
      struck += 1;
      removeOnTill(shop, id);
    };
    for (let looks = 0; looks < 5; looks += 1) {
      await shop.look();
      shop.time.pass(4_000);
    }
    expect(struck, 'else it proved nothing').toBe(1);
    expect(shop.flow(id)).toMatchObject({
      hold: 'person',
      failure: { code: 'ORDER_GONE_ON_TILL', facts: { paid: 'paid' } },
    });
    expect(shop.storeStatus(id)).toBe('processing');
    expect(shop.alerts()).toEqual([
      `lost-order: Web order ${id} was paid, and has been removed on the till.`,
    ]);
    unwrap(shop.engine.orders.retry(String(id)));
    await runOn(shop);
    expect(shop.shown(id)).toHaveLength(1);
    expect(shop.payments(id)).toHaveLength(1);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null, failure: null });
  });
});
