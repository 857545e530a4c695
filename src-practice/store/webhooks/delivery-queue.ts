import type { Shop } from '../shop.ts';

/** Waiting deliveries of one store; more are lost. */
const MAX_WAITING = 50_000;
const MINUTE_MS = 60_000;

interface Waiting {
  readonly webhookId: number;
  readonly resourceId: number;
}

/** The deliveries a store owes, one after the other (woocommerce.md 5). */
export interface DeliveryQueue {
  /** Owes a delivery to every active webhook of the topic; what is owed already is not owed twice. */
  add(topic: string, resourceId: number): void;
  /** Counts a request as under way; with `hookMode` 'sync' its end waits for the deliveries. */
  enclose<Result>(request: () => Promise<Result>): Promise<Result>;
  /** True while nothing is owed or under way. */
  readonly isIdle: boolean;
  close(): void;
}

/** Opens the queue; `deliver` sends one delivery and never rejects for a dead receiver. */
export function createDeliveryQueue(
  shop: Pick<Shop, 'state' | 'clock' | 'switches'>,
  deliver: (webhookId: number, resourceId: number) => Promise<void>,
): DeliveryQueue {
  const { state, clock, switches } = shop;
  const waiting = new Map<string, Waiting>();
  let requests = 0;
  let run: Promise<void> | undefined;
  let isClosed = false;
  const drain = async (): Promise<void> => {
    for (const [mark, { webhookId, resourceId }] of [...waiting]) {
      if (isClosed) return;
      // From here on a change is a new delivery: this one shows what is true now.
      waiting.delete(mark);
      if (state.webhooks.has(webhookId)) await deliver(webhookId, resourceId);
    }
  };
  const work = async (): Promise<void> => {
    while (waiting.size > 0 && !isClosed) {
      await clock.sleep(readLagMs(switches, clock.nowMs()));
      await drain();
    }
  };
  const start = (): Promise<void> => {
    run ??= work().finally(() => {
      run = undefined;
    });
    return run;
  };
  return {
    add: (topic, resourceId) => {
      if (isClosed) return;
      for (const webhook of state.webhooks.values()) {
        if (webhook.topic !== topic || webhook.status !== 'active' || waiting.size >= MAX_WAITING) continue;
        const mark = `${webhook.id} ${resourceId}`;
        if (!waiting.has(mark)) waiting.set(mark, { webhookId: webhook.id, resourceId });
      }
      const isHeld = switches.hookMode === 'sync' && requests > 0;
      if (waiting.size > 0 && !isHeld) void start();
    },
    enclose: async (request) => {
      requests += 1;
      try {
        return await request();
      } finally {
        requests -= 1;
        if (switches.hookMode === 'sync' && waiting.size > 0) await start();
      }
    },
    get isIdle() {
      return run === undefined && waiting.size === 0;
    },
    close: () => {
      isClosed = true;
      waiting.clear();
    },
  };
}

/** WP-Cron looks once a minute, a queue at work after its lag, a store in sync mode at once. */
function readLagMs({ hookMode, hookDelayMs }: Shop['switches'], nowMs: number): number {
  if (hookMode === 'sync') return 0;
  return hookMode === 'queue' ? hookDelayMs : MINUTE_MS - (nowMs % MINUTE_MS);
}
