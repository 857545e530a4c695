import type { Clock, Random, Timers } from '../engine/ports.ts';

export interface GateLimits {
  /** Calls on their way at once. */
  readonly inFlight: number;
  /** Calls within any window of this length, as the service counts them; absent: as many as there are. */
  readonly rate?: { readonly calls: number; readonly windowMs: number };
}

/** A place in the gate; given back once, when the answer has come or never will. */
export interface Pass {
  leave(): void;
}

/** Lets calls of one connection through in the order they came. */
export interface RateGate {
  /** Waits for a place. Rejects with the signal's reason when it aborts first. */
  enter(signal?: AbortSignal): Promise<Pass>;
  /**
   * Nobody enters for at least this long: the service said "too many". Each further refusal adds to the
   * wait, with jitter, until a call that entered after the pause is not refused. Called before that pass leaves.
   * @returns how long the gate stays shut, in milliseconds
   */
  pause(delayMs: number): number;
}

export interface GateDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
}

/** A timer may fire a little early, and two clocks never run quite alike. */
const MARGIN_MS = 20;
/** The jitter of the first pause; doubled with each further one. */
const FIRST_JITTER_MS = 250;
const LONGEST_JITTER_MS = 60_000;

interface Waiter {
  readonly admit: () => void;
}

/**
 * Creates the gate of one connection. A call counts into the window from its start until `windowMs` after its
 * end: the service counted it at some moment between the two, whatever the delay of the line, so within any
 * window of its own it cannot have counted more than `calls`.
 */
export function createRateGate({ clock, timers, random }: GateDeps, limits: GateLimits): RateGate {
  const waiters = new Set<Waiter>();
  /** Ends of calls that still count into the window, the oldest first. */
  const endsMs: number[] = [];
  let inFlight = 0;
  let shutUntilMs = 0;
  let refusals = 0;
  let alarm: { readonly atMs: number; readonly cancel: () => void } | null = null;

  /** How long until the next call may start; for ever when only another's end can make room. */
  const findDelay = (): number => {
    const nowMs = clock.monotonicMs();
    const openMs = shutUntilMs - nowMs;
    if (!limits.rate) return openMs;
    const countsMs = limits.rate.windowMs + MARGIN_MS;
    while (endsMs[0] !== undefined && endsMs[0] + countsMs <= nowMs) endsMs.shift();
    const excess = inFlight + endsMs.length - limits.rate.calls;
    if (excess < 0) return openMs;
    const endMs = endsMs[excess];
    return endMs === undefined ? Number.POSITIVE_INFINITY : Math.max(openMs, endMs + countsMs - nowMs);
  };

  const ring = (delayMs: number): void => {
    const atMs = clock.monotonicMs() + delayMs;
    if (alarm && alarm.atMs <= atMs) return;
    alarm?.cancel();
    const { cancel } = timers.after(delayMs, () => {
      alarm = null;
      admitNext();
    });
    alarm = { atMs, cancel };
  };

  const admitNext = (): void => {
    for (const waiter of waiters) {
      if (inFlight >= limits.inFlight) return;
      const delayMs = findDelay();
      if (delayMs > 0) {
        if (Number.isFinite(delayMs)) ring(delayMs);
        return;
      }
      waiters.delete(waiter);
      inFlight += 1;
      waiter.admit();
    }
  };

  const createPass = (): Pass => {
    const enteredAt = refusals;
    let isGone = false;
    return {
      leave: () => {
        if (isGone) return;
        isGone = true;
        inFlight -= 1;
        if (limits.rate) endsMs.push(clock.monotonicMs());
        if (enteredAt === refusals) refusals = 0;
        admitNext();
      },
    };
  };

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const giveUp = (): void => {
          waiters.delete(waiter);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          admit: () => {
            signal?.removeEventListener('abort', giveUp);
            resolve(createPass());
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiters.add(waiter);
        admitNext();
      }),
    pause: (delayMs) => {
      const spread = Math.min(LONGEST_JITTER_MS, FIRST_JITTER_MS * 2 ** refusals);
      refusals += 1;
      const totalMs = delayMs + Math.ceil(random.fraction() * spread);
      shutUntilMs = Math.max(shutUntilMs, clock.monotonicMs() + totalMs);
      return shutUntilMs - clock.monotonicMs();
    },
  };
}
