import type { HubTime } from '../runtime/time.ts';
import { isPassing } from './pool.ts';

/**
 * A database that restarts is waited for so long. A sender could wait longer (WooCommerce 60 s, woocommerce.md 5), but its
 * queue waits with it, and the proxy is to hear soon that this node is of no use.
 */
export const PATIENCE_MS = 4_000;
const AGAIN_AFTER_MS = 150;
/** Also the last try is given the time to be answered. */
const LEAST_MS = 500;

/**
 * Does again what fails while the database is away, starting or being replaced; so it may be done twice.
 * @param untilMs of the clock that is never set
 * @param attempt is to give up after so many milliseconds
 * @throws what the last attempt threw, or the first that would fail again
 */
export async function persist<T>(
  { monotonicMs, after }: Pick<HubTime, 'monotonicMs' | 'after'>,
  untilMs: number,
  attempt: (withinMs: number) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await attempt(Math.max(LEAST_MS, untilMs - monotonicMs()));
    } catch (error) {
      if (!isPassing(error) || monotonicMs() >= untilMs) throw error;
      await new Promise<void>((resolve) => void after(AGAIN_AFTER_MS, resolve));
    }
  }
}
