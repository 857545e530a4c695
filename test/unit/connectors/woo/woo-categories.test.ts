import { describe, expect, it } from 'vitest';
import { asWooId, type WooId } from '../../../../src-main/domain/ids.ts';
import type { CategoryUpdate } from '../../../../src-main/engine/ports.ts';
import { openStoreWith } from '../support/open-store.ts';
import { type ServedStore, serveStore, take } from '../support/serve-store.ts';
import { createScriptedTransport } from '../support/transports.ts';

async function addCategories({ port }: ServedStore, ...names: readonly string[]): Promise<WooId[]> {
  const rows = take(await port.createCategories(names.map((name) => ({ name, parentId: null }))));
  return rows.map((row) => (row.isDone ? row.id : asWooId(0)));
}

const update = async ({ port }: ServedStore, ...rows: readonly CategoryUpdate[]) =>
  take(await port.updateCategories(rows)).map((row) => (row.isDone ? row.id : row.failure.code));

describe('categories of a store', () => {
  it('are read with their plain names and places, and renamed and moved', async () => {
    const store = await serveStore();
    const [pizza, drinks, wine] = await addCategories(store, 'Pizza', 'Drinks', 'Wine');
    if (!pizza || !drinks || !wine) throw new Error('no categories');
    expect(
      await update(store, { id: wine, parentId: drinks }, { id: pizza, name: 'Pizza & <Pasta>' }),
    ).toEqual([wine, pizza]);
    const read = async () =>
      take(await store.port.readCategories()).filter(({ name }) => name !== 'Uncategorized');
    expect(await read()).toEqual([
      { id: pizza, name: 'Pizza & <Pasta>', parentId: null },
      { id: drinks, name: 'Drinks', parentId: null },
      { id: wine, name: 'Wine', parentId: drinks },
    ]);
    expect(await update(store, { id: wine, parentId: null, name: 'Wines' })).toEqual([wine]);
    expect((await read())[2]).toEqual({ id: wine, name: 'Wines', parentId: null });
  });

  it('without a name are not sent, and one that fails holds up no other', async () => {
    const store = await serveStore();
    const [pizza, drinks] = await addCategories(store, 'Pizza', 'Drinks');
    if (!pizza || !drinks) throw new Error('no categories');
    expect(
      await update(
        store,
        { id: pizza, name: ' ' },
        { id: asWooId(9999), name: 'Gone' },
        { id: pizza, parentId: asWooId(9998) },
        { id: drinks, name: 'Cold drinks' },
      ),
    ).toEqual(['BUG', 'WOO_REFUSED', 'WOO_REFUSED', drinks]);
  });

  it('cannot be put below themselves: the store drops that without a word, and it is said', async () => {
    const store = await serveStore();
    const [food, pizza] = await addCategories(store, 'Food', 'Pizza');
    if (!food || !pizza) throw new Error('no categories');
    expect(await update(store, { id: pizza, parentId: food })).toEqual([pizza]);
    expect(await update(store, { id: food, parentId: pizza })).toEqual(['WOO_CATEGORY_NOT_MOVED']);
  });

  it('of a name that is taken there say so, however the store words it', async () => {
    for (const code of ['term_exists', 'duplicate_term_slug']) {
      const error = { code, message: 'Already exists.', data: { status: 400, resource_id: 7 } };
      for (const row of [{ id: 5, error }, error]) {
        const port = openStoreWith(createScriptedTransport([{ body: JSON.stringify({ update: [row] }) }]));
        expect(take(await port.updateCategories([{ id: asWooId(5), name: 'Drinks' }]))).toMatchObject([
          { isDone: false, failure: { code: 'WOO_CATEGORY_EXISTS', facts: { name: 'Drinks' } } },
        ]);
      }
    }
  });
});
