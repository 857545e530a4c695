import type { PracticeClock } from '../clock.ts';
import type { StoreSwitches } from './options.ts';

export type HookTopic = 'order.created' | 'order.updated' | 'order.deleted';

/** What a webhook tells; who hears it reads the order itself, which may have gone on (woocommerce.md 5). */
export interface StoreHook {
  readonly topic: HookTopic;
  readonly id: number;
}

/** The webhooks of orders, without their way over the net. */
export interface HookFeed {
  /** Returns what ends the subscription. */
  subscribe(listener: (hook: StoreHook) => void): () => void;
  fire(topic: HookTopic, id: number): void;
}

/**
 * Opens the feed. Hooks come late by `hookDelayMs`, and what waits already is not told twice: five quick
 * changes are one delivery (woocommerce.md 5). Notes and deletions for good fire none.
 */
export function createHookFeed(clock: PracticeClock, switches: StoreSwitches): HookFeed {
  const listeners = new Set<(hook: StoreHook) => void>();
  const waiting = new Set<string>();
  const deliver = async (hook: StoreHook, mark: string): Promise<void> => {
    await clock.sleep(switches.hookDelayMs);
    waiting.delete(mark);
    for (const listener of listeners) listener(hook);
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    fire: (topic, id) => {
      const mark = `${topic} ${id}`;
      if (listeners.size === 0 || waiting.has(mark)) return;
      waiting.add(mark);
      void deliver({ topic, id }, mark);
    },
  };
}
