import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

describe('a product', () => {
  it('is sent with slashes and accents escaped the PHP way', async () => {
    const { call } = await openStore();
    const { text } = await call('POST', '/products', { name: 'Café ☕' });
    expect(text).toContain('"name":"Caf\\u00e9 \\u2615"');
    expect(text).toContain('\\/wp-json\\/wc\\/v3\\/products\\/10"');
  });

  it('has its dates in site time and in UTC, whole seconds', async () => {
    const { call } = await openStore({ timezoneOffsetHours: 5.5 });
    expect((await call('POST', '/products', { name: 'Tea' })).json).toMatchObject({
      date_created: '2026-11-21T08:25:21',
      date_created_gmt: '2026-11-21T02:55:21',
    });
  });

  it('returns & and < in its name encoded, and the same when that is sent back', async () => {
    const { call } = await openStore();
    const encoded = 'Mac &amp; Cheese "XL" &lt;3';
    expect((await call('POST', '/products', { name: 'Mac & Cheese "XL" <3' })).json.name).toBe(encoded);
    expect((await call('PUT', '/products/10', { name: encoded })).json.name).toBe(encoded);
    expect((await call('PUT', '/products/10', { name: '<b>Bold</b>' })).json.name).toBe('<b>Bold</b>');
  });

  it('shows its description in paragraphs to readers and as stored to writers', async () => {
    const { call } = await openStore();
    const created = await call('POST', '/products', { name: 'Tea', description: 'Hot\n\nwet' });
    expect(created.json.description).toBe('Hot\n\nwet');
    expect((await call('GET', '/products/10')).json.description).toBe('<p>Hot</p>\n<p>wet</p>\n');
  });

  it('moves its date_modified with every PUT, even an empty one', async () => {
    const { clock, store, call } = await openStore();
    store.load([{ name: 'Tea' }]);
    clock.advance(5000);
    expect((await call('PUT', '/products/10', {})).json.date_modified_gmt).toBe('2026-11-21T02:55:26');
  });

  it('keeps nothing of a refused change', async () => {
    const { store, call } = await openStore();
    store.load([
      { name: 'Tea', sku: 'T' },
      { name: 'Milk', sku: 'M' },
    ]);
    const before = store.state.products.get(11);
    expect((await call('PUT', '/products/11', { name: 'New', sku: 't' })).status).toBe(400);
    expect(store.state.products.get(11)).toBe(before);
  });

  it('gets ids that only grow, and slugs of its own', async () => {
    const { call } = await openStore();
    expect((await call('POST', '/products', { name: 'Tea' })).json).toMatchObject({ id: 10, slug: 'tea' });
    await call('DELETE', '/products/10?force=true');
    expect((await call('POST', '/products', { name: 'Tea' })).json).toMatchObject({ id: 11, slug: 'tea' });
    expect((await call('POST', '/products', { name: 'Tea' })).json).toMatchObject({ id: 12, slug: 'tea-2' });
  });

  it('is not wanted by the page of its draft until it is published', async () => {
    const { url, call } = await openStore();
    const draft = await call('POST', '/products', { name: 'Tea', status: 'draft' });
    expect(draft.json).toMatchObject({ slug: '', permalink: `${url}/?post_type=product&p=10` });
    expect((await call('PUT', '/products/10', { status: 'publish' })).json.slug).toBe('tea');
  });
});

describe('the trash', () => {
  const trashed = async () => {
    const opened = await openStore();
    opened.store.load([{ name: 'D', sku: 'D1' }]);
    await opened.call('DELETE', '/products/10');
    return opened;
  };

  it('still blocks the SKU and does not say whose it is', async () => {
    const { call } = await trashed();
    const answer = await call('POST', '/products', { name: 'Dn', sku: 'd1' });
    expect(answer).toMatchObject({
      status: 400,
      json: {
        code: 'woocommerce_rest_product_not_created',
        message: 'The product with SKU (d1) you are trying to insert is already present in the lookup table',
      },
    });
    expect(answer.json.data).toEqual({ status: 400 });
    expect((await call('GET', '/products?sku=D1')).json).toEqual([]);
    expect((await call('GET', '/products?status=trash&_fields=id,sku')).json).toEqual([
      { id: 10, sku: 'D1' },
    ]);
  });

  it('marks the slug and gives product, id and SKU back through a PUT of the status', async () => {
    const { call } = await trashed();
    expect((await call('GET', '/products/10')).json).toMatchObject({ status: 'trash', slug: 'd__trashed' });
    const restored = await call('PUT', '/products/10', { status: 'publish' });
    expect(restored.json).toMatchObject({ id: 10, status: 'publish', slug: 'd', sku: 'D1' });
  });

  it('frees the SKU with a force delete', async () => {
    const { call } = await trashed();
    await call('DELETE', '/products/10?force=true');
    expect((await call('POST', '/products', { name: 'Dn', sku: 'D1' })).status).toBe(201);
  });

  it('moves date_modified and leaves with its old status through the staff', async () => {
    const { store, clock, call } = await openStore();
    store.load([{ name: 'D', status: 'private' }]);
    clock.advance(2000);
    store.staff.trash(10);
    expect((await call('GET', '/products/10')).json.date_modified_gmt).toBe('2026-11-21T02:55:23');
    store.staff.restore(10);
    expect((await call('GET', '/products/10')).json.status).toBe('private');
  });
});

describe('the global unique id', () => {
  it('is unique, and the refusal names the owner', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'a', global_unique_id: '978-1-23' }]);
    expect(await call('POST', '/products', { name: 'b', global_unique_id: '978-1-23' })).toMatchObject({
      status: 400,
      json: {
        code: 'product_invalid_global_unique_id',
        message: 'Invalid or duplicated GTIN, UPC, EAN or ISBN.',
        data: { status: 400, resource_id: 10 },
      },
    });
  });
});

describe('meta_data', () => {
  it('refuses a SKU smuggled in under its core key like any other', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'a', sku: 'A' }, { name: 'b' }]);
    const answer = await call('PUT', '/products/11', { meta_data: [{ key: '_sku', value: 'A' }] });
    expect(answer).toMatchObject({ status: 400, json: { code: 'product_invalid_sku' } });
  });

  it('keeps one row of a key written without id', async () => {
    const { call } = await openStore();
    const rows = [
      { key: 'k', value: '1' },
      { key: 'k', value: '2' },
    ];
    const { json } = await call('POST', '/products', { name: 'a', meta_data: rows });
    expect(json.meta_data).toMatchObject([{ key: 'k', value: '2' }]);
  });
});

describe('a price', () => {
  it.each([
    ['$4.50', '4.50'],
    ['1.2.3', '12.3'],
    ['5,25', '525'],
    ['-3', '-3'],
  ])('%s is stored as %s', async (sent, stored) => {
    const { call } = await openStore();
    expect((await call('POST', '/products', { name: 'a', regular_price: sent })).json.regular_price).toBe(
      stored,
    );
  });

  it('shows in the currency and decimals of the store', async () => {
    const { call } = await openStore({ currency: 'GBP', decimals: 3 });
    const { json } = await call('POST', '/products', { name: 'a', regular_price: '1234.5' });
    expect(json.price_html).toContain('&pound;</span>1,234.500');
  });
});
