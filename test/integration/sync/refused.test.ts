import { describe, expect, it } from 'vitest';
import { ALL_PERMISSIONS } from '../../../src-practice/till/till.ts';
import { startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

/** An SKU that the store refuses, since another product has it. */
async function startRefused() {
  const world = await startLiveWorld();
  unwrap(world.engine.settings.set({ 'sync.create.till': 'off' }));
  const { practice } = world;
  practice.storeService.load([{ name: 'Other', type: 'simple', sku: 'TAKEN', regular_price: '1.00' }]);
  const { item, product } = world.pick();
  practice.tillService.staff.editItem(item.id, { sku: 'TAKEN' });
  await world.sync();
  world.writes();
  const list = () => world.engine.parked.list(10, 0).rows;
  return { world, item, product, staff: practice.tillService.staff, list };
}

describe('a row that a side refused', () => {
  it('is not sent again by full comparisons, and stays parked with reason and action', async () => {
    const { world, list } = await startRefused();
    for (let at = 0; at < 3; at += 1) {
      const result = await world.sync(true);
      expect(result).toMatchObject({ failed: 0, parked: 1 });
    }
    expect(world.writes().store).toBe(0);
    expect(list()).toMatchObject([{ failure: { code: 'WOO_SKU_TAKEN' } }]);
    expect(world.engine.links({ status: 'error', limit: 5, offset: 0 })).toHaveLength(1);
  });

  it('is sent again when its value changes, and is parked no more when that is taken', async () => {
    const { world, item, product, staff, list } = await startRefused();
    staff.editItem(item.id, { sku: 'FREE' });
    await world.sync();
    expect(world.product(product.id).sku).toBe('FREE');
    expect(list()).toEqual([]);
  });

  it('is over when there is nothing left to write', async () => {
    const { world, item, product, staff, list } = await startRefused();
    staff.editItem(item.id, { sku: world.product(product.id).sku });
    await world.sync();
    expect(list()).toEqual([]);
    expect(world.engine.links({ status: 'error', limit: 5, offset: 0 })).toEqual([]);
    expect(world.writes().store).toBe(0);
  });

  it('is sent again when a person says so: once, and parked again where it is refused again', async () => {
    const { world, product, list } = await startRefused();
    const [row] = list();
    expect(world.engine.parked.retry([row?.id ?? 0])).toBe(1);
    expect(await world.sync()).toMatchObject({ failed: 1, parked: 1 });
    expect(await world.sync(true)).toMatchObject({ failed: 0, parked: 1 });
    const [holder] = [...world.practice.storeService.state.products.values()].filter(
      ({ sku, id }) => sku === 'TAKEN' && id !== product.id,
    );
    world.practice.storeService.staff.editProduct(holder?.id ?? 0, { sku: 'MOVED' });
    world.engine.parked.retry('all');
    await world.sync();
    expect(world.product(product.id).sku).toBe('TAKEN');
    expect(list()).toEqual([]);
  });

  it('does not keep the next change of its product back', async () => {
    const { world, item, product, staff } = await startRefused();
    staff.recount(item.id, 77);
    await world.sync();
    expect(world.product(product.id).stockQuantity).toBe(77);
  });
});

describe('a row that was refused for what this app may do, not for what was in it,', () => {
  /** The token may read only, until `give` is called. */
  async function startReadOnly() {
    const world = await startLiveWorld();
    const { tillService } = world.practice;
    const { token } = world.practice.till;
    tillService.tokens.add({ ...ALL_PERMISSIONS, inventory: 'r' }, token);
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '77.70' });
    expect(await world.sync()).toMatchObject({ failed: 1, parked: 1 });
    const give = (): void => void tillService.tokens.add(ALL_PERMISSIONS, token);
    return { world, item, product, give };
  }

  it('goes through by itself with the next full comparison once it is allowed', async () => {
    const { world, item, give } = await startReadOnly();
    expect(world.engine.parked.list(10, 0).rows).toMatchObject([
      { failure: { code: 'CLOVER_PERMISSION_MISSING' } },
    ]);
    give();
    await world.sync(true);
    expect(world.item(item.id).price).toBe(7770);
    expect(world.engine.parked.list(10, 0).rows).toEqual([]);
  });

  it('is over when there is nothing left to write', async () => {
    const { world, item } = await startReadOnly();
    world.practice.tillService.staff.editItem(item.id, { price: 7770 });
    await world.sync();
    expect(world.engine.parked.list(10, 0).rows).toEqual([]);
  });
});
