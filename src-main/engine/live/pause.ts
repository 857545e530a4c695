import type { Clock } from '../ports.ts';

const MINUTE_MS = 60_000;

/** A person's pause: nothing is looked at until it is over. */
export interface Pause {
  /** null while there is none. */
  untilMs(): number | null;
  /** Milliseconds that it still lasts; 0 where it is over. */
  leftMs(): number;
  /** 0 ends it. */
  set(minutes: number): void;
}

export function createPause(clock: Pick<Clock, 'nowMs'>): Pause {
  let endMs: number | null = null;
  return {
    untilMs: () => endMs,
    leftMs: () => {
      if (endMs !== null && clock.nowMs() >= endMs) endMs = null;
      return endMs === null ? 0 : endMs - clock.nowMs();
    },
    set: (minutes) => {
      endMs = minutes > 0 ? clock.nowMs() + minutes * MINUTE_MS : null;
    },
  };
}
