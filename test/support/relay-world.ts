import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { type Hub, startHub } from '../../src-hub/hub.ts';
import type { SyncEvent } from '../../src-main/engine/face.ts';
import { createMachineClock, createMachineTimers } from '../../src-main/runtime/machine.ts';
import { extendWorld, type LiveWorld } from './live-world.ts';
import { findFreePort } from './postgres-server.ts';
import { startWorld, unwrap, type World, type WorldOptions } from './practice-world.ts';
import { SMALL_MENU } from './small-menu.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Every topic that the app listens to (clover.md 9.2, 9.3). */
const TILL_TOPICS = ['A', 'I', 'IA', 'IC', 'IG', 'IM', 'IS', 'M', 'O', 'P'];

/** The small menu on both sides, a relay, and both sides' webhooks; all of it over real HTTP and in real time. */
export interface RelayWorld extends LiveWorld {
  readonly hub: Hub;
  readonly shopId: string;
  readonly hubDir: string;
  /** What the relay wrote to its log. */
  readonly hubLines: readonly string[];
  readonly events: readonly SyncEvent[];
  /** Keeps both sides in step until the test is over, or `stop`. */
  run(): { stop(): Promise<void> };
}

export interface RelayOptions extends WorldOptions {
  /** Of the app; changes are looked for this seldom where no hint comes. */
  readonly pollSeconds?: number;
  readonly hasOrders?: boolean;
  /** False: the till's developer page knows no address. */
  readonly hasTillHooks?: boolean;
  /** The relay is a node on this PostgreSQL, and has no file. */
  readonly databaseUrl?: string;
}

export async function startRelayWorld(options: RelayOptions = {}): Promise<RelayWorld> {
  const { pollSeconds = 600, hasOrders = false, hasTillHooks = true, databaseUrl, ...others } = options;
  const world = await startWorld({
    menu: 'empty',
    engineTime: { clock: createMachineClock(), timers: createMachineTimers() },
    ...others,
  });
  const { practice, engine } = world;
  practice.tillService.load(SMALL_MENU);
  const { hub, hubDir, hubLines } = await startRelay(practice.app, databaseUrl);
  unwrap(
    engine.settings.set({
      'import.status': 'publish',
      'orders.enabled': hasOrders ? 'on' : 'off',
      'poll.fastestSeconds': String(pollSeconds),
    }),
  );
  await world.import();
  const shopId = await hub.rooms.desk.add('Corner Oven');
  await pair(engine, hub, shopId);
  if (hasTillHooks) await openTillHooks(world, hub);
  const live = extendWorld(world);
  await live.sync();
  live.writes();
  const events: SyncEvent[] = [];
  const run = () => {
    const stop = new AbortController();
    const ended = engine.sync.run({ signal: stop.signal, onEvent: (event) => void events.push(event) });
    const end = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    onTestFinished(end);
    return { stop: end };
  };
  return { ...live, hub, hubDir, shopId, hubLines, events, run };
}

async function startRelay(
  app: { readonly id: string; readonly authCode: string },
  databaseUrl: string | undefined,
) {
  const hubLines: string[] = [];
  const logStream = new Writable({
    write: (chunk, _encoding, done) => {
      hubLines.push(String(chunk));
      done();
    },
  });
  const operatorApp = { appId: app.id, authCode: app.authCode };
  const hubDir = makeTemporaryFolder();
  const place = databaseUrl === undefined ? { port: 0 } : await describeNode(databaseUrl);
  const hub = await startHub({ config: { dataDir: hubDir, operatorApp, ...place }, logStream });
  onTestFinished(() => hub.close());
  return { hub, hubDir, hubLines };
}

async function describeNode(databaseUrl: string) {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const key = randomBytes(32).toString('base64');
  return { port, databaseUrl, listenUrl: databaseUrl, publicUrl: url, nodeUrl: url, key };
}

export async function pair(
  engine: LiveWorld['engine'],
  hub: Hub,
  shopId: string,
  deviceName = 'Office',
): Promise<void> {
  const code = (await hub.rooms.pairing.invite(shopId))?.code ?? '';
  unwrap(await engine.hub.connect({ url: hub.url, code, deviceName }));
}

/** What the operator does once on the developer page (clover.md 9.1). */
async function openTillHooks({ practice, engine }: World, hub: Hub): Promise<void> {
  const { webhookPage: page } = practice.tillService.app;
  page.setUrl(`${hub.url}/v1/hooks/clover`);
  if (!(await page.sendCode())) throw new Error('the relay does not take the verification code');
  page.confirmCode(unwrap(await engine.hub.readCloverCode()).verificationCode ?? '');
  page.chooseTopics(TILL_TOPICS);
  // A till tells of changes only to an app that its merchant has installed.
  practice.tillService.installation.install();
}

/** Waits until it holds, looking often; fails with what was waited for. Long, for machines that do much else. */
export async function waitFor(what: string, holds: () => boolean, withinMs = 20_000): Promise<number> {
  const startedMs = performance.now();
  while (!holds()) {
    if (performance.now() - startedMs > withinMs)
      throw new Error(`${what} did not come within ${withinMs} ms`);
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
  return performance.now() - startedMs;
}
