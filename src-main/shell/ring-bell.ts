import type { Timers } from '../engine/ports.ts';

const TIMES = 3;
const APART_MS = 600;

/** One beep is easily missed between two rushes. */
export function ringBell(timers: Pick<Timers, 'after'>, beep: () => void): void {
  for (let time = 0; time < TIMES; time += 1) timers.after(time * APART_MS, beep);
}
