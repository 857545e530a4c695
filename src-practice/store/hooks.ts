import type { PracticeClock } from '../clock.ts';
import type { StoreSwitches } from './options.ts';

type Change = 'created' | 'updated' | 'deleted';

export type HookTopic =
  | `${'product' | 'order' | 'coupon' | 'customer'}.${Change}`
  | 'product.restored'
  | `action.woocommerce_${'product_set_stock' | 'variation_set_stock' | 'order_status_changed'}`;

/** What a webhook tells; who hears it reads the resource itself, which may have gone on (woocommerce.md 5). */
export interface StoreHook {
  readonly topic: HookTopic;
  readonly id: number;
}

/** What happens in the store, as webhooks tell it, for callers in this process and for `webhooks/`. */
export interface HookFeed {
  /** Hears late of orders, as over the net. Returns what ends the subscription. */
  subscribe(listener: (hook: StoreHook) => void): () => void;
  /** Hears at once, for the deliveries over the net. */
  listen(listener: (hook: StoreHook) => void): void;
  fire(topic: HookTopic, id: number): void;
}

/**
 * Opens the feed. Subscribers hear late by `hookDelayMs`, and what waits already is not told twice: five quick
 * changes are one delivery (woocommerce.md 5). Notes and deletions for good fire none.
 */
export function createHookFeed(clock: PracticeClock, switches: StoreSwitches): HookFeed {
  const listeners: ((hook: StoreHook) => void)[] = [];
  const subscribers = new Set<(hook: StoreHook) => void>();
  const waiting = new Set<string>();
  const deliver = async (hook: StoreHook, mark: string): Promise<void> => {
    await clock.sleep(switches.hookDelayMs);
    waiting.delete(mark);
    for (const subscriber of subscribers) subscriber(hook);
  };
  return {
    subscribe: (subscriber) => {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    listen: (listener) => void listeners.push(listener),
    fire: (topic, id) => {
      for (const listener of listeners) listener({ topic, id });
      const mark = `${topic} ${id}`;
      if (subscribers.size === 0 || !topic.startsWith('order.') || waiting.has(mark)) return;
      waiting.add(mark);
      void deliver({ topic, id }, mark);
    },
  };
}
