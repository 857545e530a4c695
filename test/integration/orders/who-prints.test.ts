import { describe, expect, it } from 'vitest';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const MINUTE_MS = 60_000;
const ABOUT_PAPER = /^failed-print: /;
const { signal } = new AbortController();

const isTold = (shop: OrderShop): boolean => shop.alerts().some((alert) => ABOUT_PAPER.test(alert));
const readLane = (shop: OrderShop, id: number): string => unwrap(shop.engine.orders.get(String(id))).lane;

/** Looks until a person was told; null where nobody is for three minutes. */
async function findToldMs(shop: OrderShop): Promise<number | null> {
  const startedMs = shop.time.clock.monotonicMs();
  for (;;) {
    await shop.look();
    const ms = shop.time.clock.monotonicMs() - startedMs;
    if (isTold(shop)) return ms;
    if (ms > 3 * MINUTE_MS) return null;
    shop.time.pass(2_000);
  }
}

describe('a ticket that is not the app’s to print', { timeout: 30_000 }, () => {
  it('and does not come out of the till by itself is told of within a minute, and settles when it comes', async () => {
    const shop = await startOrderShop({ settings: { 'orders.print': 'till' } });
    const id = shop.order();
    expect(await findToldMs(shop)).toBeLessThanOrEqual(MINUTE_MS);
    expect([shop.tickets(id), readLane(shop, id)]).toEqual([0, 'person']);
    shop.practice.tillService.staff.print(shop.shown(id)[0]?.id ?? '');
    await shop.settle(MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', step: 'reported', failure: null });
    expect([shop.alerts(), readLane(shop, id)]).toEqual([[], 'done']);
  });

  it('since the till says that it prints, and then does not, is told of too, and printed by a person’s word', async () => {
    const shop = await startOrderShop({ tillAnswers: { autoPrintWhen: 'never' } });
    shop.practice.tillService.staff.setAutoPrint(true);
    const id = shop.order();
    expect(await findToldMs(shop)).toBeLessThanOrEqual(MINUTE_MS);
    unwrap(await shop.engine.orders.reprint(String(id), signal));
    await shop.settle(MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', step: 'reported', reprints: 1 });
    expect([shop.tickets(id), isTold(shop)]).toEqual([1, false]);
  });

  it('and that nobody wants is missed by nobody', async () => {
    const shop = await startOrderShop({ settings: { 'orders.print': 'off' } });
    const id = shop.order();
    await shop.settle(3 * MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ print: 'left', step: 'reported' });
    expect([shop.tickets(id), shop.alerts()]).toEqual([0, []]);
  });
});
