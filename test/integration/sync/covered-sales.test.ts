import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { createSaleBetween } from '../../support/sale-between.ts';
import { type SmallWorld, startSmallWorld } from '../../support/small-world.ts';

const LOOK_MS = 6_000;
const LOOKS = 6;

interface Shop extends SmallWorld {
  /** Sells on the till between the reading and the writing of the next count. */
  readonly sellBetween: (sell: () => void) => void;
  /** Orders of the till are listed only once this is called. */
  readonly listOrders: () => void;
  readonly hideOrders: () => void;
}

/** The till was seen to lower its counts by orders, unless it is told not to. */
async function openShop(options: { readonly isFollowing?: boolean } = {}): Promise<Shop> {
  const { isFollowing = true } = options;
  let sellBetween: Shop['sellBetween'] = () => undefined;
  let isHidden = false;
  const hide = (real: Transport): Transport => ({
    send: async (request) => {
      const answer = await real.send(request);
      const isList = isHidden && new URL(request.url).pathname.endsWith('/orders');
      return isList && request.url.includes('/v3/merchants/')
        ? { ...answer, body: '{"elements":[]}' }
        : answer;
    },
  });
  const world = await startSmallWorld({
    wrap: (real) => {
      const between = createSaleBetween(hide(real));
      sellBetween = between.next;
      return between;
    },
  });
  const { item } = world.pick(3);
  if (isFollowing) world.sides.till.staff.sell(item.id, 1);
  await look(world);
  return {
    ...world,
    sellBetween: (sell) => sellBetween(sell),
    listOrders: () => {
      isHidden = false;
    },
    hideOrders: () => {
      isHidden = true;
    },
  };
}

async function look(world: SmallWorld, looks = LOOKS): Promise<void> {
  for (let at = 0; at < looks; at += 1) {
    await world.sync();
    world.time.pass(LOOK_MS);
  }
}

function readCounts(world: SmallWorld, at = 0) {
  const { item, product } = world.pick(at);
  return { till: world.stock(item.id), store: product.stockQuantity };
}

describe('a sale on the till while its count is being written', () => {
  it('is taken again, once, and reaches the store', async () => {
    const shop = await openShop();
    const { item, product } = shop.pick();
    shop.sides.store.staff.buy(product.id, 1);
    shop.sellBetween(() => void shop.sides.till.staff.sell(item.id, 2));
    await shop.sync();
    expect(readCounts(shop), 'the write has covered it').toEqual({ till: 19, store: 19 });
    await look(shop);
    expect(readCounts(shop)).toEqual({ till: 17, store: 17 });
    shop.writes();
    await shop.sync(true);
    await look(shop);
    expect(shop.writes()).toEqual({ till: 0, store: 0 });
    expect(readCounts(shop)).toEqual({ till: 17, store: 17 });
  });

  it('survives where the next one comes while it is taken again', async () => {
    const shop = await openShop();
    const { item, product } = shop.pick();
    const sell = (): void => void shop.sides.till.staff.sell(item.id, 1);
    shop.sides.store.staff.buy(product.id, 1);
    shop.sellBetween(() => {
      sell();
      shop.sellBetween(sell);
    });
    await look(shop, 12);
    expect(readCounts(shop)).toEqual({ till: 17, store: 17 });
  });

  it('asks nothing more of the till where no count was written', async () => {
    const shop = await openShop();
    const { tillService } = shop.practice;
    shop.time.pass(60_000);
    await shop.sync();
    tillService.counters.reset();
    await shop.sync();
    const asked = [...tillService.counters.requests.entries()].filter(([route]) =>
      /orders|stocks/.test(route),
    );
    expect(asked.map(([, times]) => times)).toEqual([1, 1]);
  });
});

describe('a till whose counts say nothing of a covered sale', () => {
  it('is left alone where an order is only listed late', async () => {
    const shop = await openShop();
    const { item, product } = shop.pick();
    shop.sides.store.staff.buy(product.id, 1);
    await look(shop, 2);
    shop.hideOrders();
    shop.sides.till.staff.sell(item.id, 2);
    await look(shop, 2);
    expect(readCounts(shop), 'it went over without its order').toEqual({ till: 17, store: 17 });
    shop.listOrders();
    await look(shop);
    expect(readCounts(shop)).toEqual({ till: 17, store: 17 });
  });

  it.each([
    { what: 'that never lowered a count', isFollowing: false },
    { what: 'that was told to stop', isFollowing: true },
  ])('is left alone: one $what by its orders', async ({ isFollowing }) => {
    const shop = await openShop({ isFollowing });
    const { till, store } = shop.sides;
    const { item, product } = shop.pick();
    Object.assign(till.merchant, { updateStock: false });
    shop.time.pass(120_000);
    store.staff.buy(product.id, 1);
    await look(shop, 1);
    till.staff.sell(item.id, 2);
    await look(shop);
    expect(readCounts(shop)).toEqual({ till: 19, store: 19 });
  });

  it('is left alone where counts were never seen to follow, whatever the merchant is said to have set', async () => {
    const shop = await openShop({ isFollowing: false });
    const { item, product } = shop.pick();
    shop.sides.store.staff.buy(product.id, 1);
    shop.sellBetween(() => void shop.sides.till.staff.sell(item.id, 2));
    await look(shop);
    expect(readCounts(shop)).toEqual({ till: 19, store: 19 });
  });
});

describe('a piece that was found while another was sold', () => {
  it('is not taken for the part of a later sale that a write covered', async () => {
    const shop = await openShop();
    const { till, store } = shop.sides;
    const { item, product } = shop.pick();
    store.staff.buy(product.id, 1);
    await look(shop, 1);
    till.staff.sell(item.id, 2);
    till.staff.recount(item.id, (shop.stock(item.id) ?? 0) + 1);
    // The newest order is listed again by every look; this one is to be seen once.
    shop.time.pass(2_000);
    till.staff.sell(shop.pick(5).item.id, 1);
    await look(shop, 2);
    till.staff.sell(item.id, 1);
    till.staff.refund(item.id, 1);
    till.staff.sell(item.id, 1);
    await look(shop);
    expect(readCounts(shop)).toEqual({ till: 17, store: 17 });
  });
});

describe('a sale that comes after a look has read the orders', () => {
  it('is no count of a person: two of them at once, one on each side, are both taken', async () => {
    let waiting: Set<string> | null = null;
    let world: SmallWorld | null = null;
    const shop = await startSmallWorld({
      wrap: (real) => ({
        send: async (request) => {
          const { pathname } = new URL(request.url);
          const side = pathname.includes('/v3/merchants/') ? 'till' : 'store';
          if (pathname.endsWith('/orders')) waiting?.delete(side);
          const isRead = request.method === 'GET' && /\/(items|products)(\/|$)/.test(pathname);
          if (world && waiting?.size === 0 && isRead) {
            waiting = null;
            const { item, product } = world.pick();
            world.sides.till.staff.sell(item.id, 2);
            world.sides.store.staff.buy(product.id, 3);
          }
          return real.send(request);
        },
      }),
    });
    world = shop;
    // The items of the till's newest second are read with every look for a while.
    shop.time.pass(60_000);
    await look(shop, 2);
    shop.time.pass(60_000);
    const { item } = shop.pick();
    shop.sides.till.staff.sell(item.id, 1);
    waiting = new Set(['till', 'store']);
    await shop.sync(true);
    await look(shop);
    expect(waiting).toBeNull();
    expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).total).toBe(0);
    expect(readCounts(shop)).toEqual({ till: 14, store: 14 });
  });
});
