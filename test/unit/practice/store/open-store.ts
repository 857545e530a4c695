import { onTestFinished } from 'vitest';
import type { PracticeClock } from '../../../../src-practice/clock.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import { serve } from '../../../../src-practice/serve.ts';
import {
  type ConsumerKey,
  createPracticeStore,
  type PracticeStore,
  type PracticeStoreOptions,
} from '../../../../src-practice/store/store.ts';

export const START_MS = Date.parse('2026-11-21T02:55:21.400Z');

/** A clock a test moves by hand; sleeping moves it too. */
export interface HandClock extends PracticeClock {
  advance(durationMs: number): void;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came
  readonly json: any;
}

export interface OpenStore {
  readonly store: PracticeStore;
  readonly url: string;
  readonly clock: HandClock;
  readonly key: ConsumerKey;
  /** Calls wc/v3 with the key over Basic; paths of other namespaces begin with `/wp-json`. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A request as it stands, without credentials of its own. */
  send(path: string, init?: RequestInit): Promise<Answer>;
}

export function createHandClock(): HandClock {
  let nowMs = START_MS;
  const advance = (durationMs: number): void => {
    nowMs += durationMs;
  };
  return {
    nowMs: () => nowMs,
    advance,
    sleep: async (delayMs) => advance(Math.max(0, delayMs)),
  };
}

/** A store on real HTTP whose site counts as https, closed when the test ends. */
export async function openStore(options: Partial<PracticeStoreOptions> = {}): Promise<OpenStore> {
  const clock = createHandClock();
  const store = createPracticeStore({ clock, random: createRandom(7), https: true, ...options });
  const running = await serve(store, { clock });
  onTestFinished(() => running.close());
  const key = store.keys.add();
  const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${running.url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
    send(path.startsWith('/wp-json') ? path : `/wp-json/wc/v3${path}`, {
      method,
      headers: { authorization: basic(key), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { store, url: running.url, clock, key, call, send };
}

/** The Basic header of a key. */
export function basic(key: { consumerKey: string; consumerSecret: string }): string {
  return `Basic ${Buffer.from(`${key.consumerKey}:${key.consumerSecret}`).toString('base64')}`;
}
