import type { Clock, Random, Timers } from '../engine/ports.ts';

export interface GateLimits {
  /** Calls on their way at once. */
  readonly inFlight: number;
  /** Writes among them; absent: no fewer. */
  readonly writesInFlight?: number;
  /** Calls within any window of this length, as the service counts them; absent: as many as there are. */
  readonly rate?: { readonly calls: number; readonly windowMs: number };
}

/** A place in the gate; given back once, when the answer has come or never will. */
export interface Pass {
  leave(): void;
}

/** Lets calls of one connection through in the order they came; a write that has to wait for another holds no read up. */
export interface RateGate {
  /** Waits for a place. Rejects with the signal's reason when it aborts first. */
  enter(signal?: AbortSignal, isWrite?: boolean): Promise<Pass>;
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

interface Waiter {
  readonly isWrite: boolean;
  readonly admit: () => void;
}

/** A timer may fire a little early, and two clocks never run quite alike. */
const MARGIN_MS = 20;
/** The jitter of the first pause; doubled with each further one. */
const FIRST_JITTER_MS = 250;
const LONGEST_JITTER_MS = 60_000;

/**
 * Creates the gate of one connection: so many calls on their way, so many in any window of the service, and
 * none while it has asked for quiet.
 */
export function createRateGate(deps: GateDeps, limits: GateLimits): RateGate {
  const { clock } = deps;
  const waiters = new Set<Waiter>();
  const window = createCallWindow(clock, limits.rate);
  const quiet = createQuiet(deps);
  const mostWrites = limits.writesInFlight ?? limits.inFlight;
  let inFlight = 0;
  let writesInFlight = 0;

  const admitNext = (): void => {
    for (const waiter of waiters) {
      if (inFlight >= limits.inFlight) return;
      if (waiter.isWrite && writesInFlight >= mostWrites) continue;
      const delayMs = Math.max(quiet.leftMs(), window.findDelayMs(inFlight));
      if (delayMs > 0) {
        alarm.ring(delayMs);
        return;
      }
      waiters.delete(waiter);
      inFlight += 1;
      if (waiter.isWrite) writesInFlight += 1;
      waiter.admit();
    }
  };
  const alarm = createAlarm(deps, admitNext);

  const createPass = (isWrite: boolean): Pass => {
    const endQuiet = quiet.watch();
    let isGone = false;
    return {
      leave: () => {
        if (isGone) return;
        isGone = true;
        inFlight -= 1;
        if (isWrite) writesInFlight -= 1;
        window.noteEnd();
        endQuiet();
        admitNext();
      },
    };
  };

  return {
    enter: (signal, isWrite = false) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const admit = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve(createPass(isWrite));
        };
        const waiter: Waiter = { isWrite, admit };
        const giveUp = (): void => {
          waiters.delete(waiter);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiters.add(waiter);
        admitNext();
      }),
    pause: quiet.begin,
  };
}

/**
 * A call counts from its start until `windowMs` after its end: the service counted it at some moment between
 * the two, whatever the delay of the line, so within any window of its own it cannot have counted more.
 */
function createCallWindow(clock: Clock, rate: GateLimits['rate']) {
  /** Ends of calls that still count, the oldest first. */
  const endsMs: number[] = [];
  return {
    noteEnd: (): void => {
      if (rate) endsMs.push(clock.monotonicMs());
    },
    /** How long until one more may start; for ever when only the end of another can make room. */
    findDelayMs: (inFlight: number): number => {
      if (!rate) return 0;
      const nowMs = clock.monotonicMs();
      const countsMs = rate.windowMs + MARGIN_MS;
      while (endsMs[0] !== undefined && endsMs[0] + countsMs <= nowMs) endsMs.shift();
      const excess = inFlight + endsMs.length - rate.calls;
      if (excess < 0) return 0;
      const endMs = endsMs[excess];
      return endMs === undefined ? Number.POSITIVE_INFINITY : endMs + countsMs - nowMs;
    },
  };
}

/** The quiet the service has asked for. */
function createQuiet({ clock, random }: GateDeps) {
  let untilMs = 0;
  let refusals = 0;
  return {
    leftMs: (): number => Math.max(0, untilMs - clock.monotonicMs()),
    begin: (delayMs: number): number => {
      const spreadMs = Math.min(LONGEST_JITTER_MS, FIRST_JITTER_MS * 2 ** refusals);
      refusals += 1;
      const totalMs = delayMs + Math.ceil(random.fraction() * spreadMs);
      untilMs = Math.max(untilMs, clock.monotonicMs() + totalMs);
      return untilMs - clock.monotonicMs();
    },
    /** For a call that enters now; to be called at its end: unless it was refused the jitter starts anew. */
    watch: (): (() => void) => {
      const enteredAt = refusals;
      return () => {
        if (enteredAt === refusals) refusals = 0;
      };
    },
  };
}

/** One timer. Waits only ever grow, so one that is set never rings too late. */
function createAlarm({ timers }: GateDeps, onRing: () => void) {
  let isSet = false;
  return {
    ring: (delayMs: number): void => {
      if (isSet || !Number.isFinite(delayMs)) return;
      isSet = true;
      timers.after(delayMs, () => {
        isSet = false;
        onRing();
      });
    },
  };
}
