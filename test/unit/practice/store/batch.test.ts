import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `P ${index}` }));

describe('a batch', () => {
  it('takes 100 rows of all kinds together and refuses more with 413', async () => {
    const { store, call } = await openStore();
    const refused = await call('POST', '/products/batch', { create: rows(60), update: rows(41) });
    expect(refused).toMatchObject({
      status: 413,
      json: {
        code: 'woocommerce_rest_request_entity_too_large',
        message: 'Unable to accept more than 100 items for this request.',
        data: { status: 413 },
      },
    });
    expect(store.state.products.size).toBe(0);
    expect((await call('POST', '/products/batch', { create: rows(100) })).json.create).toHaveLength(100);
  });

  it('follows the limit a site has set', async () => {
    const { call } = await openStore({ switches: { batchLimit: 5 } });
    const refused = await call('POST', '/products/batch', { create: rows(6) });
    expect(refused.json.message).toBe('Unable to accept more than 5 items for this request.');
  });

  it('creates, then updates, then deletes for good', async () => {
    const { store, call } = await openStore();
    const { json } = await call('POST', '/products/batch', {
      delete: [10],
      update: [{ id: 10, name: 'Changed' }],
      create: [{ name: 'New' }],
    });
    expect(Object.keys(json)).toEqual(['create', 'update', 'delete']);
    expect(json.create[0].id).toBe(10);
    expect(json.update[0].name).toBe('Changed');
    expect(json.delete[0]).toMatchObject({ id: 10, status: 'publish' });
    expect(store.state.products.size).toBe(0);
  });

  it('puts some refusals in place of the row without the error wrapper', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'Tea', sku: 'T' }]);
    const { json } = await call('POST', '/products/batch', {
      update: [{ id: 10, catalog_visibility: 'bogus' }, { id: 99 }],
      create: [{ sku: 't' }],
    });
    expect(json.update[0].code).toBe('product_invalid_catalog_visibility');
    expect(json.update[1]).toEqual({
      id: 99,
      error: { code: 'woocommerce_rest_product_invalid_id', message: 'Invalid ID.', data: { status: 400 } },
    });
    expect(json.create[0]).toMatchObject({ id: 0, error: { code: 'product_invalid_sku' } });
  });

  it('keeps whole rows only under _fields=create, update or delete', async () => {
    const { call } = await openStore();
    const body = { create: [{ name: 'Tea' }], update: [{ id: 10 }] };
    const { json } = await call('POST', '/products/batch?_fields=create', body);
    expect(Object.keys(json)).toEqual(['create']);
    expect(json.create[0].name).toBe('Tea');
  });

  it('counts requests by their route', async () => {
    const { store, call } = await openStore();
    await call('POST', '/products/batch', { create: rows(2) });
    await call('GET', '/products/10');
    await call('GET', '/products/11');
    expect([...store.counters.requests]).toEqual([
      ['POST /wc/v3/products/batch', 1],
      ['GET /wc/v3/products/{id}', 2],
    ]);
  });
});
