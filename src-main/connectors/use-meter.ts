import type { Clock } from '../engine/ports.ts';
import type { RateGate } from './rate-limit.ts';

const SECONDS = 60;

/** A gate that counts who entered. */
export interface MeteredGate extends RateGate {
  /** Share of the limit used in the last minute, 0 to 100. */
  readUsePercent(): number;
}

/** @param perSecond how many calls the service allows in a second */
export function meterGate(gate: RateGate, clock: Pick<Clock, 'monotonicMs'>, perSecond: number): MeteredGate {
  const counts = new Map<number, number>();
  const readSecond = (): number => Math.floor(clock.monotonicMs() / 1000);
  const forget = (now: number): void => {
    for (const second of counts.keys()) if (second <= now - SECONDS) counts.delete(second);
  };
  return {
    enter: async (signal, isWrite) => {
      const pass = await gate.enter(signal, isWrite);
      const now = readSecond();
      forget(now);
      counts.set(now, (counts.get(now) ?? 0) + 1);
      return pass;
    },
    pause: (delayMs) => gate.pause(delayMs),
    readUsePercent: () => {
      forget(readSecond());
      let calls = 0;
      for (const count of counts.values()) calls += count;
      return Math.round((calls * 1000) / (SECONDS * perSecond)) / 10;
    },
  };
}
