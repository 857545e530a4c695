import { describe, expect, it } from 'vitest';
import { basic, openStore } from './open-store.ts';

const LIST = '/wp-json/wc/v3/products';
const JSON_POST = (headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"name":"x"}',
});
const CANNOT_VIEW = {
  code: 'woocommerce_rest_cannot_view',
  message: 'Sorry, you cannot list resources.',
  data: { status: 401 },
};

describe('who is let in', () => {
  it('refuses anonymous readers and writers with 401 and a code of their own', async () => {
    const { send } = await openStore();
    expect(await send(LIST)).toMatchObject({ status: 401, json: CANNOT_VIEW });
    expect(await send(LIST, JSON_POST())).toMatchObject({
      status: 401,
      json: {
        code: 'woocommerce_rest_cannot_create',
        message: 'Sorry, you are not allowed to create resources.',
      },
    });
  });

  it('takes an unknown key for nobody and tells a wrong secret', async () => {
    const { send, key } = await openStore();
    const unknown = basic({ consumerKey: 'ck_unknown', consumerSecret: key.consumerSecret });
    const wrong = basic({ consumerKey: key.consumerKey, consumerSecret: 'cs_wrong' });
    expect(await send(LIST, { headers: { authorization: unknown } })).toMatchObject({
      status: 401,
      json: CANNOT_VIEW,
    });
    expect(await send(LIST, { headers: { authorization: wrong } })).toMatchObject({
      status: 401,
      json: { code: 'woocommerce_rest_authentication_error', message: 'Consumer secret is invalid.' },
    });
  });

  it('ignores Basic and query-string keys over plain http', async () => {
    const { send, key } = await openStore({ https: false });
    const query = `?consumer_key=${key.consumerKey}&consumer_secret=${key.consumerSecret}`;
    expect(await send(LIST, { headers: { authorization: basic(key) } })).toMatchObject({ json: CANNOT_VIEW });
    expect(await send(LIST + query)).toMatchObject({ status: 401, json: CANNOT_VIEW });
  });

  it('takes query-string keys over https even when the server strips Authorization', async () => {
    const { send, key } = await openStore({ switches: { stripAuthorization: true } });
    const query = `?consumer_key=${key.consumerKey}&consumer_secret=${key.consumerSecret}`;
    expect((await send(LIST, { headers: { authorization: basic(key) } })).status).toBe(401);
    expect((await send(LIST + query)).status).toBe(200);
  });

  it('lets a read key read and answers its writes 401', async () => {
    const { send, store } = await openStore();
    const headers = { authorization: basic(store.keys.add({ permission: 'read' })) };
    expect((await send(LIST, { headers })).status).toBe(200);
    expect(await send(`${LIST}/batch`, JSON_POST(headers))).toMatchObject({
      status: 401,
      json: {
        code: 'woocommerce_rest_authentication_error',
        message: 'The API key provided does not have write permissions.',
      },
    });
  });

  it.each([
    ['GET', LIST, 'woocommerce_rest_cannot_view'],
    ['POST', LIST, 'woocommerce_rest_cannot_create'],
    ['POST', `${LIST}/batch`, 'woocommerce_rest_cannot_batch'],
    ['GET', '/wp-json/wc/v3/system_status?_fields=settings', 'woocommerce_rest_cannot_view'],
    ['GET', '/wp-json/wc/v3/settings/general/woocommerce_currency', 'woocommerce_rest_cannot_view'],
    ['GET', '/wp-json/wc-analytics/variations?per_page=1', 'woocommerce_rest_cannot_view'],
  ])("answers a customer's %s %s with 403", async (method, path, code) => {
    const { send, store } = await openStore();
    const authorization = basic(store.keys.add({ role: 'customer' }));
    const init = method === 'POST' ? JSON_POST({ authorization }) : { method, headers: { authorization } };
    expect(await send(path, init)).toMatchObject({ status: 403, json: { code, data: { status: 403 } } });
  });

  it('asks for rights over a single product that exists', async () => {
    const { store, send } = await openStore();
    store.load([{ name: 'Tea' }]);
    const view = await send(`${LIST}/10`);
    expect(view).toMatchObject({ status: 401, json: { message: 'Sorry, you cannot view this resource.' } });
    expect((await send(`${LIST}/10`, { method: 'DELETE' })).json.code).toBe('woocommerce_rest_cannot_delete');
    expect((await send(`${LIST}/10`, { ...JSON_POST(), method: 'PUT' })).json.code).toBe(
      'woocommerce_rest_cannot_edit',
    );
    expect((await send(`${LIST}/99`)).status).toBe(404);
  });

  it('forgets a revoked key', async () => {
    const { store, key, call } = await openStore();
    expect((await call('GET', '/products')).status).toBe(200);
    expect(store.keys.revoke(key.consumerKey)).toBe(true);
    expect((await call('GET', '/products')).status).toBe(401);
  });

  it('takes {} in a batch as a harmless proof of write permission', async () => {
    const { call } = await openStore();
    expect(await call('POST', '/products/batch', {})).toMatchObject({ status: 200, text: '[]' });
  });

  it('checks parameters before rights, as WordPress does', async () => {
    const { send } = await openStore();
    expect(await send(`${LIST}?per_page=101`)).toMatchObject({
      status: 400,
      json: { code: 'rest_invalid_param' },
    });
  });
});
