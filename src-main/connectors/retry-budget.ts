import type { Clock, Random, WireAnswer } from '../engine/ports.ts';

const MOST_TRIES = 5;
/** No further try begins after this: the engine then decides, and says so in the window. */
const MOST_TRYING_MS = 60_000;
const FIRST_BACKOFF_MS = 1_000;
const BACKOFF_FACTOR = 2;
/** A spell of "too many" was seen to outlast 8 s (clover.md 4): minutes are waited. */
const MOST_LIMITED_MS = 300_000;
const MOST_LIMITED_TRIES = 20;
/** A service that asks for more is not waited for inside a call. */
const LONGEST_RETRY_AFTER_MS = 600_000;

/** Absent: as much patience as work that nobody waits for has. */
export interface RetryLimits {
  readonly mostTries?: number;
  /** No further try begins when so much time has gone, waits that were asked for aside. */
  readonly mostTryingMs?: number;
}

/** How much patience is left for one read. */
export interface RetryBudget {
  /** The wait before the next try after trouble, in milliseconds; null: no more tries. */
  spendTry(): number | null;
  /** False: the service has asked to wait for too long, or too often. */
  spendLimit(delayMs: number): boolean;
}

/** Full jitter: each wait is a random part of a limit that grows, so that many clients never come together. */
export function createRetryBudget(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  { mostTries = MOST_TRIES, mostTryingMs = MOST_TRYING_MS }: RetryLimits = {},
): RetryBudget {
  const startMs = clock.monotonicMs();
  let tries = 1;
  let limitedTries = 0;
  let limitedMs = 0;
  return {
    spendTry: () => {
      if (tries >= mostTries) return null;
      const waitMs = Math.ceil(random.fraction() * FIRST_BACKOFF_MS * BACKOFF_FACTOR ** (tries - 1));
      tries += 1;
      const spentMs = clock.monotonicMs() - startMs - limitedMs;
      return spentMs + waitMs > mostTryingMs ? null : waitMs;
    },
    spendLimit: (delayMs) => {
      limitedTries += 1;
      limitedMs += delayMs;
      return limitedMs <= MOST_LIMITED_MS && limitedTries <= MOST_LIMITED_TRIES;
    },
  };
}

/** The wait an answer asks for: seconds or a date (RFC 9110 10.2.3). null when it asks for none. */
export function readRetryAfterMs(answer: WireAnswer, clock: Clock): number | null {
  const text = answer.headers['retry-after']?.trim();
  if (text === undefined || text === '') return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return limitDelay(seconds * 1000);
  // A date is the server's: measured against its own, not against this computer's.
  const nowMs = Date.parse(answer.headers.date ?? '') || clock.nowMs();
  const delayMs = Date.parse(text) - nowMs;
  return Number.isFinite(delayMs) ? limitDelay(delayMs) : null;
}

const limitDelay = (delayMs: number): number => Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, delayMs));
