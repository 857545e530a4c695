import { once } from 'node:events';
import fc from 'fast-check';
import { forgetfulLanguage } from '../../src-main/ipc/device-language.ts';
import { openLoopback } from '../../src-main/ipc/loopback.ts';
import type { WindowDesk } from '../../src-main/ipc/window-desk.ts';
import { createMachineRandom, createMachineTimers } from '../../src-main/runtime/machine.ts';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import { type BridgeClient, openBridge } from './bridge-client.ts';

/** After so many calls a second window sends what is no call. */
const JUNK_EVERY = 50;

export interface FuzzBridge {
  ask(channel: unknown, input: unknown): Promise<Answer<unknown> | undefined>;
  close(): Promise<void>;
}

/** Bytes and texts that are no call; some begin as one. */
const junk = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ maxLength: 200, unit: 'binary' }).map((text) => `x${text}`),
  fc.json().map((text) => `[${text}]`),
  fc.json({ maxDepth: 1 }).map((text) => `{"channel":"app:info","input":${text}`),
  fc.constantFrom('', '{}', 'null', '{"id":{}}', '{"id":[1],"channel":"app:info","input":{}}'),
);

/** The window's server for browsers, and a browser's page that calls over a real websocket. */
export async function openFuzzBridge(desk: WindowDesk, seed: number): Promise<FuzzBridge> {
  const timers = createMachineTimers();
  const { origin, token, close } = await openLoopback({
    desk,
    timers,
    random: createMachineRandom(),
    files: new Map(),
    language: forgetfulLanguage(),
    port: 0,
  });
  const open = (): Promise<BridgeClient> => openBridge(origin, { origin, protocol: `tillbridge.${token}` });
  const client = await open();
  const closed = once(client.socket, 'close').then(() => undefined);
  const messages = fc.sample(junk, { seed, numRuns: 1000 });
  let asked = 0;
  return {
    ask: async (channel, input) => {
      asked += 1;
      if (asked % JUNK_EVERY === 0) await sendJunk(await open(), messages.pop() ?? '');
      return Promise.race([client.ask(plain(channel), plain(input)), closed]);
    },
    close: async () => {
      client.close();
      await close();
    },
  };
}

/** What is no call ends the window that sent it, and no other. */
async function sendJunk({ socket }: BridgeClient, message: string | Buffer): Promise<void> {
  const gone = once(socket, 'close');
  socket.send(message);
  await gone;
}

/** What of a value a page could put into a text; nothing for what it could not. */
function plain(value: unknown): unknown {
  try {
    const text = JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'bigint' ? String(inner) : inner,
    );
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // a round one, or one whose own conversion fails
    throw error;
  }
}
