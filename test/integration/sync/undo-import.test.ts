import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../src-main/domain/ids.ts';
import type { Transport, WireRequest } from '../../../src-main/engine/ports.ts';
import { readMark } from '../../support/compare-sides.ts';
import { type SmallWorld, startSmallWorld } from '../../support/small-world.ts';
import { unwrap } from '../../support/unwrap.ts';
import { openLedgerEye } from '../../world/ledger-eye.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };
const isTrashing = ({ method, body }: WireRequest): boolean =>
  method !== 'GET' && (body ?? '').includes('"status":"trash"');

/** The shop's first import is taken back. */
const undoAll = (world: SmallWorld) => world.engine.undo(1 as RunId, LISTEN);
const trashed = (world: SmallWorld): string[] =>
  [...world.practice.storeService.state.products.values()]
    .filter(({ status }) => status === 'trash')
    .map(({ name }) => name);

/** A store whose answer to the products that are taken away says that our keys are wrong, once. */
function createRefusal(isDone: boolean) {
  let isOn = true;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      if (!isOn || !isTrashing(request)) return real.send(request);
      isOn = false;
      if (isDone) await real.send(request);
      const body = '{"code":"woocommerce_rest_cannot_batch","message":"Sorry","data":{"status":401}}';
      return { status: 401, headers: { 'content-type': 'application/json' }, body, url: request.url };
    },
  });
  return { wrap };
}

describe('the undo of an import', () => {
  it('writes nothing without a row that is committed as under way, categories included', async () => {
    let dataDir = '';
    const seen: string[] = [];
    const wrap = (real: Transport): Transport => ({
      send: (request) => {
        if (request.method === 'DELETE') {
          const eye = openLedgerEye(dataDir);
          const id = Number(new URL(request.url).pathname.split('/').at(-1));
          seen.push(
            eye.intents().some((row) => row.kind === 'woo.category' && row.wooId === id) ? 'row' : 'none',
          );
          eye.close();
        }
        return real.send(request);
      },
    });
    const world = await startSmallWorld({ wrap });
    ({ dataDir } = world);
    unwrap(await undoAll(world));
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(['row']));
    expect(world.practice.storeService.state.categories.size).toBe(1);
  });

  it('leaves a category that somebody has given another name in the store since', async () => {
    const world = await startSmallWorld();
    const { categories } = world.practice.storeService.state;
    const id = Math.max(...categories.keys());
    world.practice.storeService.staff.renameCategory(id, 'Their own');
    unwrap(await undoAll(world));
    expect([...categories.values()].map(({ name }) => name)).toContain('Their own');
  });

  it('is not undone piece by piece by what is sold since, and the next import brings all of it back', async () => {
    const world = await startSmallWorld();
    const { storeService: store, tillService: till } = world.practice;
    const [kept, sold] = [world.pick(0), world.pick(1)];
    store.staff.editProduct(kept.product.id, { regular_price: '77.00' });
    unwrap(await undoAll(world));
    const gone = trashed(world);
    const shelves = [...store.state.categories.keys()];
    till.staff.sell(sold.item.id, 1);
    await world.sync();
    await world.sync(true);
    expect(trashed(world)).toEqual(gone);
    expect([...store.state.categories.keys()]).toEqual(shelves);
    await world.import();
    expect(trashed(world)).toEqual([]);
    expect(world.product(sold.product.id).stockQuantity).toBe(world.stock(sold.item.id));
  });

  it('whose answer was lost and which was stopped goes on with the next look, and hides nothing on the till', async () => {
    const world = await startSmallWorld(createRefusal(true));
    expect((await undoAll(world)).ok).toBe(false);
    await world.engine.sync.once({ full: true, signal: LISTEN.signal });
    const items = [...world.practice.tillService.state.items.values()];
    expect(items.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual([]);
    expect(world.engine.runs(1)).toMatchObject([{ kind: 'undo', state: 'done' }]);
    expect(world.engine.links({ limit: 9, offset: 0 })).toEqual([]);
  });

  it('that was stopped looks anew: what somebody changed meanwhile stays', async () => {
    const world = await startSmallWorld(createRefusal(false));
    const { product } = world.pick();
    expect((await undoAll(world)).ok).toBe(false);
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '77.00' });
    unwrap(await undoAll(world));
    expect(world.product(product.id)).toMatchObject({ status: 'publish', regularPrice: '77.00' });
    expect(trashed(world)).not.toEqual([]);
  });

  it('and the next import empty what the till has emptied since', async () => {
    const world = await startSmallWorld();
    const { tillService: till, storeService: store } = world.practice;
    const { item, product } = world.pick();
    unwrap(await undoAll(world));
    till.staff.editItem(item.id, { sku: '' });
    till.staff.placeItem(item.id, []);
    await world.import();
    expect(world.product(product.id)).toMatchObject({ status: 'publish', sku: '' });
    const names = world.product(product.id).categoryIds.map((id) => store.state.categories.get(id)?.name);
    expect(names.filter((name) => name !== 'Uncategorized')).toEqual([]);
  });
});

describe('the undo of sizes', () => {
  const listSizes = (world: SmallWorld) =>
    [...world.practice.storeService.state.products.values()].filter(({ type }) => type === 'variation');
  const markOf = (size: ReturnType<typeof listSizes>[number] | undefined): string =>
    (size && readMark(size)) ?? '';

  it('gives the next import the same ones, with what the till says by now', async () => {
    const world = await startSmallWorld();
    const before = listSizes(world);
    unwrap(await undoAll(world));
    const itemId = markOf(before[0]);
    world.practice.tillService.staff.editItem(itemId, { sku: 'JUICE-NEW', price: 1234 });
    await world.import();
    expect(listSizes(world).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(listSizes(world)[0]).toMatchObject({ sku: 'JUICE-NEW', regularPrice: '12.34' });
    await world.sync(true);
    expect(world.item(itemId).price).toBe(1234);
  });

  it('leaves all of them where somebody changed one after it was stopped', async () => {
    const world = await startSmallWorld(createRefusal(false));
    expect((await undoAll(world)).ok).toBe(false);
    const [size] = listSizes(world);
    world.practice.storeService.staff.editProduct(size?.id ?? 0, { regular_price: '77.00' });
    const { kept } = unwrap(await undoAll(world));
    expect(world.product(size?.parentId ?? 0).status).toBe('publish');
    expect(kept).toHaveLength(3);
    await world.sync(true);
    expect(world.item(markOf(size)).price).toBe(7700);
  });

  it('leaves them where somebody gave the product another name', async () => {
    const world = await startSmallWorld();
    const [size] = listSizes(world);
    world.practice.storeService.staff.editProduct(size?.parentId ?? 0, { name: 'Their juice' });
    unwrap(await undoAll(world));
    const statuses = listSizes(world)
      .filter(({ parentId }) => parentId === size?.parentId)
      .map(({ status }) => status);
    expect(statuses).toEqual(['publish', 'publish']);
  });
});
