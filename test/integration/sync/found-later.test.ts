import { expect, it } from 'vitest';
import type { Transport, WireRequest } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const breakLine = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('broken'), { code: 'ECONNRESET' }) });

const isCreate = ({ method, url, body }: WireRequest): boolean =>
  method === 'POST' && url.includes('/products/batch') && (body ?? '').includes('"create"');

/** The answer to the next create is lost, and the store is away from then on until `mend`. */
function createBreak() {
  let isAway = false;
  let isDue = false;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      const isStore = request.url.includes('/wp-json');
      if (isAway && isStore) throw breakLine();
      const answer = await real.send(request);
      if (!isDue || !isCreate(request)) return answer;
      isDue = false;
      isAway = true;
      throw breakLine();
    },
  });
  return {
    wrap,
    arm: () => {
      isDue = true;
    },
    mend: () => {
      isAway = false;
    },
  };
}

it('what people did to a product before its lost answer was found is carried to the till', async () => {
  const line = createBreak();
  const world = await startSmallWorld({ wrap: line.wrap });
  const { tillService, storeService } = world.practice;
  const itemId = tillService.staff.addItem({ name: 'Calzone', price: 1150, sku: 'CALZ' });
  tillService.staff.recount(itemId, 20);
  line.arm();
  const { signal } = new AbortController();
  await world.engine.sync.once({ full: false, signal });
  const product = [...storeService.state.products.values()].find(({ name }) => name === 'Calzone');
  const productId = product?.id ?? 0;
  expect(productId, 'else nothing was made, and nothing lost').toBeGreaterThan(0);
  const other = world.pick();
  const [shelf] = other.product.categoryIds;
  storeService.staff.editProduct(productId, {
    name: 'Calzone Speciale',
    regular_price: '12.00',
    categories: [{ id: shelf }],
  });
  storeService.staff.buy(productId, 3);
  line.mend();
  await syncToQuiet(world);
  await syncToQuiet(world, true);
  expect(world.item(itemId)).toMatchObject({ name: 'Calzone Speciale', price: 1200 });
  const { itemCategories } = tillService.state;
  const [stands, wanted] = [itemId, other.item.id].map((id) => [...itemCategories.rightsOf(id)]);
  expect(wanted).toHaveLength(1);
  expect(stands, 'it stands where they put it').toEqual(wanted);
  expect([world.stock(itemId), world.product(productId).stockQuantity]).toEqual([17, 17]);
});
