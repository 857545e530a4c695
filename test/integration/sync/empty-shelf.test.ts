import { describe, expect, it } from 'vitest';
import { unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const NONE = { till: 0, store: 0 };
const { signal } = new AbortController();

interface Shelf {
  readonly world: SmallWorld;
  readonly itemId: string;
  readonly productId: number;
  readonly name: string;
  /** The store's product as it is now. */
  read(): ReturnType<SmallWorld['product']>;
  /** Counts it anew on the till, and waits until nothing moves any more. */
  count(quantity: number): Promise<void>;
  edit(fields: Parameters<SmallWorld['practice']['storeService']['staff']['editProduct']>[1]): void;
  /** Two looks, one of them at everything, write nothing. */
  expectQuiet(): Promise<void>;
}

async function startShelf(mode: string): Promise<Shelf> {
  const world = await startSmallWorld();
  unwrap(world.engine.settings.set({ 'stock.outOfStock': mode }));
  const { item, product } = world.pick();
  await syncToQuiet(world);
  return {
    world,
    itemId: item.id,
    productId: product.id,
    name: item.name,
    read: () => world.product(product.id),
    count: async (quantity) => {
      world.practice.tillService.staff.recount(item.id, quantity);
      await syncToQuiet(world);
    },
    edit: (fields) => world.practice.storeService.staff.editProduct(product.id, fields),
    expectQuiet: async () => {
      world.writes();
      await world.sync();
      await world.sync(true);
      expect(world.writes()).toEqual(NONE);
    },
  };
}

describe('a product whose count is used up', () => {
  it('is left to the store unless a setting says otherwise', async () => {
    const { read, count, expectQuiet } = await startShelf('store');
    await count(0);
    expect(read()).toMatchObject({
      catalogVisibility: 'visible',
      backorders: 'no',
      stockStatus: 'outofstock',
    });
    await expectQuiet();
  });

  it('is hidden, and shown again when there are pieces, without a bounce', async () => {
    const { read, count, expectQuiet } = await startShelf('hide');
    await count(0);
    expect(read()).toMatchObject({ catalogVisibility: 'hidden', status: 'publish', stockQuantity: 0 });
    await expectQuiet();
    await count(4);
    expect(read()).toMatchObject({ catalogVisibility: 'visible', stockQuantity: 4 });
    await expectQuiet();
  });

  it('comes back the way it was shown before', async () => {
    const { read, count, edit } = await startShelf('hide');
    edit({ catalog_visibility: 'search' });
    await count(0);
    expect(read().catalogVisibility).toBe('hidden');
    await count(1);
    expect(read().catalogVisibility).toBe('search');
  });

  it('is not sold beyond its count while it is out of stock, and is again afterwards', async () => {
    const { read, count, edit, expectQuiet } = await startShelf('out-of-stock');
    edit({ backorders: 'yes' });
    await count(0);
    expect(read()).toMatchObject({
      backorders: 'no',
      stockStatus: 'outofstock',
      catalogVisibility: 'visible',
    });
    await expectQuiet();
    await count(2);
    expect(read()).toMatchObject({ backorders: 'yes', stockStatus: 'instock' });
    await expectQuiet();
  });

  it('is for sale on back-order, which takes nothing off the till', async () => {
    const { world, itemId, read, count, expectQuiet } = await startShelf('backorder');
    await count(0);
    expect(read()).toMatchObject({ backorders: 'notify', stockStatus: 'onbackorder' });
    expect(world.item(itemId).available).not.toBe(false);
    await expectQuiet();
    await count(3);
    expect(read()).toMatchObject({ backorders: 'no', stockStatus: 'instock' });
    await expectQuiet();
  });

  it('below zero, or less than a piece of what is weighed, is used up too', async () => {
    const { world, itemId, productId, read, count } = await startShelf('hide');
    world.practice.tillService.staff.recount(itemId, 1);
    await syncToQuiet(world);
    world.practice.tillService.staff.sell(itemId, 1);
    world.practice.storeService.staff.buy(productId, 1);
    await syncToQuiet(world);
    expect(read()).toMatchObject({ stockQuantity: -1, catalogVisibility: 'hidden' });
    await count(0.4);
    expect(read()).toMatchObject({ stockQuantity: 0, catalogVisibility: 'hidden' });
    await count(1.6);
    expect(read()).toMatchObject({ stockQuantity: 1, catalogVisibility: 'visible' });
  });

  it('stays as a person makes it meanwhile, and only the next time it runs out is theirs no more', async () => {
    const { read, count, edit, expectQuiet } = await startShelf('hide');
    await count(0);
    edit({ catalog_visibility: 'visible' });
    await expectQuiet();
    expect(read().catalogVisibility).toBe('visible');
    await count(5);
    expect(read().catalogVisibility).toBe('visible');
    await count(0);
    expect(read().catalogVisibility).toBe('hidden');
  });

  it('that a person had hidden before is not shown when there are pieces again', async () => {
    const { world, itemId, read, count, edit } = await startShelf('hide');
    edit({ catalog_visibility: 'hidden' });
    await syncToQuiet(world);
    expect(world.item(itemId).hidden).toBe(true);
    await count(0);
    await count(5);
    expect(read().catalogVisibility).toBe('hidden');
    expect(world.item(itemId).hidden).toBe(true);
  });

  it('follows another setting while it is empty, and is as it was when there is none', async () => {
    const { world, read, count, expectQuiet } = await startShelf('hide');
    await count(0);
    unwrap(world.engine.settings.set({ 'stock.outOfStock': 'backorder' }));
    await syncToQuiet(world);
    expect(read()).toMatchObject({ catalogVisibility: 'visible', backorders: 'notify' });
    await expectQuiet();
    unwrap(world.engine.settings.set({ 'stock.outOfStock': 'store' }));
    await syncToQuiet(world);
    expect(read()).toMatchObject({
      catalogVisibility: 'visible',
      backorders: 'no',
      stockStatus: 'outofstock',
    });
    await expectQuiet();
  });

  it('is not touched where the field is pinned, or is no field of the sync', async () => {
    const { world, name, read, count } = await startShelf('hide');
    const linkId = world.engine.links({ limit: 100, offset: 0 }).find((link) => link.name === name)?.id ?? 0;
    unwrap(world.engine.records.pin(linkId, 'availability', true));
    await count(0);
    expect(read().catalogVisibility).toBe('visible');
    unwrap(world.engine.records.pin(linkId, 'availability', false));
    unwrap(world.engine.settings.set({ 'sync.field.availability': 'off' }));
    await count(3);
    await count(0);
    expect(read().catalogVisibility).toBe('visible');
  });

  it('is no longer sold at the till either, until there are pieces, and the till’s own switch outlasts it', async () => {
    const { world, itemId, read, count } = await startShelf('hide');
    world.practice.tillService.staff.editItem(itemId, { hidden: true });
    await syncToQuiet(world);
    await count(0);
    await count(3);
    expect(world.item(itemId).hidden).toBe(true);
    expect(read().catalogVisibility).toBe('hidden');
  });

  it('says why, and is put back by an undo until it runs out anew', async () => {
    const { world, name, read, count, expectQuiet } = await startShelf('hide');
    await count(0);
    const story = unwrap(world.engine.why(name, 'availability'));
    expect(story.fields[0]?.history).toContainEqual(
      expect.objectContaining({ rule: 'ran-out', to: 'store', before: 'empty', after: 'hidden' }),
    );
    const run = world.engine
      .runs(50)
      .find(({ id }) =>
        unwrap(world.engine.rows(id, { limit: 10, offset: 0 })).some(({ reason }) => reason === 'RAN_OUT'),
      );
    if (!run) throw new Error('no run hid it');
    unwrap(await world.engine.undo(run.id, { signal, onProgress: () => undefined }));
    await syncToQuiet(world);
    expect(read()).toMatchObject({ catalogVisibility: 'visible', stockQuantity: 0 });
    await expectQuiet();
    await count(2);
    await count(0);
    expect(read().catalogVisibility).toBe('hidden');
  });
});

describe('a size whose count is used up', () => {
  it('is hidden alone, and its product with the last one, until one of them has pieces again', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'stock.outOfStock': 'hide' }));
    await syncToQuiet(world);
    const { tillService, storeService } = world.practice;
    const sizes = [...storeService.state.products.values()].filter(({ sku }) => sku.startsWith('JUICE-'));
    const items = [...tillService.state.items.values()].filter(({ sku }) => sku?.startsWith('JUICE-'));
    const parent = sizes[0]?.parentId ?? 0;
    const read = () => [
      ...sizes.map(({ id }) => world.product(id).status),
      world.product(parent).catalogVisibility,
    ];
    const count = async (at: number, quantity: number): Promise<void> => {
      tillService.staff.recount(items[at]?.id ?? '', quantity);
      await syncToQuiet(world);
    };
    expect(items.map(({ sku }) => sku)).toEqual(sizes.map(({ sku }) => sku));
    await count(0, 0);
    expect(read()).toEqual(['private', 'publish', 'visible']);
    await count(1, 0);
    expect(read()).toEqual(['private', 'private', 'hidden']);
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
    await count(1, 2);
    expect(read()).toEqual(['private', 'publish', 'visible']);
    await count(0, 2);
    expect(read()).toEqual(['publish', 'publish', 'visible']);
  });
});
