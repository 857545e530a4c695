import { describe, expect, it } from 'vitest';
import type { PlanSummary } from '../../../src-main/engine/face.ts';
import { extendWorld } from '../../support/live-world.ts';
import { startWorld, unwrap } from '../../support/practice-world.ts';

/** A till with the pizzeria, and a store that has two products of its own: one the till has too. */
async function startMeeting() {
  const world = extendWorld(await startWorld());
  const { tillService, storeService } = world.practice;
  const known = [...tillService.state.items.values()].find(
    (item) =>
      item.sku !== undefined && item.itemGroupId === undefined && tillService.state.itemStocks.get(item.id),
  );
  if (!known?.sku) throw new Error('no item with a SKU');
  const same = storeService.staff.addProduct({
    name: 'The store’s own name',
    type: 'simple',
    status: 'publish',
    sku: known.sku,
    regular_price: '99.00',
    manage_stock: true,
    stock_quantity: 500,
  });
  const own = storeService.staff.addProduct({
    name: 'Only in the store',
    type: 'simple',
    status: 'publish',
    sku: 'OWN-1',
    regular_price: '4.20',
  });
  world.writes();
  const plan = async (from: 'till' | 'store' | 'both'): Promise<PlanSummary> =>
    unwrap(await world.engine.plan({ choices: new Map(), from, onProgress: () => undefined }));
  return { world, known, same, own, plan };
}

describe('a first plan in both directions', () => {
  it('shows what it would make on the till, and writes nothing before it is approved', async () => {
    const { world, plan } = await startMeeting();
    const planned = await plan('both');
    expect(planned.counts).toMatchObject({ create_clover: 1, link: 1 });
    expect(planned.counts.create_woo).toBeGreaterThan(100);
    expect(world.writes()).toEqual({ till: 0, store: 0 });
  });

  it('brings each side what it lacks; where they differ, each field’s owner wins', async () => {
    const { world, known, same, plan } = await startMeeting();
    await world.apply(await plan('both'));
    // Names are the store's, price and stock the till's, by default.
    expect(world.item(known.id).name).toBe('The store’s own name');
    expect(Number(world.product(same).regularPrice) * 100).toBe(world.item(known.id).price);
    expect(world.product(same).stockQuantity).toBe(world.stock(known.id));
    const made = [...world.practice.tillService.state.items.values()].filter((it) => it.sku === 'OWN-1');
    expect(made).toMatchObject([{ name: 'Only in the store', price: 420 }]);
    await world.sync();
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual({ till: 0, store: 0 });
  });

  it('from the store makes things on the till only', async () => {
    const { world, plan } = await startMeeting();
    const planned = await plan('store');
    expect(planned.counts).toMatchObject({ create_woo: 0, create_clover: 1, link: 1 });
    world.writes();
    await world.apply(planned);
    expect(world.writes().store).toBe(0);
  });

  it('is undone: what it made on the till is hidden, what it changed there is put back', async () => {
    const { world, known, plan } = await startMeeting();
    const before = world.item(known.id).name;
    const planned = await plan('both');
    await world.apply(planned);
    const listen = { signal: new AbortController().signal, onProgress: () => undefined };
    unwrap(await world.engine.undo(planned.runId, listen));
    expect(world.item(known.id).name).toBe(before);
    const made = [...world.practice.tillService.state.items.values()].find((it) => it.sku === 'OWN-1');
    expect(made).toMatchObject({ hidden: true, available: false });
  });
});
