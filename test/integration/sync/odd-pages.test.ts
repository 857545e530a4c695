import { describe, expect, it } from 'vitest';
import type { Transport, WireAnswer, WireRequest } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

/** What somebody else says in a side's place: a page, or a store whose plugin is switched off for its update. */
const PAGE = { status: 200, type: 'text/html', body: '<h1>One moment, please</h1>' };
const NOT_FOUND_PAGE = { status: 404, type: 'text/html', body: '<h1>404</h1>' };
const NO_ROUTE = {
  status: 404,
  type: 'application/json',
  body: '{"code":"rest_no_route","message":"No route was found.","data":{"status":404}}',
};

/** From the answer to the first such write on, and for so many reads of the same kind, something else answers. */
function createInterruption(isMeant: (request: WireRequest) => boolean, says: typeof PAGE, reads: number) {
  let left = 0;
  let isArmed = false;
  const speak = ({ url }: WireRequest): WireAnswer => ({
    ...{ status: says.status, headers: { 'content-type': says.type }, body: says.body, url },
  });
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      if (!isMeant(request)) return real.send(request);
      if (request.method !== 'GET' && isArmed) {
        isArmed = false;
        left = reads;
        await real.send(request);
        return { ...speak(request), status: 500 };
      }
      if (left === 0) return real.send(request);
      left -= 1;
      return speak(request);
    },
  });
  const arm = (): void => {
    isArmed = true;
  };
  return { wrap, arm };
}

const isTillCount = ({ url }: WireRequest): boolean => /\/item_stocks\//.test(url);
const isStoreProducts = ({ url }: WireRequest): boolean => /\/wc\/v3\/products/.test(url);

describe('what is no answer of a side', () => {
  it.each([
    ['a page', PAGE],
    ['a page that says "not found"', NOT_FOUND_PAGE],
  ])('%s: no count is gone for it, and what was sold in the store is off the till once', async (_, says) => {
    const line = createInterruption(isTillCount, says, 1);
    const world = await startSmallWorld({ wrap: line.wrap });
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    world.practice.storeService.staff.buy(product.id, 3);
    line.arm();
    await syncToQuiet(world);
    await syncToQuiet(world, true);
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([before - 3, before - 3]);
  });

  it.each([
    ['a page', PAGE],
    ['a store whose plugin is being updated', NO_ROUTE],
  ])('%s: nothing is gone for it, and what was sold on the till is off the store once', async (_, says) => {
    const line = createInterruption(isStoreProducts, says, 2);
    const world = await startSmallWorld({ wrap: line.wrap });
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    world.practice.tillService.staff.sell(item.id, 3);
    line.arm();
    await syncToQuiet(world);
    await syncToQuiet(world, true);
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([before - 3, before - 3]);
    expect(world.product(product.id).status).toBe('publish');
  });
});
