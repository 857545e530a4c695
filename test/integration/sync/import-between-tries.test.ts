import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

it('an import between a lost answer and the next try makes no second item, and the sync goes on', async () => {
  let way: AbortController | null = null;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      const answer = await real.send(request);
      if (way && request.method === 'POST' && /\/items$/.test(request.url)) {
        way.abort();
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' }),
        });
      }
      return answer;
    },
  });
  const world = await startSmallWorld({ wrap });
  const { till, store } = world.sides;
  const wooId = store.staff.addProduct({ name: 'Knife', regular_price: '25.00', sku: 'KNIFE-1' });
  way = new AbortController();
  await world.engine.sync.once({ full: false, signal: way.signal });
  expect(way.signal.aborted).toBe(true);
  way = null;
  await world.import();
  await syncToQuiet(world);
  const items = [...till.state.items.values()].filter(({ name }) => name === 'Knife');
  expect(items).toHaveLength(1);
  const links = world.engine.links({ limit: 1000, offset: 0 }).filter((link) => link.wooId === wooId);
  expect(links.map(({ cloverId }) => cloverId)).toEqual([items[0]?.id]);
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
