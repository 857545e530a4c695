import type { Clock, Timers } from '../../src-main/engine/ports.ts';
import type { PracticeClock } from '../../src-practice/clock.ts';

interface Alarm {
  readonly atMs: number;
  readonly seq: number;
  readonly ring: () => void;
}

export interface VirtualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly practiceClock: PracticeClock;
  /** Lets time pass until the work is done: whenever nothing else can happen, the next alarm rings. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** A clock that stands still while anything can happen, and jumps to the next alarm when nothing can. */
export function createVirtualTime(startMs = Date.UTC(2026, 0, 5, 9)): VirtualTime {
  let nowMs = startMs;
  let seq = 0;
  const alarms: Alarm[] = [];
  const set = (delayMs: number, ring: () => void): Alarm => {
    seq += 1;
    const alarm = { atMs: nowMs + Math.max(0, delayMs), seq, ring };
    alarms.push(alarm);
    return alarm;
  };
  const drop = (alarm: Alarm): void => {
    const at = alarms.indexOf(alarm);
    if (at >= 0) alarms.splice(at, 1);
  };
  const sleep = (delayMs: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        drop(alarm);
        reject(signal?.reason);
      };
      // A signal that lives for days would keep them all, and looks through them for each new one.
      const alarm = set(delayMs, () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      signal?.addEventListener('abort', onAbort);
    });
  const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const ringNext = (): boolean => {
    alarms.sort((left, right) => left.atMs - right.atMs || left.seq - right.seq);
    const next = alarms.shift();
    if (!next) return false;
    nowMs = next.atMs;
    next.ring();
    return true;
  };
  return {
    clock: { nowMs: () => nowMs, monotonicMs: () => nowMs - startMs },
    timers: {
      sleep,
      after: (delayMs, callback) => {
        const alarm = set(delayMs, callback);
        return { cancel: () => drop(alarm) };
      },
      breathe: settle,
    },
    practiceClock: {
      nowMs: () => nowMs,
      sleep: (delayMs) => (delayMs <= 0 ? Promise.resolve() : sleep(delayMs)),
    },
    run: async (work) => {
      let isOver = false;
      const over = work.finally(() => {
        isOver = true;
      });
      over.catch(() => undefined); // answered below
      while (!isOver) {
        await settle();
        if (isOver) break;
        if (!ringNext()) await settle();
      }
      return over;
    },
  };
}
