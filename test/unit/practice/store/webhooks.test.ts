import { createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMachineClock } from '../../../../src-practice/clock.ts';
import type { PracticeStoreOptions, StoreSwitches } from '../../../../src-practice/store/store.ts';
import { openReceiver, type Received, type Receiver, waitUntil } from '../open-receiver.ts';
import { type Answer, basic, createHandClock, type OpenStore, openStore } from './open-store.ts';

const SECRET = 's3cr3t';

interface OpenHooked extends OpenStore {
  readonly receiver: Receiver;
  /** Makes a webhook to the receiver and forgets its ping. */
  hook(topic: string, more?: Record<string, unknown>): Promise<Answer>;
  /** What has come since the last look, once nothing is owed any more. */
  hear(): Promise<Received[]>;
  /** `product.updated 10` of what has come since the last look, sorted. */
  hearTopics(): Promise<string[]>;
}

async function openHooked(
  switches: Partial<StoreSwitches> = {},
  options: Partial<PracticeStoreOptions> = {},
): Promise<OpenHooked> {
  const receiver = await openReceiver();
  const open = await openStore({
    clock: createMachineClock(),
    switches: { hookDelayMs: 15, ...switches },
    ...options,
  });
  onTestFinished(() => open.store.close());
  const hear = async (): Promise<Received[]> => {
    await waitUntil(() => !open.store.hasWaitingHooks());
    return receiver.received.splice(0);
  };
  return {
    ...open,
    receiver,
    hear,
    hook: async (topic, more = {}) => {
      const body = { topic, delivery_url: `${receiver.url}/h`, secret: SECRET, ...more };
      const answer = await open.call('POST', '/webhooks', body);
      receiver.received.length = 0;
      return answer;
    },
    hearTopics: async () =>
      (await hear())
        .map(({ headers, json }) => `${headers['x-wc-webhook-topic']} ${json.id ?? json.arg}`)
        .toSorted(),
  };
}

const ALL_TOPICS = [
  ...['created', 'updated', 'deleted', 'restored'].map((event) => `product.${event}`),
  ...['created', 'updated', 'deleted'].map((event) => `order.${event}`),
];

async function openAll(): Promise<OpenHooked> {
  const open = await openHooked();
  for (const topic of ALL_TOPICS) await open.hook(topic);
  return open;
}

describe('making webhooks (woocommerce.md 5)', () => {
  it('answers as recorded, never with the secret, and pings with a bare form', async () => {
    const { call, receiver } = await openHooked();
    const body = {
      name: 'p.upd',
      topic: 'product.updated',
      delivery_url: `${receiver.url}/pu`,
      secret: SECRET,
    };
    const { status, json, headers } = await call('POST', '/webhooks', body);
    expect(status).toBe(201);
    expect(headers.get('location')).toMatch(/\/wp-json\/wc\/v3\/webhooks\/1$/);
    const { _links, date_created, date_created_gmt, ...rest } = json;
    expect(rest).toEqual({
      id: 1,
      name: 'p.upd',
      status: 'active',
      topic: 'product.updated',
      resource: 'product',
      event: 'updated',
      hooks: [
        'woocommerce_process_product_meta',
        'woocommerce_update_product',
        'woocommerce_update_product_variation',
      ],
      delivery_url: `${receiver.url}/pu`,
      date_modified: null,
      date_modified_gmt: null,
    });
    const [ping] = receiver.received;
    expect([ping?.path, ping?.text]).toEqual(['/pu', 'webhook_id=1']);
    expect(ping?.headers).toMatchObject({
      'user-agent': 'WooCommerce/9.9.5 Hookshot (WordPress/6.9.1)',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(Object.keys(ping?.headers ?? {}).filter((name) => name.startsWith('x-wc'))).toEqual([]);
  });

  it('names itself by the moment, and is made whatever becomes of the ping', async () => {
    const { call, receiver } = await openHooked({}, { clock: createHandClock() });
    receiver.answer = { status: 500 };
    const made = await call('POST', '/webhooks', { topic: 'product.created', delivery_url: receiver.url });
    expect(made.json).toMatchObject({ name: 'Webhook created on Nov 21, 2026 @ 02:55 AM', status: 'active' });
    const dead = { topic: 'product.created', delivery_url: 'http://127.0.0.1:9/x' };
    expect((await call('POST', '/webhooks', dead)).json).toMatchObject({ id: 2, status: 'active' });
  });

  it.each([
    [
      { topic: 'product.exploded', delivery_url: 'http://127.0.0.1/x' },
      'woocommerce_rest_shop_webhook_invalid_topic',
      'Webhook topic is required and must be valid.',
    ],
    [{ topic: 'product.created' }, 'rest_missing_callback_param', 'Missing parameter(s): delivery_url'],
    [
      { topic: 'product.created', delivery_url: 'ftp://x' },
      'woocommerce_rest_shop_webhook_invalid_delivery_url',
      'Webhook delivery URL must be a valid URL starting with http:// or https://.',
    ],
  ])('refuses %o', async (body, code, message) => {
    const { call } = await openStore();
    const { status, json } = await call('POST', '/webhooks', body);
    expect([status, json.code, json.message]).toEqual([400, code, message]);
  });

  it('lists, finds, changes and deletes them, for good alone; twice the same are two', async () => {
    const { call, hook, send, store } = await openHooked();
    await hook('product.updated');
    await hook('product.updated');
    await hook('order.updated', { status: 'paused' });
    const list = await call('GET', '/webhooks');
    expect(list.json.map(({ id }: { id: number }) => id)).toEqual([3, 2, 1]);
    expect((await call('GET', '/webhooks?status=paused')).json).toHaveLength(1);
    expect((await call('PUT', '/webhooks/1', { name: 'N' })).json).toMatchObject({ id: 1, name: 'N' });
    expect(list.text).not.toContain(SECRET);
    const kept = await call('DELETE', '/webhooks/1');
    expect([kept.status, kept.json.message]).toEqual([501, 'Webhooks do not support trashing.']);
    expect((await call('DELETE', '/webhooks/1?force=true')).status).toBe(200);
    const gone = await call('GET', '/webhooks/1');
    expect([gone.status, gone.json.message]).toEqual([404, 'ID is invalid.']);
    const wrong = await call('PUT', '/webhooks/2', { topic: 'x.y' });
    expect([wrong.status, wrong.json.message]).toEqual([400, 'Webhook topic must be valid.']);
    await call('POST', '/webhooks/batch', { delete: [2, 3] });
    expect((await call('GET', '/webhooks')).json).toEqual([]);
    const authorization = basic(store.keys.add({ role: 'customer' }));
    expect((await send('/wp-json/wc/v3/webhooks', { headers: { authorization } })).status).toBe(403);
  });

  it('pings a new address, and not when it is set active again', async () => {
    const { call, hook, receiver } = await openHooked();
    await hook('product.updated');
    await call('PUT', '/webhooks/1', { status: 'paused' });
    await call('PUT', '/webhooks/1', { status: 'active' });
    expect(receiver.received).toEqual([]);
    await call('PUT', '/webhooks/1', { delivery_url: `${receiver.url}/new` });
    expect(receiver.received.map(({ path, text }) => [path, text])).toEqual([['/new', 'webhook_id=1']]);
  });
});

describe('a delivery (woocommerce.md 5)', () => {
  it('carries what REST answers, escaped by PHP, signed over its bytes, with all headers', async () => {
    const { call, hook, hear, url } = await openHooked();
    await hook('product.updated');
    const { json: made } = await call('POST', '/products', { name: 'Café ☕ & é', regular_price: '9' });
    await call('PUT', `/products/${made.id}`, { regular_price: '9.50' });
    const [delivery] = await hear();
    const { text = '', headers = {} } = delivery ?? {};
    expect(text).toContain('"name":"Caf\\u00e9 \\u2615');
    expect(text).toContain(String.raw`http:\/\/127.0.0.1`);
    expect(JSON.parse(text)).toEqual((await call('GET', `/products/${made.id}`)).json);
    const signature = createHmac('sha256', SECRET).update(text).digest('base64');
    expect(headers).toMatchObject({
      'user-agent': 'WooCommerce/9.9.5 Hookshot (WordPress/6.9.1)',
      'content-type': 'application/json',
      'x-wc-webhook-source': `${url}/`,
      'x-wc-webhook-topic': 'product.updated',
      'x-wc-webhook-resource': 'product',
      'x-wc-webhook-event': 'updated',
      'x-wc-webhook-signature': signature,
      'x-wc-webhook-id': '1',
    });
    expect(headers['x-wc-webhook-delivery-id']).toMatch(/^[\da-f]{32}$/);
  });

  it('shares its id with every other of the same webhook within a second', async () => {
    const { call, hook, hear } = await openHooked({}, { clock: createHandClock() });
    await hook('product.created');
    await call('POST', '/products/batch', { create: [{ name: 'A' }, { name: 'B' }] });
    const ids = (await hear()).map(({ headers }) => headers['x-wc-webhook-delivery-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('shows the last of five quick changes, once', async () => {
    const { call, hook, hear } = await openHooked({ hookDelayMs: 150 });
    const { json: made } = await call('POST', '/products', { name: 'P' });
    await hook('product.updated');
    for (let round = 1; round <= 5; round += 1)
      await call('PUT', `/products/${made.id}`, { name: `P${round}` });
    expect((await hear()).map(({ json }) => json.name)).toEqual(['P5']);
  });

  it('in sync mode is over before the answer of the request that caused it, once a resource', async () => {
    const { call, hook, receiver } = await openHooked({ hookMode: 'sync' });
    await hook('product.created');
    receiver.answer = { status: 200, delayMs: 30 };
    const startMs = performance.now();
    await call('POST', '/products/batch', { create: [{ name: 'A' }, { name: 'B' }] });
    expect(receiver.received).toHaveLength(2);
    expect(performance.now() - startMs).toBeGreaterThan(55);
  });

  it('on WP-Cron goes out at the next full minute', async () => {
    const clock = createHandClock();
    const slept: number[] = [];
    const sleep = async (delayMs: number): Promise<void> => {
      slept.push(delayMs);
      clock.advance(delayMs);
    };
    const { call, hook, hear } = await openHooked({ hookMode: 'cron' }, { clock: { ...clock, sleep } });
    await hook('product.created');
    await call('POST', '/products', { name: 'A' });
    expect(await hear()).toHaveLength(1);
    expect(slept).toEqual([38_600]);
  });
});

describe('what fires (woocommerce.md 5)', () => {
  it('products and their variations, with the variation as body and nothing of its parent', async () => {
    const { call, hear, hearTopics } = await openAll();
    const make = async (path: string, body: unknown): Promise<number> =>
      (await call('POST', path, body)).json.id;
    const draft = await make('/products', { name: 'D', status: 'draft' });
    expect(await hearTopics()).toEqual([`product.created ${draft}`]);
    await call('PUT', `/products/${draft}`, {});
    expect(await hearTopics()).toEqual([`product.updated ${draft}`]);
    const parent = await make('/products', {
      name: 'V',
      type: 'variable',
      attributes: [{ name: 's', options: ['a'], variation: true }],
    });
    await hear();
    const variations = `/products/${parent}/variations`;
    const variation = await make(variations, { attributes: [{ name: 's', option: 'a' }] });
    const [made] = await hear();
    expect(made?.headers['x-wc-webhook-topic']).toBe('product.created');
    expect(made?.json).toMatchObject({ id: variation, name: 'V - a', type: 'variation', parent_id: parent });
    await call('PUT', `${variations}/${variation}`, { manage_stock: true, stock_quantity: 4 });
    expect(await hearTopics()).toEqual([`product.updated ${variation}`]);
    await call('DELETE', `/products/${parent}`);
    expect(await hearTopics()).toEqual([`product.deleted ${parent}`, `product.deleted ${variation}`]);
  });

  it('a trash tells the id alone, a delete for good nothing, a restore through PUT an update', async () => {
    const { call, hear, hearTopics, store } = await openAll();
    const [one = 0, two = 0, three = 0] = store.load([{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
    await hear();
    await call('DELETE', `/products/${one}`);
    expect((await hear()).map(({ text }) => text)).toEqual([`{"id":${one}}`]);
    await call('PUT', `/products/${one}`, { status: 'publish' });
    expect(await hearTopics()).toEqual([`product.updated ${one}`]);
    await call('DELETE', `/products/${two}?force=true`);
    await call('POST', '/products/batch', { delete: [one] });
    expect(await hear()).toEqual([]);
    store.staff.trash(three);
    store.staff.restore(three);
    expect(await hearTopics()).toEqual([`product.deleted ${three}`, `product.restored ${three}`]);
  });

  it('an order tells created and updated, and updates what it takes from the shelf; a note nothing', async () => {
    const { call, hear, hearTopics, store } = await openAll();
    const [pie = 0] = store.load([
      { name: 'Pie', regular_price: '9', manage_stock: true, stock_quantity: 5 },
    ]);
    await hear();
    const lines = [{ product_id: pie, quantity: 1 }];
    const order = (await call('POST', '/orders', { status: 'processing', line_items: lines })).json.id;
    expect(await hearTopics()).toEqual([
      `order.created ${order}`,
      `order.updated ${order}`,
      `product.updated ${pie}`,
    ]);
    const pending = (await call('POST', '/orders', {})).json.id;
    expect(await hearTopics()).toEqual([`order.created ${pending}`, `order.updated ${pending}`]);
    await call('POST', `/orders/${order}/notes`, { note: 'Printed' });
    expect(await hear()).toEqual([]);
    await call('PUT', `/orders/${order}`, { meta_data: [{ key: 'k', value: 'v' }] });
    expect(await hearTopics()).toEqual([`order.updated ${order}`]);
    await call('DELETE', `/orders/${order}`);
    expect((await hear()).map(({ text }) => text)).toEqual([`{"id":${order}}`]);
    await call('DELETE', `/orders/${pending}?force=true`);
    expect(await hear()).toEqual([]);
  });

  it('categories tell nothing, putting a product into one does', async () => {
    const { call, hear, hearTopics, store } = await openAll();
    const [pie = 0] = store.load([{ name: 'Pie' }]);
    await hear();
    const category = (await call('POST', '/products/categories', { name: 'Pies' })).json.id;
    await call('PUT', `/products/categories/${category}`, { name: 'Tarts' });
    expect(await hear()).toEqual([]);
    await call('PUT', `/products/${pie}`, { categories: [{ id: category }] });
    expect(await hearTopics()).toEqual([`product.updated ${pie}`]);
  });

  it('a trash over REST is told as a deleted product and a deleted coupon, whichever it was (seen with 9.9.5)', async () => {
    const { call, hear, hearTopics, hook, store } = await openHooked();
    await hook('product.deleted');
    await hook('coupon.deleted');
    const [pie = 0] = store.load([{ name: 'Pie' }]);
    const coupon = (await call('POST', '/coupons', { code: 'five', amount: '5' })).json.id;
    await hear();
    await call('DELETE', `/coupons/${coupon}`);
    expect(await hearTopics()).toEqual([`coupon.deleted ${coupon}`, `product.deleted ${coupon}`]);
    await call('DELETE', `/products/${pie}`);
    expect(await hearTopics()).toEqual([`coupon.deleted ${pie}`, `product.deleted ${pie}`]);
    store.staff.restore(pie);
    store.staff.trash(pie);
    expect(await hearTopics()).toEqual([`product.deleted ${pie}`]);
  });

  it('a customer is told as made and saved, and as deleted even for good (seen with 9.9.5)', async () => {
    const { call, hearTopics, hook } = await openHooked();
    for (const event of ['created', 'updated', 'deleted']) await hook(`customer.${event}`);
    const { id } = (await call('POST', '/customers', { email: 'ada@example.com' })).json;
    expect(await hearTopics()).toEqual([`customer.created ${id}`, `customer.updated ${id}`]);
    await call('PUT', `/customers/${id}`, { first_name: 'Ada' });
    expect(await hearTopics()).toEqual([`customer.updated ${id}`]);
    await call('DELETE', `/customers/${id}?force=true`);
    expect(await hearTopics()).toEqual([`customer.deleted ${id}`]);
  });

  it('an action tells its name and, of a product, nothing more', async () => {
    const { call, hear, hook, store } = await openHooked();
    await hook('action.woocommerce_product_set_stock');
    await hook('action.woocommerce_order_status_changed');
    const [pie = 0] = store.load([{ name: 'Pie', manage_stock: true, stock_quantity: 5 }]);
    await hear();
    await call('PUT', `/products/${pie}`, { stock_quantity: 4 });
    await call('PUT', `/products/${pie}`, { name: 'Tart' });
    const order = (await call('POST', '/orders', { status: 'processing' })).json.id;
    expect((await hear()).map(({ text }) => text)).toEqual([
      '{"action":"woocommerce_product_set_stock","arg":{}}',
      `{"action":"woocommerce_order_status_changed","arg":${order}}`,
    ]);
  });
});

describe('failing receivers (woocommerce.md 5)', () => {
  it('are told once each, and the seventh failure in a row disables the webhook', async () => {
    const { call, hook, hear, receiver, store } = await openHooked();
    const [pie = 0] = store.load([{ name: 'Pie' }]);
    await hook('product.updated');
    const change = async (): Promise<number> => {
      await call('PUT', `/products/${pie}`, {});
      return (await hear()).length;
    };
    const readStatus = async (): Promise<string> => (await call('GET', '/webhooks/1')).json.status;
    receiver.answer = { status: 500 };
    for (let failure = 1; failure <= 6; failure += 1) expect(await change()).toBe(1);
    expect(await readStatus()).toBe('active');
    expect(await change()).toBe(1);
    expect(await readStatus()).toBe('disabled');
    expect(await change()).toBe(0);
    // Set active again it keeps its failures: one more is enough.
    await call('PUT', '/webhooks/1', { status: 'active' });
    await change();
    expect(await readStatus()).toBe('disabled');
    await call('PUT', '/webhooks/1', { status: 'active' });
    receiver.answer = { status: 204 };
    await change();
    receiver.answer = { status: 410 };
    for (let failure = 1; failure <= 6; failure += 1) await change();
    expect(await readStatus()).toBe('active');
    receiver.answer = { status: 302 };
    expect(await change()).toBe(1);
    expect(store.state.webhooks.get(1)?.failureCount).toBe(0);
  });

  it('a delivery to another private host, or to a port that is none of the web, fails unsent', async () => {
    const sent: string[] = [];
    const post = async ({ url }: { readonly url: string }) => void sent.push(url);
    const { call, hear, store } = await openHooked({}, { outgoing: { post, close: () => undefined } });
    const [pie = 0] = store.load([{ name: 'Pie' }]);
    const unsafe = ['http://10.0.0.5/h', 'http://192.168.1.5/h', 'https://example.com:8443/h'];
    for (const delivery_url of [...unsafe, 'https://example.com/h']) {
      await call('POST', '/webhooks', { topic: 'product.updated', delivery_url });
    }
    await call('PUT', `/products/${pie}`, {});
    await hear();
    expect(sent).toEqual(['https://example.com/h', 'https://example.com/h']);
    expect([...store.state.webhooks.values()].map(({ failureCount }) => failureCount)).toEqual([1, 1, 1, 1]);
  });
});
