import { describe, expect, it } from 'vitest';
import { unwrap } from '../../support/practice-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

const NONE = { till: 0, store: 0 };

describe('a new thing', () => {
  it('on the till is made in the store, once', async () => {
    const world = await startSmallWorld();
    const id = world.practice.tillService.staff.addItem({ name: 'Calzone', price: 1150, sku: 'CALZ' });
    world.practice.tillService.staff.recount(id, 8);
    await world.sync();
    const made = [...world.practice.storeService.state.products.values()].filter(
      (it) => it.name === 'Calzone',
    );
    expect(made).toMatchObject([{ regularPrice: '11.50', sku: 'CALZ', stockQuantity: 8 }]);
    await world.sync();
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('in the store is made on the till, once, with its stock', async () => {
    const world = await startSmallWorld();
    const id = world.practice.storeService.staff.addProduct({
      name: 'Cheese knife',
      type: 'simple',
      status: 'publish',
      regular_price: '25.00',
      sku: 'GIFT-9',
      manage_stock: true,
      stock_quantity: 3,
    });
    await world.sync();
    const made = [...world.practice.tillService.state.items.values()].filter(
      (it) => it.name === 'Cheese knife',
    );
    expect(made).toMatchObject([{ price: 2500, sku: 'GIFT-9', hidden: false }]);
    expect(world.stock(made[0]?.id ?? '')).toBe(3);
    world.practice.storeService.staff.buy(id, 1);
    await world.sync();
    expect(world.stock(made[0]?.id ?? '')).toBe(2);
    await world.sync();
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('with sizes in the store becomes an item group on the till', async () => {
    const world = await startSmallWorld();
    const { staff } = world.practice.storeService;
    const parent = staff.addProduct({
      name: 'Lasagne',
      type: 'variable',
      status: 'publish',
      attributes: [{ name: 'Size', options: ['Half', 'Whole'], variation: true, visible: true }],
    });
    for (const [option, price] of [
      ['Half', '9.00'],
      ['Whole', '16.00'],
    ] as const)
      staff.addVariation(parent, { regular_price: price, attributes: [{ name: 'Size', option }] });
    await world.sync();
    const { itemGroups, items } = world.practice.tillService.state;
    const group = [...itemGroups.values()].find((it) => it.name === 'Lasagne');
    const members = [...items.values()].filter((it) => it.itemGroupId === group?.id);
    expect(members.map((it) => it.price).sort()).toEqual([1600, 900]);
    await world.sync();
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('is not made where that is switched off', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.create.store': 'off', 'sync.create.till': 'off' }));
    world.practice.tillService.staff.addItem({ name: 'Calzone', price: 1150 });
    world.practice.storeService.staff.addProduct({
      name: 'Cheese knife',
      type: 'simple',
      regular_price: '25',
    });
    await world.sync();
    expect(world.writes()).toEqual(NONE);
  });

  it('that the store had before is not made on the till without being asked', async () => {
    const world = await startSmallWorld();
    world.practice.storeService.staff.addProduct({ name: 'Old one', type: 'simple', regular_price: '2' });
    unwrap(world.engine.settings.set({ 'sync.create.till': 'off' }));
    await world.sync();
    unwrap(world.engine.settings.set({ 'sync.create.till': 'on' }));
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });
});

describe('a thing that is gone', () => {
  it('from the till is unpublished in the store', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.removeItem(item.id);
    await world.sync(true);
    expect(world.product(product.id).status).toBe('draft');
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('from the store is hidden on the till', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.storeService.staff.trash(product.id);
    await world.sync();
    expect(world.item(item.id).hidden).toBe(true);
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('is left alone where deletes are ignored', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.deleteAction': 'ignore' }));
    const [one, other] = [world.pick(0), world.pick(1)];
    world.practice.tillService.staff.removeItem(one.item.id);
    world.practice.storeService.staff.trash(other.product.id);
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });
});

describe('a variant', () => {
  it('changes price and stock by itself, both ways', async () => {
    const world = await startSmallWorld();
    const link = world.engine
      .links({ limit: 1000, offset: 0 })
      .find((it) => it.kind === 'variation' && it.wooId !== null);
    if (!link?.wooId) throw new Error('no variation');
    world.practice.tillService.staff.editItem(link.cloverId, { price: 1111 });
    await world.sync();
    expect(world.product(link.wooId).regularPrice).toBe('11.11');
    world.practice.storeService.staff.editProduct(link.wooId, { regular_price: '12.12' });
    await world.sync();
    expect(world.item(link.cloverId).price).toBe(1212);
    world.writes();
    await world.sync();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('a renamed group is renamed in the store, and the other way, and the till’s own names are no edits', async () => {
    const world = await startSmallWorld();
    const link = world.engine
      .links({ limit: 1000, offset: 0 })
      .find((it) => it.kind === 'product' && it.groupId === it.cloverId);
    if (!link?.wooId) throw new Error('no variable product');
    world.practice.storeService.staff.editProduct(link.wooId, { name: 'Margherita Speciale' });
    await world.sync();
    expect(world.practice.tillService.state.itemGroups.get(link.cloverId)?.name).toBe('Margherita Speciale');
    world.practice.tillService.staff.renameGroup(link.cloverId, 'Margherita Reale');
    await world.sync(true);
    expect(world.product(link.wooId).name).toBe('Margherita Reale');
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });
});

describe('a category', () => {
  const findCategory = (world: Awaited<ReturnType<typeof startSmallWorld>>) => {
    const category = [...world.practice.tillService.state.categories.values()][0];
    if (!category) throw new Error('no category');
    const names = () => [...world.practice.storeService.state.categories.values()].map((it) => it.name);
    return { category, names };
  };

  it('renamed at the till is renamed in the store', async () => {
    const world = await startSmallWorld();
    const { category, names } = findCategory(world);
    world.practice.tillService.staff.renameCategory(category.id, 'Pies');
    await world.sync(true);
    expect(names()).toContain('Pies');
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('that the till does not have comes with a product of the store', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const made = world.practice.storeService.staff.addCategory('Local heroes');
    world.practice.storeService.staff.editProduct(product.id, {
      categories: [...world.product(product.id).categoryIds, made].map((id) => ({ id })),
    });
    await world.sync();
    await world.sync(true);
    const { categories, itemCategories } = world.practice.tillService.state;
    const category = [...categories.values()].find((it) => it.name === 'Local heroes');
    expect(category).toBeDefined();
    expect(itemCategories.has(item.id, category?.id ?? '')).toBe(true);
  });

  it('comes also where the look that finds it compares everything, as after a start or beside a new product', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const { staff } = world.practice.storeService;
    staff.editProduct(product.id, {
      categories: [...world.product(product.id).categoryIds, staff.addCategory('Local heroes')].map((id) => ({
        id,
      })),
    });
    await world.sync(true);
    await world.sync(true);
    const { categories, itemCategories } = world.practice.tillService.state;
    const category = [...categories.values()].find((it) => it.name === 'Local heroes');
    expect(itemCategories.has(item.id, category?.id ?? '')).toBe(true);
  });
});
