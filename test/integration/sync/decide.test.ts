import { describe, expect, it } from 'vitest';
import type { LiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

/** A price that both sides changed: 1.00 on the till, 2.00 in the store. */
async function startConflict() {
  const world = await startSmallWorld();
  const { item, product } = world.pick();
  world.practice.tillService.staff.editItem(item.id, { price: 100 });
  world.practice.storeService.staff.editProduct(product.id, { regular_price: '2.00' });
  await world.sync();
  const [conflict] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
  if (!conflict) throw new Error('no conflict');
  return { world, item, product, conflict };
}

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

const prices = (world: LiveWorld, itemId: string, productId: number) => [
  world.item(itemId).price,
  world.product(productId).regularPrice,
];

const readLog = (world: LiveWorld) => world.engine.log({ limit: 50, offset: 0 });

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

  it.each([
    ['till', undefined, [500, '6']],
    ['value', 333, [333, '4.33']],
  ] as const)(
    'is settled by the price rule that holds when a person takes the %s',
    async (take, value, wanted) => {
      const world = await startSmallWorld();
      const { item, product } = world.pick();
      const { settings, conflicts } = world.engine;
      world.practice.storeService.staff.editProduct(product.id, { regular_price: '2.00' });
      unwrap(
        settings.set({ 'price.mode': 'markup', 'price.markupType': 'fixed', 'price.markupValue': '1.00' }),
      );
      unwrap(settings.set({ 'brake.priceCount': '100', 'brake.pricePercent': '100' }));
      await world.sync();
      const [conflict] = conflicts.list({ limit: 1, offset: 0 }).conflicts;
      expect(conflict).toMatchObject({ cloverId: item.id, field: 'price' });
      unwrap(conflicts.resolve({ id: conflict?.id ?? 0, take, ...(value ? { value } : {}) }));
      await world.sync();
      expect(prices(world, item.id, product.id).map(String).map(Number)).toEqual(wanted.map(Number));
      world.writes();
      await world.sync(true);
      expect(world.writes()).toEqual({ till: 0, store: 0 });
    },
  );

  it.each([
    ['till', undefined],
    ['store', undefined],
    ['value', 333],
  ] as const)(
    'whose answer (the %s’s) is undone is open again as it was, and can be answered again',
    async (take, value) => {
      const { world, item, product, conflict } = await startConflict();
      const list = () => world.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts;
      unwrap(world.engine.conflicts.resolve({ id: conflict.id, take, ...(value ? { value } : {}) }));
      await world.sync();
      expect(list()).toEqual([]);
      const [run] = world.engine.runs(1);
      const { conflicts } = unwrap(await world.engine.previewUndo(run?.id ?? (0 as never)));
      // What each side had is said beforehand, for every side that the answer wrote to.
      const had = { till: 100, store: 200 } as const;
      const written = (['till', 'store'] as const).filter((side) => take !== side);
      expect(conflicts.count).toBe(1);
      expect([...conflicts.returns].map(({ side, value: back }) => [side, back]).sort()).toEqual(
        written.map((side) => [side, had[side]]).sort(),
      );
      const undone = unwrap(await world.engine.undo(run?.id ?? (0 as never), LISTEN));
      expect(undone).toMatchObject({ kept: [], reopened: 1, trashed: 0 });
      expect(prices(world, item.id, product.id).map(Number)).toEqual([100, 2]);
      const { base } = conflict;
      expect(list()).toMatchObject([{ field: 'price', base, till: 100, store: 200, ruling: null }]);
      world.writes();
      expect(await world.sync()).toMatchObject({ conflicts: 1 });
      expect(await world.sync(true), 'a look does not take it for agreed').toMatchObject({ conflicts: 1 });
      expect(world.writes()).toEqual({ till: 0, store: 0 });
      const drift = unwrap(await world.engine.stock.drift({ fix: false, signal: LISTEN.signal }));
      expect(drift.drifts).toMatchObject([{ cloverId: item.id, field: 'price', why: 'conflict' }]);
      expect(world.engine.status().products.conflict).toBe(1);
      const [story] = unwrap(world.engine.why(item.id, 'price')).fields;
      expect(story).toMatchObject({ conflict: { base, till: 100, store: 200 }, till: base });
      const decided = story?.history.filter(({ rule }) => rule === 'decided') ?? [];
      expect(decided.map(({ isUndone }) => isUndone)).toEqual(decided.map(() => true));
      unwrap(world.engine.conflicts.resolve({ id: list()[0]?.id ?? 0, take: 'store' }));
      await world.sync();
      expect(unwrap(world.engine.why(item.id, 'price')).fields[0]).not.toHaveProperty('conflict');
      expect(prices(world, item.id, product.id).map(Number)).toEqual([200, 2]);
      expect(list()).toEqual([]);
    },
  );

  it('is not decided by an import from the till, even where the store is back at what was agreed', async () => {
    const { world, item, product, conflict } = await startConflict();
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take: 'till' }));
    const agreed = (Number(conflict.base) / 100).toFixed(2);
    world.practice.storeService.staff.editProduct(product.id, { regular_price: agreed });
    const plan = unwrap(
      await world.engine.plan({ choices: new Map(), from: 'till', onProgress: () => undefined }),
    );
    expect(plan.counts).toMatchObject({ conflict: 1, update_woo: 0 });
    await world.sync();
    expect(prices(world, item.id, product.id).map(Number)).toEqual([100, Number(agreed)]);
    expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).total).toBe(1);
  });

  it('whose answer is undone stays settled where somebody changed the value since', async () => {
    const { world, item, product, conflict } = await startConflict();
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take: 'till' }));
    await world.sync();
    const [run] = world.engine.runs(1);
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '7.00' });
    const undone = unwrap(await world.engine.undo(run?.id ?? (0 as never), LISTEN));
    expect(undone).toMatchObject({ undone: 0, reopened: 0, kept: [{ fields: ['price'] }] });
    expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).total).toBe(0);
    await world.sync();
    expect(prices(world, item.id, product.id).map(Number)).toEqual([700, 7]);
  });

  it('that a rule settled is open again by an undo once the rule is gone', async () => {
    const { world, item, product } = await startConflict();
    unwrap(world.engine.conflicts.resolveAll({ field: 'price', take: 'till', always: true }));
    await world.sync();
    world.practice.tillService.staff.editItem(item.id, { price: 300 });
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '9.00' });
    expect(await world.sync()).toMatchObject({ conflicts: 0 });
    const [run] = world.engine.runs(1);
    world.engine.conflicts.removeRule('price');
    unwrap(await world.engine.undo(run?.id ?? (0 as never), LISTEN));
    expect(await world.sync()).toMatchObject({ conflicts: 1 });
    expect(prices(world, item.id, product.id).map(Number)).toEqual([300, 9]);
  });

  it('that a standing rule settled is not asked about after an undo, and not settled again', async () => {
    const { world, item, product } = await startConflict();
    unwrap(world.engine.conflicts.resolveAll({ field: 'price', take: 'till', always: true }));
    await world.sync();
    world.practice.tillService.staff.editItem(item.id, { price: 300 });
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '9.00' });
    await world.sync();
    unwrap(await world.engine.undo(world.engine.runs(1)[0]?.id ?? (0 as never), LISTEN));
    world.writes();
    expect(await world.sync(true)).toMatchObject({ conflicts: 0 });
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    expect(prices(world, item.id, product.id).map(Number)).toEqual([300, 9]);
  });

  it('whose answer is overtaken says so in the log, in what the look came to and at itself, until it is answered', async () => {
    const { world, item, product, conflict } = await startConflict();
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take: 'till' }));
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '8.45' });
    const said = () => readLog(world).filter(({ message }) => message.includes('after a person decided'));
    expect(await world.sync()).toMatchObject({ conflicts: 1, lapsed: 1 });
    expect(prices(world, item.id, product.id)).toEqual([100, '8.45']);
    expect(said()).toMatchObject([
      {
        entity: conflict.name,
        message: 'price: the store’s value changed to $8.45 after a person decided: it waits for them again',
      },
    ]);
    expect(await world.sync(true), 'not a word more, and it is not forgotten').toMatchObject({ lapsed: 1 });
    expect(said()).toHaveLength(1);
    const [now] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
    expect(now).toMatchObject({ ruling: null, lapsed: { take: 'till', seenTill: 100, seenStore: 200 } });
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take: 'till' }));
    expect(await world.sync()).not.toHaveProperty('lapsed');
    expect(prices(world, item.id, product.id).map(Number)).toEqual([100, 1]);
  });

  it('that ends by itself before its answer is written says so in the log', async () => {
    const { world, item, product, conflict } = await startConflict();
    unwrap(world.engine.conflicts.resolve({ id: conflict.id, take: 'value', value: 333 }));
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '1.00' });
    expect(await world.sync()).toMatchObject({ conflicts: 0 });
    expect(prices(world, item.id, product.id).map(Number)).toEqual([100, 1]);
    const messages = readLog(world).map(({ message }) => message);
    expect(messages).toContain(
      'price: both sides have the same now: what a person decided is not needed any more',
    );
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
    const world = await startSmallWorld();
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

  it('in stock is open again when its count is undone', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const list = () => world.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts;
    const counts = () => [world.stock(item.id), world.product(product.id).stockQuantity];
    world.practice.tillService.staff.recount(item.id, 50);
    world.practice.storeService.staff.editProduct(product.id, { stock_quantity: 40 });
    await world.sync();
    const [before] = list();
    unwrap(world.engine.conflicts.resolve({ id: before?.id ?? 0, take: 'value', value: 45 }));
    await world.sync();
    unwrap(await world.engine.undo(world.engine.runs(1)[0]?.id ?? (0 as never), LISTEN));
    expect(counts()).toEqual([50, 40]);
    expect(await world.sync(true)).toMatchObject({ conflicts: 1 });
    expect(list()).toMatchObject([{ field: 'stock', base: before?.base, till: 50, store: 40 }]);
    expect(counts()).toEqual([50, 40]);
    unwrap(world.engine.conflicts.resolve({ id: list()[0]?.id ?? 0, take: 'store' }));
    await world.sync();
    expect(counts()).toEqual([40, 40]);
  });
});
