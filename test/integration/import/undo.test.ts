import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../src-main/domain/ids.ts';
import type { Engine } from '../../../src-main/engine/face.ts';
import { listDifferences, readMark } from '../../support/compare-sides.ts';
import { startWorld, unwrap } from '../../support/practice-world.ts';

const undo = async (engine: Engine, runId: RunId) =>
  unwrap(await engine.undo(runId, { signal: new AbortController().signal, onProgress: () => undefined }));

describe('undo', () => {
  it('puts what a run made into the trash, and a later import brings it back under its old ids', async () => {
    const world = await startWorld();
    const { runId } = await world.import();
    const { state } = world.practice.storeService;
    const idsBefore = world.engine.links({ limit: 1000, offset: 0 }).map((link) => link.wooId);
    const undone = await undo(world.engine, runId);
    expect(undone).toMatchObject({ kept: [], state: 'done' });
    expect(
      [...state.products.values()].filter(
        (product) => product.type !== 'variation' && product.status !== 'trash',
      ),
    ).toEqual([]);
    expect(world.engine.links({ limit: 1000, offset: 0 })).toEqual([]);
    expect(state.categories.size).toBe(1);
    const count = state.products.size;
    const result = await world.import();
    expect(result.failures).toEqual([]);
    expect(state.products.size).toBe(count);
    expect(listDifferences(world.practice)).toEqual([]);
    const idsAfter = world.engine
      .links({ limit: 1000, offset: 0 })
      .filter((link) => link.kind !== 'category')
      .map((link) => link.wooId);
    expect(new Set(idsBefore)).toEqual(
      new Set([
        ...idsAfter,
        ...idsBefore.filter((id) => state.categories.has(id ?? 0) || !state.products.has(id ?? 0)),
      ]),
    );
  });

  it('leaves what somebody changed since, and says so', async () => {
    const world = await startWorld();
    const { runId } = await world.import();
    const { storeService } = world.practice;
    const product = [...storeService.state.products.values()].find((row) => row.type === 'simple');
    storeService.staff.editProduct(product?.id ?? 0, { regular_price: '77.00' });
    const undone = await undo(world.engine, runId);
    expect(undone.kept).toEqual([{ name: expect.any(String), fields: ['price'] }]);
    expect(storeService.state.products.get(product?.id ?? 0)).toMatchObject({
      status: 'draft',
      regularPrice: '77.00',
    });
  });

  it('leaves a product with all its variants where somebody changed one, and the next import makes nothing twice', async () => {
    const world = await startWorld();
    const { runId } = await world.import();
    const { storeService } = world.practice;
    const { products } = storeService.state;
    const variant = [...products.values()].find(({ type }) => type === 'variation');
    const parentId = variant?.parentId ?? 0;
    const countVariants = () => [...products.values()].filter((row) => row.parentId === parentId).length;
    const before = countVariants();
    storeService.staff.editProduct(variant?.id ?? 0, { regular_price: '77.00' });
    await undo(world.engine, runId);
    expect(products.get(parentId)?.status).not.toBe('trash');
    await world.import();
    expect(countVariants()).toBe(before);
    const marks = [...products.values()].map(readMark).filter((mark) => mark !== null);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('puts back the old values of an update, and the next import leaves them', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const find = () => [...storeService.state.products.values()].find((row) => row.sku === 'bbq_ckn_s');
    const item = [...tillService.state.items.values()].find((row) => row.sku === 'bbq_ckn_s');
    tillService.staff.editItem(item?.id ?? '', { price: 1500 });
    const update = await world.import();
    expect(find()?.regularPrice).toBe('15.00');
    const undone = await undo(world.engine, update.runId);
    expect(undone).toMatchObject({ undone: 1, kept: [] });
    expect(find()?.regularPrice).toBe('12.75');
    expect(world.engine.status().differing, 'the undone change is a known difference').toEqual({
      planned: 0,
      left: 1,
    });
    const log = world.engine.records.log({
      action: 'undo',
      search: 'put back',
      sort: 'atMs',
      isDescending: true,
      limit: 9,
      offset: 0,
    });
    expect(log.total).toBe(1);
    const { runId, counts } = await world.plan();
    expect(counts).toMatchObject({ update_woo: 0, conflict: 0 });
    const [row] = unwrap(world.engine.records.rows(runId, { search: 'bbq_ckn_s', limit: 9, offset: 0 })).rows;
    expect(row?.reason, 'the plan does not call them equal').toBe('LEFT_DIFFERENT');
    tillService.staff.editItem(item?.id ?? '', { price: 1600 });
    await world.import();
    expect(find()?.regularPrice).toBe('16.00');
  });

  it('tells beforehand what it would do, and does nothing by that', async () => {
    const world = await startWorld();
    const { runId } = await world.import();
    const { state, staff } = world.practice.storeService;
    const tops = [...state.products.values()].filter(({ type }) => type !== 'variation');
    const edited = tops.find(({ type }) => type === 'simple');
    staff.editProduct(edited?.id ?? 0, { regular_price: '77.00' });
    const requests = world.practice.storeService.counters.requests as Map<string, number>;
    requests.clear();
    const preview = unwrap(await world.engine.previewUndo(runId));
    expect(preview).toMatchObject({
      trashed: tops.length - 1,
      trashedVariants: state.products.size - tops.length,
      kept: 1,
      putBack: 0,
      isBegun: false,
    });
    expect([...requests.keys()].filter((route) => !route.startsWith('GET '))).toEqual([]);
    expect(world.engine.runs(9)).toHaveLength(1);
    await undo(world.engine, runId);
    const trashed = [...state.products.values()].filter(
      ({ type, status }) => type !== 'variation' && status === 'trash',
    );
    expect(trashed).toHaveLength(preview.trashed);
    expect(await world.engine.previewUndo(runId)).toMatchObject({
      ok: false,
      failure: { code: 'RUN_NOTHING_TO_UNDO' },
    });
  });

  it('that is stopped half-way goes on by the same call and ends as one that was not', async () => {
    const world = await startWorld({ menu: 'empty' });
    const { tillService, storeService } = world.practice;
    for (let at = 0; at < 250; at += 1) tillService.staff.addItem({ name: `Item ${at}`, price: 100 });
    const { runId } = await world.import();
    const stop = new AbortController();
    const first = unwrap(
      await world.engine.undo(runId, {
        signal: stop.signal,
        onProgress: ({ updated }) => {
          if (updated > 0) stop.abort();
        },
      }),
    );
    const countTrashed = () =>
      [...storeService.state.products.values()].filter(({ status }) => status === 'trash').length;
    expect(first.state).toBe('cancelled');
    expect(countTrashed()).toBeGreaterThan(0);
    expect(countTrashed()).toBeLessThan(250);
    const links = () => world.engine.links({ limit: 1000, offset: 0 }).length;
    expect(first.undone, 'what was not written yet is not called undone').toBe(countTrashed());
    expect(links(), 'and what is gone is linked no more').toBe(250 - countTrashed());
    expect(unwrap(await world.engine.previewUndo(runId))).toMatchObject({ isBegun: true });
    expect(await undo(world.engine, runId)).toMatchObject({ state: 'done', undone: 250, kept: [] });
    expect(countTrashed()).toBe(250);
    expect(links()).toBe(0);
  });

  it('puts back published products too, sizes and all', async () => {
    const world = await startWorld();
    world.engine.settings.set({ 'import.status': 'publish' });
    const { runId } = await world.import();
    expect(await undo(world.engine, runId)).toMatchObject({ kept: [], state: 'done', undone: 165 });
  });

  it('of a run with nothing in it is refused', async () => {
    const world = await startWorld();
    await world.import();
    const { runId } = await world.import();
    await expect(undo(world.engine, runId)).rejects.toThrow('RUN_NOTHING_TO_UNDO');
  });

  it('and going on are refused where another till or store is connected', async () => {
    const world = await startWorld();
    const { runId } = await world.import();
    const stopped = (await world.plan()).runId;
    const other = await startWorld();
    const { till, store } = other.practice;
    unwrap(
      await world.engine.connections.connectTill({
        environment: 'sandbox',
        apiUrl: till.url,
        merchantId: till.merchant,
        token: till.token,
      }),
    );
    unwrap(await world.engine.connections.connectStore(store));
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    for (const done of [await world.engine.undo(runId, options), await world.engine.apply(stopped, options)])
      expect(done).toMatchObject({ ok: false, failure: { code: 'RUN_OTHER_SHOP' } });
    expect(other.practice.storeService.state.products.size).toBe(0);
    expect(world.engine.records.runs({ limit: 9, offset: 0 }).map(({ isHere }) => isHere)).toEqual([
      false,
      false,
    ]);
    expect(world.engine.status()).toMatchObject({ lastSyncMs: null, unfinishedRun: null });
  });
});
