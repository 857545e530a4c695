import { describe, expect, it } from 'vitest';
import { type LiveWorld, startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

/** A price that both sides changed: 1.00 on the till, 2.00 in the store. */
async function startConflict() {
  const world = await startLiveWorld();
  const { item, product } = world.pick();
  world.practice.tillService.staff.editItem(item.id, { price: 100 });
  world.practice.storeService.staff.editProduct(product.id, { regular_price: '2.00' });
  await world.sync();
  const [conflict] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
  if (!conflict) throw new Error('no conflict');
  return { world, item, product, conflict };
}

const prices = (world: LiveWorld, itemId: string, productId: number) => [
  world.item(itemId).price,
  world.product(productId).regularPrice,
];

describe('a conflict', () => {
  it.each([
    ['till', undefined, [100, '1']],
    ['store', undefined, [200, '2']],
    ['value', 333, [333, '3.33']],
  ] as const)('is settled by taking the %s', async (take, value, wanted) => {
    const { world, item, product, conflict } = await startConflict();
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take, ...(value ? { value } : {}) }));
    await world.sync();
    expect(prices(world, item.id, product.id).map(String).map(Number)).toEqual(wanted.map(Number));
    expect(world.engine.conflicts.list({ limit: 1, offset: 0 }).total).toBe(0);
    world.writes();
    await world.sync();
    expect(world.writes()).toEqual({ till: 0, store: 0 });
  });

  it('answered with values that are no longer there is refused, and shows the new ones', async () => {
    const { world, item, product, conflict } = await startConflict();
    world.practice.tillService.staff.editItem(item.id, { price: 150 });
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take: 'store' }));
    await world.sync();
    expect(prices(world, item.id, product.id)).toEqual([150, '2.00']);
    const [now] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
    expect(now).toMatchObject({ till: 150, store: 200, ruling: null });
    const late = world.engine.conflicts.resolve({
      id: conflict.id,
      take: 'till',
      seen: { till: 100, store: 200 },
    });
    expect(late).toMatchObject({ ok: false, failure: { code: 'CONFLICT_STALE' } });
  });

  it('ends by itself when both sides say the same', async () => {
    const { world, item } = await startConflict();
    world.practice.tillService.staff.editItem(item.id, { price: 200 });
    await world.sync();
    expect(world.engine.conflicts.list({ limit: 1, offset: 0 }).total).toBe(0);
    expect(world.engine.links({ status: 'conflict', limit: 5, offset: 0 })).toEqual([]);
  });

  it('leaves the other fields of its product in step', async () => {
    const { world, item, product } = await startConflict();
    world.practice.tillService.staff.editItem(item.id, { name: 'Still moving' });
    await world.sync();
    expect(world.product(product.id).name).toBe('Still moving');
    expect(prices(world, item.id, product.id)).toEqual([100, '2.00']);
  });

  it('"always do this" settles later ones by itself until the rule is removed', async () => {
    const { world, item, product } = await startConflict();
    unwrap(world.engine.conflicts.resolveAll({ field: 'price', take: 'till', always: true }));
    await world.sync();
    expect(prices(world, item.id, product.id).map(Number)).toEqual([100, 1]);
    const clash = (): void => {
      world.practice.tillService.staff.editItem(item.id, { price: world.item(item.id).price + 11 });
      world.practice.storeService.staff.editProduct(product.id, { regular_price: '9.00' });
    };
    clash();
    expect(await world.sync()).toMatchObject({ conflicts: 0 });
    expect(prices(world, item.id, product.id).map(Number)).toEqual([111, 1.11]);
    expect(world.engine.conflicts.removeRule('price')).toBe(true);
    clash();
    expect(await world.sync()).toMatchObject({ conflicts: 1 });
  });

  it('in stock is settled by a count', async () => {
    const world = await startLiveWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.recount(item.id, 50);
    world.practice.storeService.staff.editProduct(product.id, { stock_quantity: 40 });
    await world.sync();
    const [conflict] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
    unwrap(world.engine.conflicts.resolve({ id: conflict?.id ?? 0, take: 'value', value: 45 }));
    await world.sync();
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([45, 45]);
    world.practice.tillService.staff.sell(item.id, 1);
    await world.sync();
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([44, 44]);
  });
});
