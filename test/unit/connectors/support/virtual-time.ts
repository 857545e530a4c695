import type { Clock, Timers } from '../../../../src-main/engine/ports.ts';
import type { PracticeClock } from '../../../../src-practice/clock.ts';

/** Time that stands still while anything is to be done and then jumps to the next timer. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly practice: PracticeClock;
  /** Since the beginning. */
  elapsedMs(): number;
}

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
}

const START_MS = Date.UTC(2026, 10, 21, 12);

export function createVirtualTime(): VirtualTime {
  let nowMs = START_MS;
  let isRunning = false;
  const alarms = new Set<Alarm>();
  const step = (): void => {
    let next: Alarm | undefined;
    for (const alarm of alarms) if (!next || alarm.atMs < next.atMs) next = alarm;
    isRunning = next !== undefined;
    if (!next) return;
    alarms.delete(next);
    nowMs = Math.max(nowMs, next.atMs);
    next.ring();
    setImmediate(step);
  };
  const after = (delayMs: number, ring: () => void): { cancel(): void } => {
    const alarm = { atMs: nowMs + Math.max(0, delayMs), ring };
    alarms.add(alarm);
    if (!isRunning) {
      isRunning = true;
      setImmediate(step);
    }
    return { cancel: () => void alarms.delete(alarm) };
  };
  const sleep = (delayMs: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = after(delayMs, resolve);
      signal?.addEventListener('abort', () => {
        timer.cancel();
        reject(signal.reason);
      });
    });
  const now = (): number => nowMs;
  return {
    clock: { nowMs: now, monotonicMs: now },
    timers: { sleep, after, breathe: () => new Promise((resolve) => setImmediate(resolve)) },
    practice: { nowMs: now, sleep: (delayMs) => sleep(delayMs) },
    elapsedMs: () => nowMs - START_MS,
  };
}
