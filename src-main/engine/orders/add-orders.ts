import { createFailure, type Failure } from '../../domain/failure.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import { createNap } from '../live/nap.ts';
import { readFastestMs } from '../live/sync-tempo.ts';
import type { LiveFace, SyncEvent } from '../live-face.ts';
import type { Side } from '../live-ledger.ts';
import type { OrderResult, Orders } from '../order-face.ts';
import { createOrderEngine, type OrderEngine, type OrderParts } from './order-engine.ts';
import { runOrders } from './order-loop.ts';

/** While hints flow, a web order is looked for this seldom: a lost hint costs a customer no more. */
const HINTED_MS = 60_000;
/** Another PC writes: how often it is seen whether that is still so. */
const STANDBY_MS = 5_000;

export interface OrderHints {
  /** Hints of the relay flow from both sides. */
  readonly isHinted: () => boolean;
  /** Why this PC may not write at present; null: it may. */
  readonly findRefusal: () => Failure | null;
}

/**
 * Orders beside the sync of catalog and stock: they go first in a single pass, and have a loop of their own
 * while the engine runs, so that no catalog keeps a kitchen waiting.
 */
export function addOrders<Live extends LiveFace>(
  live: Live,
  parts: Omit<OrderParts, 'wake'> & OrderHints,
): Live & { readonly orders: Orders; readonly wakeOrders: () => void } {
  let hasNews = false;
  const nap = createNap(parts.timers);
  const engine = createOrderEngine({
    ...parts,
    wake: nap.end,
  });
  const until = makeWay(engine);
  const { sync } = live;
  const readPausedMs = (): number => {
    const untilMs = sync.state().pausedUntilMs;
    if (parts.findRefusal() !== null) return STANDBY_MS;
    return untilMs === null ? 0 : Math.max(0, untilMs - parts.clock.nowMs());
  };
  return {
    ...live,
    orders: engine.orders,
    wakeOrders: () => {
      hasNews = true;
      nap.end();
    },
    sync: {
      ...sync,
      once: async (options) => {
        const silent: Partial<Record<Side, Failure>> = {};
        const orders = await until.once(options.signal, (side, failure) => {
          if (failure.code === 'NET_TIMED_OUT') silent[side] = failure;
        });
        const synced = await sync.once({ ...options, silent });
        if (!synced.ok) return synced;
        return orders.ok ? succeed({ ...synced.value, orders: orders.value }) : orders;
      },
      run: async (options) => {
        const loop = {
          engine: until,
          clock: parts.clock,
          nap,
          everyMs: () => Math.max(readFastestMs(parts.ledger), parts.isHinted() ? HINTED_MS : 0),
          takeNews: () => {
            const had = hasNews;
            hasNews = false;
            return had;
          },
          pausedMs: readPausedMs,
        };
        await Promise.all([
          sync.run(options),
          runOrders(loop, options.signal, tellNews(engine.orders, options.onEvent)),
        ]);
      },
      pause: (minutes) => {
        sync.pause(minutes);
        nap.end();
      },
    },
  };
}

/** Told to make way it ends where it is: every step of an order is committed before the next one. */
function makeWay({ once, pump, readNextDueMs }: OrderEngine): Omit<OrderEngine, 'orders'> {
  const runUntil = async <T>(work: Promise<Attempt<T>>, signal: AbortSignal): Promise<Attempt<T>> => {
    try {
      return await work;
    } catch (error) {
      if (!signal.aborted) throw error;
      return fail(createFailure('RUN_CANCELLED'));
    }
  };
  return {
    once: (signal, onAway) => runUntil(once(signal, onAway), signal),
    pump: (signal) => runUntil(pump(signal), signal),
    readNextDueMs,
  };
}

/** A look that found nothing is no event. */
function tellNews(
  orders: Orders,
  onEvent: (event: SyncEvent) => void,
): (result: Attempt<OrderResult>) => void {
  let before = '';
  return (result) => {
    // A status that was carried over changes no count.
    const now = JSON.stringify([result, orders.version()]);
    if (now !== before) onEvent({ kind: 'orders', result });
    before = now;
  };
}
