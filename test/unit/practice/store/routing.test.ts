import { describe, expect, it } from 'vitest';
import { basic, openStore } from './open-store.ts';

describe('addresses', () => {
  it.each([
    '/wp-json/wc/v3/products/?_fields=id',
    '/wp-json/wc/v3/Products?_fields=id',
    '//wp-json/wc/v3/products?_fields=id',
    '/index.php/wp-json/wc/v3/products?_fields=id',
  ])('answers %s like the plain address', async (path) => {
    const { store, key, send } = await openStore();
    store.load([{ name: 'Tea' }]);
    const answer = await send(path, { headers: { authorization: basic(key) } });
    expect(answer).toMatchObject({ status: 200, json: [{ id: 10 }] });
  });

  it('does not authenticate ?rest_route= unless the address also holds wp-json/wc/', async () => {
    const { key, send } = await openStore();
    const init = { headers: { authorization: basic(key) } };
    const bare = await send('/?rest_route=/wc/v3/products', init);
    expect(bare).toMatchObject({ status: 401, json: { code: 'woocommerce_rest_cannot_view' } });
    expect((await send('/?rest_route=/wc/v3/products&x=/wp-json/wc/', init)).status).toBe(200);
  });

  it('takes POST on an item and _method=PUT for PUT', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'Tea' }]);
    expect((await call('POST', '/products/10', { name: 'A' })).json.name).toBe('A');
    expect((await call('POST', '/products/10?_method=PUT', { name: 'B' })).json.name).toBe('B');
  });

  it('answers HEAD with the totals and no body', async () => {
    const { store, call } = await openStore();
    store.load([{ name: 'Tea' }, { name: 'Milk' }]);
    const answer = await call('HEAD', '/products');
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(answer.headers.get('x-wp-total')).toBe('2');
  });
});

describe('the site before REST', () => {
  it('shows the kind of permalinks in the Link header of the home page', async () => {
    const { store, url, send } = await openStore();
    const pretty = await send('/', { method: 'HEAD' });
    expect(pretty.headers.get('link')).toBe(`<${url}/wp-json/>; rel="https://api.w.org/"`);
    store.switches.permalinks = 'plain';
    const plain = await send('/', { method: 'HEAD' });
    expect(plain.headers.get('link')).toBe(`<${url}/index.php?rest_route=/>; rel="https://api.w.org/"`);
  });

  it('has no API under /wp-json/ with plain permalinks', async () => {
    const { url, key, send } = await openStore({ switches: { permalinks: 'plain' } });
    const init = { headers: { authorization: basic(key) } };
    const moved = await send('/wp-json/wc/v3/products?_fields=id', init);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`${url}/wp-json/wc/v3/products/?_fields=id`);
    const page = await send('/wp-json/wc/v3/products/?_fields=id', init);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await send('/?rest_route=/wc/v3/products', init)).status).toBe(401);
  });

  it('answers a blocked API with an HTML page', async () => {
    const { call } = await openStore({ switches: { rest: false } });
    const answer = await call('GET', '/products');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('tells anybody its name, time and namespaces', async () => {
    const { url, send } = await openStore({ name: 'Corner Café', timezoneOffsetHours: 5.5 });
    const { json } = await send('/wp-json/');
    expect(json).toMatchObject({ name: 'Corner Café', url, home: url, gmt_offset: 5.5, timezone_string: '' });
    expect(json.namespaces).toEqual(expect.arrayContaining(['wp/v2', 'wc/v3', 'wc-analytics']));
  });

  it('has no namespace wc/v3 and no routes in it without WooCommerce', async () => {
    const { call, send } = await openStore({ switches: { woo: false } });
    expect((await send('/wp-json/')).json.namespaces).not.toContain('wc/v3');
    expect(await call('GET', '/products')).toMatchObject({ status: 404, json: { code: 'rest_no_route' } });
  });

  it('can lack the analytics routes alone', async () => {
    const { call } = await openStore({ switches: { analytics: false } });
    const answer = await call('GET', '/wp-json/wc-analytics/variations');
    expect(answer).toMatchObject({ status: 404, json: { code: 'rest_no_route' } });
    expect((await call('GET', '/products')).status).toBe(200);
  });
});
