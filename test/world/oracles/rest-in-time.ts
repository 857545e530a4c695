import type { Oracle } from './evidence.ts';

const MOST_MINUTES = 30;

/** Once the faults are over both sides are at rest within half an hour of the shop's own time. */
export const findLateRest: Oracle = ({ world }) => {
  const { clearedMs } = world.network;
  const sinceMs = clearedMs() === null ? 0 : world.time.clock.monotonicMs() - (clearedMs() ?? 0);
  return sinceMs <= MOST_MINUTES * 60_000
    ? []
    : [`at rest only after ${Math.round(sinceMs / 60_000)} minutes`];
};
