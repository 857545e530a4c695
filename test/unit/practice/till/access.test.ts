import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { create, type OpenTill, openTill } from './open-till.ts';

/** A GET of /items with exactly these headers; fetch would add a User-Agent. */
function getItems({ url, till }: OpenTill, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/v3/merchants/${till.merchant.id}/items`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('who may ask', () => {
  it('a request without User-Agent is refused, unless switched', async () => {
    const open = await openTill();
    const headers = { authorization: `Bearer ${open.token}` };
    expect(await getItems(open, headers)).toBe(400);
    expect(await getItems(open, { ...headers, 'user-agent': 'tillbridge/1' })).toBe(200);
    open.till.answers.userAgent = 'accept';
    expect(await getItems(open, headers)).toBe(200);
  });

  it('a wrong token, a revoked one and another merchant are all the same 401', async () => {
    const { till, url, token, call } = await openTill();
    const wrong = await call('GET', '/items', undefined, 'nonsense');
    expect(wrong.status).toBe(401);
    expect(wrong.json).toEqual({ message: '401 Unauthorized' });
    const elsewhere = await fetch(`${url}/v3/merchants/AAAAAAAAAAAAA/items`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(elsewhere.status).toBe(401);
    expect((await call('GET', '/items')).status).toBe(200);
    expect(till.tokens.revoke(token)).toBe(true);
    expect((await call('GET', '/items')).status).toBe(401);
  });

  it('a missing permission is a 401 too: to read, to write, of another area', async () => {
    const { till, call } = await openTill();
    const reader = till.tokens.add({ inventory: 'r' });
    expect((await call('GET', '/items', undefined, reader)).status).toBe(200);
    expect((await call('POST', '/items', { name: 'x', price: 1 }, reader)).status).toBe(401);
    expect((await call('GET', '/properties', undefined, reader)).status).toBe(401);
    expect(till.state.items.size).toBe(0);
  });

  it('the texts of 401 can be switched, for nobody has recorded them', async () => {
    const { call } = await openTill({ answers: { unauthorizedMessage: 'No' } });
    expect((await call('GET', '/items', undefined, 'x')).json).toEqual({ message: 'No' });
  });
});

describe('what there is to ask', () => {
  it('a known path with another method is a 405 that names the methods', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599 });
    const rates = await open.call('GET', `/items/${id}/tax_rates`);
    expect([rates.status, rates.text]).toEqual([405, '405 GET not allowed.']);
    const items = await open.call('PUT', '/items', {});
    expect(items.headers.get('allow')).toBe('GET, POST, DELETE, OPTIONS');
    expect((await open.call('GET', '/category_items')).status).toBe(405);
    expect((await open.call('PUT', '/categories', {})).status).toBe(405);
  });

  it('an unknown item says invalid ID, everything else says what was not found', async () => {
    const { call } = await openTill();
    const item = await call('GET', '/items/AAAAAAAAAAAAA');
    expect([item.status, item.json]).toEqual([404, { message: 'invalid ID' }]);
    const category = await call('POST', '/categories/AAAAAAAAAAAAA', { name: 'x' });
    expect([category.status, category.json]).toEqual([
      404,
      { message: 'Not Found', details: 'Category not found' },
    ]);
    expect((await call('GET', '/nowhere')).status).toBe(404);
    expect((await call('GET', '/item_stocks/AAAAAAAAAAAAA')).json).toEqual({ message: 'invalid ID' });
  });

  it('the merchant tells its currency, stock policy and tax kind', async () => {
    const { till, call } = await openTill({
      merchant: { vat: true, currency: 'EUR', country: 'IE', updateStock: false },
    });
    expect((await call('GET', '')).json).toMatchObject({ id: till.merchant.id, name: "Plato's Pizza" });
    expect((await call('GET', '/properties')).json).toMatchObject({
      defaultCurrency: 'EUR',
      timezone: 'America/New_York',
      vat: true,
      trackStock: true,
      updateStock: false,
    });
    expect((await call('GET', '/address')).json.country).toBe('IE');
    const expanded = await call('GET', '?expand=properties');
    expect(expanded.json.properties.defaultCurrency).toBe('EUR');
  });

  it('the tenders of every merchant are there, and one of its own can be added', async () => {
    const { call } = await openTill();
    const external = await call('GET', '/tenders?filter=labelKey=com.clover.tender.external_payment');
    expect(external.json.elements).toHaveLength(1);
    expect(external.json.elements[0]).toMatchObject({ enabled: true, visible: true });
    const own = await call('POST', '/tenders', { label: 'WooCommerce', opensCashDrawer: false });
    expect(own.json).toMatchObject({ label: 'WooCommerce', editable: true, enabled: true });
    const listed = await call('GET', '/tenders');
    expect(listed.json.elements.map(({ label }: { label: string }) => label)).toContain('WooCommerce');
  });

  it('requests are counted by route', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599 });
    await open.call('GET', `/items/${id}`);
    await open.call('GET', `/items/${id}?expand=tags`);
    expect([...open.till.counters.requests]).toEqual([
      ['POST /items', 1],
      ['GET /items/{itemId}', 2],
    ]);
    expect(open.till.counters.maxInFlight).toBe(1);
    open.till.counters.reset();
    expect(open.till.counters.requests.size).toBe(0);
  });
});
