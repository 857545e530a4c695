import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId, type WooId } from '../../../../src-main/domain/ids.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import type { ProductPatch } from '../../../../src-main/domain/product-patch.ts';
import type { ProductWrite, RowOutcome } from '../../../../src-main/engine/ports.ts';
import { type OpenStore, openStore, openStoreWith } from '../support/open-store.ts';
import { createFetchError, createScriptedTransport } from '../support/transports.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const create = (patch: ProductPatch, categoryIds: readonly WooId[] | null = null): ProductWrite => ({
  id: null,
  patch: { type: 'simple', name: 'Thing', ...patch },
  categoryIds,
});

const update = (id: number, patch: ProductPatch): ProductWrite => ({
  id: asWooId(id),
  patch,
  categoryIds: null,
});

const codeOf = (row: RowOutcome | undefined) => (row?.isDone ? 'done' : row?.failure.code);

async function writeOne(store: OpenStore, write: ProductWrite) {
  const [row] = take(await store.port.writeProducts([write]));
  return row;
}

describe('writing products', () => {
  it('the answer is what the store keeps, in the order asked', async () => {
    const store = openStore();
    const [kept = 0] = store.service.load([{ name: 'Kept', regular_price: '1' }]);
    const modifierGroups = [
      {
        id: 'G',
        name: 'Milk',
        min: 1,
        max: 0,
        sort: 2,
        mods: [{ id: 'M', name: 'Oat', price: 60, available: true }],
      },
    ];
    const rows = take(
      await store.port.writeProducts([
        create({
          name: 'First & <3',
          priceAmount: 450,
          sku: 'A',
          itemId: asCloverId('ITEM1'),
          modifierGroups,
        }),
        update(kept, { priceAmount: 275, stock: { managed: true, quantity: 4 } }),
        create({ name: 'Literal &amp; here', priceAmount: null, status: 'draft', visibility: 'hidden' }),
      ]),
    );
    expect(rows.map((row) => (row.isDone ? row.product.name : row.failure))).toEqual([
      'First & <3',
      'Kept',
      'Literal &amp; here',
    ]);
    expect(rows[0]).toMatchObject({
      product: { priceAmount: 450, sku: 'A', itemId: 'ITEM1', modifierGroups },
    });
    expect(rows[1]).toMatchObject({ product: { id: kept, priceAmount: 275, stock: 4, managesStock: true } });
    expect(rows[2]).toMatchObject({ product: { priceAmount: null, status: 'draft', visibility: 'hidden' } });
    const cleared = await writeOne(
      store,
      update(rows[0]?.isDone ? rows[0].product.id : 0, { modifierGroups: null }),
    );
    expect(cleared).toMatchObject({ product: { modifierGroups: null, itemId: 'ITEM1' } });
  });

  it('a hundred rows are one call', async () => {
    const store = openStore();
    const rows = take(
      await store.port.writeProducts(
        Array.from({ length: 100 }, (_, at) => create({ name: `N ${at}`, sku: `S-${at}`, priceAmount: at })),
      ),
    );
    expect(rows.every((row) => row.isDone)).toBe(true);
    expect(store.listPaths().filter((path) => path === '/wc/v3/products/batch')).toHaveLength(1);
  });

  it('a SKU that another product has is named with its owner', async () => {
    const store = openStore();
    const [owner = 0] = store.service.load([{ name: 'Owner', sku: 'a-1' }]);
    expect(await writeOne(store, create({ sku: 'A-1' }))).toEqual({
      isDone: false,
      failure: { code: 'WOO_SKU_TAKEN', facts: { sku: 'A-1', owner } },
      resourceId: owner,
    });
  });

  it('a SKU that a trashed product has is told as such', async () => {
    const store = openStore();
    const [owner = 0] = store.service.load([{ name: 'Owner', sku: 'D1' }]);
    store.service.staff.trash(owner);
    expect(await writeOne(store, create({ sku: 'D1' }))).toMatchObject({
      failure: { code: 'WOO_SKU_IN_TRASH', facts: { sku: 'D1' } },
      resourceId: null,
    });
  });

  it('a barcode that another product has is named with its owner', async () => {
    const store = openStore();
    const [owner = 0] = store.service.load([{ name: 'Owner', global_unique_id: '0123456789012' }]);
    expect(await writeOne(store, create({ barcode: '0123456789012' }))).toMatchObject({
      failure: { code: 'WOO_BARCODE_TAKEN', facts: { owner } },
      resourceId: owner,
    });
  });

  it('a product that is gone, and one that is a variation, are told as gone', async () => {
    const store = openStore();
    expect(codeOf(await writeOne(store, update(999, { name: 'x' })))).toBe('WOO_PRODUCT_GONE');
    const parent = await writeOne(
      store,
      create({ type: 'variable', name: 'Tee', attributes: [{ name: 'Size', options: ['S'] }] }),
    );
    const parentId = parent?.isDone ? parent.product.id : asWooId(0);
    const options = [{ name: 'Size', option: 'S' }];
    const [variation] = take(
      await store.port.writeVariations(parentId, [{ id: null, categoryIds: null, patch: { options } }]),
    );
    // This refusal stands in the row's place without the wrapper.
    const wrong = await writeOne(
      store,
      update(variation?.isDone ? variation.product.id : 0, { priceAmount: 1 }),
    );
    expect(codeOf(wrong)).toBe('WOO_PRODUCT_GONE');
  });

  it('one bad row never stops the others, and a row that is a bug is not sent', async () => {
    const store = openStore();
    store.service.load([{ name: 'Owner', sku: 'A' }]);
    const rows = take(
      await store.port.writeProducts([
        create({ name: 'Good 1' }),
        create({ name: '' }),
        create({ sku: 'A' }),
        create({ name: 'Bad price', priceAmount: Number.NaN }),
        create({ name: 'Good 2' }),
      ]),
    );
    expect(rows.map(codeOf)).toEqual(['done', 'BUG', 'WOO_SKU_TAKEN', 'BUG', 'done']);
    expect(store.calls.find(({ url }) => url.includes('batch'))?.body).not.toContain('Bad price');
    const before = store.calls.length;
    expect((await store.port.writeProducts([create({ name: '' })])).kind).toBe('done');
    expect(store.calls).toHaveLength(before);
  });

  it('a batch that is too large tells the limit of this store', async () => {
    const store = openStore({ switches: { batchLimit: 20 } });
    const outcome = await store.port.writeProducts(Array.from({ length: 21 }, () => create({})));
    expect(outcome).toMatchObject({
      kind: 'rejected',
      status: 413,
      failure: { code: 'WOO_BATCH_TOO_LARGE', facts: { limit: 20 } },
    });
  });

  it('an answer that was lost, cut or does not fit the request is unknown', async () => {
    const facts = { body: '{"environment":{},"settings":{"currency":"USD"}}' };
    for (const step of [
      createFetchError('ECONNRESET'),
      { status: 502, body: 'Bad Gateway' },
      { body: '{"create":[{"id":1,"na' },
      { body: '{"create":[]}' },
      { body: '{"create":[{"name":"without id"}]}' },
      { body: '[]' },
    ]) {
      const script = createScriptedTransport([
        (call) => Promise.resolve({ status: 200, headers: {}, url: call.url, ...facts }),
      ]);
      const transport = {
        send: (call: Parameters<typeof script.send>[0]) =>
          call.method === 'POST' ? createScriptedTransport([step]).send(call) : script.send(call),
      };
      expect(await openStoreWith(transport).writeProducts([create({})])).toMatchObject({ kind: 'unknown' });
    }
  });

  it('a message in another language changes nothing', async () => {
    const error = (code: string, message: string, data = {}) => ({ id: 0, error: { code, message, data } });
    const rows = [
      error('product_invalid_sku', 'Ungültige SKU', { status: 400, resource_id: 10 }),
      error('woocommerce_rest_product_not_created', 'Das Produkt mit der SKU (S-2) existiert'),
      error('woocommerce_rest_product_not_created', 'Unklar'),
      error('internal_server_error', 'Kaputt', { status: 500 }),
    ];
    const transport = {
      send: (call: { url: string; method: string }) =>
        Promise.resolve({
          status: 200,
          headers: {},
          url: call.url,
          body: call.method === 'POST' ? JSON.stringify({ create: rows }) : '{"settings":{"currency":"EUR"}}',
        }),
    };
    const written = take(
      await openStoreWith(transport).writeProducts([1, 2, 3, 4].map((at) => create({ sku: `S-${at}` }))),
    );
    expect(written.map(codeOf)).toEqual(['WOO_SKU_TAKEN', 'WOO_SKU_IN_TRASH', 'WOO_REFUSED', 'WOO_FAILING']);
  });
});

describe('writing variations', () => {
  async function addParent(store: OpenStore, sku = 'TEE') {
    const attributes = [{ name: 'Size', options: ['S', 'M', 'L'] }];
    const parent = await writeOne(store, create({ type: 'variable', name: 'Tee', sku, attributes }));
    if (!parent?.isDone) throw new Error(JSON.stringify(parent));
    return parent.product;
  }
  const vary = (option: string, patch: ProductPatch = {}): ProductWrite => ({
    id: null,
    categoryIds: null,
    patch: { options: [{ name: 'Size', option }], ...patch },
  });

  it('tells a SKU of their own from the parent’s', async () => {
    const store = openStore();
    const parent = await addParent(store);
    expect(parent.attributes).toEqual([{ name: 'Size', options: ['S', 'M', 'L'] }]);
    const rows = take(
      await store.port.writeVariations(parent.id, [
        vary('S', { priceAmount: 1_500, itemId: asCloverId('ITEM1'), stock: { managed: true, quantity: 2 } }),
        vary('M', { sku: 'TEE-M' }),
      ]),
    );
    expect(rows).toMatchObject([
      { product: { sku: '', priceAmount: 1_500, stock: 2, itemId: 'ITEM1', options: [{ option: 'S' }] } },
      { product: { sku: 'TEE-M', parentId: parent.id } },
    ]);
  });

  it('of a parent with a global attribute keep it', async () => {
    const store = openStore();
    const attribute = await store.service.handle(
      signedPost(store, '/wc/v3/products/attributes', { name: 'Size' }),
    );
    const { id } = JSON.parse(attribute.body) as { id: number };
    const [parentId = 0] = store.service.load([
      {
        name: 'Tee',
        type: 'variable',
        attributes: [
          { id, variation: true, visible: true, options: ['S'] },
          { name: 'Brand', variation: false, visible: true, options: ['Ours'] },
        ],
      },
    ]);
    const widened = await writeOne(
      store,
      update(parentId, { attributes: [{ name: 'Size', options: ['S', 'XL'] }] }),
    );
    expect(widened).toMatchObject({ product: { attributes: [{ name: 'Size', options: ['S', 'XL'] }] } });
    expect(store.service.state.products.get(parentId)?.attributes.map(({ name }) => name)).toEqual([
      'Size',
      'Brand',
    ]);
    const [variation] = take(await store.port.writeVariations(asWooId(parentId), [vary('XL')]));
    expect(variation).toMatchObject({ product: { options: [{ name: 'Size', option: 'XL' }] } });
  });

  it('of a parent that is gone are told as such', async () => {
    const store = openStore();
    const [row] = take(await store.port.writeVariations(asWooId(999), [vary('S')]));
    expect(codeOf(row)).toBe('WOO_PRODUCT_GONE');
  });

  it('a taken SKU is named with its owner', async () => {
    const store = openStore();
    const parent = await addParent(store);
    const [owner = 0] = store.service.load([{ name: 'Owner', sku: 'X' }]);
    const [row] = take(await store.port.writeVariations(parent.id, [vary('S', { sku: 'X' })]));
    expect(row).toMatchObject({ failure: { code: 'WOO_SKU_TAKEN' }, resourceId: owner });
  });
});

describe('categories', () => {
  it('are made in one call, and one that exists is adopted', async () => {
    const store = openStore();
    const [first] = take(await store.port.createCategories([{ name: 'Drinks & more', parentId: null }]));
    const parentId = first?.isDone ? first.id : asWooId(0);
    const before = store.calls.length;
    const rows = take(
      await store.port.createCategories([
        { name: 'drinks & MORE', parentId: null },
        { name: '', parentId: null },
        { name: 'Drinks & more', parentId },
        { name: 'Orphan', parentId: asWooId(9_999) },
      ]),
    );
    expect(store.calls.length - before).toBe(1);
    expect(rows[0]).toEqual({ isDone: true, id: parentId });
    expect(rows[1]).toMatchObject({ isDone: false, failure: { code: 'BUG' } });
    expect(rows[2]).toMatchObject({ isDone: true });
    expect(rows[2]).not.toEqual(rows[0]);
    expect(rows[3]).toMatchObject({ isDone: false, failure: { code: 'WOO_REFUSED' } });
  });

  it('are deleted only when nothing is in them', async () => {
    const store = openStore();
    const made = take(
      await store.port.createCategories([
        { name: 'Empty', parentId: null },
        { name: 'Full', parentId: null },
        { name: 'Above', parentId: null },
      ]),
    );
    const [empty = asWooId(0), full = asWooId(0), above = asWooId(0)] = made.map((row) =>
      row.isDone ? row.id : asWooId(0),
    );
    await store.port.createCategories([{ name: 'Below', parentId: above }]);
    await writeOne(store, create({ status: 'draft' }, [full]));
    expect(take(await store.port.deleteEmptyCategory(empty))).toBe(true);
    expect(take(await store.port.deleteEmptyCategory(empty))).toBe(true);
    expect(take(await store.port.deleteEmptyCategory(full))).toBe(false);
    expect(take(await store.port.deleteEmptyCategory(above))).toBe(false);
    // The default category is the shop's own.
    expect(take(await store.port.deleteEmptyCategory(asWooId(15)))).toBe(false);
    expect([...store.service.state.categories.values()].map(({ name }) => name)).toEqual([
      'Uncategorized',
      'Full',
      'Above',
      'Below',
    ]);
  });
});

describe('the line to the store', () => {
  it('signs again with the shop’s time when this computer’s is wrong', async () => {
    for (const aheadMs of [3 * 3_600_000, -26 * 3_600_000]) {
      const store: OpenStore = openStore({
        aheadMs,
        wrap: (service) => ({
          handle: async (request) => {
            const answer = await service.handle(request);
            const date = new Date(store.time.clock.nowMs() + aheadMs).toUTCString();
            // In the shop's own language, so that only the time tells what is wrong.
            const body = answer.body.replace('Invalid timestamp.', 'Zeitstempel ungültig.');
            return { ...answer, body, headers: { ...answer.headers, Date: date } };
          },
        }),
      });
      expect((await writeOne(store, create({ name: 'On time' })))?.isDone).toBe(true);
      expect([...store.service.state.products.values()]).toHaveLength(1);
      // Known from then on: one refusal, then never again.
      const before = store.calls.length;
      await store.port.findProductsAbove(asWooId(1));
      expect(store.calls.length - before).toBe(1);
    }
  });

  it('signs again where somebody sets this computer’s clock between the question and the answer', async () => {
    let wrongMs = 3_600_000;
    const store = openStore({
      readWrongMs: () => wrongMs,
      wrap: (service) => ({
        handle: async (request) => {
          const answer = await service.handle(request);
          wrongMs = 0;
          return answer;
        },
      }),
    });
    const found = await store.port.findProductsAbove(asWooId(1));
    expect(found, 'not that the consumer secret is wrong').toMatchObject({ kind: 'done' });
    expect(store.calls).toHaveLength(2);
  });

  it('never repeats a nonce', async () => {
    const store = openStore();
    store.service.load(Array.from({ length: 500 }, (_, at) => ({ name: `P ${at}` })));
    await store.port.readCatalog({ withDescriptions: false }, () => undefined);
    const nonces = store.calls.map(({ url }) => /oauth_nonce=(\w+)/.exec(url)?.[1]).filter(Boolean);
    expect(nonces.length).toBeGreaterThan(8);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('keys are in no failure, whatever the shop quotes', async () => {
    const body = '{"code":"blocked","message":"blocked ?consumer_secret=cs_secret123456&k=ck_key123456"}';
    for (const status of [400, 401, 403, 404, 429, 500]) {
      const port = openStoreWith(createScriptedTransport([{ status, body }]));
      const text = JSON.stringify(await port.findProductsAbove(asWooId(1)));
      expect(text).not.toMatch(/cs_secret|ck_key/);
    }
  });
});

function signedPost(store: OpenStore, path: string, body: unknown) {
  const { consumerKey, consumerSecret } = store.service.keys.add();
  const pair = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
  return {
    method: 'POST',
    url: `/wp-json${path}`,
    headers: { authorization: `Basic ${pair}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    origin: 'https://shop.example',
  };
}
