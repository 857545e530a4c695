import { onTestFinished } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { type Engine, fail, succeed } from '../../../src-main/engine/face.ts';
import { openWindowDesk } from '../../../src-main/ipc/window-desk.ts';
import {
  CHANNELS,
  type ChannelName,
  EVENTS,
  type EventName,
  type InputOf,
  type OutputOf,
} from '../../../src-preload/contract/channels.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { createFakeHub, type FakeHub } from './fake-hub.ts';
import { createFakeLive, type FakeLive } from './fake-live-face.ts';

export interface LiveDesk {
  readonly live: FakeLive;
  readonly hub: FakeHub;
  /** Addresses that were to be shown in the browser. */
  readonly shown: string[];
  /** What the engine says of the first import; a test sets it. */
  readonly known: { lastSyncMs: number | null };
  /** Names of the events so far. */
  readonly heard: EventName[];
  readonly states: unknown[];
  /** All of them, with what they told. */
  readonly values: { readonly event: EventName; readonly value: unknown }[];
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  /** The failure's code. */
  refused<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<string>;
  /** Lets a second pass, so that held-back events are told. */
  settle(): Promise<void>;
  /** Ends it, however long that takes; answers how long, in milliseconds. */
  close(): Promise<number>;
}

/** The window's desk over a live engine in memory: gate, schemas, handlers and events as they are. */
export function openLiveDesk(): LiveDesk {
  const live = createFakeLive();
  const hub = createFakeHub();
  const shown: string[] = [];
  const known: LiveDesk['known'] = { lastSyncMs: 1_000 };
  const time = createVirtualTime();
  const desk = openWindowDesk({
    engine: createFakeEngine(live, hub, known),
    clock: time.clock,
    timers: time.timers,
    startPractice: () => Promise.reject(new Error('no practice here')),
    actAsStaff: async () => fail(createFailure('USE_NOT_PRACTICE')),
    info: { version: '0', platform: 'test', isDesktop: false },
    hostName: 'office-pc',
    showPage: (address) => shown.push(address) > 0,
  });
  const caller = desk.admit('test');
  const heard: EventName[] = [];
  const states: unknown[] = [];
  const values: LiveDesk['values'] = [];
  desk.join((event, _seq, value) => {
    heard.push(event);
    EVENTS[event].parse(value);
    if (event === 'sync:changed') states.push(value);
    values.push({ event, value });
  });
  const close = async (): Promise<number> => {
    const startMs = time.clock.monotonicMs();
    await time.run(desk.close());
    return time.clock.monotonicMs() - startMs;
  };
  onTestFinished(async () => void (await close()));
  return {
    live,
    hub,
    shown,
    values,
    close,
    known,
    heard,
    states,
    call: async (channel, input) => {
      const answer = await desk.answer(caller, channel, input);
      if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code} ${answer.failure.message}`);
      return CHANNELS[channel].output.parse(answer.value) as never;
    },
    refused: async (channel, input) => {
      const answer = await desk.answer(caller, channel, input);
      if (answer.ok) throw new Error(`${channel} was not refused`);
      return answer.failure.code;
    },
    settle: () => time.run(time.timers.sleep(1_100)),
  };
}

/** Of the engine, what the desk asks for beside the live face. */
function createFakeEngine(live: FakeLive, hub: FakeHub, known: LiveDesk['known']): Engine {
  const till = {
    merchant: { name: 'Shop', merchantId: 'M1', currency: 'USD', timezone: 'UTC' },
    environment: 'sandbox',
    apiUrl: null,
    permissions: {},
    warnings: [],
  };
  const store = {
    store: { name: 'Shop', url: 'https://shop.example', currency: 'USD', version: '9.9' },
    warnings: [],
  };
  const status = () => ({
    till,
    store,
    queue: { waiting: 0, running: 0, unknown: 0, parked: 0, oldestSeconds: null },
    products: { waiting: 0, synced: 1, error: 0, conflict: 0, deleted: 0 },
    lastSyncMs: known.lastSyncMs,
    unfinishedRun: null,
    differing: { planned: 0, left: 0 },
    warnings: [],
  });
  const engine = {
    ...live.face,
    hub: hub.face,
    rehearsal: { findRefusal: () => null },
    practice: {
      settle: async () => false,
      read: () => ({ isForSession: false, hasEnded: false }),
    },
    connections: {
      readTill: () => till,
      readStore: () => store,
      test: async () => ({ till: succeed({}), store: succeed({}) }),
    },
    records: {
      categoryNames: () => new Map([['K1', 'Pizza']]),
      product: (linkId: number) => {
        const row = live.stock.find((one) => one.linkId === linkId);
        return row ? succeed({ link: row }) : fail(createFailure('USE_UNKNOWN_PRODUCT', { product: linkId }));
      },
      runs: () => [],
      note: () => undefined,
    },
    alerts: {
      watch: () => () => undefined,
      start: () => undefined,
      settle: () => undefined,
      raise: () => undefined,
    },
    plan: async () => {
      live.asked.push('plan');
      return fail(createFailure('NET_TIMED_OUT', { host: 'the till' }));
    },
    status,
  };
  return engine as unknown as Engine;
}
