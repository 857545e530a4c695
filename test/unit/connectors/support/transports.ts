import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Clock,
  Random,
  Timers,
  Transport,
  WireAnswer,
  WireRequest,
} from '../../../../src-main/engine/ports.ts';
import type { WireService } from '../../../../src-practice/wire.ts';

/** Carries calls by fetch, as the app does. */
export const fetchTransport: Transport = {
  send: async ({ method, url, headers, body, signal }) => {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
      url: answer.url,
    };
  },
};

/** Carries calls over TLS to a service whose certificate nobody has signed. */
export const trustingTransport: Transport = {
  send: (call) =>
    new Promise((resolve, reject) => {
      const { method, url, headers } = call;
      const isSecure = url.startsWith('https:');
      const open = isSecure ? requestHttps : requestHttp;
      const outgoing = open(
        url,
        { method, headers, ...(isSecure ? { rejectUnauthorized: false } : {}) },
        (incoming) => {
          let body = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (part: string) => {
            body += part;
          });
          incoming.on('error', reject);
          incoming.on('end', () => {
            const pairs = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
            resolve({ status: incoming.statusCode ?? 0, headers: Object.fromEntries(pairs), body, url });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(call.body);
    }),
};

/** Carries calls to a service in this process, under whatever clock it has. */
export function createDirectTransport(services: Readonly<Record<string, WireService>>): Transport {
  return {
    send: async ({ method, url, headers, body }) => {
      const { origin, pathname, search } = new URL(url);
      const service = services[origin];
      if (!service) throw Object.assign(new Error('fetch failed'), { cause: { code: 'ENOTFOUND' } });
      const answer = await service.handle({
        method,
        url: `${pathname}${search}`,
        headers,
        body: body ?? '',
        origin,
      });
      const names = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]);
      return { status: answer.status, headers: Object.fromEntries(names), body: answer.body, url };
    },
  };
}

/** What was sent, in order, over another transport. */
export function recordCalls(inner: Transport): Transport & { readonly calls: WireRequest[] } {
  const calls: WireRequest[] = [];
  return {
    calls,
    send: (request) => {
      calls.push(request);
      return inner.send(request);
    },
  };
}

/** Answers each call in turn from a list; the last one answers all that follow. */
export function createScriptedTransport(
  script: readonly (Partial<WireAnswer> | Error | ((call: WireRequest) => Promise<WireAnswer>))[],
): Transport & { readonly calls: WireRequest[] } {
  let at = 0;
  return recordCalls({
    send: async (request) => {
      const step = script[Math.min(at, script.length - 1)] ?? {};
      at += 1;
      if (step instanceof Error) throw step;
      if (typeof step === 'function') return step(request);
      return { status: 200, headers: {}, body: '{}', url: request.url, ...step };
    },
  });
}

/** A failure of the network as fetch throws it: the reason hides in the cause. */
export const createFetchError = (code: string, more: object = {}): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, ...more }) });

const machineClock: Clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };

const machineTimers: Timers = {
  sleep: async (delayMs, signal) => {
    await sleep(delayMs, undefined, signal ? { signal } : {});
  },
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(timer) };
  },
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};

export function createTestRandom(seed = 1): Random {
  let state = seed;
  const fraction = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return {
    fraction,
    hex: (length) =>
      Array.from({ length: length * 2 }, () => Math.floor(fraction() * 16).toString(16)).join(''),
  };
}

/** Real time over real HTTP. */
export const machineDeps = (transport: Transport = fetchTransport) => ({
  transport,
  clock: machineClock,
  timers: machineTimers,
  random: createTestRandom(),
});
