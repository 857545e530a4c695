import { createFailure, type Failure } from '../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../domain/outcome.ts';
import type { Clock, Random, Timers, Transport, WireAnswer } from '../engine/ports.ts';
import { createDeadline } from './deadline.ts';
import { judgeAnswer, judgeError, loseAnswer, needsPerson, readHost } from './http-answer.ts';
import {
  type HttpAnswer,
  type HttpCall,
  isRead,
  type PreparedCall,
  type ServiceRules,
  type Verdict,
} from './http-rules.ts';
import { reject } from './outcomes.ts';
import type { RateGate } from './rate-limit.ts';
import { createRetryBudget, type RetryBudget, type RetryLimits, readRetryAfterMs } from './retry-budget.ts';

/** A slow shop takes 20 s over a page of 100 products; more is silence. */
const READ_TIMEOUT_MS = 45_000;
/** A batch of 100 takes 2 s on the measured store (woocommerce.md 1); PHP gives up within minutes. */
const WRITE_TIMEOUT_MS = 120_000;

/** The lease comes back, or another PC works on: seen again soon. */
const REFUSED_DELAY_MS = 5_000;

export interface HttpDeps {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  /** Why nothing may be written now: another PC does. Absent or null: writes go out. */
  readonly findWriteRefusal?: () => Failure | null;
  /** Rows of one page of a list, where fewer are wanted than the service gives at most. */
  readonly pageRows?: number;
}

export interface HttpPatience {
  readonly readTimeoutMs?: number;
  readonly writeTimeoutMs?: number;
  /** Tries of a read that meets trouble; a person who waits for the answer wants fewer. */
  readonly readTries?: number;
  /** No further try of a read begins after this: of a side that is silent one is enough. */
  readonly readTryingMs?: number;
}

/** The facts of a side are asked first, by somebody who waits: half a minute tells whether it answers at all. */
export const HURRIED: HttpPatience = { readTries: 3, readTimeoutMs: 25_000, readTryingMs: 20_000 };

/** What changed is asked again and again, and each look is small: longer than the slowest page it is silence. */
export const WATCHING: HttpPatience = { readTimeoutMs: 30_000, readTryingMs: 25_000 };

export interface HttpOptions extends HttpPatience {
  readonly gate: RateGate;
  readonly rules: ServiceRules;
}

export interface HttpClient {
  /** One call to its end. A read is tried again for about a minute, for minutes where the service asks to wait. */
  send(call: HttpCall): Promise<Outcome<HttpAnswer>>;
}

/** Creates the client of one connection. */
export function createHttpClient(deps: HttpDeps, options: HttpOptions): HttpClient {
  return {
    send: async (call) => {
      const budget = createRetryBudget(deps, readLimits(options));
      let hasDiffered = false;
      for (;;) {
        const verdict = await tryOnce(deps, options, call);
        if (verdict === 'again') {
          if (hasDiffered) return reject(options.rules.codes.refused, 400);
          hasDiffered = true;
        } else if (!(await mayRepeat(verdict, call, budget, deps, options.rules))) return verdict;
      }
    },
  };
}

const readLimits = ({ readTries, readTryingMs }: HttpPatience): RetryLimits => ({
  ...(readTries === undefined ? {} : { mostTries: readTries }),
  ...(readTryingMs === undefined ? {} : { mostTryingMs: readTryingMs }),
});

async function tryOnce(deps: HttpDeps, options: HttpOptions, call: HttpCall): Promise<Verdict> {
  const pass = await options.gate.enter(call.signal, !isRead(call)).catch((error: unknown) => {
    if (call.signal?.aborted) return null;
    throw error;
  });
  if (pass === null) return { kind: 'retryAfter', delayMs: 0, failure: createFailure('RUN_CANCELLED') };
  try {
    // After the wait for its turn: the right to write may have ended meanwhile.
    const refusal = isRead(call) ? null : (deps.findWriteRefusal?.() ?? null);
    if (refusal) return { kind: 'retryAfter', delayMs: REFUSED_DELAY_MS, failure: refusal };
    return await exchange(deps, options, call);
  } finally {
    pass.leave();
  }
}

async function exchange(deps: HttpDeps, options: HttpOptions, call: HttpCall): Promise<Verdict> {
  const { gate, rules, readTimeoutMs = READ_TIMEOUT_MS, writeTimeoutMs = WRITE_TIMEOUT_MS } = options;
  const request = call.prepare();
  const answer = await carry(deps, request, call, isRead(call) ? readTimeoutMs : writeTimeoutMs);
  if ('kind' in answer) return answer;
  if (answer.status !== 429) return judgeAnswer(answer, request.url, call, rules);
  const delayMs = gate.pause(readRetryAfterMs(answer, deps.clock) ?? rules.readLimitDelayMs(answer));
  const failure = createFailure(rules.codes.limited, { host: readHost(request.url) });
  return { kind: 'retryAfter', delayMs, failure };
}

async function carry(
  { transport, timers }: HttpDeps,
  request: PreparedCall,
  call: HttpCall,
  timeoutMs: number,
): Promise<WireAnswer | OutcomeFailure> {
  const deadline = createDeadline(timers, timeoutMs, call.signal);
  try {
    const sent = transport.send({ ...request, method: call.method, signal: deadline.signal });
    return await Promise.race([sent, deadline.passed]);
  } catch (error) {
    if (!deadline.signal.aborted) return judgeError(error, request.url, call);
    const code = call.signal?.aborted ? 'RUN_CANCELLED' : 'NET_TIMED_OUT';
    return loseAnswer(call, createFailure(code, { host: readHost(request.url) }));
  } finally {
    deadline.cancel();
  }
}

/** Waits before another try of a read; false when this was the last. */
async function mayRepeat(
  verdict: Outcome<HttpAnswer>,
  call: HttpCall,
  budget: RetryBudget,
  { timers }: HttpDeps,
  rules: ServiceRules,
): Promise<boolean> {
  if (verdict.kind !== 'retryAfter' || !isRead(call) || call.signal?.aborted) return false;
  // The gate itself holds back what was told to wait.
  if (verdict.failure.code === rules.codes.limited) return budget.spendLimit(verdict.delayMs);
  if (needsPerson(verdict.failure)) return false;
  const waitMs = budget.spendTry();
  if (waitMs === null) return false;
  await timers.sleep(waitMs, call.signal).catch((error: unknown) => {
    if (!call.signal?.aborted) throw error;
  });
  return true;
}
