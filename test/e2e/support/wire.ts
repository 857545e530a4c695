import type { Page, WebSocketRoute } from '@playwright/test';
import type { Answer } from '../../../src-preload/contract/bridge.ts';
import type { ChannelName, OutputOf } from '../../../src-preload/contract/channels.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';

/** The page's websocket to its real server, in the test's hand. Open it before the page. */
export interface Wire {
  /** Answers of these channels wait until `release`. */
  hold(...channels: readonly ChannelName[]): void;
  release(): void;
  /** Every call of the channel is answered so, until `release`. */
  refuse(channel: ChannelName, failure: FailureShape): void;
  /** Every call of the channel is answered so, whatever the engine says, until `release`. */
  answer<C extends ChannelName>(channel: C, value: OutputOf<C>): void;
  /** The connection breaks, and cannot be had again until `mend`. */
  cut(): Promise<void>;
  mend(): void;
}

interface Call {
  readonly id: number;
  readonly channel: ChannelName;
}

export async function openWire(page: Page): Promise<Wire> {
  const held = new Set<ChannelName>();
  const given = new Map<ChannelName, Answer<unknown>>();
  const late: (() => void)[] = [];
  const open = new Set<WebSocketRoute>();
  let waiting: (() => void)[] | null = null;

  await page.routeWebSocket(/\/bridge$/, async (near) => {
    if (waiting) await new Promise<void>((resolve) => waiting?.push(resolve));
    const asked = new Map<number, ChannelName>();
    const far = near.connectToServer();
    open.add(near);
    near.onMessage((text) => {
      const call = JSON.parse(String(text)) as Partial<Call>;
      if (call.id !== undefined && call.channel !== undefined) asked.set(call.id, call.channel);
      far.send(text);
    });
    far.onMessage((text) => {
      const { id } = JSON.parse(String(text)) as { readonly id?: number };
      const channel = id === undefined ? undefined : asked.get(id);
      if (id === undefined || channel === undefined) return near.send(text);
      asked.delete(id);
      const answer = given.get(channel);
      const pass = (): void => near.send(answer ? JSON.stringify({ id, answer }) : text);
      if (held.has(channel)) late.push(pass);
      else pass();
    });
  });

  return {
    hold: (...channels) => {
      for (const channel of channels) held.add(channel);
    },
    release: () => {
      held.clear();
      given.clear();
      for (const pass of late.splice(0)) pass();
    },
    refuse: (channel, failure) => void given.set(channel, { ok: false, failure }),
    answer: (channel, value) => void given.set(channel, { ok: true, value }),
    cut: async () => {
      waiting = [];
      await Promise.all([...open].map((near) => near.close({ code: 4000, reason: 'cut by the test' })));
      open.clear();
    },
    mend: () => {
      const resolves = waiting ?? [];
      waiting = null;
      for (const resolve of resolves) resolve();
    },
  };
}
