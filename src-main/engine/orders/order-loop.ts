import type { Attempt } from '../attempt.ts';
import type { Nap } from '../live/nap.ts';
import type { OrderResult } from '../order-face.ts';
import type { Clock } from '../ports.ts';
import type { OrderEngine } from './order-engine.ts';

export interface OrderLoopParts {
  readonly engine: Pick<OrderEngine, 'once' | 'pump' | 'readNextDueMs'>;
  readonly clock: Clock;
  readonly nap: Nap;
  /** Milliseconds between two looks. */
  readonly everyMs: () => number;
  /** The relay has told of an order since this was last asked. */
  readonly takeNews: () => boolean;
  /** Milliseconds that a person's pause still lasts, or another PC's turn; 0 without one. */
  readonly pausedMs: () => number;
}

const SHORTEST_NAP_MS = 100;

/** Looks for orders and works on them until the signal. It never ends for what a side or the network does. */
export async function runOrders(
  parts: OrderLoopParts,
  signal: AbortSignal,
  onResult: (result: Attempt<OrderResult>) => void,
): Promise<void> {
  const { engine, clock, nap, everyMs, pausedMs, takeNews } = parts;
  let nextLookMs = clock.monotonicMs();
  while (!signal.aborted) {
    const pauseMs = pausedMs();
    if (pauseMs > 0) {
      await nap.take(pauseMs, signal);
      continue;
    }
    const isLook = takeNews() || clock.monotonicMs() >= nextLookMs;
    if (isLook) nextLookMs = clock.monotonicMs() + everyMs();
    const result = isLook ? await engine.once(signal) : await engine.pump(signal);
    if (signal.aborted) return;
    onResult(result);
    const untilLookMs = nextLookMs - clock.monotonicMs();
    const untilDueMs = result.ok ? (engine.readNextDueMs() ?? untilLookMs) : untilLookMs;
    await nap.take(Math.max(SHORTEST_NAP_MS, Math.min(untilLookMs, untilDueMs)), signal);
  }
}
