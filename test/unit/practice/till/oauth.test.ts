import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDeveloperApp, type DeveloperAppOptions } from '../../../../src-practice/till/till.ts';
import { type Answer, createHandClock, type OpenTill, openTill } from './open-till.ts';

const VERIFIER = 'a-verifier-of-forty-three-characters-at-least-0';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const SITE = 'https://relay.example.com/clover';
const LOOPBACK = 'http://127.0.0.1:51234/callback';
const PKCE = { response_type: 'code', code_challenge: CHALLENGE, code_challenge_method: 'S256' };
const HOUR_MS = 3_600_000;
const BAD_CODE = { status: 'Unauthorized', message: 'Failed to validate authentication code.' };

interface OpenApp extends OpenTill {
  readonly id: string;
  readonly secret: string;
  /** Presses a button of the page; the place the browser is sent to, or the page that came instead. */
  press(decision: 'allow' | 'deny', fields: Record<string, string>): Promise<URL | string>;
  /** "Allow" and the code of it. */
  allow(fields?: Record<string, string>): Promise<string>;
  post(path: string, body: unknown): Promise<Answer>;
  /** A token pair of the PKCE flow. */
  connect(): Promise<{ access_token: string; refresh_token: string }>;
}

async function openApp(options: Omit<DeveloperAppOptions, 'clock'> = {}): Promise<OpenApp> {
  const clock = createHandClock();
  const registration = { siteUrl: SITE, ...options.registration };
  const app = createDeveloperApp({ clock, ...options, registration });
  const open = await openTill({ clock, app });
  const press: OpenApp['press'] = async (decision, fields) => {
    const body = new URLSearchParams({ client_id: app.id, ...fields, decision });
    const response = await fetch(`${open.url}/oauth/v2/authorize`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    const location = response.headers.get('location');
    return location === null ? response.text() : new URL(location);
  };
  const post: OpenApp['post'] = async (path, body) => {
    const text = JSON.stringify(body);
    const response = await fetch(`${open.url}${path}`, { method: 'POST', body: text });
    return { status: response.status, headers: response.headers, text, json: await response.json() };
  };
  const allow: OpenApp['allow'] = async (fields = PKCE) => {
    const location = await press('allow', fields);
    if (typeof location === 'string') throw new Error(location);
    return location.searchParams.get('code') ?? '';
  };
  return {
    ...open,
    clock,
    id: app.id,
    secret: app.secret,
    press,
    allow,
    post,
    connect: async () =>
      (await post('/oauth/v2/token', { client_id: app.id, code: await allow(), code_verifier: VERIFIER }))
        .json,
  };
}

describe('the page that asks the merchant (clover.md 2.2)', () => {
  it('shows who asks for what and sends back everything it was given, however it is written', async () => {
    const open = await openApp();
    const query = new URLSearchParams({ client_id: open.id, ...PKCE, state: '"><script>' });
    const page = await fetch(`${open.url}/oauth/v2/authorize?${query}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('inventory (read and write)');
    expect(html).toContain(`name="code_challenge" value="${CHALLENGE}"`);
    expect(html).toContain('name="state" value="&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script>');
  });

  it('goes back to the Site URL with merchant, app and code, and with the state where that is echoed', async () => {
    const open = await openApp();
    const location = await open.press('allow', { ...PKCE, state: 's1' });
    expect(String(location)).toMatch(
      `${SITE}?merchant_id=${open.till.merchant.id}&client_id=${open.id}&code=`,
    );
    expect(new URL(String(location)).searchParams.get('state')).toBe('s1');
    open.till.app.oauth.stateEcho = 'dropped';
    open.till.app.oauth.employeeId = 'sent';
    const without = new URL(String(await open.press('allow', { ...PKCE, state: 's1' })));
    expect([...without.searchParams.keys()]).toEqual(['merchant_id', 'employee_id', 'client_id', 'code']);
  });

  it('goes below the Site URL and, where the app may, to this machine, and nowhere else (clover.md 2.5)', async () => {
    const open = await openApp();
    const goesTo = async (redirect: string): Promise<boolean> =>
      (await open.press('allow', { ...PKCE, redirect_uri: redirect })) instanceof URL;
    expect(await goesTo(`${SITE}/setup?port=1`)).toBe(true);
    expect(await goesTo(LOOPBACK)).toBe(true);
    expect(await goesTo(`${SITE}shop`)).toBe(false);
    expect(await goesTo('https://example.com/clover')).toBe(false);
    expect(await goesTo('http://127.0.0.1.example.com/')).toBe(false);
    expect(await goesTo('javascript:alert(1)')).toBe(false);
    open.till.app.registration.allowsLoopback = false;
    expect(await goesTo(LOOPBACK)).toBe(false);
  });

  it('refuses a plain challenge, another app, another merchant and another response type', async () => {
    const open = await openApp();
    const refuses = async (fields: Record<string, string>): Promise<string> =>
      String(await open.press('allow', { ...PKCE, ...fields }));
    expect(await refuses({ code_challenge_method: 'plain' })).toContain('must be &quot;S256&quot;');
    expect(await refuses({ client_id: 'ANOTHER' })).toContain('no app with this client_id');
    expect(await refuses({ merchant_id: 'ANOTHER' })).toContain('no access to this merchant');
    expect(await refuses({ response_type: 'token' })).toContain('must be &quot;code&quot;');
    expect(open.till.installation.permissions).toBeUndefined();
  });

  it('tells a denial at the redirect or on a page of its own, and installs nothing', async () => {
    const open = await openApp();
    const location = new URL(String(await open.press('deny', { ...PKCE, state: 's' })));
    expect(location.searchParams.get('error')).toBe('access_denied');
    open.till.app.oauth.denial = 'page';
    expect(await open.press('deny', PKCE)).toContain('You did not allow the app');
    expect(open.till.installation.permissions).toBeUndefined();
  });
});

describe('the exchange of a code (clover.md 2.3)', () => {
  it('gives a pair whose access token opens this merchant, with expirations in seconds', async () => {
    const open = await openApp();
    const body = { client_id: open.id, code: await open.allow(), code_verifier: VERIFIER };
    const { status, json } = await open.post('/oauth/v2/token', body);
    expect(status).toBe(200);
    const nowSeconds = Math.floor(open.clock.nowMs() / 1000);
    expect(json.access_token_expiration - nowSeconds).toBe(1800);
    expect(json.refresh_token_expiration - nowSeconds).toBe(365 * 24 * 3600);
    expect((await open.call('GET', '/items', undefined, json.access_token)).status).toBe(200);
  });

  it('takes a code once, for ten minutes, and only in the flow it was made for', async () => {
    const open = await openApp();
    const body = { client_id: open.id, code: await open.allow(), code_verifier: VERIFIER };
    const failed = await open.post('/oauth/v2/token', { ...body, code_verifier: `${VERIFIER}x` });
    expect([failed.status, failed.json]).toEqual([401, BAD_CODE]);
    const { code_verifier: _, ...secretBody } = { ...body, client_secret: open.secret };
    expect((await open.post('/oauth/v2/token', secretBody)).json).toEqual(BAD_CODE);
    expect((await open.post('/oauth/v2/token', body)).status).toBe(200);
    expect((await open.post('/oauth/v2/token', body)).json).toEqual(BAD_CODE);
    const late = { ...body, code: await open.allow() };
    open.clock.advance(10 * 60_000);
    expect((await open.post('/oauth/v2/token', late)).json).toEqual(BAD_CODE);
    expect((await open.post('/oauth/v2/token', [])).json).toEqual(BAD_CODE);
  });

  it('takes the secret for a code without a challenge, with no refresh token where none is wanted', async () => {
    const open = await openApp();
    const body = { client_id: open.id, client_secret: open.secret, code: await open.allow({}) };
    const wrong = await open.post('/oauth/v2/token', { ...body, client_secret: 'wrong' });
    expect(wrong.json).toEqual(BAD_CODE);
    const { json } = await open.post('/oauth/v2/token?no_refresh_token=true', body);
    expect(Object.keys(json)).toEqual(['access_token', 'access_token_expiration']);
  });
});

describe('the life of tokens (clover.md 2.3, 2.7)', () => {
  it('ends an access token with 401 after thirty minutes; a merchant API token goes on', async () => {
    const open = await openApp();
    const { access_token } = await open.connect();
    open.clock.advance(HOUR_MS / 2 - 1);
    expect((await open.call('GET', '/items', undefined, access_token)).status).toBe(200);
    open.clock.advance(1);
    expect((await open.call('GET', '/items', undefined, access_token)).status).toBe(401);
    expect((await open.call('GET', '/items')).status).toBe(200);
  });

  it('kills a refresh token at its use; the old access token lives on or dies with it', async () => {
    const open = await openApp();
    const first = await open.connect();
    const refresh = (token: string) =>
      open.post('/oauth/v2/refresh', { client_id: open.id, refresh_token: token });
    const second = (await refresh(first.refresh_token)).json;
    expect((await refresh(first.refresh_token)).status).toBe(401);
    expect((await open.call('GET', '/items', undefined, first.access_token)).status).toBe(200);
    open.till.app.oauth.oldAccessToken = 'dies';
    expect((await refresh(second.refresh_token)).status).toBe(200);
    expect((await open.call('GET', '/items', undefined, second.access_token)).status).toBe(401);
  });

  it('kills the oldest refresh token beyond the cap', async () => {
    const open = await openApp({ oauth: { refreshTokenCap: 2 } });
    const pairs = [await open.connect(), await open.connect(), await open.connect()];
    const statuses = [];
    for (const { refresh_token } of pairs) {
      statuses.push((await open.post('/oauth/v2/refresh', { client_id: open.id, refresh_token })).status);
    }
    expect(statuses).toEqual([401, 200, 200]);
  });

  it('lets an app with a secret recover a lost pair for two weeks, until the new one is used', async () => {
    const open = await openApp();
    const app = { client_id: open.id, client_secret: open.secret };
    const first = (await open.post('/oauth/v2/token', { ...app, code: await open.allow({}) })).json;
    const lost = (await open.post('/oauth/v2/refresh', { ...app, refresh_token: first.refresh_token })).json;
    const recover = (token: string) => open.post('/oauth/v2/recovery', { ...app, refresh_token: token });
    const found = await recover(first.refresh_token);
    expect(found.status).toBe(200);
    expect((await open.post('/oauth/v2/refresh', { ...app, refresh_token: lost.refresh_token })).status).toBe(
      401,
    );
    await open.post('/oauth/v2/refresh', { ...app, refresh_token: found.json.refresh_token });
    expect((await recover(lost.refresh_token)).status).toBe(401);
    const pkce = await open.connect();
    await open.post('/oauth/v2/refresh', { ...app, refresh_token: pkce.refresh_token });
    expect((await recover(pkce.refresh_token)).status).toBe(401);
  });

  it('ends every grant when the app is uninstalled, and gives new rights only with a new install', async () => {
    const open = await openApp();
    const first = await open.connect();
    open.till.app.registration.permissions = { inventory: 'r' };
    const second = await open.connect();
    expect((await open.call('GET', '/orders', undefined, second.access_token)).status).toBe(200);
    expect(open.till.installation.uninstall()).toBe(true);
    expect(open.till.installation.uninstall()).toBe(false);
    for (const { access_token } of [first, second]) {
      expect((await open.call('GET', '/items', undefined, access_token)).status).toBe(401);
    }
    const third = await open.connect();
    expect((await open.call('GET', '/items', undefined, third.access_token)).status).toBe(200);
    expect((await open.call('GET', '/orders', undefined, third.access_token)).status).toBe(401);
    expect((await open.call('GET', '/items', undefined, first.access_token)).status).toBe(401);
    const dead = { client_id: open.id, refresh_token: first.refresh_token };
    expect((await open.post('/oauth/v2/refresh', dead)).status).toBe(401);
    expect((await open.call('POST', '/items', { name: 'x', price: 1 }, third.access_token)).status).toBe(401);
  });
});
