import { Server } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';
import { createTillLogin, type TillLoginDeps } from '../../../src-main/oauth/authorization.ts';
import { createMachineRandom } from '../../../src-main/runtime/machine.ts';
import { createManualTime } from '../../support/manual-time.ts';

const REQUEST = { environment: 'na', apiUrl: null, webUrl: null, bounceUrl: null, app: null } as const;

function openLogin(deps: Partial<TillLoginDeps> = {}) {
  const time = createManualTime();
  const login = createTillLogin({
    ...time,
    random: createMachineRandom(),
    grants: { exchange: async () => ({ kind: 'unknown', failure: createFailure('NET_TIMED_OUT') }) },
    connections: { connectTillByLogin: async () => Promise.reject(new Error('nothing was exchanged')) },
    appId: 'OWN',
    readRelay: () => ({ bounceUrl: null, appId: null }),
    writeAddress: (_place, query) =>
      `https://www.clover.com/?${new URLSearchParams({ ...query, challenge: '' })}`,
    words: ENGLISH,
    ...deps,
  });
  onTestFinished(() => login.close());
  const begin = async (request: Partial<Parameters<typeof login.begin>[0]> = {}) => {
    const begun = await login.begin({ ...REQUEST, ...request }, (work) => work());
    if (!begun.ok) throw new Error(begun.failure.code);
    return begun.value;
  };
  return { time, login, begin };
}

describe('a log-in', () => {
  it('that nobody answers ends after five minutes, and its door is shut', async () => {
    const { time, begin } = openLogin();
    const { redirectUri, ended } = await begin();
    time.pass(299_000);
    expect((await fetch(redirectUri)).status).toBe(404);
    time.pass(1_000);
    expect(await ended).toMatchObject({ ok: false, failure: { code: 'CLOVER_LOGIN_TIMED_OUT' } });
    await expect
      .poll(() =>
        fetch(redirectUri).then(
          () => 'open',
          () => 'shut',
        ),
      )
      .toBe('shut');
  });

  it('that finds no free door on this computer says so', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(function refuse(this: Server) {
      const error = Object.assign(new Error('not allowed'), { code: 'EACCES' });
      process.nextTick(() => this.emit('error', error));
      return this;
    });
    onTestFinished(() => listen.mockRestore());
    await expect(openLogin().begin()).rejects.toThrow('CLOVER_LOGIN_NO_LISTENER');
  });

  it('that is cancelled ends at once, and a code that comes later is nobody’s', async () => {
    const { begin } = openLogin();
    const flow = await begin();
    flow.cancel();
    expect(await flow.ended).toMatchObject({ failure: { code: 'CLOVER_LOGIN_CANCELLED' } });
    expect(flow.paste('a-code-that-is-late', 'ABCDEFGHJKMNP')).toMatchObject({ ok: false });
  });

  it('goes by the relay’s app and page where this computer is paired, and by one’s own app before that', async () => {
    const readRelay = () => ({ bounceUrl: 'https://relay.example.com/oauth', appId: 'RELAYS' });
    const { login, begin } = openLogin({ appId: null, readRelay });
    expect(login.readOffer()).toEqual({ hasApp: true, redirectUri: 'https://relay.example.com/oauth' });
    expect((await begin()).address).toMatch(
      /clientId=RELAYS&redirectUri=https%3A%2F%2Frelay\.example\.com%2Foauth&/,
    );
    expect((await begin({ app: { id: ' MINE ', secret: null } })).address).toContain('clientId=MINE&');
  });

  it.each([
    [{ app: { id: 'not an id', secret: null } }, 'USE_BAD_VALUE'],
    [{ bounceUrl: 'http://relay.example.com/oauth' }, 'NET_BAD_URL'],
    [{ bounceUrl: 'javascript:alert(1)' }, 'NET_BAD_URL'],
  ])('refuses %j', async (request, code) => {
    await expect(openLogin().begin(request)).rejects.toThrow(code);
  });
});
