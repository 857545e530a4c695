import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHubSocket } from '../../../../src-main/connectors/hub/hub-socket.ts';
import type { LineEars } from '../../../../src-main/connectors/hub/socket-line.ts';
import { createFailure } from '../../../../src-main/domain/failure.ts';
import { createHubCore } from '../../../../src-main/engine/hub/hub-core.ts';
import { createHubLink } from '../../../../src-main/engine/hub/hub-link.ts';
import type { HubPort } from '../../../../src-main/engine/hub-ports.ts';
import { openDatabase } from '../../../../src-main/store/database.ts';
import { createLedger } from '../../../../src-main/store/ledger.ts';
import { createManualTime } from '../../../support/manual-time.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const HOME = 'https://hub.example.com';
const LEASE = { epoch: 1, isHolder: true, holder: 'Office', isBinding: false, ttlMs: 90_000 };
const WELCOME = { version: 1, device: 'Office', serverMs: 0, window: 256, lease: LEASE, needsPermits: false };

/** A PC's link over lines that the test speaks on; `dialled` are the addresses, in order. */
function startLink() {
  const { clock, timers, pass } = createManualTime();
  const db = openDatabase({ file: join(makeTemporaryFolder(), 'pc.sqlite'), nativeBinding: null });
  onTestFinished(() => void db.close());
  const ledger = createLedger(db);
  const dialled: string[] = [];
  const states: boolean[] = [];
  let ears: LineEars | null = null;
  const dial = (url: string, own: LineEars) => {
    dialled.push(url);
    ears = own;
    return { send: ignore, close: ignore, cut: ignore };
  };
  const hub: Pick<HubPort, 'link'> = {
    link: (hello, hear) => openHubSocket({ url: HOME, token: 't', ...hello }, { clock, timers, dial }, hear),
  };
  const link = createHubLink({
    ...createHubCore(ledger, clock, timers),
    ...{ ledger, clock, timers, random: { fraction: () => 0 } },
    calls: { products: ignore, orders: ignore, lists: ignore, everything: ignore },
    openHub: async () => ({ ok: true, value: { hub: hub as HubPort, deviceId: 'd_1' } }),
    onHint: ignore,
    onState: (isUp) => void states.push(isUp),
  });
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  void link.run(gone.signal);
  const settle = async (delayMs = 0): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
    pass(delayMs);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
  };
  return {
    ...{ dialled, states, settle },
    say: (frame: object): void => ears?.onText(JSON.stringify(frame)),
    lose: (): void => ears?.onEnd(createFailure('HUB_LOST')),
  };
}

const ignore = (): void => undefined;
const move = (url: string, retryAfterMs = 0) => ({ type: 'bye', code: 'moved', retryAfterMs, url });
const at = (url: string): string => `${url.replace('http', 'ws')}/v1/relay`;

describe('a relay that sends this PC on', () => {
  it('is followed at once, as often as it is told, and nobody is told that the relay is away', async () => {
    const { settle, say, dialled, states } = startLink();
    await settle();
    say(move(`${HOME}/node-2`));
    await settle();
    say({ type: 'welcome', ...WELCOME });
    say(move(`${HOME}/node-3/`, 2_000));
    await settle();
    expect(dialled).toHaveLength(2);
    await settle(2_000);
    expect(dialled).toEqual([HOME, `${HOME}/node-2`, `${HOME}/node-3`].map(at));
    expect(states).toEqual([true]);
  });

  it('is asked at its own address again when the machine it named is lost', async () => {
    const { settle, say, lose, dialled, states } = startLink();
    await settle();
    say(move(`${HOME}/node-2`));
    await settle();
    lose();
    await settle(1_000);
    expect(dialled).toEqual([HOME, `${HOME}/node-2`, HOME].map(at));
    expect(states).toEqual([false]);
  });

  it('cannot send it round in circles for ever', async () => {
    const { settle, say, dialled } = startLink();
    await settle();
    for (let turn = 0; turn < 6; turn += 1) {
      say(move(`${HOME}/node-${turn}`));
      await settle();
    }
    expect(dialled).toHaveLength(6);
    await settle(1_000);
    expect(dialled.at(-1)).toBe(at(HOME));
  });

  it.each([
    ['https://node-1.hub.example.com', true],
    ['https://hub.example.com:8443/n', true],
    ['https://evil.example', false],
    ['https://evilhub.example.com', false],
    ['https://hub.example.com.evil.example', false],
    ['http://hub.example.com/node-1', false],
    ['https://user:password@hub.example.com', false],
    ['no address', false],
  ])('to %s takes the token along: %s', async (url, isFollowed) => {
    const { settle, say, dialled } = startLink();
    await settle();
    say(move(url));
    await settle(1_000);
    expect(dialled).toEqual([at(HOME), at(isFollowed ? url : HOME)]);
  });
});
