import { describe, expect, it } from 'vitest';
import { startSmallWorld } from '../../support/small-world.ts';

const RULE = { till: 0, store: 0 };

describe('a change', () => {
  it('on the till reaches the store, once, and does not come back', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 1234, name: 'Renamed' });
    expect((await world.sync()).applied).toEqual({ till: 0, store: 1 });
    expect(world.product(product.id)).toMatchObject({ name: 'Renamed', regularPrice: '12.34' });
    expect(world.writes()).toEqual({ till: 0, store: 1 });
    await world.sync();
    await world.sync();
    expect(world.writes()).toEqual(RULE);
  });

  it('in the store reaches the till, only the changed fields, and does not come back', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = { ...world.item(item.id) };
    world.practice.storeService.staff.editProduct(product.id, {
      name: 'From the web',
      regular_price: '7.77',
    });
    expect((await world.sync()).applied).toEqual({ till: 1, store: 0 });
    expect(world.item(item.id)).toMatchObject({ name: 'From the web', price: 777, sku: before.sku });
    await world.sync();
    await world.sync();
    expect(world.writes()).toEqual({ till: 1, store: 0 });
  });

  it('of different fields on both sides reaches the other side each', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 555 });
    world.practice.storeService.staff.editProduct(product.id, { name: 'Other name' });
    expect((await world.sync()).applied).toEqual({ till: 1, store: 1 });
    expect(world.item(item.id)).toMatchObject({ price: 555, name: 'Other name' });
    expect(world.product(product.id)).toMatchObject({ regularPrice: '5.55', name: 'Other name' });
    await world.sync();
    expect(world.writes()).toEqual({ till: 1, store: 1 });
  });

  it('of one field on both sides is a conflict, and neither side is written to', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 100 });
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '2.00' });
    expect(await world.sync()).toMatchObject({ applied: RULE, conflicts: 1 });
    expect(world.writes()).toEqual(RULE);
    expect(world.engine.conflicts.list({ limit: 10, offset: 0 }).conflicts).toMatchObject([
      { field: 'price', till: 100, store: 200, cloverId: item.id, wooId: product.id },
    ]);
  });
});

describe('stock', () => {
  it('sold on both sides at once is taken from both', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    world.practice.tillService.staff.sell(item.id, 2);
    world.practice.storeService.staff.buy(product.id, 3);
    await world.sync();
    expect(world.stock(item.id)).toBe(before - 5);
    expect(world.product(product.id).stockQuantity).toBe(before - 5);
    world.writes();
    await world.sync();
    expect(world.writes()).toEqual(RULE);
    expect(world.stock(item.id)).toBe(before - 5);
  });

  it('sold below zero stays below zero on both sides', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    world.practice.tillService.staff.sell(item.id, before);
    world.practice.storeService.staff.buy(product.id, 2);
    await world.sync();
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([-2, -2]);
    expect(world.engine.stock.list({ word: 'oversold', limit: 5, offset: 0 }).total).toBe(1);
  });

  it('counted differently on both sides is a conflict', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.recount(item.id, 50);
    world.practice.storeService.staff.editProduct(product.id, { stock_quantity: 40 });
    expect((await world.sync()).conflicts).toBe(1);
    expect(world.writes()).toEqual(RULE);
  });
});
