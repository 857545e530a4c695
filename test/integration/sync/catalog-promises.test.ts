import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const NONE = { till: 0, store: 0 };
const MODIFIERS_META = '_tillbridge_modifier_groups';

describe('an item that is gone from the till', () => {
  it.each([
    ['unpublish', 'draft'],
    ['trash', 'trash'],
    ['ignore', 'publish'],
  ])('is, by the action "%s", in the store as %s', async (action, status) => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.deleteAction': action }));
    const { item, product } = world.pick();
    world.practice.tillService.staff.removeItem(item.id);
    await syncToQuiet(world, true);
    expect(world.product(product.id).status).toBe(status);
    world.writes();
    await syncToQuiet(world, true);
    expect(world.writes()).toEqual(NONE);
  });
});

describe('a product of the store', () => {
  it.each(['draft', 'pending', 'private'] as const)(
    'that is %s is made hidden on the till',
    async (status) => {
      const world = await startSmallWorld();
      world.practice.storeService.staff.addProduct({
        name: 'Not for sale yet',
        type: 'simple',
        status,
        regular_price: '5.00',
        sku: 'LATER',
      });
      await syncToQuiet(world);
      const made = [...world.practice.tillService.state.items.values()].filter(({ sku }) => sku === 'LATER');
      expect(made).toMatchObject([{ hidden: true }]);
    },
  );

  it.each(['draft', 'pending', 'private'] as const)(
    'that becomes %s cannot be sold on the till, and can again when it is published',
    async (status) => {
      const world = await startSmallWorld();
      const { item, product } = world.pick();
      world.practice.storeService.staff.editProduct(product.id, { status });
      await syncToQuiet(world);
      const { hidden, available } = world.item(item.id);
      expect(hidden || available === false).toBe(true);
      world.practice.storeService.staff.editProduct(product.id, { status: 'publish' });
      await syncToQuiet(world);
      expect(world.item(item.id)).toMatchObject({ hidden: false, available: true });
    },
  );
});

describe('a category', () => {
  it('renamed in the store is renamed on the till', async () => {
    const world = await startSmallWorld();
    const link = world.engine.links({ limit: 100, offset: 0 }).find(({ kind }) => kind === 'category');
    world.practice.storeService.staff.renameCategory(link?.wooId ?? 0, 'From the web');
    await syncToQuiet(world, true);
    expect(world.practice.tillService.state.categories.get(link?.cloverId ?? '')?.name).toBe('From the web');
    world.writes();
    await syncToQuiet(world, true);
    expect(world.writes()).toEqual(NONE);
  });

  it.each([
    ['till', 'At the counter'],
    ['store', 'On the web'],
  ])(
    'renamed on both sides has the name of the %s, which owns categories, and that is all',
    async (owner, name) => {
      const world = await startSmallWorld();
      unwrap(world.engine.settings.set({ 'sync.owner.categories': owner }));
      const link = world.engine.links({ limit: 100, offset: 0 }).find(({ kind }) => kind === 'category');
      const [cloverId, wooId] = [link?.cloverId ?? '', link?.wooId ?? 0];
      world.practice.tillService.staff.renameCategory(cloverId, 'At the counter');
      world.practice.storeService.staff.renameCategory(wooId, 'On the web');
      world.writes();
      await world.sync(true);
      expect(world.practice.tillService.state.categories.get(cloverId)?.name).toBe(name);
      expect(world.practice.storeService.state.categories.get(wooId)?.name).toBe(name);
      const { till, store } = world.writes();
      expect(till + store).toBe(1);
      await syncToQuiet(world, true);
      expect(world.writes()).toEqual(NONE);
    },
  );

  it('renamed on the till just before it gets its name from the store is planned anew', async () => {
    let onLook = (): void => undefined;
    const wrap = (real: Transport): Transport => ({
      send: (request) => {
        if (request.method === 'GET' && new URL(request.url).pathname.endsWith('/categories')) onLook();
        return real.send(request);
      },
    });
    const world = await startSmallWorld({ wrap });
    const link = world.engine.links({ limit: 100, offset: 0 }).find(({ kind }) => kind === 'category');
    const { staff, state } = world.practice.tillService;
    world.practice.storeService.staff.renameCategory(link?.wooId ?? 0, 'On the web');
    let looks = 0;
    onLook = () => {
      // The first look is the plan's, the second one the write's own.
      looks += 1;
      if (looks === 2) staff.renameCategory(link?.cloverId ?? '', 'At the counter');
    };
    await syncToQuiet(world, true);
    expect(state.categories.get(link?.cloverId ?? '')?.name).toBe('At the counter');
    expect(world.practice.storeService.state.categories.get(link?.wooId ?? 0)?.name).toBe('At the counter');
  });
});

describe('a barcode', () => {
  it('that changes on one side reaches the other, both ways', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { code: '4006381333931' });
    await syncToQuiet(world);
    expect(world.product(product.id).globalUniqueId).toBe('4006381333931');
    world.practice.storeService.staff.editProduct(product.id, { global_unique_id: '9780201379624' });
    await syncToQuiet(world);
    expect(world.item(item.id).code).toBe('9780201379624');
    world.writes();
    await syncToQuiet(world, true);
    expect(world.writes()).toEqual(NONE);
  });
});

describe('a modifier group of the till', () => {
  it('comes to the store with its modifiers and prices, and follows a new price unless that is switched off', async () => {
    const world = await startLiveWorld();
    const { state } = world.practice.tillService;
    const readMeta = () =>
      JSON.stringify(
        [...world.practice.storeService.state.products.values()].map(({ meta }) =>
          meta.filter(({ key }) => key === MODIFIERS_META),
        ),
      );
    const [modifier] = [...state.modifiers.values()];
    if (!modifier) throw new Error('the menu has no modifiers');
    expect(readMeta()).toContain(modifier.id);
    expect(readMeta()).not.toContain('98765');
    const { url, merchant, token } = world.practice.till;
    const groupId = [...state.groupModifiers.leftsOf(modifier.id)][0] ?? '';
    const edited = await fetch(
      `${url}/v3/merchants/${merchant}/modifier_groups/${groupId}/modifiers/${modifier.id}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'user-agent': 'staff',
        },
        body: JSON.stringify({ price: 98765 }),
      },
    );
    expect(edited.status).toBe(200);
    unwrap(world.engine.settings.set({ 'sync.field.modifiers': 'off' }));
    await world.sync(true);
    expect(readMeta()).not.toContain('98765');
    unwrap(world.engine.settings.set({ 'sync.field.modifiers': 'on' }));
    await world.sync(true);
    expect(readMeta()).toContain('98765');
  });
});

describe('the brake, as it is set at first,', () => {
  it('lets five items go from the till, and stops for six', async () => {
    const world = await startSmallWorld();
    const picked = Array.from({ length: 11 }, (_, at) => world.pick(at));
    const remove = (from: number, to: number) => {
      for (const { item } of picked.slice(from, to)) world.practice.tillService.staff.removeItem(item.id);
    };
    const countDrafts = () => picked.filter((it) => world.product(it.product.id).status === 'draft').length;
    remove(0, 5);
    expect((await world.sync(true)).braked).toBeNull();
    await syncToQuiet(world, true);
    expect(countDrafts()).toBe(5);
    remove(5, 11);
    world.writes();
    expect((await world.sync(true)).braked).not.toBeNull();
    expect(world.writes()).toEqual(NONE);
    expect(countDrafts()).toBe(5);
  });

  it('lets ten counts go to zero, and stops for eleven', async () => {
    for (const [sold, isBraked] of [
      [10, false],
      [11, true],
    ] as const) {
      const world = await startSmallWorld();
      const picked = Array.from({ length: sold }, (_, at) => world.pick(at));
      for (const { item } of picked) world.practice.tillService.staff.recount(item.id, 0);
      expect((await world.sync()).braked !== null).toBe(isBraked);
      const emptied = picked.filter((it) => world.product(it.product.id).stockQuantity === 0).length;
      expect(emptied).toBe(isBraked ? 0 : sold);
    }
  });
});

type Pair = ReturnType<SmallWorld['pick']>;

/** Of each field a change on either side; two are only changed where people do that. */
const CHANGES: readonly (readonly [
  string,
  Parameters<SmallWorld['practice']['tillService']['staff']['editItem']>[1] | null,
  Parameters<SmallWorld['practice']['storeService']['staff']['editProduct']>[1],
])[] = [
  ['price', { price: 4321 }, { regular_price: '12.34' }],
  ['name', { name: 'By the till' }, { name: 'By the store' }],
  ['sku', { sku: 'TILL-SKU', code: '4006381333931' }, { sku: 'STORE-SKU' }],
  ['categories', null, { categories: [] }],
  ['availability', { available: false }, { status: 'draft' }],
  ['description', null, { short_description: 'Fresh every day' }],
];

describe('a field that is switched off', () => {
  const changeBoth = (
    world: SmallWorld,
    [one, other]: readonly [Pair, Pair],
    at: (typeof CHANGES)[number],
  ) => {
    const [, tillPatch, storePatch] = at;
    if (tillPatch) world.practice.tillService.staff.editItem(one.item.id, tillPatch);
    world.practice.storeService.staff.editProduct(other.product.id, storePatch);
  };

  it.each(CHANGES)('keeps each side’s own %s, and is written as soon as it is on', async (...change) => {
    const world = await startSmallWorld();
    const key = `sync.field.${change[0]}`;
    unwrap(world.engine.settings.set({ [key]: 'off' }));
    changeBoth(world, [world.pick(0), world.pick(1)], change);
    await syncToQuiet(world);
    await syncToQuiet(world, true);
    expect(world.writes()).toEqual(NONE);
    unwrap(world.engine.settings.set({ [key]: 'on' }));
    await syncToQuiet(world, true);
    const { till, store } = world.writes();
    expect(till, 'else the change was none').toBeGreaterThan(0);
    if (change[1]) expect(store, 'else the change was none').toBeGreaterThan(0);
  });

  it('keeps each side’s own stock, and is written as soon as it is on', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.field.stock': 'off' }));
    const [one, other] = [world.pick(0), world.pick(1)];
    world.practice.tillService.staff.recount(one.item.id, 33);
    world.practice.storeService.staff.editProduct(other.product.id, { stock_quantity: 44 });
    await syncToQuiet(world);
    await syncToQuiet(world, true);
    expect(world.writes()).toEqual(NONE);
    unwrap(world.engine.settings.set({ 'sync.field.stock': 'on' }));
    await syncToQuiet(world, true);
    expect([world.product(one.product.id).stockQuantity, world.stock(other.item.id)]).toEqual([33, 44]);
  });

  it('be it the name: what is new on the till still gets one in the store', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.field.name': 'off' }));
    world.practice.tillService.staff.addItem({ name: 'Calzone', price: 1150 });
    await syncToQuiet(world);
    const names = [...world.practice.storeService.state.products.values()].map(({ name }) => name);
    expect(names).toContain('Calzone');
    expect(world.engine.parked.list(10, 0).rows).toEqual([]);
  });
});
