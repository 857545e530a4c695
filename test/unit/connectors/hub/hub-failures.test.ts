import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHubConnector } from '../../../../src-main/connectors/hub/hub-connector.ts';
import { createHubHttp } from '../../../../src-main/connectors/hub/hub-http.ts';
import { openHubSocket } from '../../../../src-main/connectors/hub/hub-socket.ts';
import type { LineEars } from '../../../../src-main/connectors/hub/socket-line.ts';
import type { HubConnection, HubNews } from '../../../../src-main/engine/hub-ports.ts';
import type { WireAnswer } from '../../../../src-main/engine/ports.ts';
import { createVirtualTime } from '../../../support/virtual-time.ts';

const URL_OF_HUB = 'https://hub.example';

/** A relay whose every answer is this one. */
async function ask(status: number, body: string) {
  const time = createVirtualTime();
  const answer: WireAnswer = {
    status,
    headers: { 'content-type': 'application/json' },
    body,
    url: URL_OF_HUB,
  };
  const deps = {
    ...{ clock: time.clock, timers: time.timers, random: { fraction: () => 0.5, hex: () => '00' } },
    transport: { send: async () => answer },
  };
  const http = createHubHttp(URL_OF_HUB, 'token', deps);
  const outcome = await time.run(http.call('GET', '/v1/facts', z.object({ ok: z.boolean() })));
  return outcome.kind === 'done' ? 'done' : outcome.failure.code;
}

const refusal = (code: string): string => JSON.stringify({ error: { code, message: 'no' } });

describe('a call to the relay', () => {
  it.each([
    ['HUB_LIMITED', 429, refusal('limited')],
    ['HUB_FAILING', 503, refusal('busy')],
    ['HUB_TOKEN_REFUSED', 401, refusal('token')],
    ['HUB_REFUSED', 403, refusal('refused')],
    ['HUB_NOT_A_HUB', 404, '<h1>Not found</h1>'],
    ['HUB_NOT_A_HUB', 200, '{"ok":"perhaps"}'],
  ])('says %s of an answer %i', async (code, status, body) => {
    expect(await ask(status, body)).toBe(code);
  });
});

it.each([
  ['HUB_KEYS_UNREADABLE', 'keys that were sealed for somebody else', { sealed: 'a.b.c.d.e' }],
  ['HUB_APPROVAL_DENIED', 'a store whose owner pressed Deny', { sealed: null, isRefused: true }],
])('%s: %s, and nobody gets keys', async (code, _, handed) => {
  const { clock, timers } = createVirtualTime();
  const announced = { userId: 'u1', callbackUrl: `${URL_OF_HUB}/back`, untilMs: 1_000 };
  const send = async ({ method, url }: { method: string; url: string }): Promise<WireAnswer> => {
    const body = JSON.stringify(method === 'POST' ? announced : handed);
    return { status: 200, headers: { 'content-type': 'application/json' }, body, url };
  };
  const random = { fraction: () => 0.5, hex: () => '00' };
  const hub = createHubConnector({ clock, timers, random, transport: { send } }).open(
    { url: URL_OF_HUB, deviceId: 'd1' } as HubConnection,
    'token',
  );
  const approval = await hub.beginApproval('https://shop.example');
  const taken = approval.kind === 'done' ? await approval.value.take() : approval;
  expect(taken).toMatchObject({ kind: 'rejected', failure: { code } });
});

/** A socket whose other end is played by the test; what was heard at its end. */
function openSocket() {
  const time = createVirtualTime();
  const heard: HubNews[] = [];
  let ears: LineEars | null = null;
  openHubSocket(
    { url: URL_OF_HUB, token: 'token', cursor: null, wantsLease: false, at: null },
    {
      ...{ clock: time.clock, timers: time.timers },
      dial: (_url, given) => {
        ears = given;
        return { send: () => undefined, close: () => undefined, cut: () => undefined };
      },
    },
    (news) => void heard.push(news),
  );
  const readEnd = () => heard.flatMap((news) => (news.kind === 'ended' ? [news.failure.code] : []));
  return { time, readEnd, say: (frame: object) => ears?.onText(JSON.stringify(frame)) };
}

describe('the socket to the relay', () => {
  it.each([
    ['HUB_REPLACED', 'replaced'],
    ['HUB_TOKEN_REFUSED', 'revoked'],
    ['HUB_LOST', 'restart'],
  ])('ends with %s where the relay says good-bye as "%s"', (code, said) => {
    const { say, readEnd } = openSocket();
    say({ type: 'bye', code: said, retryAfterMs: 1000 });
    expect(readEnd()).toEqual([code]);
  });

  it('ends with HUB_SILENT where nothing is heard for 45 seconds', async () => {
    const { time, readEnd } = openSocket();
    await time.run(time.practiceClock.sleep(46_000));
    expect(readEnd()).toEqual(['HUB_SILENT']);
  });
});
