import { createFailure, type FailureCode } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillApp, TokenPair } from '../../engine/connections.ts';
import type { Clock } from '../../engine/ports.ts';
import { createHttpClient, type HttpDeps, type HttpPatience } from '../http.ts';
import { readHost } from '../http-answer.ts';
import type { HttpAnswer, ServiceRules } from '../http-rules.ts';
import { createRateGate } from '../rate-limit.ts';
import { isRow } from '../wire-values.ts';
import { CLOVER_LIMITS, nameProgram } from './clover-client.ts';

/** A person may be waiting, and a pair whose answer is lost is lost: patience costs nothing. */
const PATIENCE: HttpPatience = { writeTimeoutMs: 45_000 };
const LONGEST_TOKEN = 2048;
/** A refusal that names no wait (clover.md 4). */
const LIMIT_DELAY_MS = 1_000;
/** Where Clover does not say; a refused call renews it anyway. */
const UNTOLD_LIFE_MS = 30 * 60_000;
/** Less is the way of the answer and the second it was rounded to. */
const LEAST_CLOCK_ERROR_MS = 60_000;

export interface CloverOauthOptions {
  /** Origin of the REST API: the token calls are there too (clover.md 1). */
  readonly apiUrl: string;
  /** Of Tillbridge. */
  readonly version: string;
}

/** The calls about tokens at one host, with JSON bodies (clover.md 2.3). Refusals are `authLost`. */
export interface CloverOauth {
  exchange(app: TillApp, code: string, verifier: string | null): Promise<Outcome<TokenPair>>;
  refresh(app: TillApp, refreshToken: string): Promise<Outcome<TokenPair>>;
  recover(app: TillApp, refreshToken: string): Promise<Outcome<TokenPair>>;
}

export function createCloverOauth({ apiUrl, version }: CloverOauthOptions, deps: HttpDeps): CloverOauth {
  const gate = createRateGate(deps, CLOVER_LIMITS);
  const post = async (
    path: string,
    refusal: FailureCode,
    content: Readonly<Record<string, string>>,
  ): Promise<Outcome<TokenPair>> => {
    const http = createHttpClient(deps, { ...PATIENCE, gate, rules: createRules(refusal) });
    const url = `${apiUrl}${path}`;
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': nameProgram(version),
    };
    const body = JSON.stringify(content);
    const answer = await http.send({ method: 'POST', prepare: () => ({ url, headers, body }) });
    return answer.kind === 'done' ? readPair(answer.value, deps.clock, readHost(url)) : answer;
  };
  const prove = ({ secret }: TillApp): Record<string, string> =>
    secret === null ? {} : { client_secret: secret };
  return {
    exchange: (app, code, verifier) =>
      post('/oauth/v2/token', 'CLOVER_LOGIN_CODE_REFUSED', {
        client_id: app.id,
        code,
        ...(verifier === null ? prove(app) : { code_verifier: verifier }),
      }),
    refresh: (app, refreshToken) =>
      post('/oauth/v2/refresh', 'CLOVER_LOGIN_LOST', { client_id: app.id, refresh_token: refreshToken }),
    // Its body is not published; these three are what it cannot do without (clover.md 2.3).
    recover: (app, refreshToken) =>
      post('/oauth/v2/recovery', 'CLOVER_LOGIN_LOST', {
        client_id: app.id,
        ...prove(app),
        refresh_token: refreshToken,
      }),
  };
}

/** No text of an answer gets into a failure: it may repeat what it was sent. */
const createRules = (refusal: FailureCode): ServiceRules => ({
  codes: {
    limited: 'CLOVER_LIMITED',
    failing: 'CLOVER_FAILING',
    refused: refusal,
    page: 'CLOVER_NOT_CLOVER',
  },
  hasPages: false,
  // Which status a refused code or token has is not published (clover.md 2.3).
  classify: ({ status }) =>
    status === 400 || status === 401 || status === 403
      ? { kind: 'authLost', failure: createFailure(refusal, { status }) }
      : null,
  readLimitDelayMs: () => LIMIT_DELAY_MS,
  requestIdHeader: 'x-clover-request-id',
});

/** An answer without a token is a lost one: there may have been a pair. */
function readPair({ json, headers }: HttpAnswer, clock: Clock, host: string): Outcome<TokenPair> {
  const row = isRow(json) ? json : {};
  const access = readToken(row.access_token);
  if (access === null) return { kind: 'unknown', failure: createFailure('NET_BROKEN_ANSWER', { host }) };
  const aheadMs = readClockError(headers.date, clock);
  const readEnd = (value: unknown): number | null =>
    typeof value === 'number' && value > 0 ? value * 1000 + aheadMs : null;
  const refresh = readToken(row.refresh_token);
  return {
    kind: 'done',
    requestId: '',
    value: {
      access,
      accessEndsMs: readEnd(row.access_token_expiration) ?? clock.nowMs() + UNTOLD_LIFE_MS,
      refresh,
      refreshEndsMs: refresh === null ? null : readEnd(row.refresh_token_expiration),
    },
  };
}

/** How much this computer's clock is ahead: how long a token lives is sure, what time it is here is not. */
function readClockError(date: string | undefined, clock: Clock): number {
  const aheadMs = clock.nowMs() - Date.parse(date ?? '');
  return Math.abs(aheadMs) > LEAST_CLOCK_ERROR_MS ? aheadMs : 0;
}

const readToken = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_TOKEN ? value : null;
