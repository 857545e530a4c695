import { createFailure } from '../../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { TokenSource, WireAnswer } from '../../engine/ports.ts';
import type { AnswerBody } from '../answer-body.ts';
import { createHttpClient, type HttpDeps, type HttpPatience } from '../http.ts';
import { loseAnswer, readHost } from '../http-answer.ts';
import type { HttpAnswer, HttpCall, ServiceRules } from '../http-rules.ts';
import { reject } from '../outcomes.ts';
import { createRateGate, type GateLimits, type RateGate } from '../rate-limit.ts';

/**
 * Clover lets a token have 5 calls on their way and 16 a second (clover.md 4). One and two below that leave
 * room for another program with the same token, and calling early lengthens the wait. POSTs side by side are
 * to be avoided: they lock each other out over there.
 */
export const CLOVER_LIMITS: GateLimits = {
  inFlight: 4,
  writesInFlight: 1,
  rate: { calls: 14, windowMs: 1_000 },
};

/** Clover's own maximum (clover.md 5.1). */
const MOST_PAGE_ROWS = 1_000;
/** A refusal that names no wait is over after a second (clover.md 4). */
const TOKEN_LIMIT_DELAY_MS = 1_000;
/** This limit is shared by every installation of the app: only long waits make room. */
const APP_LIMIT_DELAY_MS = 10_000;
const MOST_MESSAGE_CHARACTERS = 200;

export interface CloverAccess {
  /** Origin of the REST API. */
  readonly apiUrl: string;
  readonly merchantId: string;
  /** An API token, or a source of tokens that renew themselves. */
  readonly token: string | TokenSource;
  /** Of the app, for the User-Agent that Clover demands (clover.md 0). */
  readonly version: string;
}

export type CloverTillOptions = CloverAccess & {
  readonly patience?: HttpPatience;
  /** Shared by everything that calls with this token: the limits are the token's (clover.md 4). */
  readonly gate?: RateGate;
};

/** A list repeats the parameter: filters are ANDed so (clover.md 5.3). */
export type CloverQuery = Readonly<Record<string, string | number | readonly string[]>>;

export interface CloverClient {
  /** Reads below `/v3/merchants/{mId}`; an empty path is the merchant itself. */
  get(path: string, query?: CloverQuery): Promise<Outcome<HttpAnswer>>;
  post(path: string, body: unknown, query?: CloverQuery): Promise<Outcome<HttpAnswer>>;
  put(path: string, body: unknown): Promise<Outcome<HttpAnswer>>;
  delete(path: string): Promise<Outcome<HttpAnswer>>;
  /** Rows of one page of a list, at most. */
  readonly pageRows: number;
}

/** Creates the client of one merchant; all its calls go through one gate. */
export function createCloverClient(
  access: CloverAccess,
  deps: HttpDeps,
  patience: HttpPatience = {},
  gate: RateGate = createRateGate(deps, CLOVER_LIMITS),
): CloverClient {
  const http = createHttpClient(deps, { ...patience, gate, rules: RULES });
  const source = openSource(access.token);
  const root = `${access.apiUrl.replace(/\/+$/, '')}/v3/merchants/${encodeURIComponent(access.merchantId)}`;
  const headers = { accept: 'application/json', 'user-agent': nameProgram(access.version) };
  const send = (method: HttpCall['method'], path: string, body?: string): Promise<Outcome<HttpAnswer>> => {
    const typed = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
    return callWithToken(source, (token) =>
      http.send({
        method,
        prepare: () => ({
          url: `${root}${path}`,
          headers: { ...typed, authorization: `Bearer ${token}` },
          ...(body === undefined ? {} : { body }),
        }),
      }),
    );
  };
  return {
    get: (path, query = {}) => send('GET', `${path}${writeQuery(query)}`),
    post: (path, content, query = {}) => send('POST', `${path}${writeQuery(query)}`, JSON.stringify(content)),
    put: (path, content) => send('PUT', path, JSON.stringify(content)),
    delete: (path) => send('DELETE', path),
    pageRows: Math.min(MOST_PAGE_ROWS, deps.pageRows ?? MOST_PAGE_ROWS),
  };
}

/** Clover demands a User-Agent of this form (clover.md 0). */
export const nameProgram = (version: string): string => `Tillbridge/${version} (+desktop)`;

const openSource = (token: string | TokenSource): TokenSource => {
  if (typeof token !== 'string') return token;
  const same = async (): Promise<Outcome<string>> => ({ kind: 'done', value: token, requestId: '' });
  return { take: same, renew: same, refusal: 'CLOVER_TOKEN_REFUSED' };
};

/** A refused call was done by nobody, so it may be repeated: once, with another token where there is one. */
async function callWithToken(
  source: TokenSource,
  call: (token: string) => Promise<Outcome<HttpAnswer>>,
): Promise<Outcome<HttpAnswer>> {
  const token = await source.take();
  if (token.kind !== 'done') return token;
  const answer = await call(token.value);
  if (answer.kind !== 'authLost') return answer;
  const other = await source.renew(token.value);
  if (other.kind !== 'done') return other;
  const last = other.value === token.value ? answer : await call(other.value);
  if (last.kind !== 'authLost') return last;
  return { ...last, failure: createFailure(source.refusal, last.failure.facts) };
}

function writeQuery(query: CloverQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const RULES: ServiceRules = {
  codes: {
    limited: 'CLOVER_LIMITED',
    failing: 'CLOVER_FAILING',
    refused: 'CLOVER_REFUSED',
    page: 'CLOVER_NOT_CLOVER',
  },
  hasPages: false,
  classify: classifyAnswer,
  readLimitDelayMs: (answer) =>
    Object.keys(answer.headers).some((name) => name.startsWith('x-ratelimit-crosstoken'))
      ? APP_LIMIT_DELAY_MS
      : TOKEN_LIMIT_DELAY_MS,
  requestIdHeader: 'x-clover-request-id',
};

/**
 * Errors may be JSON, plain text or nothing (clover.md 3.3). 401 stands for a bad token and for a missing
 * permission alike (clover.md 3.2): whoever can ask another endpoint tells them apart. A page is nobody's word: what
 * it says of anything, be it "not found", is not Clover's.
 */
function classifyAnswer(answer: WireAnswer, body: AnswerBody, call: HttpCall): OutcomeFailure | null {
  const { status } = answer;
  if (status >= 500 || status < 400) return null;
  const facts = { host: readHost(answer.url), status };
  if (body.kind === 'page') return loseAnswer(call, createFailure('CLOVER_NOT_CLOVER', facts));
  if (status === 401) return { kind: 'authLost', failure: createFailure('CLOVER_TOKEN_REFUSED', facts) };
  const message = body.kind === 'json' ? readMessage(body.json, readToken(call)) : '';
  if (status === 403) return reject('CLOVER_PERMISSION_MISSING', status, { ...facts, message });
  return reject('CLOVER_REFUSED', status, { ...facts, message });
}

/** What a call was sent with: a refusal may repeat it. */
const readToken = (call: HttpCall): string =>
  (call.prepare().headers.authorization ?? '').replace(/^Bearer /, '');

function readMessage(json: unknown, token: string): string {
  if (typeof json !== 'object' || json === null || !('message' in json)) return '';
  return typeof json.message === 'string'
    ? json.message.replaceAll(token, '…').slice(0, MOST_MESSAGE_CHARACTERS)
    : '';
}
