import type { PracticeClock } from '../clock.ts';
import type { TillAnswers, TillLimits } from './options.ts';

const WINDOW_MS = 1000;

/** Let in until `leave` is called, or refused for one of Clover's two reasons (clover.md 4). */
export type Admission =
  | { readonly kind: 'admitted'; readonly leave: () => void }
  | { readonly kind: 'perSecond'; readonly limit: number }
  | { readonly kind: 'concurrent'; readonly limit: number; readonly retryAfterSeconds: number };

export interface RateGate {
  /** Asks for a slot of the token. */
  admit(token: string): Admission;
}

interface TokenUse {
  inFlight: number;
  /** When the latest requests were let in, the oldest first; never more than `perSecond` of them. */
  readonly admittedMs: number[];
  /** Until then every call is refused, and starts the wait anew. */
  waitUntilMs: number;
}

const OPEN_GATE: Admission = { kind: 'admitted', leave: () => undefined };

/** The limits of each token; whoever is refused takes no slot and does not count into the second. */
export function createRateGate(clock: PracticeClock, limits: TillLimits, answers: TillAnswers): RateGate {
  const uses = new Map<string, TokenUse>();
  return {
    admit: (token) => {
      if (!limits.enabled) return OPEN_GATE;
      const nowMs = clock.nowMs();
      const use = uses.get(token) ?? { inFlight: 0, admittedMs: [], waitUntilMs: 0 };
      uses.set(token, use);
      if (use.inFlight >= limits.inFlight || nowMs < use.waitUntilMs) {
        use.waitUntilMs = nowMs + answers.retryAfterSeconds * 1000;
        return {
          kind: 'concurrent',
          limit: limits.inFlight,
          retryAfterSeconds: answers.retryAfterSeconds,
        };
      }
      const oldestMs = use.admittedMs.length < limits.perSecond ? undefined : use.admittedMs[0];
      if (oldestMs !== undefined && nowMs - oldestMs < WINDOW_MS) {
        return { kind: 'perSecond', limit: limits.perSecond };
      }
      if (oldestMs !== undefined) use.admittedMs.shift();
      use.admittedMs.push(nowMs);
      use.inFlight += 1;
      return {
        kind: 'admitted',
        leave: () => {
          use.inFlight -= 1;
        },
      };
    },
  };
}
