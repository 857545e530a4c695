import { describe, expect, it } from 'vitest';
import type { OpenConnections } from '../../../src-main/engine/connections.ts';
import { createFaultyTransport, type Fault } from '../../support/faulty-transport.ts';
import { startLoginWorld } from '../../support/login-world.ts';
import { unwrap } from '../../support/practice-world.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('O6: renewing the access', () => {
  it('looks that meet a dead token at once renew it once, and all of them succeed', async () => {
    const world = await startLoginWorld();
    world.practice.tillService.app.oauth.oldAccessToken = 'dies';
    unwrap(await world.connect());
    const till = unwrap(await (world.core().engine.connections as OpenConnections).openTill());
    world.killAccess();
    const looks = await Promise.all(Array.from({ length: 14 }, () => till.readOpeningHours()));
    expect(looks.filter(({ kind }) => kind !== 'done')).toEqual([]);
    expect(world.count('POST /oauth/v2/refresh')).toBe(1);
  });

  it('an answer lost on the way ends in words, an alert and a way back, never in silence', async () => {
    let fault: Fault = 'none';
    const world = await startLoginWorld({
      wrap: (real) =>
        createFaultyTransport(real, ({ url }) => (url.endsWith('/oauth/v2/refresh') ? fault : 'none')),
    });
    unwrap(await world.connect());
    fault = 'lose-answer';
    world.killAccess();
    expect((await world.core().engine.connections.test()).till).toMatchObject({ ok: false });
    fault = 'none';
    // As after a power cut between the answer and the vault.
    const core = await world.restart();
    expect((await core.engine.connections.test()).till).toMatchObject({
      failure: { code: 'CLOVER_LOGIN_LOST' },
    });
    expect(core.engine.status()).toMatchObject({ warnings: [{ code: 'CLOVER_LOGIN_LOST' }] });
    expect(core.engine.alerts.list({ limit: 10, offset: 0 }).alerts).toMatchObject([
      { title: 'The till has to be connected again.', opens: '#/settings/connections' },
    ]);
    unwrap(await world.connect());
    expect(core.engine.alerts.list({ limit: 10, offset: 0 }).alerts).toEqual([]);
    expect((await core.engine.connections.test()).till.ok).toBe(true);
  });

  it('an app with a secret gets a lost answer back by itself', async () => {
    let fault: Fault = 'none';
    const world = await startLoginWorld({
      wrap: (real) =>
        createFaultyTransport(real, ({ url }) => (url.endsWith('/oauth/v2/refresh') ? fault : 'none')),
    });
    const { id, secret } = world.practice.app;
    unwrap(await world.connect({ app: { id, secret } }));
    fault = 'lose-answer';
    world.killAccess();
    await world.core().engine.connections.test();
    fault = 'none';
    const core = await world.restart();
    expect((await core.engine.connections.test()).till).toMatchObject({ ok: true });
    expect(world.count('POST /oauth/v2/recovery')).toBe(1);
    expect(core.engine.alerts.list({ limit: 10, offset: 0 }).alerts).toEqual([]);
  });

  it('an app that was uninstalled, or lost a permission, is told apart', async () => {
    const world = await startLoginWorld();
    const { app, installation } = world.practice.tillService;
    unwrap(await world.connect());
    installation.uninstall();
    expect((await world.core().engine.connections.test()).till).toMatchObject({
      failure: { code: 'CLOVER_LOGIN_LOST' },
    });
    app.registration.permissions = { inventory: 'rw', orders: 'rw', payments: 'rw', customers: 'rw' };
    expect(await world.connect()).toMatchObject({ failure: { code: 'CLOVER_PERMISSION_MISSING' } });
  });

  it('a program that only reads renews where nobody writes, and never beside one that does', async () => {
    const world = await startLoginWorld();
    unwrap(await world.connect());
    world.killAccess();
    const reader = await world.openReader();
    expect((await reader.engine.connections.test()).till).toMatchObject({ failure: { code: 'DATA_IN_USE' } });
    expect(world.count('POST /oauth/v2/refresh')).toBe(0);
    await world.core().close();
    const alone = await world.openReader();
    expect((await alone.engine.connections.test()).till).toMatchObject({ ok: true });
    expect(world.count('POST /oauth/v2/refresh')).toBe(1);
    await alone.close();
    await world.restart();
    expect((await world.core().engine.connections.test()).till).toMatchObject({ ok: true });
    expect(world.count('POST /oauth/v2/refresh')).toBe(1);
  });

  it('a program that ends in the midst of a renewal keeps what it brings', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const world = await startLoginWorld({
      wrap: (real) => ({
        send: async (request) => {
          const answer = await real.send(request);
          if (request.url.endsWith('/oauth/v2/refresh')) await held;
          return answer;
        },
      }),
    });
    unwrap(await world.connect());
    world.killAccess();
    const test = world.core().engine.connections.test();
    await expect.poll(() => world.count('POST /oauth/v2/refresh'), { timeout: 15_000 }).toBe(1);
    let isClosed = false;
    const closing = world
      .core()
      .close()
      .then(() => {
        isClosed = true;
      });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isClosed).toBe(false);
    release();
    await closing;
    // Who asked meanwhile is answered, or told that the program has ended; never anything else.
    const [asked] = await Promise.allSettled([test]);
    expect(asked.status === 'fulfilled' ? asked.value.till.ok : String(asked.reason)).toSatisfy(
      (end) => end === true || String(end).includes('database connection is not open'),
    );
    const core = await world.restart();
    expect((await core.engine.connections.test()).till).toMatchObject({ ok: true });
    expect(core.engine.connections.readTillLogin()?.lost).toBeNull();
  });

  it('a log-in that ends within two weeks is told beforehand', async () => {
    const world = await startLoginWorld();
    const { oauth } = world.practice.tillService.app;
    oauth.refreshLifetimeMs = 13.5 * DAY_MS;
    unwrap(await world.connect());
    expect(world.core().engine.status().warnings).toMatchObject([
      { code: 'CLOVER_LOGIN_ENDS_SOON', facts: { when: '13 days' } },
    ]);
    oauth.refreshLifetimeMs = 15 * DAY_MS;
    unwrap(await world.connect());
    expect(world.core().engine.status().warnings).toEqual([]);
  });
});
