import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../src-main/domain/ids.ts';
import { type LiveWorld, startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

/** A price of 7.77 that a sync carried from one side to the other, and the run that did. */
async function carryPrice(from: 'till' | 'store') {
  const world = await startLiveWorld();
  const { item, product } = world.pick();
  const { tillService, storeService } = world.practice;
  if (from === 'till') tillService.staff.editItem(item.id, { price: 777 });
  else storeService.staff.editProduct(product.id, { regular_price: '7.77' });
  await world.sync();
  const runId = world.engine.runs(1)[0]?.id ?? (0 as RunId);
  const prices = () => [world.item(item.id).price, Number(world.product(product.id).regularPrice)];
  expect(prices()).toEqual([777, 7.77]);
  const setTill = (price: number): void => tillService.staff.editItem(item.id, { price });
  return { world, runId, name: item.name, before: item.price, prices, setTill };
}

/** What is said before, what is done, and what is said of it long after, agree. */
async function expectLeft(world: LiveWorld, runId: RunId, name: string): Promise<void> {
  const preview = unwrap(await world.engine.previewUndo(runId));
  expect(preview).toMatchObject({ putBack: 0, kept: 1, names: { changed: [], left: [name] } });
  const kept = [{ name, fields: ['price'] }];
  const undone = unwrap(await world.engine.undo(runId, LISTEN));
  expect(undone).toMatchObject({ undone: 0, kept });
  expect(unwrap(world.engine.records.result(undone.runId))).toMatchObject({ undone: 0, kept });
}

describe('the undo of a sync', () => {
  it('of what is as it was left gives the old value back, and names it beforehand', async () => {
    const { world, runId, name, prices } = await carryPrice('store');
    const preview = unwrap(await world.engine.previewUndo(runId));
    expect(preview).toMatchObject({ putBack: 1, kept: 0, names: { changed: [name], left: [] } });
    expect(unwrap(await world.engine.undo(runId, LISTEN))).toMatchObject({ undone: 1, kept: [] });
    expect(prices()[0]).not.toBe(777);
  });

  it('sees beforehand that the till was changed since and that it would leave it alone', async () => {
    const { world, runId, name, prices, setTill } = await carryPrice('store');
    setTill(888);
    await expectLeft(world, runId, name);
    expect(prices()).toEqual([888, 7.77]);
  });

  it.each(['till', 'store'] as const)(
    'leaves alone what a later sync wrote again, first changed on the %s',
    async (from) => {
      const { world, runId, name, prices, setTill } = await carryPrice(from);
      setTill(888);
      await world.sync();
      await expectLeft(world, runId, name);
      expect(prices()).toEqual([888, 8.88]);
      expect(await world.sync(true)).toMatchObject({ applied: { till: 0, store: 0 } });
    },
  );

  it('goes back over several syncs, the newest first', async () => {
    const { world, runId, prices, setTill } = await carryPrice('till');
    setTill(888);
    await world.sync();
    const later = world.engine.runs(1)[0]?.id ?? (0 as RunId);
    expect(unwrap(await world.engine.undo(later, LISTEN))).toMatchObject({ undone: 1, kept: [] });
    expect(prices()).toEqual([888, 7.77]);
    expect(unwrap(await world.engine.undo(runId, LISTEN))).toMatchObject({ undone: 1, kept: [] });
    expect(prices()[1]).not.toBe(7.77);
  });

  it('puts an item back on its old shelf, and begins to count nothing that nobody counted', async () => {
    const world = await startLiveWorld();
    const { tillService: till, storeService: store } = world.practice;
    const links = world.engine.links({ limit: 1000, offset: 0 });
    const link = links.find(
      ({ kind, groupId, cloverId }) =>
        kind === 'product' && groupId === null && !till.state.itemStocks.has(cloverId),
    );
    const [itemId, productId] = [link?.cloverId ?? '', Number(link?.wooId)];
    const listShelves = (): string[] => [...till.state.itemCategories.rightsOf(itemId)];
    const before = listShelves();
    const other = links.find(({ kind, cloverId }) => kind === 'category' && !before.includes(cloverId));
    store.staff.editProduct(productId, { categories: [{ id: Number(other?.wooId) }] });
    await world.sync();
    expect(listShelves()).toEqual([other?.cloverId]);
    const runId = world.engine.runs(1)[0]?.id ?? (0 as RunId);
    expect(unwrap(await world.engine.undo(runId, LISTEN))).toMatchObject({ undone: 1, kept: [] });
    expect(listShelves()).toEqual(before);
    expect(till.state.itemStocks.has(itemId)).toBe(false);
    expect(world.product(productId).categoryIds).toEqual([other?.wooId]);
    expect(await world.sync(true)).toMatchObject({ applied: { till: 0, store: 0 } });
  });
});
