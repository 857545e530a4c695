import { describe, expect, it } from 'vitest';
import { asWooId } from '../../../../src-main/domain/ids.ts';
import { loadSizes, type ServedStore, serveStore, take } from '../support/serve-store.ts';

const BATCH = /products\/batch/;
type Moves = readonly (readonly [id: number, delta: number])[];

const move = ({ port }: ServedStore, moves: Moves, parentId: number | null = null) =>
  port.moveStock(
    parentId === null ? null : asWooId(parentId),
    moves.map(([id, delta]) => ({ id: asWooId(id), delta })),
  );

/** The count after each move, or the code of its failure. */
const moveAll = async (...args: Parameters<typeof move>) =>
  take(await move(...args)).map((row) => (row.isDone ? row.product.stock : row.failure.code));

const loadCounted = ({ service }: ServedStore, ...stocks: readonly number[]) =>
  service.load(stocks.map((stock, at) => ({ name: `Pie ${at}`, manage_stock: true, stock_quantity: stock })));

const readStock = ({ service }: ServedStore, id = 0) => service.state.products.get(id)?.stockQuantity;
const listWrites = ({ calls }: ServedStore) =>
  calls.filter(({ method }) => method === 'POST').map(({ body }) => body ?? '');

describe.each([true, false])('stock moved in a store that takes differences: %s', (inventoryDelta) => {
  const open = () => serveStore({ switches: { inventoryDelta } });

  it('is what was there and the pieces, and answered as the store says it then', async () => {
    const store = await open();
    const [pie = 0, cake = 0] = loadCounted(store, 10, 3);
    expect(
      await moveAll(store, [
        [pie, -4],
        [cake, 2],
      ]),
    ).toEqual([6, 5]);
    expect([readStock(store, pie), readStock(store, cake)]).toEqual([6, 5]);
    expect(await moveAll(store, [[cake, -7]])).toEqual([-2]);
    expect(readStock(store, cake)).toBe(-2);
  });

  it('may be of one product twice', async () => {
    const store = await open();
    const [pie = 0] = loadCounted(store, 10);
    expect(
      (
        await moveAll(store, [
          [pie, -4],
          [pie, 1],
        ])
      ).at(-1),
    ).toBe(7);
    expect(
      (
        await moveAll(store, [
          [pie, -4],
          [pie, 1],
        ])
      ).at(-1),
    ).toBe(4);
    expect(readStock(store, pie)).toBe(4);
  });

  it('is a variation’s own, and not one that is kept at the product', async () => {
    const store = await open();
    const [tee = 0, small = 0, large = 0] = loadSizes(store, 'Tee', ['Small', 'Large']);
    const [parent = 0] = store.service.load([
      { name: 'Hat', type: 'variable', manage_stock: true, stock_quantity: 8 },
    ]);
    const hat = store.service.staff.addVariation(parent, { regular_price: '5' });
    expect(
      await moveAll(
        store,
        [
          [large, -2],
          [small, 1],
        ],
        tee,
      ),
    ).toEqual([3, 6]);
    expect(await moveAll(store, [[hat, -2]], parent)).toEqual(['WOO_STOCK_NOT_COUNTED']);
    expect(readStock(store, parent)).toBe(8);
  });

  it('needs a product that is counted and there, which holds up no other', async () => {
    const store = await open();
    const [pie = 0] = loadCounted(store, 10);
    const [free = 0] = store.service.load([{ name: 'Water' }]);
    for (const left of [9, 8]) {
      expect(
        await moveAll(store, [
          [free, -1],
          [9999, -1],
          [pie, -1],
        ]),
      ).toEqual(['WOO_STOCK_NOT_COUNTED', 'WOO_PRODUCT_GONE', left]);
    }
    expect(take(await move(store, [[free, -1]]))).toMatchObject([
      { failure: { facts: { product: 'Water' } } },
    ]);
    expect(store.service.state.products.get(free)?.manageStock).toBe(false);
  });

  it('is refused where the store counts nothing at all', async () => {
    const store = await serveStore({ manageStock: false, switches: { inventoryDelta } });
    const [pie = 0] = loadCounted(store, 10);
    expect(await moveAll(store, [[pie, -1]])).toEqual(['WOO_STOCK_NOT_COUNTED']);
  });

  it('is never sent in parts of pieces, and nothing is sent for nothing', async () => {
    const store = await open();
    const [pie = 0] = loadCounted(store, 10);
    expect(await moveAll(store, [])).toEqual([]);
    expect(
      await moveAll(store, [
        [pie, 0.5],
        [pie, Number.NaN],
      ]),
    ).toEqual(['BUG', 'BUG']);
    expect(listWrites(store)).toEqual([]);
    expect(
      await moveAll(store, [
        [pie, Number.NaN],
        [pie, -1],
      ]),
    ).toEqual(['BUG', 9]);
  });

  it('may have been moved when the answer is lost: that is said, and nothing is sent twice', async () => {
    const store = await open();
    const [pie = 0] = loadCounted(store, 10);
    for (const round of [1, 2]) {
      store.loseAnswer(BATCH);
      const writes = listWrites(store).length;
      expect((await move(store, [[pie, -1]])).kind, `round ${round}`).toBe('unknown');
      expect(listWrites(store).length).toBe(writes + 1);
      await moveAll(store, [[pie, 1]]);
    }
  });
});

describe('whether a store takes differences', () => {
  it('is found out by two moves: from then on a move is one call', async () => {
    const store = await serveStore();
    const [pie = 0] = loadCounted(store, 10);
    // A sale of as many pieces would look like the first.
    await moveAll(store, [[pie, -1]]);
    await moveAll(store, [[pie, -1]]);
    const known = store.calls.length;
    expect(await moveAll(store, [[pie, -1]])).toEqual([7]);
    expect(store.calls.length).toBe(known + 1);
  });

  it('is remembered when it does not: no difference is sent again', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0] = loadCounted(store, 10);
    await moveAll(store, [[pie, -1]]);
    await moveAll(store, [[pie, -1]]);
    expect(listWrites(store).map((body) => body.includes('inventory_delta'))).toEqual([true, false, false]);
    expect(readStock(store, pie)).toBe(8);
  });

  it('is not decided by a move of nothing, nor by one whose count another sale moved', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0] = loadCounted(store, 10);
    expect(await moveAll(store, [[pie, 0]])).toEqual([10]);
    store.before(BATCH, () => store.service.staff.buy(pie, 3));
    expect((await move(store, [[pie, -1]])).kind).toBe('unknown');
    expect(readStock(store, pie)).toBe(7);
    expect(await moveAll(store, [[pie, -1]])).toEqual([6]);
    expect(readStock(store, pie)).toBe(6);
  });

  it('is decided by most of the counts where somebody buys in the same moment, and nothing is lost', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const ids = loadCounted(store, 10, 20, 30, 40);
    store.before(BATCH, () => {
      store.service.staff.buy(ids[0] ?? 0, 3);
      // As many as were to be moved.
      store.service.staff.buy(ids[1] ?? 0, 1);
    });
    expect(
      await moveAll(
        store,
        ids.map((id) => [id, -1]),
      ),
    ).toEqual([6, 18, 29, 39]);
    expect(ids.map((id) => readStock(store, id))).toEqual([6, 18, 29, 39]);
  });

  it('is not taken from a sale of as many pieces in the same moment', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0] = loadCounted(store, 10);
    store.before(BATCH, () => store.service.staff.buy(pie, 1));
    await moveAll(store, [[pie, -1]]);
    expect((await move(store, [[pie, -1]])).kind).toBe('unknown');
    expect(await moveAll(store, [[pie, -1]])).toEqual([8]);
    expect(readStock(store, pie)).toBe(8);
  });

  it('is known where a sale of other pieces came into a later move', async () => {
    const store = await serveStore();
    const [pie = 0] = loadCounted(store, 10);
    await moveAll(store, [[pie, -1]]);
    store.before(BATCH, () => store.service.staff.buy(pie, 3));
    expect(await moveAll(store, [[pie, -1]])).toEqual([5]);
  });

  it('is not known, nor whether it moved, when the store is gone before it was looked at again', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0] = loadCounted(store, 10);
    store.before(BATCH, () => store.loseAnswer(/GET .*include=/));
    expect((await move(store, [[pie, -1]])).kind).toBe('unknown');
    expect(await moveAll(store, [[pie, -1]])).toEqual([9]);
  });
});

describe('a count that is set', () => {
  it('keeps a sale of the moment before, and is read back', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0] = loadCounted(store, 10);
    await moveAll(store, [[pie, 1]]);
    store.service.staff.buy(pie, 5);
    let reads = 0;
    const count = () => {
      reads += 1;
      if (reads === 2) store.service.staff.buy(pie, 2);
      store.before(/GET .*include=/, count);
    };
    store.before(/GET .*include=/, count);
    expect(await moveAll(store, [[pie, -1]])).toEqual([3]);
    expect(reads).toBe(2);
  });

  it('is left alone in the trash', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0, old = 0] = loadCounted(store, 10, 7);
    await moveAll(store, [[pie, 1]]);
    store.service.staff.trash(old);
    expect(await moveAll(store, [[old, -1]])).toEqual(['WOO_PRODUCT_GONE']);
    expect(readStock(store, old)).toBe(7);
  });

  it('counts as done though it cannot be read back', async () => {
    const store = await serveStore({ switches: { inventoryDelta: false } });
    const [pie = 0] = loadCounted(store, 10);
    await moveAll(store, [[pie, 1]]);
    store.before(BATCH, () => store.loseAnswer(/GET .*include=/));
    expect(await moveAll(store, [[pie, -1]])).toEqual([10]);
  });
});
