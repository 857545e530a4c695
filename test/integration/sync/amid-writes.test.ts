import { describe, expect, it } from 'vitest';
import type { Transport, WireRequest } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

type Cut = (request: WireRequest) => 'before' | 'after' | null;

/** The next request that `cut` chooses loses its answer, before or after it was worked on; then `act`. */
function createCutter() {
  let cut: Cut | null = null;
  let act = (): void => undefined;
  const lose = (): never => {
    cut = null;
    act();
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' }),
    });
  };
  return {
    next: (how: Cut, deed: () => void = () => undefined): void => {
      cut = how;
      act = deed;
    },
    wrap: (real: Transport): Transport => ({
      send: async (request) => {
        const when = cut?.(request) ?? null;
        if (when === 'before') lose();
        const answer = await real.send(request);
        if (when === 'after') lose();
        return answer;
      },
    }),
  };
}

const isPost = ({ method, url }: WireRequest, path: RegExp): boolean =>
  method === 'POST' && path.test(new URL(url).pathname);

describe('what a person does while the app writes', () => {
  it('by switching an item off just as the app does so for an empty shelf, outlasts the empty shelf', async () => {
    let act: (() => void) | null = null;
    const world = await startSmallWorld({
      wrap: (real) => ({
        send: (request) => {
          // The count goes before the switch.
          if (act && isPost(request, /\/item_stocks\//)) {
            act();
            act = null;
          }
          return real.send(request);
        },
      }),
    });
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    store.staff.buy(product.id, world.stock(item.id) ?? 0);
    act = () => till.staff.editItem(item.id, { available: false });
    await syncToQuiet(world);
    expect(act).toBeNull();
    store.staff.editProduct(product.id, { stock_quantity: 9 });
    await syncToQuiet(world);
    expect([world.stock(item.id), world.item(item.id).available]).toEqual([9, false]);
    expect(world.product(product.id).status).toBe('private');
  });

  it('on the till, while one read of many is made again, is not written over', async () => {
    let fails = 0;
    let act = (): void => undefined;
    let failing = '';
    const world = await startSmallWorld({
      wrap: (real) => ({
        send: async (request) => {
          const isIt = fails > 0 && request.method === 'GET' && request.url.includes(`/items/${failing}`);
          if (!isIt) return real.send(request);
          fails -= 1;
          act();
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' }),
          });
        },
      }),
    });
    const { till, store } = world.sides;
    const [one, other] = [world.pick(0), world.pick(1)];
    store.staff.editProduct(one.product.id, { regular_price: '7.00' });
    store.staff.editProduct(other.product.id, { regular_price: '8.00' });
    failing = other.item.id;
    // Enough for the waits between the tries to be longer than a look may be old.
    fails = 8;
    let acts = 0;
    act = () => {
      acts += 1;
      // The plan reads it too; what is looked at right before the write is read after that.
      if (acts === 3) till.staff.editItem(one.item.id, { price: 999 });
    };
    await syncToQuiet(world);
    expect(fails).toBe(0);
    expect(world.item(one.item.id).price).toBe(999);
    expect(world.item(other.item.id).price).toBe(800);
  });

  it('on the till, before our write is read back, is a change of theirs and reaches the store', async () => {
    let act: (() => void) | null = null;
    const world = await startSmallWorld({
      wrap: (real) => ({
        send: async (request) => {
          const answer = await real.send(request);
          if (act && request.method !== 'GET' && /\/(items\/\w+|bulk_items)$/.test(request.url)) {
            act();
            act = null;
          }
          return answer;
        },
      }),
    });
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    store.staff.editProduct(product.id, { sku: 'FROM-STORE', name: 'From the store', regular_price: '7.00' });
    act = () => till.staff.editItem(item.id, { sku: 'FROM-TILL', name: 'From the till', price: 800 });
    await syncToQuiet(world);
    expect(act).toBeNull();
    expect(world.item(item.id)).toMatchObject({ sku: 'FROM-TILL', name: 'From the till', price: 800 });
    expect(world.product(product.id)).toMatchObject({ sku: 'FROM-TILL', name: 'From the till' });
    expect(world.product(product.id).regularPrice).toBe('8.00');
  });

  it('stays, where the answer to one half of our write was lost and the other half had arrived', async () => {
    const cutter = createCutter();
    const world = await startSmallWorld({ wrap: cutter.wrap });
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    const { product: other } = world.pick(1);
    const own = world.product(product.id).categoryIds;
    const shelves = [...store.state.categories.values()]
      .filter(({ id, name }) => !own.includes(id) && name !== 'Uncategorized')
      .map(({ id }) => ({ id }));
    store.staff.editProduct(product.id, { categories: shelves, status: 'private' });
    // One row alone is tried again later; of several each half is at once.
    store.staff.editProduct(other.id, { name: 'Another name' });
    const way = new AbortController();
    cutter.next(
      (request) => (isPost(request, /\/category_items$/) ? 'after' : null),
      () => way.abort(),
    );
    await world.engine.sync.once({ full: false, signal: way.signal });
    expect(way.signal.aborted).toBe(true);
    expect(world.item(item.id).available, 'switched off by the store').toBe(false);
    till.staff.editItem(item.id, { available: true });
    await syncToQuiet(world);
    expect(world.item(item.id).available).toBe(true);
    expect(world.product(product.id).status).toBe('publish');
  });

  it('M2: takes back on the till what we wrote there, and that stays, where our write was answered and not yet read back', async () => {
    let way: AbortController | null = null;
    let isAnswered = false;
    const world = await startSmallWorld({
      wrap: (real) => ({
        send: async (request) => {
          const isRead = request.method === 'GET' && /\/items\/\w+$/.test(new URL(request.url).pathname);
          if (way && isAnswered && isRead) {
            way.abort();
            throw new TypeError('fetch failed', {
              cause: Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' }),
            });
          }
          const answer = await real.send(request);
          if (way && isPost(request, /\/category_items$/)) isAnswered = true;
          return answer;
        },
      }),
    });
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    const shelves = [...till.state.itemCategories.rightsOf(item.id)];
    store.staff.editProduct(product.id, { categories: [], regular_price: '7.00' });
    way = new AbortController();
    await world.engine.sync.once({ full: false, signal: way.signal });
    expect(way.signal.aborted).toBe(true);
    way = null;
    expect([world.item(item.id).price, till.state.itemCategories.rightsOf(item.id).size]).toEqual([700, 0]);
    till.staff.placeItem(item.id, shelves);
    till.staff.editItem(item.id, { price: item.price });
    await syncToQuiet(world, true);
    expect([...till.state.itemCategories.rightsOf(item.id)]).toEqual(shelves);
    expect(world.item(item.id).price).toBe(item.price);
    expect(Number(world.product(product.id).regularPrice) * 100).toBe(item.price);
  });

  it('is a sale of as many pieces as a lost write was to take: not taken for that write', async () => {
    const cutter = createCutter();
    const world = await startSmallWorld({ wrap: cutter.wrap });
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    const before = world.stock(item.id) ?? 0;
    till.staff.sell(item.id, 4);
    cutter.next(
      (request) =>
        isPost(request, /\/products\/batch$/) && request.body?.includes('inventory_delta') ? 'before' : null,
      () => store.staff.buy(product.id, 4),
    );
    await syncToQuiet(world);
    const { conflicts } = world.engine.conflicts.list({ limit: 9, offset: 0 });
    const isAsked = conflicts.some(({ field, cloverId }) => field === 'stock' && cloverId === item.id);
    const counts = [world.stock(item.id), world.product(product.id).stockQuantity];
    expect(isAsked || counts.every((count) => count === before - 8), counts.join(' and ')).toBe(true);
  });
});
