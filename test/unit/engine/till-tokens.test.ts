import { describe, expect, it } from 'vitest';
import { Crash, createTokenRig, type TokenRig } from '../../support/token-clover.ts';

const MINUTE_MS = 60_000;

/** What one look at the till would call with. */
async function take(rig: TokenRig, tokens = rig.open()): Promise<string> {
  const token = await tokens.openSource(rig.connection).take();
  return token.kind === 'done' ? token.value : `${token.kind} ${token.failure.code}`;
}

describe('the till’s tokens', () => {
  it('fifty calls that are refused at once renew the token once', async () => {
    const rig = createTokenRig();
    const source = rig.open().openSource(rig.connection);
    const fresh = await Promise.all(Array.from({ length: 50 }, () => source.renew('access-1')));
    expect(new Set(fresh.map((it) => (it.kind === 'done' ? it.value : it.kind)))).toEqual(
      new Set(['access-2']),
    );
    expect(rig.asked).toEqual(['refresh']);
    // Who was refused with the old token later takes the new one and asks nobody.
    expect(await source.renew('access-1')).toMatchObject({ kind: 'done', value: 'access-2' });
    expect(rig.asked).toHaveLength(1);
  });

  it('a token is renewed before it ends, and used as it is until then', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    expect(await take(rig, tokens)).toBe('access-1');
    rig.time.pass(27 * MINUTE_MS);
    expect(await take(rig, tokens)).toBe('access-1');
    rig.time.pass(1.5 * MINUTE_MS);
    expect(await take(rig, tokens)).toBe('access-2');
    expect(rig.asked).toEqual(['refresh']);
  });

  it('a till that nobody calls keeps its access: the task renews every 20 minutes', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    // As after a log-in.
    tokens.adopt(JSON.parse(rig.vault.get('clover.token') ?? ''));
    for (let round = 1; round <= 3; round += 1) {
      rig.time.pass(20 * MINUTE_MS);
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(rig.asked).toHaveLength(round);
    }
    expect(rig.isLive('access-4')).toBe(true);
    tokens.close();
    rig.time.pass(60 * MINUTE_MS);
    expect(rig.asked).toHaveLength(3);
  });

  it('a permission that is missing does not make every call renew the token', async () => {
    const rig = createTokenRig();
    const source = rig.open().openSource(rig.connection);
    const second = await source.renew('access-1');
    expect(second).toMatchObject({ value: 'access-2' });
    // What the till then refuses, no token cures.
    expect(source.refusal).toBe('CLOVER_LOGIN_WITHDRAWN');
    for (let call = 0; call < 20; call += 1)
      expect(await source.renew('access-2')).toMatchObject({ value: 'access-2' });
    expect(rig.asked).toHaveLength(1);
  });

  it('an app that was uninstalled is told once, in words, and is asked for no more', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    rig.uninstall();
    const source = tokens.openSource(rig.connection);
    expect(await source.renew('access-1')).toMatchObject({
      kind: 'authLost',
      failure: { code: 'CLOVER_LOGIN_LOST' },
    });
    expect(await source.renew('access-1')).toMatchObject({ kind: 'authLost' });
    expect(rig.told).toHaveLength(1);
    expect(rig.asked).toEqual(['refresh']);
    expect(tokens.readFacts()?.lost?.code).toBe('CLOVER_LOGIN_LOST');
    // Another start knows it too.
    rig.time.pass(31 * MINUTE_MS);
    expect(await take(rig)).toBe('authLost CLOVER_LOGIN_LOST');
    expect(rig.asked).toHaveLength(1);
  });

  it('a network that is away costs nothing: what still lives is used, and what left nobody is no try', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    rig.time.pass(29 * MINUTE_MS);
    rig.fault = 'unreached';
    expect(await take(rig, tokens)).toBe('access-1');
    expect(rig.meta.has('till.renewal')).toBe(false);
    rig.time.pass(2 * MINUTE_MS);
    rig.fault = 'unreached';
    expect(await take(rig, tokens)).toBe('retryAfter NET_TIMED_OUT');
    rig.time.pass(6_000);
    expect(await take(rig, tokens)).toBe('access-2');
  });

  it('a lost answer is tried once more with what is kept, and then leads to a new log-in, with words', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    rig.time.pass(31 * MINUTE_MS);
    rig.fault = 'lost';
    expect(await take(rig, tokens)).toBe('retryAfter NET_TIMED_OUT');
    // Not at once: whoever waits asks again and again.
    expect(await take(rig, tokens)).toBe('retryAfter NET_TIMED_OUT');
    expect(rig.asked).toHaveLength(1);
    rig.time.pass(6_000);
    expect(await take(rig, tokens)).toBe('authLost CLOVER_LOGIN_LOST');
    expect(rig.told).toEqual([expect.stringContaining('lost on the way')]);
    expect(rig.asked).toHaveLength(2);
  });

  it('an app with a secret gets the lost pair back', async () => {
    const rig = createTokenRig('app-secret');
    const tokens = rig.open();
    rig.time.pass(31 * MINUTE_MS);
    rig.fault = 'lost';
    await take(rig, tokens);
    rig.time.pass(6_000);
    const access = await take(rig, tokens);
    expect(rig.isLive(access)).toBe(true);
    expect(rig.asked).toEqual(['refresh', 'recover']);
    expect(rig.told).toEqual([]);
  });

  it('a keychain that does not open for a moment loses no token', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    rig.time.pass(31 * MINUTE_MS);
    rig.vaultTrouble = new Error('locked');
    expect(await take(rig, tokens)).toBe('retryAfter SECRET_NO_KEYCHAIN');
    rig.vaultTrouble = null;
    rig.time.pass(6_000);
    expect(await take(rig, tokens)).toBe('access-2');
    expect(rig.asked).toEqual(['refresh']);
    expect(rig.vault.get('clover.token')).toContain('access-2');
  });

  it('a token is shown to no other environment and to no other merchant', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    for (const other of [
      { ...rig.connection, environment: 'eu' as const },
      { ...rig.connection, apiUrl: 'http://127.0.0.1:1' },
      { ...rig.connection, merchant: { ...rig.connection.merchant, merchantId: 'MERCHANT00002' } },
    ]) {
      expect(await tokens.openSource(other).take()).toMatchObject({ kind: 'authLost' });
      expect(await tokens.openSource(other).renew('x')).toMatchObject({ kind: 'authLost' });
    }
  });

  it('a disconnect during a renewal is not undone by its answer', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    const renewing = tokens.openSource(rig.connection).renew('access-1');
    await tokens.forget();
    rig.vault.clear();
    await renewing;
    expect(rig.vault.size).toBe(0);
    expect(tokens.readFacts()).toBeNull();
    expect(await take(rig, tokens)).toBe('authLost SECRET_MISSING');
  });

  it('a renewal of an earlier log-in does not take the place of a newer one', async () => {
    const rig = createTokenRig();
    const tokens = rig.open();
    await take(rig, tokens);
    const renewing = tokens.openSource(rig.connection).renew('access-1');
    while (rig.asked.length === 0) await Promise.resolve();
    const newer = { ...JSON.parse(rig.vault.get('clover.token') ?? ''), obtainedMs: 4711 };
    rig.vault.set('clover.token', JSON.stringify(newer));
    await renewing;
    expect(rig.vault.get('clover.token')).toBe(JSON.stringify(newer));
  });

  it('what another program renewed is taken over, not renewed again', async () => {
    const rig = createTokenRig();
    const [mine, other] = [rig.open(), rig.open()];
    expect(await take(rig, mine)).toBe('access-1');
    rig.time.pass(1);
    await other.openSource(rig.connection).renew('access-1');
    expect(await mine.openSource(rig.connection).renew('access-1')).toMatchObject({ value: 'access-2' });
    expect(rig.asked).toEqual(['refresh']);
  });
});

describe.each([
  ['PKCE', null],
  ['an app with a secret', 'app-secret'],
])('a crash at any step of a renewal (%s)', (_name, secret) => {
  it('leaves a token that works or a way to log in again, never silence', async () => {
    const ends: string[] = [];
    for (let steps = 1; steps < 50; steps += 1) {
      const rig = createTokenRig(secret);
      rig.time.pass(31 * MINUTE_MS);
      rig.crashAfter(steps);
      await take(rig).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      if (!rig.hasCrashed()) break;
      rig.time.pass(MINUTE_MS);
      const access = await take(rig);
      if (rig.isLive(access)) ends.push('works');
      else {
        expect(access).toBe('authLost CLOVER_LOGIN_LOST');
        expect(rig.told).toHaveLength(1);
        ends.push('told');
      }
    }
    expect(ends.length).toBeGreaterThanOrEqual(4);
    // Only the crash between Clover's answer and the vault costs a log-in, and only without a secret.
    expect(ends.filter((end) => end === 'told')).toHaveLength(secret === null ? 1 : 0);
  });
});
