import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

/** A world whose next request of this kind is done, and its answer lost; the pass then makes way. */
async function startCut(isCut: (path: string) => boolean) {
  let way: AbortController | null = null;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      const answer = await real.send(request);
      if (way && request.method === 'POST' && isCut(new URL(request.url).pathname)) {
        way.abort();
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' }),
        });
      }
      return answer;
    },
  });
  const world = await startSmallWorld({ wrap });
  const cut = async (): Promise<void> => {
    way = new AbortController();
    await world.engine.sync.once({ full: false, signal: way.signal });
    expect(way.signal.aborted).toBe(true);
    way = null;
  };
  return { ...world, cut };
}

const KNIFE = { name: 'Knife', regular_price: '25.00', sku: 'KNIFE-1' };

it('an import between a lost answer and the next try makes no second item, and the sync goes on', async () => {
  const world = await startCut((path) => path.endsWith('/items'));
  const { till, store } = world.sides;
  const wooId = store.staff.addProduct(KNIFE);
  await world.cut();
  await world.import();
  await syncToQuiet(world);
  const items = [...till.state.items.values()].filter(({ name }) => name === 'Knife');
  expect(items).toHaveLength(1);
  const links = world.engine.links({ limit: 1000, offset: 0 }).filter((link) => link.wooId === wooId);
  expect(links.map(({ cloverId }) => cloverId)).toEqual([items[0]?.id]);
});

it('an import while the till is getting an item leaves alone what was edited in the store since', async () => {
  const world = await startCut((path) => path.endsWith('/items'));
  const { till, store } = world.sides;
  const wooId = store.staff.addProduct(KNIFE);
  await world.cut();
  store.staff.editProduct(wooId, { regular_price: '30.00', sku: 'KNIFE-2' });
  await world.import();
  await syncToQuiet(world);
  expect(world.product(wooId)).toMatchObject({ regularPrice: '30.00', sku: 'KNIFE-2' });
  const items = [...till.state.items.values()].filter(({ name }) => name === 'Knife');
  expect(items).toMatchObject([{ price: 3000, sku: 'KNIFE-2' }]);
});

it.each([
  ['an import while the store is getting a product', true],
  ['a sync that finds again what it made in the store', false],
])('%s leaves alone what was edited and bought there since', async (_what, isImport) => {
  const world = await startCut((path) => path.endsWith('/products/batch'));
  const { till, store } = world.sides;
  const id = till.staff.addItem({ name: 'Spoon', price: 400, sku: 'SPOON-1' });
  till.staff.recount(id, 10);
  await world.cut();
  const made = [...store.state.products.values()].find(({ name }) => name === 'Spoon');
  if (!made) throw new Error('the store has no spoon');
  store.staff.editProduct(made.id, { name: 'Silver spoon', regular_price: '5.00' });
  store.staff.buy(made.id, 3);
  if (isImport) await world.import();
  await syncToQuiet(world);
  expect([...store.state.products.values()].filter(({ sku }) => sku === 'SPOON-1')).toHaveLength(1);
  expect(world.product(made.id)).toMatchObject({ name: 'Silver spoon', regularPrice: '5.00' });
  expect(world.item(id)).toMatchObject({ name: 'Silver spoon', price: 500 });
  expect([world.stock(id), world.product(made.id).stockQuantity]).toEqual([7, 7]);
});

it('an import that fills an empty shelf of the store leaves it to the sync to put the item on again', async () => {
  const world = await startSmallWorld();
  const { till, store } = world.sides;
  const { item, product } = world.pick(0);
  store.staff.buy(product.id, world.stock(item.id) ?? 0);
  await syncToQuiet(world);
  expect(world.item(item.id).available).toBe(false);
  till.staff.recount(item.id, 5);
  await world.import();
  await syncToQuiet(world);
  expect(world.item(item.id).available).toBe(true);
  expect(world.product(product.id)).toMatchObject({ stockQuantity: 5, stockStatus: 'instock' });
});

it('an import between two sales, one on each side, forgets neither', async () => {
  const world = await startSmallWorld();
  const { till, store } = world.sides;
  const { item, product } = world.pick(0);
  const before = world.stock(item.id) ?? 0;
  till.staff.editItem(item.id, { price: 1234 });
  till.staff.sell(item.id, 3);
  store.staff.buy(product.id, 3);
  await world.import();
  await syncToQuiet(world);
  expect(world.stock(item.id)).toBe(before - 6);
  expect(world.product(product.id).stockQuantity).toBe(before - 6);
});
