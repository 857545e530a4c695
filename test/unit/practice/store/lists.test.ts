import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const ids = (json: { id: number }[]): number[] => json.map(({ id }) => id);
const count = (howMany: number) => Array.from({ length: howMany }, (_, index) => ({ name: `P ${index}` }));

describe('pages', () => {
  it('gives totals and links to the neighbours, with the query as it was sent', async () => {
    const { store, url, call } = await openStore();
    store.load(count(32));
    const { headers } = await call('GET', '/products?per_page=10&page=2&_fields=id');
    expect(headers.get('x-wp-total')).toBe('32');
    expect(headers.get('x-wp-totalpages')).toBe('4');
    const page = (number: number): string =>
      `<${url}/wp-json/wc/v3/products?per_page=10&page=${number}&_fields=id>`;
    expect(headers.get('link')).toBe(`${page(1)}; rel="prev", ${page(3)}; rel="next"`);
    expect(headers.get('cache-control')).toBe('no-cache, must-revalidate, max-age=0, no-store, private');
  });

  it('names no next page on the last and no previous one on the first', async () => {
    const { store, call } = await openStore();
    store.load(count(20));
    const link = async (page: number) => (await call('GET', `/products?page=${page}`)).headers.get('link');
    expect(await link(1)).not.toContain('rel="prev"');
    expect(await link(1)).toContain('rel="next"');
    expect(await link(2)).not.toContain('rel="next"');
  });

  it('reads everything exactly once by rising id', async () => {
    const { store, call } = await openStore();
    const loaded = store.load(count(25));
    const seen: number[] = [];
    for (const page of [1, 2, 3, 4]) {
      seen.push(...ids((await call('GET', `/products?orderby=id&order=asc&page=${page}`)).json));
    }
    expect(seen).toEqual(loaded);
    expect(ids((await call('GET', '/products?orderby=id&offset=3&per_page=2')).json)).toEqual([31, 30]);
  });

  it('repeats and skips products of one second in the default order', async () => {
    const { store, call } = await openStore();
    store.load(count(60));
    const seen: number[] = [];
    for (const page of [1, 2, 3, 4, 5, 6])
      seen.push(...ids((await call('GET', `/products?page=${page}`)).json));
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBeLessThan(60);
  });

  it('puts newer seconds first in the default order', async () => {
    const { store, clock, call } = await openStore();
    for (const name of ['a', 'b', 'c']) {
      store.staff.addProduct({ name });
      clock.advance(1000);
    }
    expect(ids((await call('GET', '/products')).json)).toEqual([12, 11, 10]);
  });
});

describe('filters', () => {
  it('ignores parameters it does not know and returns the whole list', async () => {
    const { store, call } = await openStore();
    store.load(count(3));
    expect((await call('GET', '/products?meta_key=_x&meta_value=1')).json).toHaveLength(3);
  });

  it('includes only what exists and never a variation', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'Tee', type: 'variable' }, { name: 'Tea' }]);
    await call('POST', '/products/10/variations', { regular_price: '1' });
    expect(ids((await call('GET', '/products?include=11,12,999')).json)).toEqual([11]);
    expect(ids((await call('GET', '/products?include[]=11&include[]=10&orderby=include')).json)).toEqual([
      11, 10,
    ]);
  });

  it('finds by part of the SKU, by GTIN list and by words of the name', async () => {
    const { store, call } = await openStore();
    store.load([
      { name: 'Mac & Cheese', sku: 'P-1', global_unique_id: '0123456789012' },
      { name: 'Latte', sku: 'P-12', global_unique_id: '978-1-23' },
      { name: 'Tea', sku: 'X' },
    ]);
    expect(ids((await call('GET', '/products?search_sku=p-1&orderby=id&order=asc')).json)).toEqual([10, 11]);
    expect(ids((await call('GET', '/products?global_unique_id=978-1-23,999')).json)).toEqual([11]);
    expect((await call('GET', '/products?global_unique_id=555')).json).toEqual([]);
    expect(ids((await call('GET', `/products?search=${encodeURIComponent('mac & CHEESE')}`)).json)).toEqual([
      10,
    ]);
    expect((await call('GET', '/products?search=0123456789012')).json).toEqual([]);
  });

  it('finds a SKU that holds a comma, and trims a GTIN list but no SKU list', async () => {
    const { store, call } = await openStore();
    store.load([
      { name: 'a', sku: 'A,B', global_unique_id: '1' },
      { name: 'b', sku: 'B', global_unique_id: '2' },
    ]);
    const find = async (query: string) => ids((await call('GET', `/products?${query}`)).json).sort();
    expect(await find('sku=A,B')).toEqual([10, 11]);
    expect(await find('sku=x,%20B')).toEqual([]);
    expect(await find('global_unique_id=1,%202')).toEqual([10, 11]);
  });

  it('loses an auto-draft from every list', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'a' }]);
    await call('PUT', '/products/10', { status: 'auto-draft' });
    expect((await call('GET', '/products')).json).toEqual([]);
    expect((await call('GET', '/products?status=publish')).json).toEqual([]);
  });

  it('takes an empty sku for no filter at all', async () => {
    const { store, call } = await openStore();
    store.load(count(2));
    expect((await call('GET', '/products?sku=')).json).toHaveLength(2);
  });

  it('filters by status, type, stock, category with children, tag and price', async () => {
    const { store, call } = await openStore();
    await call('POST', '/products/categories', { name: 'Drinks' });
    await call('POST', '/products/categories', { name: 'Hot', parent: 16 });
    await call('POST', '/products/tags', { name: 'Vegan' });
    store.load([
      { name: 'a', status: 'draft' },
      { name: 'b', type: 'variable' },
      { name: 'c', stock_status: 'outofstock', regular_price: '3' },
      { name: 'd', categories: [{ id: 17 }], tags: [{ id: 18 }], regular_price: '9.5' },
    ]);
    store.staff.trash(12);
    const find = async (query: string) =>
      ids((await call('GET', `/products?orderby=id&order=asc&${query}`)).json);
    expect(await find('')).toEqual([10, 11, 13]);
    expect(await find('status=draft')).toEqual([10]);
    expect(await find('status=trash')).toEqual([12]);
    expect(await find('include_status=trash,draft')).toEqual([10, 12]);
    expect(await find('exclude_status=draft')).toEqual([11, 13]);
    expect(await find('type=variable')).toEqual([11]);
    expect(await find('status=trash&stock_status=outofstock')).toEqual([12]);
    expect(await find('category=16')).toEqual([13]);
    expect(await find('tag=18')).toEqual([13]);
    expect(await find('min_price=9&max_price=10')).toEqual([13]);
    expect(await find('exclude=10,13')).toEqual([11]);
  });

  it('shows only the asked meta rows', async () => {
    const { store, call } = await openStore();
    const meta_data = [
      { key: '_a', value: '1' },
      { key: '_b', value: '2' },
    ];
    store.load([{ name: 'Tea', meta_data }]);
    const keys = async (query: string) =>
      (await call('GET', `/products/10?${query}`)).json.meta_data.map(({ key }: { key: string }) => key);
    expect(await keys('')).toEqual(['_a', '_b']);
    expect(await keys('include_meta=_a')).toEqual(['_a']);
    expect(await keys('exclude_meta=_a')).toEqual(['_b']);
  });
});

describe('modified_after', () => {
  const open = async () => {
    const opened = await openStore();
    opened.clock.advance(Date.parse('2026-11-21T02:59:30Z') - opened.clock.nowMs());
    for (const name of ['a', 'b', 'c']) {
      opened.store.staff.addProduct({ name });
      opened.clock.advance(1000);
    }
    return opened;
  };

  it.each([
    ['UTC with the flag', 'modified_after=2026-11-21T02:59:31&dates_are_gmt=true', [12]],
    [
      'Z with the flag: wrong by the site offset',
      'modified_after=2026-11-21T02:59:31Z&dates_are_gmt=true',
      [10, 11, 12],
    ],
    [
      'milliseconds and Z with the flag',
      'modified_after=2026-11-21T02:59:31.000Z&dates_are_gmt=true',
      [10, 11, 12],
    ],
    [
      'an offset with the flag',
      'modified_after=2026-11-20T21%3A59%3A31-05%3A00&dates_are_gmt=true',
      [10, 11, 12],
    ],
    ['Z without the flag', 'modified_after=2026-11-21T02:59:31Z', [12]],
    ['an offset without the flag', 'modified_after=2026-11-20T21%3A59%3A31-05%3A00', [12]],
    ['UTC without the flag is read as site time', 'modified_after=2026-11-21T02:59:31', []],
    ['site time without the flag', 'modified_after=2026-11-20T21:59:31', [12]],
    ['before', 'modified_before=2026-11-21T02:59:31&dates_are_gmt=true', [10]],
    [
      'between',
      'modified_after=2026-11-21T02:59:30&modified_before=2026-11-21T02:59:32&dates_are_gmt=true',
      [11],
    ],
    [
      'in the order of change',
      'modified_after=2000-01-01T00:00:00&dates_are_gmt=true&orderby=modified&order=asc',
      [10, 11, 12],
    ],
  ])('%s', async (_, query, expected) => {
    const { call } = await open();
    expect(ids((await call('GET', `/products?${query}`)).json).sort()).toEqual(expected);
  });

  it('finds what was trashed after the moment', async () => {
    const { store, call } = await open();
    store.staff.trash(10);
    const query = 'status=trash&modified_after=2026-11-21T02:59:32&dates_are_gmt=true';
    expect(ids((await call('GET', `/products?${query}`)).json)).toEqual([10]);
  });
});
