import { createDeliveryLane } from './delivery-lane.ts';
import type { WebhookCounters, WebhookSenderParts } from './sender-parts.ts';
import { type AppEvent, readTopic } from './topic.ts';

/** Of one POST; unpublished. */
const MAX_EVENTS_PER_POST = 500;
/** Waiting for one POST; more are lost, as with a receiver nobody watches. */
const MAX_WAITING_EVENTS = 20_000;
/** A POST held back by the fault "reorder" waits this many windows. */
const HELD_WINDOWS = 4;

/** Collects events of all merchants and posts them behind the caller's back. */
export interface WebhookSender {
  /** Dropped unless the app's page has a checked address and the topic ticked. Never waits, never throws. */
  add(merchantId: string, event: AppEvent): void;
  readonly counters: WebhookCounters;
  /** True while nothing is collected, late or under way. */
  readonly isIdle: boolean;
  close(): void;
}

type Batch = ReadonlyMap<string, readonly AppEvent[]>;

/** Opens the sender; it does nothing until an event comes. */
export function createWebhookSender(parts: WebhookSenderParts): WebhookSender {
  const { answers, clock, page } = parts;
  const counters: WebhookCounters = { posts: 0, delivered: 0, lost: 0, held: 0 };
  const lane = createDeliveryLane(parts, counters);
  let waiting: { readonly merchantId: string; readonly event: AppEvent }[] = [];
  let isClosed = false;
  const flush = async (): Promise<void> => {
    await clock.sleep(answers.batchMs);
    const collected = waiting;
    waiting = [];
    const { url } = page;
    if (isClosed || url === undefined) return;
    for (let start = 0; start < collected.length; start += MAX_EVENTS_PER_POST) {
      const batch = groupByMerchant(collected.slice(start, start + MAX_EVENTS_PER_POST));
      post(parts, lane.send, url, batch);
    }
  };
  return {
    counters,
    get isIdle() {
      return waiting.length === 0 && lane.isIdle;
    },
    add: (merchantId, event) => {
      if (isClosed || !page.isVerified || !page.topics.some((topic) => topic === readTopic(event))) return;
      if (waiting.length >= MAX_WAITING_EVENTS) {
        counters.lost += 1;
        return;
      }
      waiting.push({ merchantId, event });
      if (waiting.length === 1) void flush();
    },
    close: () => {
      isClosed = true;
      waiting = [];
      lane.close();
    },
  };
}

/** Draws what goes wrong with one POST and hands it, once or twice, to the lane. */
function post(
  { appId, random, answers }: WebhookSenderParts,
  send: (url: string, body: string, events: number, delayMs: number) => void,
  url: string,
  batch: Batch,
): void {
  const isReordered = random.next() < answers.reorderRate;
  const { least, most } = answers.delayMs;
  const lateMs = most > least ? least + random.below(most - least + 1) : least;
  const delayMs = lateMs + (isReordered ? HELD_WINDOWS * Math.max(1, answers.batchMs) : 0);
  const merchants = Object.fromEntries(
    [...batch].map(([merchantId, events]) => [merchantId, isReordered ? events.toReversed() : events]),
  );
  const count = [...batch.values()].reduce((sum, events) => sum + events.length, 0);
  const body = JSON.stringify({ appId, merchants });
  send(url, body, count, delayMs);
  if (random.next() < answers.duplicateRate) send(url, body, count, delayMs);
}

/** By merchant, in order; what is told already in the same words is not told again. */
function groupByMerchant(
  collected: readonly { readonly merchantId: string; readonly event: AppEvent }[],
): Batch {
  const batch = new Map<string, AppEvent[]>();
  const told = new Set<string>();
  for (const { merchantId, event } of collected) {
    const mark = `${merchantId} ${JSON.stringify(event)}`;
    if (told.has(mark)) continue;
    told.add(mark);
    const events = batch.get(merchantId);
    if (events) events.push(event);
    else batch.set(merchantId, [event]);
  }
  return batch;
}
