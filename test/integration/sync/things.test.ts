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
  it('that comes in the store is made on the till as one more item of its group, once, and is kept in step', async () => {
    const world = await startSmallWorld();
    const link = world.engine
      .links({ limit: 1000, offset: 0 })
      .find(({ kind, wooId }) => kind === 'variation' && wooId !== null);
    if (!link?.wooId || !link.parentWooId) throw new Error('no variation');
    const { staff, state } = world.practice.storeService;
    const { attributes } = world.product(link.parentWooId);
    const [{ name, options } = { name: '', options: [] }] = attributes;
    const addSize = (option: string, fields: Record<string, unknown>) => {
      const now = world.product(link.parentWooId ?? 0).attributes[0]?.options ?? options;
      const attribute = { name, options: [...now, option], variation: true, visible: true };
      staff.editProduct(link.parentWooId ?? 0, { attributes: [attribute] });
      return staff.addVariation(link.parentWooId ?? 0, { ...fields, attributes: [{ name, option }] });
    };
    const listMembers = () =>
      [...world.practice.tillService.state.items.values()].filter(
        ({ itemGroupId, deletedTime }) => itemGroupId === link.groupId && deletedTime === undefined,
      );
    const before = listMembers().length;
    const bare = addSize('Tiny', {});
    const id = addSize('Giant', { regular_price: '33.00', manage_stock: true, stock_quantity: 7 });
    await world.sync();
    const made = listMembers().find(({ price }) => price === 3300);
    expect(made?.name).toContain('Giant');
    expect(world.stock(made?.id ?? '')).toBe(7);
    expect(listMembers(), 'what has no price yet is not for sale').toHaveLength(before + 1);
    staff.editProduct(bare, { regular_price: '1.50' });
    staff.editProduct(id, { regular_price: '34.00' });
    await world.sync();
    expect(listMembers().map(({ price }) => price)).toEqual(expect.arrayContaining([3400, 150]));
    world.practice.tillService.staff.sell(made?.id ?? '', 2);
    await world.sync();
    expect(state.products.get(id)?.stockQuantity).toBe(5);
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
    expect(listMembers()).toHaveLength(before + 2);
  });

  it('that the store alone had before its product was linked is made on the till with an import that a person asks for', async () => {
    const world = await startSmallWorld();
    const links = () => world.engine.links({ limit: 1000, offset: 0 });
    const link = links().find(({ kind, wooId }) => kind === 'variation' && wooId !== null);
    const parent = link?.parentWooId ?? 0;
    const [{ name, options } = { name: '', options: [] }] = world.product(parent).attributes;
    const attribute = { name, options: [...options, 'Giant'], variation: true, visible: true };
    const { staff } = world.practice.storeService;
    unwrap(world.engine.settings.set({ 'sync.create.till': 'off' }));
    staff.editProduct(parent, { attributes: [attribute] });
    const id = staff.addVariation(parent, { regular_price: '33', attributes: [{ name, option: 'Giant' }] });
    await world.sync(true);
    unwrap(world.engine.settings.set({ 'sync.create.till': 'on' }));
    staff.editProduct(parent, { name: 'Another name' });
    await world.sync();
    await world.sync(true);
    expect(links().find(({ wooId }) => wooId === id)).toBeUndefined();
    const { runId } = unwrap(
      await world.engine.plan({ choices: new Map(), from: 'both', onProgress: () => undefined }),
    );
    const { signal } = new AbortController();
    unwrap(await world.engine.apply(runId, { signal, onProgress: () => undefined }));
    const made = links().find(({ wooId }) => wooId === id);
    expect(made).toMatchObject({ groupId: link?.groupId });
    await world.sync(true);
    world.practice.tillService.staff.removeItem(made?.cloverId ?? '');
    expect(world.engine.records.unlink([made?.id ?? 0])).toBe(1);
    await world.sync(true);
    expect(
      links().find(({ wooId }) => wooId === id),
      'once unlinked, it is the store’s alone',
    ).toBeUndefined();
  });

  it('that was found equal on both sides has its sales on the till carried to the store', async () => {
    const world = await startSmallWorld();
    const link = world.engine
      .links({ limit: 1000, offset: 0 })
      .find(({ kind, wooId }) => kind === 'variation' && wooId !== null);
    if (!link?.wooId) throw new Error('no variation');
    const { staff } = world.practice.storeService;
    staff.editProduct(link.wooId, { manage_stock: true, stock_quantity: 9 });
    world.practice.tillService.staff.recount(link.cloverId, 9);
    expect(world.engine.records.unlink([link.id])).toBe(1);
    const { runId } = unwrap(await world.engine.plan({ choices: new Map(), onProgress: () => undefined }));
    const { signal } = new AbortController();
    unwrap(await world.engine.apply(runId, { signal, onProgress: () => undefined }));
    world.practice.tillService.staff.sell(link.cloverId, 2);
    await world.sync();
    expect(world.product(link.wooId).stockQuantity).toBe(7);
  });

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
