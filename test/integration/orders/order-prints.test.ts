import { describe, expect, it } from 'vitest';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const MINUTE_MS = 60_000;
const { signal } = new AbortController();
const ABOUT_PAPER = /^failed-print: /;

/** Looks for a minute, and answers when a person was told of the paper; null where nobody was. */
async function findToldMs(shop: OrderShop): Promise<number | null> {
  const startedMs = shop.time.clock.monotonicMs();
  for (;;) {
    await shop.look();
    const ms = shop.time.clock.monotonicMs() - startedMs;
    if (shop.alerts().some((alert) => ABOUT_PAPER.test(alert))) return ms;
    if (ms > 3 * MINUTE_MS) return null;
    shop.time.pass(2_000);
  }
}

describe('the kitchen ticket', { timeout: 30_000 }, () => {
  it('is shown printed only when the till says so', async () => {
    const shop = await startOrderShop({ tillAnswers: { printDoneMs: 20_000 } });
    const id = shop.order();
    for (let looks = 0; looks < 5; looks += 1) {
      await shop.look();
      expect(shop.flow(id).print).toMatch(/created|printing/);
      shop.time.pass(2_000);
    }
    await shop.settle();
    expect(shop.flow(id)).toMatchObject({ print: 'printed', step: 'reported' });
    expect(shop.tickets(id)).toBe(1);
  });

  it('that jams is told of within a minute, never printed again by itself, and settles when it comes', async () => {
    const shop = await startOrderShop();
    const { staff } = shop.practice.tillService;
    staff.jamPrinter('holds');
    const id = shop.order();
    expect(await findToldMs(shop)).toBeLessThanOrEqual(MINUTE_MS);
    await shop.settle(10 * MINUTE_MS);
    expect(shop.tickets(id)).toBe(0);
    expect(shop.flow(id).print).toBe('printing');
    staff.clearPrinter();
    await shop.settle(MINUTE_MS);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', step: 'reported' });
    expect(shop.alerts()).toEqual([]);
  });

  it.each([
    [
      'there is no printer',
      'no-printer',
      (shop: OrderShop) => shop.practice.tillService.staff.setDefaultPrinter(false),
    ],
    ['the printer fails', 'failed', (shop: OrderShop) => shop.practice.tillService.staff.jamPrinter('fails')],
    [
      'the region has no prints',
      'not-available',
      (shop: OrderShop) => {
        shop.practice.tillService.answers.printEvents = 'missing';
      },
    ],
  ])(
    'is missing where %s: the order is on the till, and a person hears of it',
    async (_why, print, breakIt) => {
      const shop = await startOrderShop();
      breakIt(shop);
      const id = shop.order();
      expect(await findToldMs(shop)).toBeLessThanOrEqual(MINUTE_MS);
      await shop.settle();
      expect(shop.shown(id)).toMatchObject([{ state: 'locked', total: 1095 }]);
      expect(shop.flow(id)).toMatchObject({ step: 'reported', print });
      expect(shop.notes(id).at(-1)).toContain('NOT printed');
      expect(shop.tickets(id)).toBe(0);
    },
  );

  it('is reprinted by a person exactly once more, and the alert goes', async () => {
    const shop = await startOrderShop();
    const { staff } = shop.practice.tillService;
    staff.setDefaultPrinter(false);
    const id = shop.order();
    await shop.settle();
    expect(shop.alerts()).toHaveLength(1);
    staff.setDefaultPrinter(true);
    unwrap(await shop.engine.orders.reprint(String(id), signal));
    await shop.settle(MINUTE_MS);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', step: 'reported', reprints: 1, failure: null });
    expect(shop.alerts()).toEqual([]);
    unwrap(await shop.engine.orders.reprint(String(id), signal));
    await shop.settle(5 * MINUTE_MS);
    expect(shop.tickets(id)).toBe(2);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', reprints: 2 });
  });

  it('that is all an order lacks is no reason to try the order again: a reprint, or a look, settles it', async () => {
    const shop = await startOrderShop();
    shop.practice.tillService.staff.jamPrinter('fails');
    const [id, off] = [shop.order(), shop.order()];
    await shop.settle();
    shop.practice.storeService.staff.turnOrder(off, 'cancelled');
    await shop.settle();
    const { orders } = shop.engine;
    const refuse = (code: string, order: number) => ({
      ok: false,
      failure: { code, facts: { order: `${order}` } },
    });
    expect(orders.retry(String(id))).toEqual(refuse('ORDER_ONLY_PAPER', id));
    expect(orders.retry(String(off)), 'nothing is to be printed').toEqual(refuse('ORDER_TO_BE_SEEN', off));
    for (const order of [id, off]) {
      expect(unwrap(orders.get(String(order))).lane).toBe('person');
      unwrap(orders.see(String(order)));
      expect(unwrap(orders.get(String(order))).lane).toBe('done');
      expect(orders.retry(String(order))).toEqual(refuse('ORDER_NOT_WAITING', order));
    }
    expect(shop.alerts()).toEqual([]);
    await shop.settle(MINUTE_MS);
    expect([shop.tickets(id), shop.tickets(off)]).toEqual([0, 0]);
  });

  it('of a test that fails is called a test', async () => {
    const shop = await startOrderShop();
    shop.practice.tillService.staff.jamPrinter('fails');
    const { isPrinted, failure } = unwrap(await shop.engine.orders.testPrint(signal));
    expect(isPrinted).toBe(false);
    expect(failure?.code).toBe('ORDER_TEST_NOT_PRINTED');
  });

  it('a reprint that fails is not called printed, though the first one was', async () => {
    const shop = await startOrderShop();
    const id = shop.order();
    await shop.settle();
    shop.practice.tillService.staff.jamPrinter('fails');
    unwrap(await shop.engine.orders.reprint(String(id), signal));
    await shop.settle(MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ print: 'failed' });
    expect(shop.tickets(id)).toBe(1);
  });

  it('is left to the till where the shop wants it so, and its proof is seen', async () => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.print': 'till' }));
    shop.practice.tillService.staff.setAutoPrint(true);
    const id = shop.order();
    await shop.settle();
    await shop.settle(MINUTE_MS);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id)).toMatchObject({ print: 'printed' });
  });
});

describe('the test ticket', { timeout: 30_000 }, () => {
  it('comes out and leaves nothing behind', async () => {
    const shop = await startOrderShop();
    const { state } = shop.practice.tillService;
    expect(unwrap(await shop.engine.orders.testPrint(signal))).toEqual({ isPrinted: true, failure: null });
    expect(state.kitchen.tickets).toHaveLength(1);
    expect(state.orders.size).toBe(0);
  });

  it('says what is wrong where there is no printer, and leaves nothing behind', async () => {
    const shop = await startOrderShop();
    shop.practice.tillService.staff.setDefaultPrinter(false);
    const printed = unwrap(await shop.engine.orders.testPrint(signal));
    expect(printed).toMatchObject({ isPrinted: false, failure: { code: 'CLOVER_NO_PRINTER' } });
    expect(shop.practice.tillService.state.orders.size).toBe(0);
  });

  it('says so where the region has no prints, and where nothing proves that it came out', async () => {
    const shop = await startOrderShop();
    const { answers, staff } = shop.practice.tillService;
    answers.printEvents = 'missing';
    expect(unwrap(await shop.engine.orders.testPrint(signal))).toMatchObject({
      ...{ isPrinted: false, failure: { code: 'CLOVER_PRINT_NOT_AVAILABLE' } },
    });
    answers.printEvents = 'served';
    staff.jamPrinter('holds');
    expect(unwrap(await shop.engine.orders.testPrint(signal))).toMatchObject({
      ...{ isPrinted: false, failure: { code: 'ORDER_TEST_UNPROVED' } },
    });
  });
});
