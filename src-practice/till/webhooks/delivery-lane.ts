import type { WebhookCounters, WebhookSenderParts } from './sender-parts.ts';

/** POSTs under way at once; the others wait their turn. */
const MAX_IN_FLIGHT = 16;
/** POSTs waiting; beyond it they are lost. */
const MAX_WAITING = 10_000;

/** Carries POSTs out: late, again where they failed, or not at all. */
export interface DeliveryLane {
  /** `events` is how many the body tells of. */
  send(url: string, body: string, events: number, delayMs: number): void;
  /** True while nothing is late or under way. */
  readonly isIdle: boolean;
  close(): void;
}

/** A lane without traffic. */
export function createDeliveryLane(parts: WebhookSenderParts, counters: WebhookCounters): DeliveryLane {
  const { clock, random, answers, outgoing } = parts;
  const waiting: (() => Promise<void>)[] = [];
  let inFlight = 0;
  let held = 0;
  let isClosed = false;
  const headers = { 'content-type': 'application/json', 'x-clover-auth': parts.authCode };
  const attempt = async (url: string, body: string): Promise<boolean> => {
    counters.posts += 1;
    const answer = await outgoing.post({ url, headers, body, timeoutMs: answers.timeoutMs });
    return answer !== undefined && answer.status >= 200 && answer.status < 300;
  };
  const carry = async (url: string, body: string, events: number): Promise<void> => {
    for (let tries = 0; tries <= answers.retries && !isClosed; tries += 1) {
      if (tries > 0) await clock.sleep(answers.retryDelayMs);
      if (await attempt(url, body)) {
        counters.delivered += events;
        return;
      }
    }
    counters.lost += events;
  };
  const next = (): void => {
    const job = isClosed || inFlight >= MAX_IN_FLIGHT ? undefined : waiting.shift();
    if (!job) return;
    inFlight += 1;
    void job().finally(() => {
      inFlight -= 1;
      next();
    });
  };
  const enqueue = (url: string, body: string, events: number): void => {
    if (isClosed) return;
    waiting.push(() => carry(url, body, events));
    next();
  };
  const hold = async (delayMs: number, then: () => void): Promise<void> => {
    held += 1;
    counters.held += 1;
    await clock.sleep(delayMs);
    held -= 1;
    then();
  };
  return {
    send: (url, body, events, delayMs) => {
      if (random.next() < answers.lossRate || waiting.length >= MAX_WAITING) {
        counters.lost += events;
        return;
      }
      if (delayMs === 0) enqueue(url, body, events);
      else void hold(delayMs, () => enqueue(url, body, events));
    },
    get isIdle() {
      return inFlight === 0 && held === 0 && waiting.length === 0;
    },
    close: () => {
      isClosed = true;
      waiting.length = 0;
    },
  };
}
