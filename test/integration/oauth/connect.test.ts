import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pressButton, startLoginWorld } from '../../support/login-world.ts';
import { unwrap } from '../../support/practice-world.ts';

const BOUNCE = 'https://relay.example.com/oauth';

describe('connecting through Clover’s page', () => {
  it('one click connects the till without an API token, and another start finds it connected', async () => {
    const world = await startLoginWorld();
    const connected = unwrap(await world.connect());
    expect(connected).toMatchObject({
      merchant: { merchantId: world.practice.till.merchant },
      environment: 'sandbox',
      login: { appId: world.practice.app.id },
    });
    const core = await world.restart();
    expect(core.engine.status()).toMatchObject({ warnings: [], tillLogin: { lost: null } });
    expect((await core.engine.connections.test()).till).toMatchObject({ ok: true });
    expect(await core.engine.connections.disconnect('till')).toBe(true);
    expect(core.engine.status()).toMatchObject({ till: null, tillLogin: null });
  });

  it('a developer app of one’s own with a secret sends the secret and no challenge', async () => {
    const world = await startLoginWorld({ cloverAppId: null });
    const { id, secret } = world.practice.app;
    const flow = await world.begin({ app: { id, secret } });
    expect(new URL(flow.address).searchParams.has('code_challenge')).toBe(false);
    await fetch(await pressButton(flow.address, 'allow'));
    unwrap(await flow.ended);
    const sent = JSON.parse(world.wire[0]?.body ?? '{}');
    expect(Object.keys(sent).sort()).toEqual(['client_id', 'client_secret', 'code']);
  });

  it('without any App ID nothing begins, and the words say what to do', async () => {
    const world = await startLoginWorld({ cloverAppId: null });
    expect(world.core().tillLogin.readOffer()).toEqual({ hasApp: false, redirectUri: 'http://127.0.0.1' });
    await expect(world.begin()).rejects.toThrow('CLOVER_LOGIN_NO_APP');
  });

  it('"Deny" ends it in words, and the page says so', async () => {
    const world = await startLoginWorld();
    const flow = await world.begin();
    const page = await fetch(await pressButton(flow.address, 'deny'));
    expect(await page.text()).toContain('Nobody allowed Tillbridge in');
    expect(await flow.ended).toMatchObject({ ok: false, failure: { code: 'CLOVER_LOGIN_DENIED' } });
    expect(world.core().engine.connections.readTill()).toBeNull();
  });

  it('a relay’s page on the way is named to Clover, and its hand-over connects', async () => {
    const world = await startLoginWorld({
      app: { registration: { siteUrl: BOUNCE, allowsLoopback: false } },
    });
    const flow = await world.begin({ bounceUrl: BOUNCE });
    const bounced = new URL(await pressButton(flow.address, 'allow'));
    expect(`${bounced.origin}${bounced.pathname}`).toBe(BOUNCE);
    // What the page does: PORT.NONCE.MAC says where to.
    const [port] = (bounced.searchParams.get('state') ?? '').split('.');
    await fetch(`http://127.0.0.1:${port}/oauth/callback${bounced.search}`);
    unwrap(await flow.ended);
  });

  it.each([
    ['the whole address', (url: URL) => url.href, null],
    [
      'the code and the merchant id',
      (url: URL) => `${url.searchParams.get('code')} ${url.searchParams.get('merchant_id')}`,
      null,
    ],
    ['the code alone', (url: URL) => ` ${url.searchParams.get('code')} `, 'given'],
  ])('where Clover does not echo the state a person pastes %s', async (_what, copy, given) => {
    const world = await startLoginWorld({
      app: { registration: { siteUrl: BOUNCE, allowsLoopback: false }, oauth: { stateEcho: 'dropped' } },
    });
    const flow = await world.begin({ bounceUrl: BOUNCE });
    const bounced = new URL(await pressButton(flow.address, 'allow'));
    expect(bounced.searchParams.has('state')).toBe(false);
    expect(flow.paste('nonsense with blanks', null)).toMatchObject({
      failure: { code: 'CLOVER_LOGIN_CODE_ODD' },
    });
    if (given)
      expect(flow.paste(copy(bounced), null)).toMatchObject({
        failure: { code: 'CLOVER_LOGIN_NO_MERCHANT' },
      });
    expect(flow.paste(copy(bounced), given && world.practice.till.merchant)).toMatchObject({ ok: true });
    unwrap(await flow.ended);
    expect(flow.paste(copy(bounced), world.practice.till.merchant).ok).toBe(false);
  });

  it('a pasted address of an earlier log-in is refused', async () => {
    const world = await startLoginWorld();
    const earlier = await world.begin();
    const address = await pressButton(earlier.address, 'allow');
    const flow = await world.begin();
    expect(flow.paste(address, null)).toMatchObject({ failure: { code: 'CLOVER_LOGIN_CODE_ODD' } });
    flow.cancel();
    expect(await flow.ended).toMatchObject({ failure: { code: 'CLOVER_LOGIN_CANCELLED' } });
  });

  it('an API token in its place works as before and knows nothing of renewing', async () => {
    const world = await startLoginWorld();
    await world.connect();
    const { connections } = world.core().engine;
    const { url: apiUrl, merchant: merchantId, token } = world.practice.till;
    unwrap(await connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token }));
    expect(connections.readTillLogin()).toBeNull();
    expect((await connections.test()).till).toMatchObject({ ok: true });
    expect(world.count('POST /oauth/v2/refresh')).toBe(0);
  });

  it('a vault that cannot be read is told in words, and the till that is connected stays', async () => {
    const world = await startLoginWorld();
    unwrap(await world.connect());
    const file = join(world.dataDir, 'secrets.sealed');
    const sealed = readFileSync(file);
    writeFileSync(file, '{');
    expect(await world.connect()).toMatchObject({ ok: false, failure: { code: 'SECRET_KEY_WRONG' } });
    writeFileSync(file, sealed);
    expect((await world.core().engine.connections.test()).till).toMatchObject({ ok: true });
  });

  it('Clover’s page is opened at Clover or on this computer, and nowhere else', async () => {
    const world = await startLoginWorld();
    const others = [
      'https://clover.example.com',
      'http://www.clover.com',
      'https://www.clover.com.evil.example',
      'file:///etc',
    ];
    for (const webUrl of others) await expect(world.begin({ webUrl }), webUrl).rejects.toThrow('NET_BAD_URL');
    for (const [environment, host] of [
      ['sandbox', 'https://sandbox.dev.clover.com'],
      ['na', 'https://www.clover.com'],
      ['eu', 'https://www.eu.clover.com'],
      ['la', 'https://www.la.clover.com'],
    ] as const) {
      const flow = await world.begin({ environment, apiUrl: null });
      expect(flow.address).toMatch(new RegExp(`^${host}/oauth/v2/authorize\\?client_id=`));
    }
  });
});
