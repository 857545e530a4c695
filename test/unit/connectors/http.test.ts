import { describe, expect, it } from 'vitest';
import { createHttpClient, type HttpPatience } from '../../../src-main/connectors/http.ts';
import type { ServiceRules } from '../../../src-main/connectors/http-rules.ts';
import { createRateGate } from '../../../src-main/connectors/rate-limit.ts';
import type { Transport, WireAnswer, WireRequest } from '../../../src-main/engine/ports.ts';
import { createFetchError, createScriptedTransport, createTestRandom } from './support/transports.ts';
import { createVirtualTime } from './support/virtual-time.ts';

const RULES: ServiceRules = {
  codes: { limited: 'WOO_LIMITED', failing: 'WOO_FAILING', refused: 'WOO_REFUSED', page: 'WOO_NO_REST' },
  hasPages: true,
  classify: () => null,
  readLimitDelayMs: () => 1_000,
  requestIdHeader: 'x-request-id',
};

const URL_WITH_SECRET = 'https://shop.example/wp-json/wc/v3/products?consumer_secret=cs_secret';

function openClient(
  transport: Transport,
  more: { rules?: Partial<ServiceRules>; patience?: HttpPatience } = {},
) {
  const time = createVirtualTime();
  const deps = { transport, ...time, random: createTestRandom() };
  const gate = createRateGate(deps, { inFlight: 2 });
  const client = createHttpClient(deps, { ...more.patience, gate, rules: { ...RULES, ...more.rules } });
  const send = (method: WireRequest['method'], signal?: AbortSignal) =>
    client.send({
      method,
      prepare: () => ({ url: URL_WITH_SECRET, headers: { authorization: 'Bearer cs_secret' } }),
      ...(signal === undefined ? {} : { signal }),
    });
  return { time, send };
}

const neverAnswer = (): Promise<WireAnswer> => new Promise(() => undefined);
const page = (body: string): Partial<WireAnswer> => ({ headers: { 'content-type': 'text/html' }, body });

describe('a read', () => {
  it('survives four troubles in a row and gives what came at last', async () => {
    const transport = createScriptedTransport([
      createFetchError('ECONNREFUSED'),
      createFetchError('ECONNRESET'),
      { status: 502, body: 'Bad Gateway' },
      { body: '{"id":' },
      { body: '{"id":1}', headers: { 'x-request-id': 'abc-1' } },
    ]);
    const { send, time } = openClient(transport);
    const outcome = await send('GET');
    expect(outcome).toMatchObject({ kind: 'done', value: { json: { id: 1 } }, requestId: 'abc-1' });
    expect(transport.calls).toHaveLength(5);
    expect(time.elapsedMs()).toBeLessThan(60_000);
  });

  it('ends after five tries and within about a minute, without a secret in what it says', async () => {
    for (const [error, code] of [
      [createFetchError('ECONNREFUSED'), 'NET_UNREACHABLE'],
      [createFetchError('ENOTFOUND'), 'NET_UNKNOWN_HOST'],
      [createFetchError('ECONNRESET'), 'NET_BROKEN_ANSWER'],
    ] as const) {
      const transport = createScriptedTransport([error]);
      const { send, time } = openClient(transport);
      const outcome = await send('GET');
      expect(outcome).toMatchObject({
        kind: 'retryAfter',
        failure: { code, facts: { host: 'shop.example' } },
      });
      expect(transport.calls).toHaveLength(5);
      expect(time.elapsedMs()).toBeLessThan(60_000);
      expect(JSON.stringify(outcome)).not.toContain('secret');
    }
  });

  it('waits differently long each time, so that many clients never come together', async () => {
    const moments: number[] = [];
    const time = createVirtualTime();
    const transport: Transport = {
      send: async () => {
        moments.push(time.elapsedMs());
        throw createFetchError('ECONNREFUSED');
      },
    };
    for (const seed of [1, 2]) {
      const deps = { transport, ...time, random: createTestRandom(seed * 7919) };
      const gate = createRateGate(deps, { inFlight: 1 });
      await createHttpClient(deps, { gate, rules: RULES }).send({
        method: 'GET',
        prepare: () => ({ url: URL_WITH_SECRET, headers: {} }),
      });
    }
    const gaps = moments.slice(1).map((momentMs, at) => momentMs - (moments[at] ?? 0));
    expect(new Set(gaps).size).toBe(gaps.length);
  });

  it('gives up a server that never answers, even when the carrier ignores the signal', async () => {
    const transport = createScriptedTransport([neverAnswer]);
    const { send, time } = openClient(transport, { patience: { readTimeoutMs: 10_000, readTries: 2 } });
    expect(await send('GET')).toMatchObject({ kind: 'retryAfter', failure: { code: 'NET_TIMED_OUT' } });
    expect(transport.calls).toHaveLength(2);
    expect(transport.calls[0]?.signal?.aborted).toBe(true);
    expect(time.elapsedMs()).toBeGreaterThanOrEqual(20_000);
  });

  it('waits as long as a 429 asks, minutes if need be, and then succeeds', async () => {
    const limited = { status: 429, headers: { 'retry-after': '90' }, body: 'Too Many' };
    const { send, time } = openClient(createScriptedTransport([limited, limited, {}]));
    expect((await send('GET')).kind).toBe('done');
    expect(time.elapsedMs()).toBeGreaterThanOrEqual(180_000);
    expect(time.elapsedMs()).toBeLessThan(190_000);
  });

  it('does not wait for ever on a service that only says "too many"', async () => {
    const { send, time } = openClient(createScriptedTransport([{ status: 429 }]));
    expect(await send('GET')).toMatchObject({ kind: 'retryAfter', failure: { code: 'WOO_LIMITED' } });
    expect(time.elapsedMs()).toBeLessThan(400_000);
  });

  it('takes a retry-after date by the clock of the server', async () => {
    const headers = {
      'retry-after': 'Sat, 01 Jan 2000 00:00:30 GMT',
      date: 'Sat, 01 Jan 2000 00:00:00 GMT',
    };
    const { send, time } = openClient(createScriptedTransport([{ status: 429, headers }, {}]));
    expect((await send('GET')).kind).toBe('done');
    expect(time.elapsedMs()).toBeGreaterThanOrEqual(30_000);
    expect(time.elapsedMs()).toBeLessThan(31_000);
  });

  it('does not try again what a person has to mend', async () => {
    for (const [step, code] of [
      [createFetchError('DEPTH_ZERO_SELF_SIGNED_CERT'), 'NET_TLS_FAILED'],
      [createFetchError('CERT_HAS_EXPIRED'), 'NET_TLS_FAILED'],
      [{ status: 407, body: '' }, 'NET_PROXY_REFUSED'],
      [{ status: 511, ...page('<html>') }, 'NET_CAPTIVE_PORTAL'],
      [{ status: 302, headers: { location: 'https://login.hotel.example/?to=x' } }, 'NET_CAPTIVE_PORTAL'],
      [page('<html><WISPAccessGatewayParam></html>'), 'NET_CAPTIVE_PORTAL'],
      [{ url: 'https://login.hotel.example/' }, 'NET_CAPTIVE_PORTAL'],
    ] as const) {
      const transport = createScriptedTransport([step]);
      const outcome = await openClient(transport).send('GET');
      expect(outcome).toMatchObject({ kind: 'retryAfter', failure: { code } });
      expect(transport.calls).toHaveLength(1);
    }
  });

  it('tells a page of the shop from the page of a hotspot', async () => {
    const login = page('<html><form>Log in: <input type="password"></form></html>');
    const shop = await openClient(createScriptedTransport([login])).send('GET');
    expect(shop).toMatchObject({ kind: 'rejected', failure: { code: 'WOO_NO_REST' } });
    const till = await openClient(createScriptedTransport([login]), { rules: { hasPages: false } }).send(
      'GET',
    );
    expect(till).toMatchObject({ kind: 'retryAfter', failure: { code: 'NET_CAPTIVE_PORTAL' } });
    const redirect = { status: 301, headers: { location: '/wp-json/' } };
    const moved = await openClient(createScriptedTransport([redirect])).send('GET');
    expect(moved).toMatchObject({ kind: 'rejected', failure: { code: 'WOO_NO_REST' }, status: 301 });
  });

  it('refuses an answer beyond any measure', async () => {
    const body = `"${'x'.repeat(64 * 1024 * 1024)}"`;
    const outcome = await openClient(createScriptedTransport([{ body }]), {
      patience: { readTries: 1 },
    }).send('GET');
    expect(outcome).toMatchObject({ kind: 'retryAfter', failure: { code: 'NET_BROKEN_ANSWER' } });
  });

  it('ends when its owner no longer wants it: before, in the gate and on the way', async () => {
    const early = new AbortController();
    early.abort();
    const { send } = openClient(createScriptedTransport([neverAnswer]));
    expect(await send('GET', early.signal)).toMatchObject({ failure: { code: 'RUN_CANCELLED' } });
    const late = new AbortController();
    const calls = [send('GET', late.signal), send('GET', late.signal), send('GET', late.signal)];
    await new Promise((resolve) => setImmediate(resolve));
    late.abort();
    for (const outcome of await Promise.all(calls)) {
      expect(outcome).toMatchObject({ kind: 'retryAfter', failure: { code: 'RUN_CANCELLED' } });
    }
  });

  it('HEAD needs no body', async () => {
    const { send } = openClient(createScriptedTransport([{ body: '', headers: { 'x-wp-total': '3' } }]));
    expect(await send('HEAD')).toMatchObject({ kind: 'done', value: { json: null } });
    const get = await openClient(createScriptedTransport([{ body: '' }]), {
      patience: { readTries: 1 },
    }).send('GET');
    expect(get).toMatchObject({ failure: { code: 'NET_BROKEN_ANSWER' } });
  });
});

describe('a write', () => {
  it('is never sent twice, and unknown wherever it may have been done', async () => {
    for (const [step, code] of [
      [createFetchError('ECONNRESET'), 'NET_BROKEN_ANSWER'],
      [createFetchError('UND_ERR_SOCKET'), 'NET_BROKEN_ANSWER'],
      [createFetchError('UND_ERR_HEADERS_TIMEOUT'), 'NET_TIMED_OUT'],
      [neverAnswer, 'NET_TIMED_OUT'],
      [{ body: '{"create":[{"id":1' }, 'NET_BROKEN_ANSWER'],
      [{ body: '' }, 'NET_BROKEN_ANSWER'],
      [page('<br /><b>Warning</b>'), 'WOO_NO_REST'],
      [{ status: 500, body: '{"code":"internal_server_error"}' }, 'WOO_FAILING'],
      [{ status: 504, body: 'Gateway Timeout' }, 'WOO_FAILING'],
    ] as const) {
      const transport = createScriptedTransport([step]);
      const outcome = await openClient(transport).send('POST');
      expect(outcome).toMatchObject({ kind: 'unknown', failure: { code } });
      expect(transport.calls).toHaveLength(1);
      expect(JSON.stringify(outcome)).not.toContain('secret');
    }
  });

  it('is to be tried later, not unknown, when it certainly did not arrive', async () => {
    for (const [step, code] of [
      [createFetchError('ECONNREFUSED'), 'NET_UNREACHABLE'],
      [createFetchError('EAI_AGAIN', { syscall: 'getaddrinfo' }), 'NET_UNKNOWN_HOST'],
      [createFetchError('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'NET_TLS_FAILED'],
      [{ status: 407 }, 'NET_PROXY_REFUSED'],
      [{ status: 429, headers: { 'retry-after': '7' } }, 'WOO_LIMITED'],
    ] as const) {
      const transport = createScriptedTransport([step]);
      const outcome = await openClient(transport).send('POST');
      expect(outcome).toMatchObject({ kind: 'retryAfter', failure: { code } });
      if (code === 'WOO_LIMITED')
        expect(outcome).toMatchObject({ delayMs: expect.toSatisfy((ms) => ms >= 7_000) });
      expect(transport.calls).toHaveLength(1);
    }
  });

  it('that is cancelled on its way is unknown', async () => {
    const controller = new AbortController();
    const { send } = openClient(createScriptedTransport([neverAnswer]));
    const sent = send('POST', controller.signal);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(await sent).toMatchObject({ kind: 'unknown', failure: { code: 'RUN_CANCELLED' } });
  });

  it('that the service refused unseen is sent once more, not for ever', async () => {
    const transport = createScriptedTransport([{ status: 401 }]);
    const { send } = openClient(transport, { rules: { classify: () => 'again' } });
    expect(await send('POST')).toMatchObject({ kind: 'rejected' });
    expect(transport.calls).toHaveLength(2);
  });
});
