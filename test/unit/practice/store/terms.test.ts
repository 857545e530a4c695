import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

describe('categories', () => {
  it('leave their products without moving a date, and lift their children', async () => {
    const { store, clock, call } = await openStore();
    await call('POST', '/products/categories', { name: 'Drinks' });
    await call('POST', '/products/categories', { name: 'Hot', parent: 16 });
    store.load([{ name: 'Tea', categories: [{ id: 16 }] }]);
    clock.advance(5000);
    expect((await call('DELETE', '/products/categories/16?force=true')).json.count).toBe(1);
    expect((await call('GET', '/products/10')).json).toMatchObject({
      categories: [],
      date_modified_gmt: '2026-11-21T02:55:21',
    });
    expect(store.state.products.get(10)?.categoryIds).toEqual([]);
    expect((await call('GET', '/products/categories/17')).json.parent).toBe(0);
  });

  it('show a new name in their products without moving a date', async () => {
    const { store, clock, call } = await openStore();
    await call('POST', '/products/categories', { name: 'Drinks' });
    store.load([{ name: 'Tea', categories: [{ id: 16 }] }]);
    clock.advance(5000);
    await call('PUT', '/products/categories/16', { name: 'Salt & Pepper' });
    expect((await call('GET', '/products/10')).json).toMatchObject({
      categories: [{ id: 16, name: 'Salt &amp; Pepper', slug: 'drinks' }],
      date_modified_gmt: '2026-11-21T02:55:21',
    });
  });

  it('wrap the refusal of a double in their batch', async () => {
    const { call } = await openStore();
    const create = [{ name: 'Drinks' }, { name: 'DRINKS' }];
    const { json } = await call('POST', '/products/categories/batch', { create });
    expect(json.create[1]).toMatchObject({
      id: 0,
      error: { code: 'term_exists', data: { resource_id: 16 } },
    });
  });

  it('need a name, and a term that is there', async () => {
    const { call } = await openStore();
    expect(await call('POST', '/products/categories', {})).toMatchObject({
      status: 400,
      json: {
        code: 'rest_missing_callback_param',
        message: 'Missing parameter(s): name',
        data: { status: 400, params: ['name'] },
      },
    });
    expect(await call('GET', '/products/categories/99')).toMatchObject({
      status: 404,
      json: { code: 'woocommerce_rest_term_invalid', message: 'Resource does not exist.' },
    });
  });

  it('are listed by name with totals, a hundred a page', async () => {
    const { call } = await openStore();
    const create = Array.from({ length: 99 }, (_, index) => ({
      name: `C ${String(index).padStart(2, '0')}`,
    }));
    await call('POST', '/products/categories/batch', { create: [...create, { name: 'Zoo' }] });
    const page = await call('GET', '/products/categories?per_page=100&_fields=name');
    expect(page.headers.get('x-wp-total')).toBe('101');
    expect(page.headers.get('x-wp-totalpages')).toBe('2');
    expect(page.json[0]).toEqual({ name: 'C 00' });
    const last = await call('GET', '/products/categories?per_page=100&page=2&_fields=name');
    expect(last.json).toEqual([{ name: 'Zoo' }]);
  });
});

describe('attributes', () => {
  it('make the options products name into terms', async () => {
    const { call } = await openStore();
    await call('POST', '/products/attributes', { name: 'Size' });
    const attributes = [{ id: 1, options: ['Small', 'Large'] }];
    await call('POST', '/products', { name: 'Tee', attributes });
    const terms = await call('GET', '/products/attributes/1/terms?_fields=name,count');
    expect(terms.json).toEqual([
      { name: 'Large', count: 1 },
      { name: 'Small', count: 1 },
    ]);
    await call('PUT', '/products/attributes/1/terms/16', { name: 'Tiny' });
    expect((await call('GET', '/products/10')).json.attributes[0].options).toEqual(['Large', 'Tiny']);
  });

  it('answer the double of a term in a batch without the error wrapper', async () => {
    const { call } = await openStore();
    await call('POST', '/products/attributes', { name: 'Size' });
    const create = [{ name: 'S' }, { name: 's' }];
    const { json } = await call('POST', '/products/attributes/1/terms/batch', { create });
    expect(json.create[1]).toMatchObject({ code: 'term_exists', data: { status: 400, resource_id: 16 } });
  });

  it('are unknown where there are none', async () => {
    const { call } = await openStore();
    expect(await call('GET', '/products/attributes/5/terms')).toMatchObject({
      status: 404,
      json: { code: 'woocommerce_rest_taxonomy_invalid' },
    });
  });

  it('of a variation that the parent does not vary by are dropped', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'Tee', type: 'variable', attributes: [{ name: 'Fit', options: ['Slim'] }] }]);
    const { json } = await call('POST', '/products/10/variations', {
      attributes: [{ name: 'Fit', option: 'Slim' }],
    });
    expect(json).toMatchObject({ attributes: [], name: '' });
  });
});
