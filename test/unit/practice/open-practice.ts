import { createHmac, randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Practice, type PracticeOptions, startPractice } from '../../../src-practice/practice.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came
  readonly json: any;
}

export interface OpenPractice extends Practice {
  /** Reads from the till's API: `/items?limit=10`. */
  readTill(path: string): Promise<Answer>;
  /** Reads from the store's API, signed as over plain http (woocommerce.md 2): `/products`. */
  readStore(path: string): Promise<Answer>;
  writeStore(path: string, body: unknown): Promise<Answer>;
  /** A command at the till's or the store's desk. */
  command(side: 'till' | 'store', command: unknown): Promise<Answer>;
  /** A call of `/practice/...` with a key or, with '', without one. */
  callDesk(side: 'till' | 'store', method: string, path: string, key: string): Promise<Answer>;
}

/** Both services on free ports, closed when the test ends. */
export async function openPractice(options: PracticeOptions): Promise<OpenPractice> {
  const practice = await startPractice(options);
  onTestFinished(() => practice.close());
  const { till, store } = practice;
  const keyOf = { till: till.token, store: store.secret };
  return {
    ...practice,
    readTill: (path) =>
      call(`${till.url}/v3/merchants/${till.merchant}${path}`, {
        headers: { authorization: `Bearer ${till.token}`, 'user-agent': 'practice-test/1' },
      }),
    readStore: (path) => call(sign('GET', `${store.url}/wp-json/wc/v3${path}`, store)),
    writeStore: (path, body) =>
      call(sign('POST', `${store.url}/wp-json/wc/v3${path}`, store), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    command: (side, command) =>
      call(`${practice[side].url}/practice/staff`, {
        method: 'POST',
        headers: { 'x-practice-key': keyOf[side] },
        body: typeof command === 'string' ? command : JSON.stringify(command),
      }),
    callDesk: (side, method, path, key) =>
      call(`${practice[side].url}${path}`, {
        method,
        headers: key === '' ? {} : { 'x-practice-key': key },
        ...(method === 'POST' && { body: '{}' }),
      }),
  };
}

async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  };
}

/** One-legged OAuth 1.0a in the query string; the path carries no query of its own. */
function sign(method: string, url: string, { key, secret }: Practice['store']): string {
  const params = new URLSearchParams({
    oauth_consumer_key: key,
    oauth_nonce: randomBytes(8).toString('hex'),
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
  });
  const base = [method, url, params.toString()].map(encodeURIComponent).join('&');
  params.set('oauth_signature', createHmac('sha256', `${secret}&`).update(base).digest('base64'));
  return `${url}?${params}`;
}
