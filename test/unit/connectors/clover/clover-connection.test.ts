import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCloverConnection } from '../../../../src-main/connectors/clover/clover-connection.ts';
import {
  CLOVER_ENVIRONMENTS,
  findCloverEnvironment,
} from '../../../../src-main/connectors/clover/clover-environments.ts';
import type { Transport } from '../../../../src-main/engine/ports.ts';
import { createMachineClock } from '../../../../src-practice/clock.ts';
import { type Practice, startPractice } from '../../../../src-practice/practice.ts';
import { serve } from '../../../../src-practice/serve.ts';
import { ALL_PERMISSIONS, type TokenPermissions } from '../../../../src-practice/till/till.ts';
import type { WireResponse } from '../../../../src-practice/wire.ts';
import { SELF_SIGNED } from '../fixtures/self-signed.ts';
import { createFetchError, createScriptedTransport, machineDeps } from '../support/transports.ts';

let home: Practice;
let away: Practice;
beforeAll(async () => {
  home = await startPractice({ menu: 'pizza', seed: 1 });
  away = await startPractice({ menu: 'pizza', seed: 2 });
});
afterAll(async () => {
  await home.close();
  await away.close();
});

const check = (
  more: { apiUrl?: string; token?: string; merchantId?: string; others?: string[] } = {},
  transport?: Transport,
) =>
  checkCloverConnection(
    {
      apiUrl: more.apiUrl ?? home.till.url,
      merchantId: more.merchantId ?? home.till.merchant,
      token: more.token ?? home.till.token,
      version: '0.1.0',
      environment: 'na',
      others: [
        { name: 'na', label: 'North America', apiUrl: home.till.url },
        { name: 'eu', label: 'Europe', apiUrl: away.till.url },
      ],
    },
    machineDeps(transport),
  );

const keepGiven = (permissions: Readonly<Record<string, 'r' | 'w' | 'rw' | undefined>>): TokenPermissions =>
  Object.fromEntries(Object.entries(permissions).filter(([, right]) => right !== undefined));

async function checkAgainst(answer: (url: string) => WireResponse) {
  const handle = async ({ url }: { readonly url: string }) => answer(url);
  const running = await serve({ handle }, { clock: createMachineClock() });
  const outcome = await check({ apiUrl: running.url });
  await running.close();
  return outcome;
}

describe('the connection to Clover', () => {
  it('stands with a good token, and tells what it may do', async () => {
    const outcome = await check();
    expect(outcome).toMatchObject({
      kind: 'done',
      value: {
        facts: { merchantId: home.till.merchant, currency: 'USD' },
        permissions: {
          merchant: 'r',
          inventory: 'rw',
          orders: 'rw',
          payments: 'rw',
          customers: 'rw',
        },
        warnings: [],
      },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/accountnumber/i);
    expect(home.tillService.counters.requests.get('POST /items')).toBeUndefined();
    expect(home.tillService.state.orders.size).toBe(0);
    expect(home.tillService.state.customers.size).toBe(0);
  });

  it('stands with a token that may only read, and warns', async () => {
    const token = home.tillService.tokens.add({ ...ALL_PERMISSIONS, inventory: 'r' });
    expect(await check({ token })).toMatchObject({
      kind: 'done',
      value: {
        permissions: { inventory: 'r' },
        warnings: [{ code: 'CLOVER_PERMISSION_MISSING', facts: { permission: 'Inventory write' } }],
      },
    });
  });

  it.each([
    [{ orders: 'r' }, { orders: 'r' }, 'Orders (write)'],
    [{ orders: undefined, payments: 'r' }, { orders: 'none', payments: 'r' }, 'Orders, Payments (write)'],
    [{ payments: undefined }, { payments: 'none' }, 'Payments'],
  ] as const)('names what web orders lack: a token with %o', async (lacking, permissions, permission) => {
    const token = home.tillService.tokens.add(keepGiven({ ...ALL_PERMISSIONS, ...lacking }));
    expect(await check({ token })).toMatchObject({
      kind: 'done',
      value: {
        permissions: { inventory: 'rw', ...permissions },
        warnings: [{ code: 'CLOVER_ORDER_PERMISSION_MISSING', facts: { permission } }],
      },
    });
  });

  it('tells of missing customers without a warning: few shops send them', async () => {
    const { customers: _, ...others } = ALL_PERMISSIONS;
    expect(await check({ token: home.tillService.tokens.add(others) })).toMatchObject({
      value: { permissions: { orders: 'rw', customers: 'none' }, warnings: [] },
    });
  });

  it('a token nobody knows is refused, and not repeated', async () => {
    const outcome = await check({ token: 'nobody-knows-this' });
    expect(outcome).toMatchObject({ kind: 'authLost', failure: { code: 'CLOVER_TOKEN_REFUSED' } });
    expect(JSON.stringify(outcome)).not.toContain('nobody-knows-this');
    expect(await check({ merchantId: 'ZZZZZZZZZZZZZ' })).toMatchObject({
      failure: { code: 'CLOVER_TOKEN_REFUSED' },
    });
  });

  it('a merchant id that is none is named, rather than the token', async () => {
    expect(await check({ merchantId: 'BAD' })).toMatchObject({
      kind: 'authLost',
      failure: { code: 'CLOVER_MERCHANT_ODD', facts: { merchant: 'BAD', characters: 3 } },
    });
  });

  it('a token of another region is told by the name of the right one', async () => {
    const { token, merchant } = away.till;
    expect(await check({ token, merchantId: merchant })).toMatchObject({
      failure: { code: 'CLOVER_WRONG_REGION', facts: { environment: 'na', right: 'eu', label: 'Europe' } },
    });
  });

  it('a token of another region that lacks the merchant permission is told too', async () => {
    const token = away.tillService.tokens.add({ inventory: 'r' });
    expect(await check({ token, merchantId: away.till.merchant })).toMatchObject({
      failure: { code: 'CLOVER_WRONG_REGION', facts: { right: 'eu' } },
    });
  });

  it('a missing permission is named, though Clover answers as to a bad token', async () => {
    for (const [permissions, permission] of [
      [{ merchant: 'r' }, 'Inventory'],
      [{ inventory: 'rw' }, 'Merchant'],
    ] as const) {
      const token = home.tillService.tokens.add(permissions);
      expect(await check({ token })).toMatchObject({
        kind: 'rejected',
        failure: { code: 'CLOVER_PERMISSION_MISSING', facts: { permission } },
      });
    }
  });

  it('what is not Clover is called so', async () => {
    const answers: WireResponse[] = [
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Bakery</html>' },
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>Not here</html>' },
      { status: 200, headers: {}, body: '{"hello":"world"}' },
      { status: 200, headers: {}, body: '[]' },
    ];
    for (const answer of answers) {
      expect(await checkAgainst(() => answer)).toMatchObject({ failure: { code: 'CLOVER_NOT_CLOVER' } });
    }
    expect(
      await checkAgainst((url) => ({
        status: 200,
        headers: {},
        body: url.includes('/items') ? '{"rows":[]}' : '{"id":"ABCDEFGHJKMNP","name":"Odd"}',
      })),
    ).toMatchObject({ failure: { code: 'CLOVER_NOT_CLOVER' } });
  });

  it('troubles of the network have names of their own', async () => {
    expect(await check({ apiUrl: 'http://127.0.0.1:1' })).toMatchObject({
      failure: { code: 'NET_UNREACHABLE' },
    });
    expect(await check({ apiUrl: 'http://no-such-clover.invalid' })).toMatchObject({
      failure: { code: 'NET_UNKNOWN_HOST' },
    });
    const secure = await serve(home.tillService, { clock: createMachineClock(), tls: SELF_SIGNED });
    expect(await check({ apiUrl: secure.url })).toMatchObject({ failure: { code: 'NET_TLS_FAILED' } });
    await secure.close();
    const login = { status: 302, headers: { location: 'https://login.hotel.example/' } };
    for (const [step, code] of [
      [login, 'NET_CAPTIVE_PORTAL'],
      [{ status: 407 }, 'NET_PROXY_REFUSED'],
      [{ status: 503 }, 'CLOVER_FAILING'],
      [createFetchError('UND_ERR_HEADERS_TIMEOUT'), 'NET_TIMED_OUT'],
      [{ body: '{"id":' }, 'NET_BROKEN_ANSWER'],
    ] as const) {
      expect(await check({}, createScriptedTransport([step]))).toMatchObject({ failure: { code } });
    }
  });

  it('knows the four environments', () => {
    expect(CLOVER_ENVIRONMENTS.map(({ name }) => name)).toEqual(['sandbox', 'na', 'eu', 'la']);
    expect(findCloverEnvironment('la')?.apiUrl).toBe('https://api.la.clover.com');
    expect(findCloverEnvironment('mars')).toBeNull();
  });
});
