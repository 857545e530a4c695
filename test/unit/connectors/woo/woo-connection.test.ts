import { afterEach, describe, expect, it } from 'vitest';
import { checkStoreConnection } from '../../../../src-main/connectors/woo/woo-connection.ts';
import { createWooStore } from '../../../../src-main/connectors/woo/woo-store.ts';
import type { Transport } from '../../../../src-main/engine/ports.ts';
import { createMachineClock } from '../../../../src-practice/clock.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import { type RunningService, type ServeOptions, serve } from '../../../../src-practice/serve.ts';
import {
  createPracticeStore,
  type PracticeStore,
  type PracticeStoreOptions,
} from '../../../../src-practice/store/store.ts';
import type { WireService } from '../../../../src-practice/wire.ts';
import { SELF_SIGNED } from '../fixtures/self-signed.ts';
import {
  createDirectTransport,
  createFetchError,
  createScriptedTransport,
  machineDeps,
  recordCalls,
  trustingTransport,
} from '../support/transports.ts';

const clock = createMachineClock();
const running: RunningService[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.close()));
});

const createStore = (options: Omit<Partial<PracticeStoreOptions>, 'clock' | 'random'> = {}): PracticeStore =>
  createPracticeStore({ clock, random: createRandom(3), ...options });

async function open(service: WireService, tls?: ServeOptions['tls']): Promise<string> {
  const started = await serve(service, { clock, ...(tls ? { tls } : {}) });
  running.push(started);
  return started.url;
}

interface Keys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
}

const NO_KEYS: Keys = { consumerKey: 'ck_0000000000', consumerSecret: 'cs_0000000000' };

const check = (url: string, { consumerKey, consumerSecret }: Keys = NO_KEYS, transport?: Transport) =>
  checkStoreConnection({ url, consumerKey, consumerSecret, version: '0.1.0' }, machineDeps(transport));

describe('a shop that is well', () => {
  it('on this computer is reached over http, the calls signed', async () => {
    const store = createStore({ name: 'Salt &amp; Pepper', currency: 'EUR', pricesIncludeTax: true });
    const url = await open(store);
    const keys = store.keys.add();
    const outcome = await check(`${url}/wp-admin/index.php`, keys);
    expect(outcome).toMatchObject({
      kind: 'done',
      value: {
        siteUrl: url,
        homeUrl: url,
        authStyle: 'oauth1',
        facts: { name: 'Salt & Pepper', currency: 'EUR', pricesIncludeTax: true, managesStock: true },
        warnings: [],
      },
    });
    expect(JSON.stringify(outcome)).not.toContain(keys.consumerSecret);
    expect(store.state.products.size).toBe(0);
  });

  it('is reached over https with Basic', async () => {
    const store = createStore();
    const url = await open(store, SELF_SIGNED);
    const transport = recordCalls(trustingTransport);
    const outcome = await check(url, store.keys.add(), transport);
    expect(outcome).toMatchObject({ kind: 'done', value: { authStyle: 'basic' } });
    expect(transport.calls.every((call) => !call.url.includes('consumer_secret'))).toBe(true);
    // The index is asked without keys: WordPress takes them for a wrong user.
    expect(transport.calls[0]?.headers.authorization).toBeUndefined();
  });

  it('whose server drops the Authorization header gets the keys in the query', async () => {
    const store = createStore({ switches: { stripAuthorization: true } });
    const url = await open(store, SELF_SIGNED);
    const keys = store.keys.add();
    const outcome = await check(url, keys, trustingTransport);
    expect(outcome).toMatchObject({ kind: 'done', value: { authStyle: 'query' } });
    if (outcome.kind !== 'done') return;
    const port = createWooStore(
      { ...outcome.value, ...keys, version: '0.1.0' },
      machineDeps(trustingTransport),
    );
    expect((await port.readFacts()).kind).toBe('done');
  });

  it('that has moved to www, or was given by one of its pages, is found', async () => {
    const store = createStore();
    const transport = createDirectTransport({
      'https://shop.example': {
        handle: async ({ url }) => ({
          status: 301,
          headers: { Location: `https://www.shop.example${url}` },
          body: '',
        }),
      },
      'https://www.shop.example': {
        handle: (request) =>
          request.url.startsWith('/menu/wp-json')
            ? Promise.resolve({
                status: 404,
                headers: { 'Content-Type': 'text/html' },
                body: '<html>No page</html>',
              })
            : store.handle(request),
      },
    });
    const keys = store.keys.add();
    expect(await check('shop.example', keys, transport)).toMatchObject({
      kind: 'done',
      value: { siteUrl: 'https://www.shop.example' },
    });
    expect(await check('https://www.shop.example/menu/', keys, transport)).toMatchObject({
      kind: 'done',
      value: { siteUrl: 'https://www.shop.example' },
    });
  });

  it('that keeps guests out of its API is reached with the keys', async () => {
    const store = createStore();
    const url = await open({
      handle: (request) =>
        request.url.startsWith('/wp-json/?')
          ? Promise.resolve({
              status: 401,
              headers: {},
              body: '{"code":"rest_not_logged_in","message":"No guests"}',
            })
          : store.handle(request),
    });
    expect(await check(url, store.keys.add())).toMatchObject({ kind: 'done', value: { siteUrl: url } });
  });

  it('that calls itself by another name has its calls signed for that name', async () => {
    const store = createStore();
    const url = await open({
      handle: async (request) => {
        const answer = await store.handle({ ...request, origin: 'http://shop.internal' });
        return answer;
      },
    });
    expect(await check(url, store.keys.add())).toMatchObject({
      kind: 'done',
      value: { siteUrl: url, homeUrl: 'http://shop.internal' },
    });
  });
});

describe('an address', () => {
  it('that is none is refused before any request', async () => {
    const transport = createScriptedTransport([{}]);
    for (const [url, code] of [
      ['', 'NET_BAD_URL'],
      ['not a url', 'NET_BAD_URL'],
      ['ftp://shop.example', 'NET_BAD_URL'],
      ['https://user:secret@shop.example', 'NET_BAD_URL'],
      ['http://shop.example', 'NET_PLAIN_HTTP'],
      ['http://127.0.0.1.evil.example', 'NET_PLAIN_HTTP'],
      ['http://192.168.1.5', 'NET_PLAIN_HTTP'],
      ['http://localhost.example', 'NET_PLAIN_HTTP'],
    ] as const) {
      const outcome = await check(url, NO_KEYS, transport);
      expect(outcome).toMatchObject({ kind: 'rejected', failure: { code } });
      expect(JSON.stringify(outcome)).not.toContain('secret');
    }
    expect(transport.calls).toHaveLength(0);
  });

  it('nobody answers at, or no one knows, or no one vouches for', async () => {
    expect(await check('http://127.0.0.1:9')).toMatchObject({ failure: { code: 'NET_UNREACHABLE' } });
    expect(await check('https://no-such-shop.invalid')).toMatchObject({
      failure: { code: 'NET_UNKNOWN_HOST' },
    });
    const url = await open(createStore(), SELF_SIGNED);
    expect(await check(url)).toMatchObject({ failure: { code: 'NET_TLS_FAILED' } });
  });

  it('behind a hotspot, a proxy, or silence', async () => {
    for (const [step, code] of [
      [{ status: 302, headers: { location: 'https://login.hotel.example/' } }, 'NET_CAPTIVE_PORTAL'],
      [{ status: 407 }, 'NET_PROXY_REFUSED'],
      [createFetchError('UND_ERR_HEADERS_TIMEOUT'), 'NET_TIMED_OUT'],
      [{ body: '{"name":' }, 'NET_BROKEN_ANSWER'],
      [{ status: 503, body: 'Down' }, 'WOO_FAILING'],
      [{ status: 429, headers: { 'retry-after': '9999' } }, 'WOO_LIMITED'],
    ] as const) {
      const outcome = await check('https://shop.example', NO_KEYS, createScriptedTransport([step]));
      expect(outcome).toMatchObject({ failure: { code } });
    }
  });
});

describe('a site that is no shop yet', () => {
  it('without REST', async () => {
    const store = createStore({ switches: { rest: false } });
    expect(await check(await open(store), store.keys.add())).toMatchObject({
      failure: { code: 'WOO_NO_REST' },
    });
    const page = {
      handle: async () => ({ status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html></html>' }),
    };
    expect(await check(await open(page))).toMatchObject({ failure: { code: 'WOO_NO_REST' } });
    const other = { handle: async () => ({ status: 200, headers: {}, body: '{"hello":"world"}' }) };
    expect(await check(await open(other))).toMatchObject({ failure: { code: 'WOO_NO_REST' } });
  });

  it('with plain permalinks', async () => {
    const store = createStore({ switches: { permalinks: 'plain' } });
    expect(await check(await open(store), store.keys.add())).toMatchObject({
      failure: { code: 'WOO_PLAIN_PERMALINKS' },
    });
  });

  it('without WooCommerce, to which no key is ever shown', async () => {
    const store = createStore({ switches: { woo: false } });
    const transport = recordCalls(trustingTransport);
    const outcome = await check(await open(store, SELF_SIGNED), store.keys.add(), transport);
    expect(outcome).toMatchObject({ failure: { code: 'WOO_NOT_INSTALLED' } });
    expect(transport.calls.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });
});

describe('keys', () => {
  for (const [line, tls] of [
    ['http', undefined],
    ['https', SELF_SIGNED],
  ] as const) {
    const openChecked = async (store: PracticeStore, keys: Keys) =>
      check(await open(store, tls), keys, trustingTransport);

    it(`nobody knows, over ${line}`, async () => {
      expect(await openChecked(createStore(), NO_KEYS)).toMatchObject({
        kind: 'authLost',
        failure: { code: 'WOO_KEYS_REFUSED' },
      });
    });

    it(`with a wrong secret, over ${line}, are told as such`, async () => {
      const store = createStore();
      const { consumerKey } = store.keys.add();
      const outcome = await openChecked(store, { consumerKey, consumerSecret: 'cs_wrongwrong' });
      expect(outcome).toMatchObject({ kind: 'authLost', failure: { code: 'WOO_SECRET_WRONG' } });
      expect(JSON.stringify(outcome)).not.toContain('cs_wrong');
    });

    it(`that may only read are found out without writing anything, over ${line}`, async () => {
      const store = createStore();
      expect(await openChecked(store, store.keys.add({ permission: 'read' }))).toMatchObject({
        kind: 'authLost',
        failure: { code: 'WOO_READ_ONLY' },
      });
      expect(store.state.products.size).toBe(0);
    });

    it(`of a user who is no shop manager, over ${line}`, async () => {
      const store = createStore();
      expect(await openChecked(store, store.keys.add({ role: 'customer' }))).toMatchObject({
        kind: 'authLost',
        failure: { code: 'WOO_ROLE_TOO_LOW' },
      });
    });
  }

  it('with a wrong secret are told as such where the server drops the header', async () => {
    const store = createStore({ switches: { stripAuthorization: true } });
    const url = await open(store, SELF_SIGNED);
    const keys = { consumerKey: store.keys.add().consumerKey, consumerSecret: 'cs_wrongwrong' };
    expect(await check(url, keys, trustingTransport)).toMatchObject({
      failure: { code: 'WOO_SECRET_WRONG' },
    });
  });

  it('are told apart on a shop in another language', async () => {
    const translate = (store: PracticeStore): WireService => ({
      handle: async (request) => {
        const answer = await store.handle(request);
        const body = answer.body.replace(/"message":"[^"]*"/g, '"message":"Leider nein."');
        return { ...answer, body };
      },
    });
    const store = createStore();
    const url = await open(translate(store), SELF_SIGNED);
    const { consumerKey } = store.keys.add();
    const wrong = { consumerKey, consumerSecret: 'cs_wrongwrong' };
    expect(await check(url, wrong, trustingTransport)).toMatchObject({
      failure: { code: 'WOO_SECRET_WRONG' },
    });
    const readOnly = store.keys.add({ permission: 'read' });
    expect(await check(url, readOnly, trustingTransport)).toMatchObject({
      failure: { code: 'WOO_READ_ONLY' },
    });
  });
});
