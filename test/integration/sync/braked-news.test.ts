import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../src-main/domain/ids.ts';
import { unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A plan that the brake has stopped, with an item and a product that are new, and one in a new category. */
async function startBraked(): Promise<{ readonly world: SmallWorld; readonly first: RunId }> {
  const world = await startSmallWorld();
  const { till, store } = world.sides;
  unwrap(world.engine.settings.set({ 'brake.priceCount': '1', 'brake.pricePercent': '1' }));
  for (const at of [0, 1]) till.staff.editItem(world.pick(at).item.id, { price: 9_000 });
  till.staff.addItem({ name: 'New pie', price: 700, sku: 'NEW-PIE' });
  store.staff.addProduct({ name: 'New cake', regular_price: '8.00', sku: 'NEW-CAKE' });
  const shelf = store.staff.addCategory('New shelf');
  store.staff.editProduct(world.pick(2).product.id, { categories: [{ id: shelf }] });
  // Each look reads the newest second again: what is new is to be in an older one.
  world.time.pass(MINUTE_MS);
  const { item, product } = world.pick(3);
  till.staff.editItem(item.id, { sku: 'LATER' });
  store.staff.editProduct(product.id, { name: 'Later' });
  return { world, first: await brake(world) };
}

async function brake(world: SmallWorld): Promise<RunId> {
  const { braked } = await world.sync();
  if (braked === null) throw new Error('nothing was braked');
  return braked;
}

function expectAllMade({ sides, pick }: SmallWorld): void {
  const { till, store } = sides;
  const products = [...store.state.products.values()].filter(({ sku }) => sku === 'NEW-PIE');
  expect(products.map(({ name }) => name)).toEqual(['New pie']);
  expect([...till.state.items.values()].filter(({ name }) => name === 'New cake')).toHaveLength(1);
  const shelf = [...till.state.categories.values()].find(({ name }) => name === 'New shelf');
  expect([...till.state.itemCategories.rightsOf(pick(2).item.id)]).toEqual([shelf?.id]);
}

describe('P1: what was new when the brake stopped a plan', () => {
  it('is made all the same when a newer plan of everything takes that plan’s place', async () => {
    const { world, first } = await startBraked();
    world.sides.till.staff.addItem({ name: 'Later pie', price: 900, sku: 'LATER-PIE' });
    const second = await brake(world);
    expect(second).not.toBe(first);
    unwrap(world.engine.approve(second));
    await syncToQuiet(world);
    expectAllMade(world);
    expect([...world.sides.store.state.products.values()].map(({ sku }) => sku)).toContain('LATER-PIE');
  });

  it('is made all the same when a person lets the plan go on and it is too old by then', async () => {
    const { world, first } = await startBraked();
    unwrap(world.engine.settings.set({ 'brake.priceCount': '100', 'brake.pricePercent': '30' }));
    world.time.pass(DAY_MS);
    unwrap(world.engine.approve(first));
    await syncToQuiet(world);
    expectAllMade(world);
  });
});
