import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const TEE = {
  name: 'Tee',
  type: 'variable',
  sku: 'TEE',
  attributes: [{ name: 'Size', variation: true, options: ['S', 'M', 'L'] }],
};
const size = (option: string, regular_price: string, more = {}) => ({
  regular_price,
  attributes: [{ name: 'Size', option }],
  ...more,
});

const open = async () => {
  const opened = await openStore();
  opened.store.load([TEE]);
  const create = [size('S', '10', { sku: 'TEE-S' }), size('M', '8'), size('L', '12', { sku: 'TEE-L' })];
  await opened.call('POST', '/products/10/variations/batch', { create });
  return opened;
};

describe('variations', () => {
  it('move their parent: date, lowest price, stock status', async () => {
    const { clock, call } = await open();
    clock.advance(4000);
    const update = [
      { id: 12, regular_price: '9.5', stock_status: 'outofstock' },
      { id: 11, stock_status: 'outofstock' },
    ];
    await call('POST', '/products/10/variations/batch', { update });
    expect((await call('GET', '/products/10')).json).toMatchObject({
      price: '9.5',
      regular_price: '',
      stock_status: 'instock',
      variations: [11, 12, 13],
      date_modified_gmt: '2026-11-21T02:55:25',
    });
    await call('PUT', '/products/10/variations/13', { stock_status: 'outofstock' });
    expect((await call('GET', '/products/10')).json.stock_status).toBe('outofstock');
  });

  it('show the SKU of the parent when they have none, but are not found by it', async () => {
    const { call } = await open();
    expect((await call('GET', '/products/10/variations/12')).json.sku).toBe('TEE');
    expect((await call('GET', '/products?sku=tee&_fields=id')).json).toEqual([{ id: 10 }]);
  });

  it('share the SKU space with products', async () => {
    const { call } = await open();
    expect(await call('POST', '/products', { name: 'x', sku: 'tee-s' })).toMatchObject({
      status: 400,
      json: { code: 'product_invalid_sku', data: { resource_id: 11 } },
    });
  });

  it('are listed newest first, per parent and flat', async () => {
    const { call } = await open();
    const fields = '_fields=id&per_page=100';
    const expected = [{ id: 13 }, { id: 12 }, { id: 11 }];
    expect((await call('GET', `/products/10/variations?${fields}`)).json).toEqual(expected);
    const flat = await call('GET', `/wp-json/wc-analytics/variations?${fields}`);
    expect(flat.json).toEqual(expected);
    expect(flat.headers.get('x-wp-total')).toBe('3');
    expect((await call('GET', '/products/999/variations')).json).toEqual([]);
  });

  it('can be asked for flat by SKU, id and time of change', async () => {
    const { clock, call } = await open();
    const find = async (query: string) =>
      (await call('GET', `/wp-json/wc-analytics/variations?_fields=id&${query}`)).json;
    expect(await find('sku=tee-l')).toEqual([{ id: 13 }]);
    expect(await find('include=11')).toEqual([{ id: 11 }]);
    clock.advance(2000);
    await call('PUT', '/products/10/variations/12', {});
    expect(await find('modified_after=2026-11-21T02:55:22&dates_are_gmt=true')).toEqual([{ id: 12 }]);
    expect(await find('modified_after=2027-01-01T00:00:00&dates_are_gmt=true')).toEqual([]);
  });

  it('go to the trash with their parent and stay there when only the parent is put back by REST', async () => {
    const { store, call } = await open();
    await call('DELETE', '/products/10');
    expect((await call('GET', '/products/10/variations/11')).json.status).toBe('trash');
    expect((await call('GET', '/wp-json/wc-analytics/variations')).json).toEqual([]);
    expect((await call('PUT', '/products/10', { status: 'publish' })).json.variations).toEqual([]);
    store.staff.trash(10);
    store.staff.restore(10);
    expect((await call('GET', '/products/10')).json.variations).toEqual([11, 12, 13]);
  });

  it('vanish with their parent for good', async () => {
    const { store, call } = await open();
    await call('DELETE', '/products/10?force=true');
    expect(store.state.products.size).toBe(0);
    expect((await call('POST', '/products', { name: 'x', sku: 'TEE-S' })).status).toBe(201);
  });

  it('are not found under another parent, nor when unknown', async () => {
    const { store, call } = await open();
    const [other] = store.load([{ name: 'Other', type: 'variable' }]);
    const code = 'woocommerce_rest_product_variation_invalid_id';
    const expectations = [
      ['GET', `/products/${other}/variations/11`, 404],
      ['PUT', `/products/${other}/variations/11`, 404],
      ['GET', '/products/10/variations/999', 404],
      ['PUT', '/products/10/variations/999', 400],
      ['GET', '/products/10/variations/10', 404],
    ] as const;
    for (const [method, path, status] of expectations) {
      const answer = await call(method, path, method === 'PUT' ? {} : undefined);
      expect(answer, `${method} ${path}`).toMatchObject({ status, json: { code } });
    }
  });

  it('take "parent" for their stock and show its quantity', async () => {
    const { call } = await open();
    await call('PUT', '/products/10', { manage_stock: true, stock_quantity: 20 });
    const answer = await call('PUT', '/products/10/variations/11', {
      manage_stock: 'parent',
      stock_quantity: 3,
    });
    expect(answer.json).toMatchObject({ manage_stock: 'parent', stock_quantity: 20 });
    const own = await call('PUT', '/products/10/variations/11', { manage_stock: true, inventory_delta: 4 });
    expect(own.json).toMatchObject({ manage_stock: true, stock_quantity: 4 });
  });

  it('are deleted when the product stops being variable', async () => {
    const { store, call } = await open();
    await call('PUT', '/products/10', { type: 'simple' });
    expect([...store.state.products.keys()]).toEqual([10]);
  });
});
