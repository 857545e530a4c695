import { describe, expect, it } from 'vitest';
import { asWooId } from '../../../../src-main/domain/ids.ts';
import { openStore } from '../support/open-store.ts';
import { loadSizes, type ServedStore, serveStore, take } from '../support/serve-store.ts';

const START = '2026-11-21T02:55:21';

const readChanges = async ({ port }: ServedStore, since: string | null) =>
  take(await port.readChanges(since));

/** A store whose products were all made long before the beginning. */
async function serveOldStore(count: number, options: Parameters<typeof serveStore>[0] = {}) {
  const store = await serveStore(options);
  const ids = store.service.load(
    Array.from({ length: count }, (_, at) => ({ name: `Product ${at}`, regular_price: '1' })),
  );
  store.clock.advance(3_600_000);
  return { store, ids, since: take(await store.port.readChanges(null)).until ?? '' };
}

describe('what changed in a store', () => {
  it('is answered whole since a moment, and nothing else is', async () => {
    const { store, ids, since } = await serveOldStore(5);
    const [, second = 0, third = 0] = ids;
    expect(await readChanges(store, since)).toEqual({
      products: [],
      variations: new Map(),
      trashedIds: [],
      until: null,
    });
    store.clock.advance(60_000);
    store.service.staff.editProduct(third, { regular_price: '4.50', short_description: '<p>New</p>' });
    store.service.staff.editProduct(second, { status: 'draft' });
    store.clock.advance(60_000);
    const changes = await readChanges(store, since);
    expect(changes.products).toMatchObject([
      { id: second, status: 'draft' },
      { id: third, priceAmount: 450, shortDescription: 'New' },
    ]);
    expect(changes.until).toBe('2026-11-21T03:56:21');
  });

  it('is the same in a store of any time zone', async () => {
    for (const timezoneOffsetHours of [-5, 0, 9]) {
      const { store, ids, since } = await serveOldStore(2, { timezoneOffsetHours });
      store.service.staff.editProduct(ids[0] ?? 0, { name: 'New' });
      const { products } = await readChanges(store, since);
      expect(
        products.map(({ name }) => name),
        String(timezoneOffsetHours),
      ).toEqual(['New']);
    }
  });

  it('holds a change in the very second up to which another was seen', async () => {
    const { store, ids, since } = await serveOldStore(2);
    const [first = 0, second = 0] = ids;
    store.clock.advance(60_000);
    store.service.staff.editProduct(first, { name: 'First' });
    const { until } = await readChanges(store, since);
    store.service.staff.editProduct(second, { name: 'Second' });
    const { products } = await readChanges(store, until);
    expect(products.map(({ id }) => id)).toContain(second);
  });

  it('that changed while pages were read is asked for again', async () => {
    const { store, ids, since } = await serveOldStore(250);
    const [early = 0, ...others] = ids;
    store.clock.advance(60_000);
    for (const id of others) store.service.staff.editProduct(id, { regular_price: '2' });
    const late = others.at(-1) ?? 0;
    store.before(/offset=99/, () => {
      store.clock.advance(60_000);
      store.service.staff.editProduct(early, { name: 'Early' });
      store.clock.advance(60_000);
      store.service.staff.editProduct(late, { name: 'Late' });
    });
    const first = await readChanges(store, since);
    expect(first.products.some(({ name }) => name === 'Early')).toBe(false);
    const second = await readChanges(store, first.until);
    expect(second.products.some(({ name }) => name === 'Early')).toBe(true);
  });

  it('never goes back behind what is known', async () => {
    const { store, ids, since } = await serveOldStore(1);
    store.service.staff.editProduct(ids[0] ?? 0, { name: 'New' });
    store.clock.advance(-10_000);
    expect((await readChanges(store, since)).until).toBe(since);
  });

  it('tells what went to the trash, and what came back as changed', async () => {
    const { store, ids, since } = await serveOldStore(3);
    const [first = 0] = ids;
    store.clock.advance(60_000);
    store.service.staff.trash(first);
    store.clock.advance(60_000);
    const trashed = await readChanges(store, since);
    expect(trashed).toMatchObject({ products: [], trashedIds: [first], until: '2026-11-21T03:56:21' });
    store.clock.advance(60_000);
    store.service.staff.restore(first);
    expect(await readChanges(store, trashed.until)).toMatchObject({
      products: [{ id: first }],
      trashedIds: [],
    });
  });

  it('a sale among them, unless the store’s version does not show it', async () => {
    for (const saleMovesModified of [true, false]) {
      const store = await serveStore({ switches: { saleMovesModified } });
      const [id = 0] = store.service.load([{ name: 'Pie', manage_stock: true, stock_quantity: 9 }]);
      store.clock.advance(60_000);
      const { until } = await readChanges(store, null);
      store.clock.advance(60_000);
      store.service.staff.buy(id, 2);
      const { products } = await readChanges(store, until);
      expect(products.map(({ stock }) => stock)).toEqual(saleMovesModified ? [7] : []);
    }
  });

  it('brings all variations of a product with one of them, and of others none', async () => {
    const store = await serveStore();
    const [parent = 0, small = 0, large = 0] = loadSizes(store, 'Tee', ['Small', 'Large']);
    loadSizes(store, 'Hat', ['Small', 'Large']);
    store.clock.advance(60_000);
    const { until } = await readChanges(store, null);
    store.clock.advance(60_000);
    store.service.staff.buy(small, 3);
    const changes = await readChanges(store, until);
    expect(changes.products.map(({ id }) => id)).toEqual([parent]);
    expect([...changes.variations.keys()]).toEqual([parent]);
    expect(changes.variations.get(asWooId(parent))).toMatchObject([
      { id: small, parentId: parent, stock: 2 },
      { id: large, parentId: parent, stock: 5 },
    ]);
  });

  it('asks for the variations of many products in one call, and parent by parent where there is none such', async () => {
    for (const analytics of [true, false]) {
      const store = await serveStore({ switches: { analytics } });
      const parents = ['Tee', 'Hat', 'Mug'].map((name) => loadSizes(store, name, ['Small', 'Large']));
      const changes = await readChanges(store, START);
      expect([...changes.variations.values()].map((rows) => rows.length)).toEqual([2, 2, 2]);
      const paths = store.listPaths().filter((path) => path.includes('variations?'));
      const flat = paths.filter((path) => path.includes('/wc-analytics/'));
      expect(flat).toHaveLength(1);
      expect(flat[0]).toContain(`include=${parents.flatMap(([, ...ids]) => ids).join(',')}`);
      expect(paths.length - flat.length).toBe(analytics ? 0 : 3);
    }
  });
});

describe('the store’s present time', () => {
  it('is its own clock’s, in one call, with nothing else', async () => {
    const store = await serveStore();
    store.service.load([{ name: 'Pie' }]);
    store.clock.advance(86_400_000);
    const changes = await readChanges(store, null);
    expect(changes).toEqual({
      products: [],
      variations: new Map(),
      trashedIds: [],
      until: '2026-11-22T02:55:20',
    });
    expect(store.calls).toHaveLength(1);
  });

  it('is that of its newest product where a proxy hides the clock, and unknown in an empty store', async () => {
    const store = openStore({
      wrap: (service) => ({
        handle: async (request) => {
          const answer = await service.handle(request);
          const headers = Object.entries(answer.headers).filter(([name]) => name !== 'Date');
          return { ...answer, headers: Object.fromEntries(headers) };
        },
      }),
    });
    expect(take(await store.port.readChanges(null)).until).toBeNull();
    store.service.load([{ name: 'Pie' }]);
    expect(take(await store.port.readChanges(null)).until).toBe('2026-11-21T12:00:00');
  });
});
