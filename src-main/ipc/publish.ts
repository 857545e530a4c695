import type { EventName, EventOf } from '../../src-preload/contract/channels.ts';
import type { Timers } from '../engine/ports.ts';

/** The shortest time between two events of a kind; the newest value of those in between is sent at its end. */
const GAP_MS: { readonly [E in EventName]?: number } = {
  'run:progress': 100,
  'products:changed': 1000,
  'log:changed': 1000,
  'alerts:changed': 500,
  'sync:changed': 500,
  'conflicts:changed': 500,
  'stock:changed': 500,
  'orders:changed': 300,
  'hub:changed': 500,
  'rehearsal:changed': 1000,
  'updates:changed': 300,
};

export type Hear = (event: EventName, seq: number, value: unknown) => void;

export interface Member {
  /** Tells this listener alone. */
  tell<E extends EventName>(event: E, value: EventOf<E>): void;
  leave(): void;
}

export interface Publisher {
  publish<E extends EventName>(event: E, value: EventOf<E>): void;
  /** Sends now what waits for its turn. */
  flush(): void;
  /** From now on every event, counted for this listener from 1. */
  join(hear: Hear): Member;
}

interface Pending {
  readonly timer: { cancel(): void };
  value: unknown;
  isWaiting: boolean;
}

/** Tells every window what happened; a run of ten thousand steps a second is told ten times a second. */
export function createPublisher({ timers }: { readonly timers: Pick<Timers, 'after'> }): Publisher {
  const listeners = new Set<(event: EventName, value: unknown) => void>();
  const pending = new Map<EventName, Pending>();
  const send = (event: EventName, value: unknown): void => {
    for (const listen of listeners) listen(event, value);
  };
  const openGap = (event: EventName, gapMs: number): void => {
    const timer = timers.after(gapMs, () => {
      const gap = pending.get(event);
      pending.delete(event);
      if (!gap?.isWaiting) return;
      send(event, gap.value);
      openGap(event, gapMs);
    });
    pending.set(event, { timer, value: null, isWaiting: false });
  };
  return {
    publish: (event, value) => {
      const gapMs = GAP_MS[event];
      const gap = pending.get(event);
      if (gap) {
        gap.value = value;
        gap.isWaiting = true;
        return;
      }
      send(event, value);
      if (gapMs !== undefined) openGap(event, gapMs);
    },
    flush: () => {
      for (const [event, gap] of [...pending]) {
        gap.timer.cancel();
        pending.delete(event);
        if (gap.isWaiting) send(event, gap.value);
      }
    },
    join: (hear) => {
      let seq = 0;
      const listen = (event: EventName, value: unknown): void => {
        seq += 1;
        hear(event, seq, value);
      };
      listeners.add(listen);
      return { tell: listen, leave: () => void listeners.delete(listen) };
    },
  };
}
