import type { Clock, Timers } from '../../src-main/engine/ports.ts';

export interface ManualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Lets so much time pass; what is due rings, in order. */
  pass(delayMs: number): void;
}

/** A clock that a test moves by hand, for work that also has a real network in it. */
export function createManualTime(startMs = Date.UTC(2026, 0, 5, 12)): ManualTime {
  let nowMs = startMs;
  let alarms: { readonly atMs: number; readonly ring: () => void }[] = [];
  const set = (delayMs: number, ring: () => void): { cancel(): void } => {
    const alarm = { atMs: nowMs + Math.max(0, delayMs), ring };
    alarms.push(alarm);
    return {
      cancel: () => {
        alarms = alarms.filter((other) => other !== alarm);
      },
    };
  };
  return {
    clock: { nowMs: () => nowMs, monotonicMs: () => nowMs - startMs },
    timers: {
      after: set,
      sleep: (delayMs) => new Promise((resolve) => void set(delayMs, resolve)),
      breathe: () => new Promise((resolve) => void setImmediate(resolve)),
    },
    pass: (delayMs) => {
      const untilMs = nowMs + delayMs;
      for (;;) {
        const [next] = alarms.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        alarms = alarms.filter((alarm) => alarm !== next);
        nowMs = next.atMs;
        next.ring();
      }
      nowMs = untilMs;
    },
  };
}
