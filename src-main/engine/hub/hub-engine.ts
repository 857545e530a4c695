import type { HubDesk } from '../hub-face.ts';
import type { LiveFace, SyncEvent } from '../live-face.ts';
import type { Random } from '../ports.ts';
import { createHubDesk, type HubDeskParts, openHub } from './hub-desk.ts';
import { createHubLink, type HintCalls, type HubLinkParts } from './hub-link.ts';
import { createHubRounds, type HubRoundParts } from './hub-rounds.ts';
import { createLinkMemory } from './link-memory.ts';

/** Lists that change one after the other are compared once. */
const LISTS_EVERY_MS = 60_000;

export interface HubParts extends Omit<HubDeskParts, 'onChange'>, Pick<HubRoundParts, 'readHeartbeat'> {
  readonly random: Random;
}

/** The relay beside the loops: it wakes them, and says whether this PC may write. */
export function addHub<Live extends LiveFace & { wakeOrders(): void }>(
  live: Live,
  parts: HubParts,
): Omit<Live, 'wakeOrders'> & { readonly hub: HubDesk; wakeHub(): void } {
  const { core, ledger, clock } = parts;
  const { wakeOrders, ...rest } = live;
  const { sync } = live;
  const memory = createLinkMemory(core, ledger, clock.nowMs, () => sync.state().isLooking);
  let onEvent: (event: SyncEvent) => void = () => undefined;
  const link = createHubLink({
    ...parts,
    ...core,
    calls: createHintCalls(live, parts),
    onHint: memory.noteHint,
    openHub: () => openPaired(parts),
    onState: (isUp, failure) => {
      const wasUp = memory.isUp();
      if (!memory.note(isUp, failure)) return;
      onEvent({ kind: 'relay', failure: failure ?? core.lease.findRefusal() });
      // Hints stop: what happens from now on is looked for as before.
      if (wasUp && !isUp) sync.wake('look');
      if (wasUp !== isUp) wakeOrders();
    },
  });
  const rounds = createHubRounds({
    ...parts,
    onChange: () => undefined,
    onTrouble: memory.noteTrouble,
    isUp: memory.isUp,
  });
  let paired = core.readConnection()?.deviceId;
  const wakeHub = (): void => {
    rounds.wake();
    const now = core.readConnection()?.deviceId;
    if (memory.isUp() !== core.isOn() || paired !== now) link.wake();
    paired = now;
  };
  const desk = createHubDesk({ ...parts, onChange: wakeHub });
  const retry = (): void => {
    rounds.wake();
    if (!memory.isUp()) link.wake();
  };
  return {
    ...rest,
    wakeHub,
    hub: { ...desk, retry, noteSleep: core.lease.noteSleep, state: memory.describe },
    sync: {
      ...sync,
      run: async (options) => {
        onEvent = options.onEvent;
        const ended = new AbortController();
        const signal = AbortSignal.any([options.signal, ended.signal]);
        const beside = Promise.all([link.run(signal), rounds.run(signal)]);
        // A defect beside the sync ends it too, so that whoever runs it hears of it.
        beside.catch(() => ended.abort());
        try {
          await sync.run({ ...options, signal });
        } finally {
          ended.abort();
          await beside;
          memory.forget();
        }
      },
    },
  };
}

async function openPaired(parts: HubParts): ReturnType<HubLinkParts['openHub']> {
  const connection = parts.core.readConnection();
  if (connection === null || !parts.core.isOn()) return null;
  const hub = await openHub(parts);
  return hub.ok ? { ok: true, value: { hub: hub.value, deviceId: connection.deviceId } } : hub;
}

/** A hint wakes the loops that look; which, and how much they look at, is by what it is about. */
const createHintCalls = (
  { sync, wakeOrders }: Pick<LiveFace, 'sync'> & { wakeOrders(): void },
  parts: HubParts,
): HintCalls => ({
  products: () => sync.wake('hinted'),
  orders: () => {
    wakeOrders();
    sync.wake('hinted');
  },
  lists: createListCall(parts, () => sync.wake('full')),
  everything: () => {
    sync.wake('look');
    wakeOrders();
  },
});

/** At once, and then no more often than once a minute: a category's own products follow it in many hints. */
function createListCall({ clock, timers }: HubParts, compare: () => void): () => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  const run = (): void => {
    isWaiting = false;
    lastMs = clock.monotonicMs();
    compare();
  };
  return () => {
    if (isWaiting) return;
    const waitMs = lastMs + LISTS_EVERY_MS - clock.monotonicMs();
    if (waitMs <= 0) return run();
    isWaiting = true;
    timers.after(waitMs, run);
  };
}
