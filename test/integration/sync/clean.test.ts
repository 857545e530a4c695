import { describe, expect, it } from 'vitest';
import { unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const NONE = { till: 0, store: 0 };
const ALL = { limit: 1000, offset: 0 };

/** In step, with a pin, a conflict, a hint, a braked run and a plan that nobody has approved. */
async function startBusyWorld(): Promise<SmallWorld> {
  const world = await startSmallWorld();
  const { engine, practice } = world;
  const [first, second, third] = [world.pick(0), world.pick(1), world.pick(2)];
  const linkId = engine.links(ALL).find(({ cloverId }) => cloverId === third.item.id)?.id ?? 0;
  unwrap(engine.records.pin(linkId, 'price', true));
  practice.tillService.staff.editItem(first.item.id, { price: 100 });
  practice.storeService.staff.editProduct(first.product.id, { regular_price: '2.00' });
  unwrap(engine.settings.set({ 'brake.priceCount': '1' }));
  for (const at of [3, 4, 5]) practice.tillService.staff.editItem(world.pick(at).item.id, { price: 99_000 });
  await world.sync();
  unwrap(engine.settings.set({ 'brake.priceCount': '1000' }));
  practice.storeService.staff.editProduct(second.product.id, { name: 'From the web' });
  await world.plan();
  engine.sync.hint('store', String(second.product.id));
  return world;
}

describe('a clean start', () => {
  it('forgets links, pins, conflicts, plans, half-done runs and what was to be looked at, and writes nothing', async () => {
    const world = await startBusyWorld();
    const { engine } = world;
    expect(engine.conflicts.list(ALL).total).toBe(1);
    expect(engine.runs(20).map(({ state }) => state)).toContain('braked');
    world.writes();
    const products = world.practice.storeService.state.products.size;
    const links = engine.links(ALL).length;
    expect(engine.clean()).toBe(links);
    expect(engine.links(ALL)).toEqual([]);
    expect(engine.conflicts.list(ALL).total).toBe(0);
    expect(engine.parked.list(10, 0).total).toBe(0);
    expect(engine.status()).toMatchObject({
      unfinishedRun: null,
      queue: { waiting: 0, oldestSeconds: null },
    });
    expect(engine.runs(20).filter(({ state }) => state !== 'done' && state !== 'superseded')).toEqual([]);
    expect(world.writes()).toEqual(NONE);
    expect(world.practice.storeService.state.products.size).toBe(products);
  });

  it('lets no earlier plan be applied, and the sync makes nothing until a new one is', async () => {
    const world = await startBusyWorld();
    const { engine } = world;
    const { signal } = new AbortController();
    const earlier = engine.runs(20).filter(({ state }) => state === 'planned' || state === 'braked');
    expect(earlier.length).toBeGreaterThan(1);
    engine.clean();
    world.writes();
    for (const { id } of earlier)
      expect(await engine.apply(id, { signal, onProgress: () => undefined })).toMatchObject({ ok: false });
    expect(await engine.sync.once({ full: true, signal })).toMatchObject({
      ok: false,
      failure: { code: 'SYNC_NOT_IMPORTED' },
    });
    expect(world.writes()).toEqual(NONE);
  });

  it('is followed by a plan that finds every pair again, makes none twice, and the sync goes on', async () => {
    const world = await startBusyWorld();
    const { engine, practice } = world;
    const sizes = () => [practice.tillService.state.items.size, practice.storeService.state.products.size];
    const before = sizes();
    engine.clean();
    const plan = await world.plan();
    expect(plan.counts).toMatchObject({ create_woo: 0, create_clover: 0, review: 0 });
    await world.apply(plan);
    await syncToQuiet(world, true);
    expect(sizes()).toEqual(before);
    const { item, product } = world.pick(7);
    practice.tillService.staff.editItem(item.id, { price: 4321 });
    await world.sync();
    expect(world.product(product.id).regularPrice).toBe('43.21');
  });
});
