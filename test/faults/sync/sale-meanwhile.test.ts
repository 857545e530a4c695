import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../src-main/engine/ports.ts';
import { createFaultyTransport, type Fault, isWrite } from '../../support/faulty-transport.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const MINUTE_MS = 60_000;
const HAD = 20;
const CAME_IN = 4;

const SIDES = {
  store: (url: string) => url.includes('/wc/v3/'),
  till: (url: string) => url.includes('/v3/merchants/') && !url.includes('/wc/'),
} as const;

const isCount = ({ url, body }: WireRequest): boolean =>
  url.includes('/item_stocks/') || (body ?? '').includes('inventory_delta');

describe.each([
  { side: 'store', what: 'did its work', end: 'lose-answer' },
  { side: 'store', what: 'did nothing', end: 'fail-500' },
  { side: 'till', what: 'did its work', end: 'lose-answer' },
  { side: 'till', what: 'did nothing', end: 'fail-500' },
] as const)('a write of a count to the $side that $what, and then nobody answers', ({ side, end }) => {
  it.each([1, 3])(
    'counts once, with %i pieces that were sold there meanwhile, and nobody is asked',
    async (sold) => {
      let isAway = false;
      let isArmed = false;
      const world = await startSmallWorld({
        wrap: (real) =>
          createFaultyTransport(real, (request): Fault => {
            if (!SIDES[side](request.url)) return 'none';
            if (isAway) return 'never-sent';
            if (!isArmed || !isWrite(request) || !isCount(request)) return 'none';
            isAway = true;
            return end;
          }),
      });
      const { till, store } = world.sides;
      const { item, product } = world.pick(0);
      till.staff.recount(item.id, HAD);
      await syncToQuiet(world);
      world.time.pass(MINUTE_MS);
      isArmed = true;
      if (side === 'store') till.staff.recount(item.id, HAD + CAME_IN);
      else store.staff.editProduct(product.id, { stock_quantity: HAD + CAME_IN });
      await expect(world.sync(), 'the side is away').rejects.toThrow();
      expect(isAway, 'the write was met').toBe(true);
      if (side === 'store') store.staff.buy(product.id, sold);
      else till.staff.sell(item.id, sold);
      world.time.pass(MINUTE_MS);
      [isAway, isArmed] = [false, false];
      await syncToQuiet(world);
      expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toEqual([]);
      const left = HAD + CAME_IN - sold;
      expect([world.stock(item.id), world.pick(0).product.stockQuantity]).toEqual([left, left]);
    },
  );
});
