import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWooStore } from '../../../../src-main/connectors/woo/woo-store.ts';
import { asWooId } from '../../../../src-main/domain/ids.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import { type Practice, startPractice } from '../../../../src-practice/practice.ts';
import { STORE_FACTS } from '../../../support/catalogs.ts';
import { type OpenStore, openStore } from '../support/open-store.ts';
import { machineDeps } from '../support/transports.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const ignore = (): void => undefined;
const readCatalog = async ({ port }: OpenStore, withDescriptions = false) =>
  take(await port.readCatalog({ withDescriptions }, ignore));

const listSimple = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `Product ${at}`, sku: `P-${at}`, regular_price: '1' }));

/** Loads a variable product with its variations through the API itself. */
async function addTee(store: OpenStore, options: readonly string[], sku = 'TEE'): Promise<number> {
  const { port } = store;
  const [parent] = take(
    await port.writeProducts([
      {
        id: null,
        categoryIds: null,
        patch: {
          type: 'variable',
          name: 'Tee',
          sku,
          status: 'publish',
          attributes: [{ name: 'Size', options }],
        },
      },
    ]),
  );
  if (!parent?.isDone) throw new Error(JSON.stringify(parent));
  const { id } = parent.product;
  for (let at = 0; at < options.length; at += 100) {
    take(
      await port.writeVariations(
        id,
        options.slice(at, at + 100).map((option) => ({
          id: null,
          categoryIds: null,
          patch: { priceAmount: 1_500, options: [{ name: 'Size', option }], status: 'publish' as const },
        })),
      ),
    );
  }
  return id;
}

describe('a store over real HTTP', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice({ menu: 'empty' });
    practice.storeService.load(listSimple(250));
  });
  afterAll(() => practice.close());

  it('gives its whole catalog and its facts', async () => {
    const { url, key, secret } = practice.store;
    const keys = { consumerKey: key, consumerSecret: secret };
    const port = createWooStore(
      { siteUrl: url, ...keys, authStyle: 'oauth1', version: '0.1.0' },
      machineDeps(),
    );
    const heard: number[] = [];
    const catalog = take(await port.readCatalog({ withDescriptions: true }, (count) => heard.push(count)));
    expect(catalog.products.map(({ name }) => name)).toEqual(listSimple(250).map(({ name }) => name));
    expect(Math.max(...heard)).toBe(250);
    expect(take(await port.readFacts())).toMatchObject({
      url,
      storeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      currency: 'USD',
      priceDecimals: 2,
      pricesIncludeTax: false,
      calculatesTaxes: true,
      managesStock: true,
      version: '9.9.5',
    });
  });
});

describe('the facts', () => {
  it('come from the settings where the status report fails', async () => {
    for (const status of [403, 404, 500]) {
      const { port } = openStore({
        currency: 'KWD',
        decimals: 3,
        pricesIncludeTax: true,
        wrap: (store) => ({
          handle: (request) =>
            request.url.includes('system_status')
              ? Promise.resolve({ status, headers: {}, body: '{"code":"odd","message":"No"}' })
              : store.handle(request),
        }),
      });
      expect(take(await port.readFacts())).toMatchObject({
        currency: 'KWD',
        priceDecimals: 3,
        pricesIncludeTax: true,
        version: '',
      });
    }
  });

  it('decide what a price means: yen have no decimals, dinars three', async () => {
    for (const [currency, text, amount] of [
      ['JPY', '500', 500],
      ['KWD', '1.234', 1_234],
      ['USD', '4.5', 450],
    ] as const) {
      const store = openStore({ currency });
      store.service.load([{ name: 'Thing', regular_price: text }]);
      expect((await readCatalog(store)).products[0]?.priceAmount).toBe(amount);
    }
  });

  it('are not asked for where the connection has kept the currency', async () => {
    const store = openStore({ currency: 'JPY', access: { known: { ...STORE_FACTS, currency: 'JPY' } } });
    store.service.load([{ name: 'Thing', regular_price: '500' }]);
    expect((await readCatalog(store)).products[0]?.priceAmount).toBe(500);
    expect(store.listPaths().some((path) => path.includes('system_status'))).toBe(false);
  });

  it('are asked for once by a read and a facts call side by side', async () => {
    const store = openStore();
    await Promise.all([store.port.readFacts(), store.port.readCatalog({ withDescriptions: false }, ignore)]);
    await store.port.readProducts([asWooId(1)]);
    expect(store.listPaths().filter((path) => path.includes('system_status'))).toHaveLength(1);
  });
});

describe('the catalog', () => {
  it('has drafts, private and hidden products, and the trash apart', async () => {
    const store = openStore();
    const [, , , trashed] = store.service.load([
      { name: 'Public &amp; proud', status: 'publish' },
      { name: 'Draft', status: 'draft' },
      { name: 'Private', status: 'private', catalog_visibility: 'hidden' },
      { name: 'Trashed', sku: 'T-1' },
    ]);
    store.service.staff.trash(trashed ?? 0);
    const catalog = await readCatalog(store);
    expect(catalog.products.map(({ name, status }) => [name, status])).toEqual([
      ['Public & proud', 'publish'],
      ['Draft', 'draft'],
      ['Private', 'private'],
    ]);
    expect(catalog.trashed).toMatchObject([{ name: 'Trashed', sku: 'T-1', status: 'trash' }]);
  });

  it('of 20,000 products takes a call a hundred, and no more at once than a shop can bear', async () => {
    const store = openStore();
    store.service.load(listSimple(20_000));
    const catalog = await readCatalog(store);
    expect(catalog.products).toHaveLength(20_000);
    expect(catalog.products.every(({ id }, at, all) => at === 0 || id > (all[at - 1]?.id ?? 0))).toBe(true);
    expect(store.calls.length).toBeLessThanOrEqual(203 + 8);
  });

  it('reads three pages at once, which is what a shop of two workers has use for', async () => {
    let inFlight = 0;
    let most = 0;
    const store = openStore({
      wrap: (service) => ({
        handle: async (request) => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          await store.time.timers.sleep(50);
          inFlight -= 1;
          return service.handle(request);
        },
      }),
    });
    store.service.load(listSimple(1_000));
    await readCatalog(store);
    expect(most).toBe(3);
  });

  it('has the products that came while it was read', async () => {
    let hasCome = false;
    const store = openStore({
      wrap: (service) => ({
        handle: (request) => {
          if (request.url.includes('offset=99') && !hasCome) {
            hasCome = true;
            service.load(listSimple(150).map(({ name }) => ({ name: `New ${name}` })));
          }
          return service.handle(request);
        },
      }),
    });
    store.service.load(listSimple(200));
    expect((await readCatalog(store)).products).toHaveLength(350);
  });

  it('misses none when products go away while it is read', async () => {
    let isGone = false;
    const store = openStore({
      wrap: (service) => ({
        handle: async (request) => {
          const isLate = /[?&]offset=99(?!\d)/.test(request.url);
          if (isLate && !isGone) {
            isGone = true;
            for (const id of ids.slice(0, 3)) service.staff.trash(id);
          }
          return service.handle(request);
        },
      }),
    });
    const ids = store.service.load(listSimple(300));
    const { products } = await readCatalog(store);
    expect(new Set(products.map(({ id }) => Number(id)))).toEqual(new Set(ids.slice(3)));
  });

  it('misses none when one goes away and another comes while it is read', async () => {
    let isGone = false;
    const store = openStore({
      wrap: (service) => ({
        handle: async (request) => {
          if (/[?&]offset=99(?!\d)/.test(request.url) && !isGone) {
            isGone = true;
            service.staff.trash(ids[0] ?? 0);
            ids.push(...service.load([{ name: 'Latecomer' }]));
          }
          return service.handle(request);
        },
      }),
    });
    const ids = store.service.load(listSimple(300));
    const { products } = await readCatalog(store);
    expect(new Set(products.map(({ id }) => Number(id)))).toEqual(new Set(ids.slice(1)));
  });

  it('works where a proxy has taken the totals away', async () => {
    const store = openStore({
      wrap: (service) => ({
        handle: async (request) => {
          const answer = await service.handle(request);
          const kept = Object.entries(answer.headers).filter(
            ([name]) => !name.toLowerCase().startsWith('x-wp'),
          );
          return { ...answer, headers: Object.fromEntries(kept) };
        },
      }),
    });
    store.service.load(listSimple(230));
    expect((await readCatalog(store)).products).toHaveLength(230);
  });

  it('has short descriptions only when asked', async () => {
    const store = openStore();
    store.service.load([{ name: 'Thing', short_description: 'Warm & <b>sweet</b>' }]);
    expect((await readCatalog(store)).products[0]?.shortDescription).toBe('');
    expect((await readCatalog(store, true)).products[0]?.shortDescription).toBe('Warm & sweet');
  });

  it('has categories with their parents, names without entities', async () => {
    const store = openStore();
    const made = take(await store.port.createCategories([{ name: 'Salt & Pepper', parentId: null }]));
    const parentId = made[0]?.isDone ? made[0].id : asWooId(0);
    await store.port.createCategories([{ name: 'Mills', parentId }]);
    const { categories } = await readCatalog(store);
    expect(categories.map(({ name, parentId: above }) => [name, above])).toEqual([
      ['Uncategorized', null],
      ['Salt & Pepper', null],
      ['Mills', parentId],
    ]);
  });
});

describe('variations', () => {
  it('of many parents come from the flat list', async () => {
    const store = openStore();
    for (let at = 0; at < 12; at += 1) await addTee(store, ['S', 'M', 'L'], `TEE-${at}`);
    const before = store.calls.length;
    const catalog = await readCatalog(store);
    expect([...catalog.variations.values()].map((list) => list.length)).toEqual(Array(12).fill(3));
    const paths = store.listPaths().slice(before);
    expect(paths.filter((path) => path.includes('wc-analytics'))).toHaveLength(1);
    expect(paths.filter((path) => path.includes('/variations'))).toHaveLength(1);
    const [first] = [...catalog.variations.values()][0] ?? [];
    expect(first).toMatchObject({
      type: 'variation',
      sku: '',
      priceAmount: 1_500,
      options: [{ name: 'Size', option: 'S' }],
    });
  });

  it('come parent by parent where the flat list is missing or refused', async () => {
    const missing = openStore({ switches: { analytics: false } });
    await addTee(missing, ['S', 'M'], 'A');
    await addTee(missing, ['S', 'M', 'L'], 'B');
    expect([...(await readCatalog(missing)).variations.values()].map((list) => list.length)).toEqual([2, 3]);
    const refused = openStore({
      wrap: (service) => ({
        handle: (request) =>
          request.url.includes('wc-analytics')
            ? Promise.resolve({ status: 403, headers: {}, body: '{"code":"woocommerce_rest_cannot_view"}' })
            : service.handle(request),
      }),
    });
    await addTee(refused, ['S', 'M'], 'A');
    await addTee(refused, ['S', 'M', 'L'], 'B');
    expect([...(await readCatalog(refused)).variations.values()].map((list) => list.length)).toEqual([2, 3]);
  });

  it('of few parents with very many come parent by parent, all pages of them', async () => {
    const store = openStore();
    const sizes = Array.from({ length: 250 }, (_, at) => `Size ${at}`);
    await addTee(store, sizes, 'A');
    const catalog = await readCatalog(store);
    expect([...catalog.variations.values()][0]).toHaveLength(250);
    expect(store.listPaths().some((path) => path.includes('wc-analytics'))).toBe(false);
  });

  it('cost no call in a shop without variable products', async () => {
    const store = openStore();
    store.service.load(listSimple(5));
    await readCatalog(store);
    expect(store.listPaths().some((path) => path.includes('variations?'))).toBe(false);
  });

  it('that the flat list did not show are asked for at their parent', async () => {
    const store = openStore({
      wrap: (service) => ({
        handle: async (request) => {
          const answer = await service.handle(request);
          if (!request.url.includes('wc-analytics')) return answer;
          return { ...answer, body: JSON.stringify((JSON.parse(answer.body) as unknown[]).slice(1)) };
        },
      }),
    });
    await addTee(store, ['S', 'M'], 'A');
    await addTee(store, ['S', 'M'], 'B');
    expect([...(await readCatalog(store)).variations.values()].map((list) => list.length)).toEqual([2, 2]);
  });

  it('of one parent are read by themselves, their blank SKUs blank', async () => {
    const store = openStore();
    const id = asWooId(await addTee(store, ['S', 'M'], 'TEE'));
    const variations = take(await store.port.readVariations(id));
    expect(variations.map(({ sku, parentId }) => [sku, parentId])).toEqual([
      ['', id],
      ['', id],
    ]);
    // Another app, which has never seen the parent.
    const fresh = openStore({ wrap: () => store.service, access: { ...readKeys(store) } });
    expect(take(await fresh.port.readVariations(id)).map(({ sku }) => sku)).toEqual(['', '']);
  });
});

function readKeys(store: OpenStore) {
  const { consumerKey, consumerSecret } = store.service.keys.add();
  return { consumerKey, consumerSecret };
}

describe('lookups', () => {
  it('products by id leave absent and trashed ones out', async () => {
    const store = openStore();
    const [first = 0, second = 0, third = 0] = store.service.load(listSimple(3));
    store.service.staff.trash(second);
    const ids = [third, second, first, 999].map(asWooId);
    expect(take(await store.port.readProducts(ids)).map(({ id }) => Number(id))).toEqual([first, third]);
    expect(take(await store.port.readProducts([]))).toEqual([]);
  });

  it('what was made since is found by its mark, over as many pages as it takes', async () => {
    const store = openStore();
    const old = store.service.load(listSimple(120));
    const mark = (at: number) => [{ key: '_tillbridge_item', value: `ITEM${at}` }];
    const made = store.service.load(
      Array.from({ length: 230 }, (_, at) => ({
        name: `New ${at}`,
        ...(at % 2 ? { meta_data: mark(at) } : {}),
      })),
    );
    store.service.staff.trash(made[1] ?? 0);
    const before = store.calls.length;
    const found = take(await store.port.findProductsAbove(asWooId(old.at(-1) ?? 0)));
    expect(found).toHaveLength(229);
    expect(found.filter(({ itemId }) => itemId !== null)).toHaveLength(114);
    expect(found.find(({ id }) => id === made[3])?.itemId).toBe('ITEM3');
    expect(store.calls.length - before).toBe(3);
    expect(take(await store.port.findProductsAbove(asWooId(made.at(-1) ?? 0)))).toEqual([]);
  });
});
