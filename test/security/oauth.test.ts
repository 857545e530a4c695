import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFlowState } from '../../src-main/oauth/flow-state.ts';
import { createPkce } from '../../src-main/oauth/pkce.ts';
import { createMachineRandom } from '../../src-main/runtime/machine.ts';
import { type LoginWorld, pressButton, startLoginWorld } from '../support/login-world.ts';
import { findLines, listFiles } from '../support/source-files.ts';

const random = createMachineRandom();

/** Sends the request as written, whatever a client would make of it. */
const sendRaw = (host: string, port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    let answer = '';
    const end = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('connect', () => socket.write(text));
    for (const event of ['end', 'error', 'timeout'] as const) socket.on(event, end);
  });

const request = (target: string, host: string, method = 'GET'): string =>
  `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

const readPort = (redirectUri: string): number => Number(new URL(redirectUri).port);
const isConnected = (world: LoginWorld): boolean => world.core().engine.connections.readTill() !== null;

describe('O1: nobody logs in inside the app', () => {
  it('Clover’s page is named only where its address is written and where it is given to the browser', () => {
    const places = findLines(
      listFiles('src-main/**/*.ts', 'src-renderer/**/*.ts*', 'src-preload/**/*.ts'),
      /v2\/authorize/,
    );
    const files = new Set(places.map((line) => line.split(':')[0]));
    expect([...files].sort()).toEqual([
      'src-main/connectors/clover/clover-login-page.ts',
      'src-main/shell/external-links.ts',
    ]);
  });
});

describe('O2: the way back', () => {
  it('is reached from this computer alone, at one path, and a hundred junk requests end nothing', async () => {
    const world = await startLoginWorld();
    const flow = await world.begin();
    const port = readPort(flow.redirectUri);
    const own = `127.0.0.1:${port}`;
    const junk = [
      request('/', own),
      request('/oauth/callback/', own),
      request('/oauth/callbackx?code=a', own),
      request('//oauth/callback?code=abcd', own),
      request('/oauth/callback?code=abcd', own, 'POST'),
      request('/oauth/callback?code=abcd', own, 'HEAD'),
      request('/oauth/callback', own),
      request('/oauth/callback?error=access_denied', own),
      request('/oauth/callback?error=access_denied&state=1.2.3', own),
      request(`/oauth/callback?code=${'a'.repeat(3000)}&state=x`, own),
    ];
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(junk.map((text) => sendRaw('127.0.0.1', port, text)));
      for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    }
    for (const { address, internal } of Object.values(networkInterfaces())
      .flat()
      .filter((it) => it !== undefined)) {
      if (!internal) expect(await sendRaw(address, port, request('/oauth/callback', own)), address).toBe('');
    }
    await fetch(await pressButton(flow.address, 'allow'));
    expect(await flow.ended).toMatchObject({ ok: true });
    expect(await sendRaw('127.0.0.1', port, request('/oauth/callback', own))).toBe('');
  });

  it('is not taken by a page that gave its own name this computer’s address', async () => {
    const world = await startLoginWorld();
    const flow = await world.begin();
    const callback = new URL(await pressButton(flow.address, 'allow'));
    const target = `${callback.pathname}${callback.search}`;
    const answer = await sendRaw('127.0.0.1', Number(callback.port), request(target, 'evil.example'));
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(isConnected(world)).toBe(false);
    flow.cancel();
  });

  it('shows a page that keeps nothing and tells nobody', async () => {
    const world = await startLoginWorld();
    const flow = await world.begin();
    const callback = await pressButton(flow.address, 'allow');
    const page = await fetch(callback);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('You can close this tab');
    expect(html).not.toContain(new URL(callback).searchParams.get('code'));
  });
});

describe('O3: the proof', () => {
  it('is S256 on the wire, and never the verifier itself', async () => {
    const world = await startLoginWorld();
    const flow = await world.begin();
    await fetch(await pressButton(flow.address, 'allow'));
    await flow.ended;
    const asked = new URL(flow.address).searchParams;
    const call = world.wire.find(({ url }) => url.endsWith('/oauth/v2/token'));
    const { code_verifier: verifier, ...body } = JSON.parse(call?.body ?? '{}') as Record<string, string>;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toBe(
      createHash('sha256')
        .update(verifier ?? '')
        .digest('base64url'),
    );
    expect(flow.address).not.toContain(verifier);
    expect(Object.keys(body).sort()).toEqual(['client_id', 'code']);
  });

  it('is fresh each time: ten thousand, none twice', () => {
    const verifiers = Array.from({ length: 10_000 }, () => createPkce(random).verifier);
    expect(new Set(verifiers).size).toBe(verifiers.length);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[\w-]{64}$/);
    // Every letter of the alphabet stands at every place: none of it is fixed.
    for (let place = 0; place < 64; place += 1) {
      expect(new Set(verifiers.map((verifier) => verifier[place])).size, `place ${place}`).toBe(64);
    }
  });
});

describe('O4: the state', () => {
  it('is good once, for its own log-in, and only whole', async () => {
    const world = await startLoginWorld();
    const earlier = await world.begin();
    const stale = new URL(await pressButton(earlier.address, 'allow'));
    const flow = await world.begin();
    expect(await earlier.ended).toMatchObject({ failure: { code: 'CLOVER_LOGIN_CANCELLED' } });
    const callback = new URL(await pressButton(flow.address, 'allow'));
    const state = callback.searchParams.get('state') ?? '';
    const [port = '', nonce = '', mac = ''] = state.split('.');
    const forged = [
      stale.searchParams.get('state') ?? '',
      '',
      `${port}.${nonce}.`,
      `${port}.${nonce}`,
      `1${port}.${nonce}.${mac}`,
      `${port}.${nonce.slice(1)}A.${mac}`,
      `${port}.${nonce}.${mac.slice(1)}A`,
      `${state} `,
      state.toUpperCase(),
    ];
    for (const wrong of forged) {
      const url = new URL(callback);
      url.searchParams.set('state', wrong);
      expect((await fetch(url)).status, wrong).toBe(404);
    }
    const doubled = new URL(callback);
    doubled.searchParams.append('state', state);
    expect((await fetch(doubled)).status).toBe(404);
    const missing = new URL(callback);
    missing.searchParams.delete('state');
    const page = await fetch(missing);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('Copy the address of this page');
    expect(isConnected(world)).toBe(false);
    expect(world.wire).toEqual([]);
    // The right one goes through, once.
    const [first, second] = await Promise.all([fetch(callback), fetch(callback)]);
    expect([first?.status, second?.status].sort()).toEqual([200, 404]);
    expect(await flow.ended).toMatchObject({ ok: true });
    expect(world.count('POST /oauth/v2/token')).toBe(1);
  });

  it('carries the port and a nonce of 128 bits, under a key of its own', () => {
    const states = Array.from({ length: 1000 }, () => createFlowState(50_000, random));
    expect(new Set(states.map(({ text }) => text)).size).toBe(1000);
    for (const { text } of states) expect(text).toMatch(/^50000\.[\w-]{22}\.[\w-]{43}$/);
    const [one, other] = states;
    expect(one?.matches(other?.text ?? '')).toBe(false);
    expect(one?.use(one.text)).toBe(true);
    expect(one?.use(one.text)).toBe(false);
  });

  it('a merchant that the token does not open is refused, and nothing is kept', async () => {
    const world = await startLoginWorld();
    const flow = await world.begin();
    const callback = new URL(await pressButton(flow.address, 'allow'));
    callback.searchParams.set('merchant_id', 'ABCDEFGHJKMNP');
    await fetch(callback);
    expect(await flow.ended).toMatchObject({ ok: false, failure: { code: 'CLOVER_LOGIN_OTHER_MERCHANT' } });
    expect(isConnected(world)).toBe(false);
    expect(readdirSync(world.dataDir)).not.toContain('secrets.sealed');
  });
});

describe('O5: what nobody may read', () => {
  it('code, tokens, verifier and secret are in no file and in no log, after a log-in, a renewal and a failure', async () => {
    const world = await startLoginWorld();
    const { app } = world.practice;
    const planted = new Set<string>();
    for (const own of [null, { id: app.id, secret: app.secret }]) {
      const flow = await world.begin({ app: own });
      const callback = await pressButton(flow.address, 'allow');
      planted.add(new URL(callback).searchParams.get('code') ?? '');
      await fetch(callback);
      expect(await flow.ended).toMatchObject({ ok: true });
    }
    world.killAccess();
    expect((await world.core().engine.connections.test()).till.ok).toBe(true);
    expect(world.count('POST /oauth/v2/refresh')).toBe(1);
    world.practice.tillService.installation.uninstall();
    expect((await world.core().engine.connections.test()).till.ok).toBe(false);
    const failed = await world.begin();
    expect(failed.paste('planted-code-0001', world.practice.till.merchant).ok).toBe(true);
    expect(await failed.ended).toMatchObject({ ok: false, failure: { code: 'CLOVER_LOGIN_CODE_REFUSED' } });
    for (const { url, body, answer } of world.wire.filter(({ url }) => url.includes('/oauth/v2/'))) {
      const sent = JSON.parse(body) as Record<string, string>;
      const got = JSON.parse(answer) as Record<string, string>;
      const secrets = [sent.code, sent.code_verifier, sent.client_secret, sent.refresh_token];
      for (const text of [...secrets, got.access_token, got.refresh_token]) if (text) planted.add(text);
      expect([...planted].filter((text) => url.includes(text))).toEqual([]);
    }
    expect(planted.size).toBeGreaterThan(10);
    const log = JSON.stringify(world.core().engine.log({ limit: 1000, offset: 0 }));
    expect([...planted].filter((text) => log.includes(text))).toEqual([]);
    await world.core().close();
    for (const file of readdirSync(world.dataDir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(
        [...planted].filter((text) => bytes.includes(text)),
        file.name,
      ).toEqual([]);
    }
    await world.restart();
  });
});
