import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

it('an item that is moved to another category while the store’s change is on its way keeps a person’s word', async () => {
  let onLook: (() => void) | null = null;
  let looks = 0;
  const wrap = (real: Transport): Transport => ({
    send: (request) => {
      // The first look at the item is the plan's, the second the one right before the write.
      if (
        onLook &&
        request.method === 'GET' &&
        request.url.includes('categories') &&
        /\/items/.test(request.url)
      )
        looks += 1;
      if (onLook && looks === 2) {
        onLook();
        onLook = null;
      }
      return real.send(request);
    },
  });
  const world = await startSmallWorld({ wrap });
  const { till, store } = world.sides;
  const { item, product } = world.pick(0);
  const link = (name: string): { readonly cloverId: string; readonly wooId: number } => {
    const found = world.engine
      .links({ limit: 100, offset: 0 })
      .find(({ kind, name: called }) => kind === 'category' && called === name);
    if (!found || found.wooId === null) throw new Error(`no category ${name}`);
    return { cloverId: found.cloverId, wooId: found.wooId };
  };
  store.staff.editProduct(product.id, { categories: [{ id: link('Drinks').wooId }] });
  onLook = () => {
    till.state.itemCategories.dropLeft(item.id);
    till.state.itemCategories.link(item.id, link('Extras').cloverId);
  };
  await world.sync();
  expect(onLook).toBe(null);
  await syncToQuiet(world, true);
  expect([...till.state.itemCategories.rightsOf(item.id)]).toEqual([link('Extras').cloverId]);
  expect(world.product(product.id).categoryIds).toEqual([link('Drinks').wooId]);
  const { conflicts } = world.engine.conflicts.list({ limit: 10, offset: 0 });
  expect(conflicts.map(({ field }) => field)).toEqual(['categories']);
});
