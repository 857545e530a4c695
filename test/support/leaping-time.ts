import type { Clock, Timers, Transport } from '../../src-main/engine/ports.ts';
import type { PracticeClock } from '../../src-practice/clock.ts';

/** What one request takes. */
const REQUEST_MS = 40;

export interface LeapingTime {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly practiceClock: PracticeClock;
  pass(delayMs: number): void;
  /** Sets this computer's clock, and only that one. */
  setClock(offsetMs: number): void;
  /** While one of its requests is on its way no alarm rings: it may be the deadline of that very one. */
  watch(real: Transport): Transport;
}

interface Alarm {
  readonly dueMs: number;
  readonly ring: () => void;
}

/** Whoever sleeps has slept at once, and the time is later then; alarms ring as soon as nobody waits for an answer. */
export function createLeapingTime(startMs = Date.UTC(2026, 0, 5, 9)): LeapingTime {
  let nowMs = startMs;
  let offsetMs = 0;
  let onTheirWay = 0;
  const alarms = new Set<Alarm>();
  const leap = async (delayMs: number): Promise<void> => {
    nowMs += Math.max(0, delayMs);
    await new Promise((resolve) => void setImmediate(resolve));
  };
  const ringFirst = (): void => {
    if (onTheirWay > 0) return;
    const [first] = [...alarms].sort((left, right) => left.dueMs - right.dueMs);
    if (!first) return;
    alarms.delete(first);
    nowMs = Math.max(nowMs, first.dueMs);
    first.ring();
    setImmediate(ringFirst);
  };
  return {
    clock: { nowMs: () => Math.floor(nowMs + offsetMs), monotonicMs: () => nowMs - startMs },
    timers: {
      sleep: (delayMs) => leap(delayMs),
      after: (delayMs, ring) => {
        const alarm = { dueMs: nowMs + delayMs, ring };
        alarms.add(alarm);
        setImmediate(ringFirst);
        return { cancel: () => void alarms.delete(alarm) };
      },
      breathe: () => leap(0),
    },
    practiceClock: { nowMs: () => Math.floor(nowMs), sleep: leap },
    pass: (delayMs) => {
      nowMs += delayMs;
    },
    setClock: (toMs) => {
      offsetMs = toMs;
    },
    watch: (real) => ({
      send: async (request) => {
        onTheirWay += 1;
        nowMs += REQUEST_MS;
        try {
          return await real.send(request);
        } finally {
          onTheirWay -= 1;
          setImmediate(ringFirst);
        }
      },
    }),
  };
}
