import type { HubTime } from '../../src-hub/runtime/time.ts';
import { createManualTime } from './manual-time.ts';

/** The relay's time, moved by hand; batches still end with the turn of the real event loop. */
export interface ManualHubTime extends HubTime {
  pass(delayMs: number): void;
}

export function createManualHubTime(): ManualHubTime {
  const { clock, timers, pass } = createManualTime();
  return {
    nowMs: clock.nowMs,
    monotonicMs: clock.monotonicMs,
    after: timers.after,
    soon: (ring) => void setImmediate(ring),
    fraction: () => 0.5,
    pass,
  };
}
