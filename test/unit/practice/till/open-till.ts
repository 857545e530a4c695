import { onTestFinished } from 'vitest';
import type { PracticeClock } from '../../../../src-practice/clock.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import { serve } from '../../../../src-practice/serve.ts';
import {
  ALL_PERMISSIONS,
  createPracticeTill,
  type PracticeTill,
  type PracticeTillOptions,
  type TillMerchantOptions,
} from '../../../../src-practice/till/till.ts';

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

export interface OpenTill {
  readonly till: PracticeTill;
  readonly url: string;
  readonly clock: HandClock;
  readonly token: string;
  /** Calls below `/v3/merchants/{mId}` with a token that may do everything. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
}

export interface OpenTillOptions extends Partial<Omit<PracticeTillOptions, 'merchant'>> {
  readonly merchant?: Partial<TillMerchantOptions>;
}

export const MERCHANT: TillMerchantOptions = {
  name: "Plato's Pizza",
  currency: 'USD',
  timezone: 'America/New_York',
  country: 'US',
  vat: false,
  trackStock: true,
  updateStock: true,
};

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

/** A till on real HTTP, without limits unless asked for, closed when the test ends. */
export async function openTill(options: OpenTillOptions = {}): Promise<OpenTill> {
  const clock = createHandClock();
  const till = createPracticeTill({
    clock,
    random: createRandom(7),
    limits: { enabled: false },
    ...options,
    merchant: { ...MERCHANT, ...options.merchant },
  });
  const running = await serve(till, { clock });
  onTestFinished(() => running.close());
  const token = till.tokens.add(ALL_PERMISSIONS);
  const call: OpenTill['call'] = async (method, path, body, bearer = token) => {
    const response = await fetch(`${running.url}/v3/merchants/${till.merchant.id}${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'user-agent': 'test/1.0' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  return { till, url: running.url, clock, token, call };
}

/** Creates a row and returns its id. */
export async function create(open: OpenTill, path: string, body: unknown): Promise<string> {
  const answer = await open.call('POST', path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.json.id;
}

/** The values of one field over a list's elements. */
export function pluck(answer: Answer, field: string): unknown[] {
  return answer.json.elements.map((element: Record<string, unknown>) => element[field]);
}
