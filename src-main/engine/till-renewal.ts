import { createFailure, type Failure } from '../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../domain/outcome.ts';
import type { Clock } from './ports.ts';
import type { GrantPort, TillGrant, TokenPair } from './till-grant.ts';
import type { GrantShelf } from './till-grant-shelf.ts';
import type { LoginRecord } from './till-login-record.ts';

/** After a renewal that the network did not carry. */
const RETRY_DELAY_MS = 5_000;
const REFUSED = 'the app was uninstalled, its access was changed, or it was not used for too long';
const ANSWER_LOST = 'an answer of Clover was lost on the way, and the token in it is good only once';
const NONE_GIVEN = 'Clover gave nothing to renew it with';

export interface Renewer {
  /** The new access token. Whoever asks while a renewal is under way gets its result. */
  renew(): Promise<Outcome<string>>;
  /** Waits for the one under way, and forgets how it went. */
  rest(): Promise<void>;
}

export interface RenewalDeps {
  readonly clock: Clock;
  readonly grants: GrantPort;
  /** Does the work while no other program writes this data folder; null where one does. */
  readonly workAlone: <T>(work: () => Promise<T>) => Promise<T | null>;
  /** Why somebody has to connect again; null once the connection is another one. */
  readonly onLost: (failure: Failure | null) => void;
}

/** One renewal at a time: a refresh token is good once, so two at once would end the log-in (clover.md 2.3). */
export function createRenewer(deps: RenewalDeps, shelf: GrantShelf, record: LoginRecord): Renewer {
  const { clock } = deps;
  let renewing: Promise<Outcome<string>> | null = null;
  let postponed: { readonly untilMs: number; readonly outcome: OutcomeFailure } | null = null;

  const renewAlone = async (): Promise<Outcome<string>> => {
    const held = shelf.held();
    const before = await shelf.reload();
    if (before.kind !== 'done') return before;
    // Another program has renewed it since.
    if (held && before.value.obtainedMs > held.obtainedMs) return done(before.value.tokens.access);
    const asked = await askForTokens(deps.grants, record, before.value, clock);
    if (!(await isStillKept(shelf, before.value)))
      return { kind: 'authLost', failure: createFailure('CLOVER_NOT_CONNECTED') };
    if (asked.kind === 'done') {
      const obtainedMs = Math.max(clock.nowMs(), before.value.obtainedMs + 1);
      const trouble = await shelf.put({ ...before.value, tokens: asked.value, obtainedMs });
      return trouble ? delay(trouble) : done(asked.value.access);
    }
    if (asked.kind !== 'authLost') return delay(asked.failure);
    record.lose(before.value.tokens, asked.failure);
    deps.onLost(asked.failure);
    return asked;
  };
  const begin = async (): Promise<Outcome<string>> => {
    const outcome = (await deps.workAlone(renewAlone)) ?? delay(createFailure('DATA_IN_USE'));
    if (outcome.kind === 'retryAfter')
      postponed = { untilMs: clock.monotonicMs() + outcome.delayMs, outcome };
    return outcome;
  };
  return {
    renew: () => {
      if (postponed && clock.monotonicMs() < postponed.untilMs) return Promise.resolve(postponed.outcome);
      renewing ??= begin().finally(() => {
        renewing = null;
      });
      return renewing;
    },
    rest: async () => {
      await renewing;
      postponed = null;
    },
  };
}

/** Somebody may have disconnected meanwhile, or logged in anew: their word is not undone by an answer to an older one. */
async function isStillKept(shelf: GrantShelf, { obtainedMs }: TillGrant): Promise<boolean> {
  const kept = await shelf.reload();
  return kept.kind === 'done' ? kept.value.obtainedMs === obtainedMs : kept.kind !== 'authLost';
}

const done = (value: string): Outcome<string> => ({ kind: 'done', value, requestId: '' });

const delay = (failure: OutcomeFailure['failure']): Extract<OutcomeFailure, { kind: 'retryAfter' }> => ({
  kind: 'retryAfter',
  delayMs: RETRY_DELAY_MS,
  failure,
});

/**
 * Asks for the next pair, once. The intent is committed before the call; one that is still open tells that an earlier
 * answer may be lost. Then an app with a secret asks for that lost pair first (clover.md 2.3); any other tries with
 * what it has. `authLost` says that somebody has to log in again, and why.
 */
async function askForTokens(
  grants: GrantPort,
  record: LoginRecord,
  grant: TillGrant,
  clock: Pick<Clock, 'nowMs'>,
): Promise<Outcome<TokenPair>> {
  const { app, tokens, obtainedMs } = grant;
  const { refresh } = tokens;
  if (refresh === null) return lose(NONE_GIVEN);
  const wasOpen = record.hasOpenIntent(obtainedMs);
  const canRecover = app.secret !== null;
  record.intend(obtainedMs, clock.nowMs());
  let asked = canRecover && wasOpen ? await grants.recover(grant, app, refresh) : null;
  if (asked === null || isRefusal(asked)) asked = await grants.refresh(grant, app, refresh);
  if (isRefusal(asked) && canRecover && !wasOpen) asked = await grants.recover(grant, app, refresh);
  // What certainly never left this computer was no try.
  if (asked.kind === 'retryAfter' && !wasOpen) record.dropIntent();
  return isRefusal(asked) ? lose(wasOpen ? ANSWER_LOST : REFUSED) : asked;
}

const isRefusal = ({ kind }: Outcome<TokenPair>): boolean => kind === 'authLost' || kind === 'rejected';

const lose = (reason: string): Outcome<never> => ({
  kind: 'authLost',
  failure: createFailure('CLOVER_LOGIN_LOST', { reason }),
});
