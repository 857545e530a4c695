import { describe, expect, it } from 'vitest';
import { createCloverOauth } from '../../../../src-main/connectors/clover/clover-oauth.ts';
import { createMachineRandom } from '../../../../src-main/runtime/machine.ts';
import { createManualTime } from '../../../support/manual-time.ts';

const HOUR_MS = 3_600_000;
const APP = { id: 'APP', secret: null };
const PAIR = { access_token: 'a', refresh_token: 'r' };

interface Answer {
  readonly status?: number;
  readonly body: string;
  readonly date?: string;
}

/** Clover as one answer, and what it was asked. */
function open({ status = 200, body, date }: Answer) {
  const time = createManualTime();
  const asked: { url: string; body: unknown }[] = [];
  const transport = {
    send: async (request: { url: string; body?: string }) => {
      asked.push({ url: request.url, body: JSON.parse(request.body ?? '{}') });
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        ...(date ? { date } : {}),
      };
      return { status, headers, body, url: request.url };
    },
  };
  const oauth = createCloverOauth(
    { apiUrl: 'https://api.eu.clover.com', version: '1' },
    { ...time, transport, random: createMachineRandom() },
  );
  return { oauth, asked, nowMs: time.clock.nowMs() };
}

describe('the calls about tokens (clover.md 2.3)', () => {
  it('have JSON bodies at the API host, each with what it needs and no more', async () => {
    const { oauth, asked } = open({ body: JSON.stringify(PAIR) });
    const secret = { id: 'APP', secret: 's' };
    await oauth.exchange(APP, 'c', 'v');
    await oauth.exchange(secret, 'c', null);
    await oauth.refresh(secret, 'r0');
    await oauth.recover(secret, 'r0');
    expect(asked).toEqual([
      {
        url: 'https://api.eu.clover.com/oauth/v2/token',
        body: { client_id: 'APP', code: 'c', code_verifier: 'v' },
      },
      {
        url: 'https://api.eu.clover.com/oauth/v2/token',
        body: { client_id: 'APP', code: 'c', client_secret: 's' },
      },
      { url: 'https://api.eu.clover.com/oauth/v2/refresh', body: { client_id: 'APP', refresh_token: 'r0' } },
      {
        url: 'https://api.eu.clover.com/oauth/v2/recovery',
        body: { client_id: 'APP', client_secret: 's', refresh_token: 'r0' },
      },
    ]);
  });

  it('answer ends in this computer’s time, even where its clock is an hour wrong', async () => {
    for (const errorMs of [0, HOUR_MS, -HOUR_MS]) {
      const { nowMs } = open({ body: '' });
      const serverMs = nowMs - errorMs;
      const ends = {
        access_token_expiration: (serverMs + HOUR_MS) / 1000,
        refresh_token_expiration: (serverMs + 9 * HOUR_MS) / 1000,
      };
      const { oauth } = open({
        body: JSON.stringify({ ...PAIR, ...ends }),
        date: new Date(serverMs).toUTCString(),
      });
      expect(await oauth.refresh(APP, 'r0')).toMatchObject({
        kind: 'done',
        value: {
          access: 'a',
          accessEndsMs: nowMs + HOUR_MS,
          refresh: 'r',
          refreshEndsMs: nowMs + 9 * HOUR_MS,
        },
      });
    }
  });

  it.each([
    [{ status: 401, body: '{"message":"Failed to validate r0"}' }, 'authLost'],
    [{ status: 400, body: '' }, 'authLost'],
    [{ status: 429, body: '' }, 'retryAfter'],
    [{ status: 503, body: '' }, 'unknown'],
    [{ body: '{"access' }, 'unknown'],
    [{ body: '{"refresh_token":"r"}' }, 'unknown'],
    [{ body: '{"access_token":""}' }, 'unknown'],
  ])('what %j means is %s, and no token is in its failure', async (answer, kind) => {
    const outcome = await open(answer).oauth.refresh(APP, 'r0');
    expect(outcome.kind).toBe(kind);
    expect(JSON.stringify(outcome)).not.toContain('r0');
  });
});
