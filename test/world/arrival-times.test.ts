import { describe, expect, it, onTestFinished } from 'vitest';
import { unwrap } from '../support/practice-world.ts';
import { SMALL_MENU } from '../support/small-menu.ts';
import { createChance } from './chance.ts';
import { importShop } from './passes.ts';
import { openSimWorld, type SimWorld } from './sim-world.ts';

const MOST_MS = 5_000;
const MOST_LOOKS = 100;
const MINUTE_MS = 60_000;
const FAIR = { percent: 0, kinds: [], crashPercent: 0, abortPercent: 0, bustlePercent: 0, fullPercent: 0 };

/** The small menu on both sides, at the speed of a measured store and till, with looks at their fastest. */
async function openShop() {
  const world = await openSimWorld(createChance(1), {
    catalog: SMALL_MENU,
    settings: { 'import.status': 'publish', 'poll.fastestSeconds': '2', 'poll.hours': 'always' },
    weather: FAIR,
    writeLagMs: 0,
    saleMovesModified: true,
    inventoryDelta: true,
  });
  onTestFinished(() => world.close());
  await importShop(world);
  const link = world
    .core()
    .engine.links({ limit: 100, offset: 0 })
    .find(({ kind, groupId }) => kind === 'product' && groupId === null);
  const [itemId, productId] = [link?.cloverId ?? '', link?.wooId ?? 0];
  return {
    world,
    till: world.till.staff,
    store: world.store.staff,
    itemId,
    productId,
    readItem: () => ({
      price: world.till.state.items.get(itemId)?.price,
      count: world.till.state.itemStocks.get(itemId)?.quantity,
    }),
    readProduct: () => {
      const product = world.store.state.products.get(productId);
      return { price: product?.regularPrice, count: product?.stockQuantity };
    },
  };
}

/** From a change right after a look, which is the worst moment for it, to the end of the look that brought it over. */
async function measureArrival(
  world: SimWorld,
  change: () => void,
  hasArrived: () => boolean,
): Promise<number> {
  const stop = new AbortController();
  const { clock } = world.time;
  let [looks, changedMs, tookMs] = [0, 0, Number.POSITIVE_INFINITY];
  const running = world.core().engine.sync.run({
    signal: stop.signal,
    onEvent: ({ kind }) => {
      if (kind !== 'synced') return;
      looks += 1;
      if (looks === 3) {
        changedMs = clock.monotonicMs();
        change();
        expect(hasArrived(), 'else it proved nothing').toBe(false);
      } else if (looks > 3 && hasArrived()) {
        tookMs = clock.monotonicMs() - changedMs;
        stop.abort();
      } else if (looks > MOST_LOOKS) stop.abort();
    },
  });
  await world.time.run(running);
  return tookMs;
}

describe('within five seconds, by looking alone,', () => {
  it('a price of the till is in the store', async () => {
    const { world, till, itemId, readProduct } = await openShop();
    const tookMs = await measureArrival(
      world,
      () => till.editItem(itemId, { price: 4321 }),
      () => readProduct().price === '43.21',
    );
    expect(tookMs).toBeLessThanOrEqual(MOST_MS);
  });

  it('a price that is saved in the store is on the till', async () => {
    const { world, store, productId, readItem } = await openShop();
    const tookMs = await measureArrival(
      world,
      () => store.editProduct(productId, { regular_price: '43.21' }),
      () => readItem().price === 4321,
    );
    expect(tookMs).toBeLessThanOrEqual(MOST_MS);
  });

  it('a sale on the till is off the store’s count', async () => {
    const { world, till, itemId, readProduct } = await openShop();
    const tookMs = await measureArrival(
      world,
      () => void till.sell(itemId, 1),
      () => readProduct().count === 19,
    );
    expect(tookMs).toBeLessThanOrEqual(MOST_MS);
  });

  it('a sale in the store is off the till’s count', async () => {
    const { world, store, productId, readItem } = await openShop();
    const tookMs = await measureArrival(
      world,
      () => void store.buy(productId, 1),
      () => readItem().count === 19,
    );
    expect(tookMs).toBeLessThanOrEqual(MOST_MS);
  });

  it('sales on both sides at once are off both counts', async () => {
    const { world, till, store, itemId, productId, readItem, readProduct } = await openShop();
    const tookMs = await measureArrival(
      world,
      () => {
        till.sell(itemId, 1);
        store.buy(productId, 2);
      },
      () => readItem().count === 17 && readProduct().count === 17,
    );
    expect(tookMs).toBeLessThanOrEqual(MOST_MS);
  });

  it('a new thing of either side is on the other', async () => {
    const { world, till, store } = await openShop();
    const tookMs = await measureArrival(
      world,
      () => {
        till.addItem({ name: 'Calzone', price: 1150, sku: 'CALZ' });
        const knife = { name: 'Knife', type: 'simple', status: 'publish', regular_price: '25.00' };
        store.addProduct({ ...knife, sku: 'KNIFE' });
      },
      () =>
        [...world.store.state.products.values()].some(({ sku }) => sku === 'CALZ') &&
        [...world.till.state.items.values()].some(({ sku }) => sku === 'KNIFE'),
    );
    expect(tookMs).toBeLessThanOrEqual(MOST_MS);
  });

  it('unless the time between two looks is set longer', async () => {
    const { world, till, itemId, readProduct } = await openShop();
    unwrap(world.core().engine.settings.set({ 'poll.fastestSeconds': '15' }));
    const tookMs = await measureArrival(
      world,
      () => till.editItem(itemId, { price: 4321 }),
      () => readProduct().price === '43.21',
    );
    expect(tookMs).toBeGreaterThan(MOST_MS);
    expect(tookMs).toBeLessThan(20_000);
  });
});

describe('what a plugin wrote behind the store’s back, which no look can see,', () => {
  it.each([5, 15, 60])(
    'is on the till after the %i minutes between two full comparisons',
    async (minutes) => {
      const { world, store, productId, readItem } = await openShop();
      const { products } = world.store.state;
      const newest = [...products.values()].find(({ id, type }) => type === 'simple' && id !== productId);
      unwrap(
        world
          .core()
          .engine.settings.set({ 'poll.fastestSeconds': '60', 'reconcile.everyMinutes': String(minutes) }),
      );
      // The newest second of the store is always read again: another product has to be the newest.
      await world.wait(MINUTE_MS);
      store.editProduct(newest?.id ?? 0, { name: 'Newest' });
      const tookMs = await measureArrival(
        world,
        () => {
          const product = products.get(productId);
          if (product) products.set(productId, { ...product, stockQuantity: 11 });
        },
        () => readItem().count === 11,
      );
      expect(tookMs).toBeGreaterThan((minutes - 4) * MINUTE_MS);
      expect(tookMs).toBeLessThan((minutes + 4) * MINUTE_MS);
    },
  );

  it('and the minutes can be no others', async () => {
    const { world } = await openShop();
    for (const other of ['1', '4', '61', 'never'])
      expect(world.core().engine.settings.set({ 'reconcile.everyMinutes': other }).ok).toBe(false);
  });
});
