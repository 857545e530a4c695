import { describe, expect, it } from 'vitest';
import { startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const MINUTE_MS = 60_000;
const nameNeeds = ({ engine }: Awaited<ReturnType<typeof startOrderShop>>): string[] =>
  engine.orders.needs().map(({ what }) => what);

describe('what the till does by itself is noticed', { timeout: 30_000 }, () => {
  it('a till that prints orders itself is left to it, and told of, until a person chose who prints', async () => {
    const shop = await startOrderShop();
    expect(nameNeeds(shop)).toEqual([]);
    shop.practice.tillService.staff.setAutoPrint(true);
    const first = shop.order();
    await shop.settle();
    expect(shop.tickets(first), 'none of ours').toBe(1);
    expect(nameNeeds(shop)).toEqual(['auto-print']);
    unwrap(shop.engine.settings.set({ 'orders.print': 'till' }));
    expect(nameNeeds(shop)).toEqual([]);
    const second = shop.order();
    await shop.settle();
    expect(shop.tickets(second)).toBe(1);
    unwrap(shop.engine.settings.set({ 'orders.print': 'app' }));
    expect(nameNeeds(shop), 'who chose either has answered').toEqual([]);
  });

  it('a ticket that nothing proves is news to every window within a minute', async () => {
    const shop = await startOrderShop();
    shop.practice.tillService.staff.jamPrinter('holds');
    const id = shop.order();
    await shop.look();
    const startedMs = shop.time.clock.monotonicMs();
    const isTold = (): boolean => shop.events(id).some(({ what }) => what === 'unproved');
    while (!isTold() && shop.time.clock.monotonicMs() - startedMs < 3 * MINUTE_MS) {
      await shop.look();
      shop.time.pass(2_000);
    }
    expect(isTold()).toBe(true);
    expect(shop.time.clock.monotonicMs() - startedMs).toBeLessThanOrEqual(MINUTE_MS + 2_000);
    expect(
      shop.events(id).filter(({ what }) => what === 'unproved'),
      'told once',
    ).toHaveLength(1);
  });

  it('a total that the till’s staff changed is shown, though its status is the same', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ payment: 'cod' });
    await shop.settle();
    const { tillAmount, storeAmount } = shop.flow(id);
    expect(tillAmount).toBe(storeAmount);
    const { staff, state } = shop.practice.tillService;
    const water = [...state.items.values()].find(({ name }) => name === 'Water');
    staff.editOrder(shop.shown(id)[0]?.id ?? '', { addItemIds: [water?.id ?? ''] });
    shop.time.pass(MINUTE_MS);
    await shop.settle();
    expect(shop.flow(id)).toMatchObject({ storeAmount, tillAmount: storeAmount + 199 });
    expect(shop.events(id).filter(({ what }) => what === 'total')).toHaveLength(1);
  });
});
