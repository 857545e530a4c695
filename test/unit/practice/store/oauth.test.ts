import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Answer, type OpenStore, openStore } from './open-store.ts';

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

interface SignOptions {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly algorithm?: 'SHA1' | 'SHA256';
  readonly secret?: string;
  readonly nonce?: string;
  readonly timestampS?: number;
}

/** An independent signer, after RFC 5849. */
function sign(open: OpenStore, options: SignOptions = {}): string {
  const { method = 'GET', path = '/wp-json/wc/v3/products', algorithm = 'SHA256' } = options;
  const params: Record<string, string> = {
    ...options.query,
    oauth_consumer_key: open.key.consumerKey,
    oauth_nonce: options.nonce ?? 'n1',
    oauth_signature_method: `HMAC-${algorithm}`,
    oauth_timestamp: String(options.timestampS ?? Math.floor(open.clock.nowMs() / 1000)),
    oauth_version: '1.0',
  };
  const pairs = Object.keys(params)
    .sort()
    .map((name) => `${encode(name)}=${encode(params[name] ?? '')}`)
    .join('&');
  const base = [method, open.url + path, pairs].map(encode).join('&');
  const secret = `${options.secret ?? open.key.consumerSecret}&`;
  const signature = createHmac(algorithm.toLowerCase(), secret).update(base).digest('base64');
  return `${path}?${pairs}&oauth_signature=${encode(signature)}`;
}

function expectRefusal(answer: Answer, message: string): void {
  expect(answer).toMatchObject({ status: 401, json: { message, data: { status: 401 } } });
}

describe('OAuth 1.0a over plain http', () => {
  it.each(['SHA1', 'SHA256'] as const)('accepts HMAC-%s with query parameters signed', async (algorithm) => {
    const open = await openStore({ https: false });
    const signed = sign(open, { algorithm, query: { per_page: '5', search: "Mac & Cheese (it's)" } });
    expect(await open.send(signed)).toMatchObject({ status: 200, json: [] });
  });

  it('does not count the JSON body', async () => {
    const open = await openStore({ https: false });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"Tea"}' };
    expect((await open.send(sign(open, { method: 'POST' }), init)).status).toBe(201);
  });

  it('refuses a replayed nonce', async () => {
    const open = await openStore({ https: false });
    const signed = sign(open);
    expect((await open.send(signed)).status).toBe(200);
    expectRefusal(await open.send(signed), 'Invalid nonce - nonce has already been used.');
  });

  it('refuses a timestamp beyond 15 minutes and takes one within', async () => {
    const open = await openStore({ https: false });
    const nowS = Math.floor(open.clock.nowMs() / 1000);
    expect((await open.send(sign(open, { timestampS: nowS - 900 }))).status).toBe(200);
    const late = sign(open, { timestampS: nowS - 901, nonce: 'n2' });
    expectRefusal(await open.send(late), 'Invalid timestamp.');
  });

  it('tells a bad secret, a bad key and a missing parameter apart', async () => {
    const open = await openStore({ https: false });
    const badSecret = sign(open, { secret: 'cs_bad' });
    expectRefusal(await open.send(badSecret), 'Invalid signature - provided signature does not match.');
    const badKey = sign(open).replaceAll(open.key.consumerKey, 'ck_bad');
    expectRefusal(await open.send(badKey), 'Consumer key is invalid.');
    const noNonce = sign(open).replace('&oauth_nonce=n1', '');
    const answer = await open.send(noNonce);
    expectRefusal(answer, 'Missing OAuth parameter oauth_nonce');
    expect(answer.json.code).toBe('woocommerce_rest_authentication_missing_parameter');
  });
});
