import { createFailure } from '../../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { WireAnswer } from '../../engine/ports.ts';
import type { AnswerBody } from '../answer-body.ts';
import { createHttpClient, type HttpDeps, type HttpPatience } from '../http.ts';
import { readHost } from '../http-answer.ts';
import type { HttpAnswer, ServiceRules } from '../http-rules.ts';
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

/** A refusal that names no wait is over after a second (clover.md 4). */
const TOKEN_LIMIT_DELAY_MS = 1_000;
/** This limit is shared by every installation of the app: only long waits make room. */
const APP_LIMIT_DELAY_MS = 10_000;
const MOST_MESSAGE_CHARACTERS = 200;

export interface CloverAccess {
  /** Origin of the REST API. */
  readonly apiUrl: string;
  readonly merchantId: string;
  readonly token: string;
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
}

/** Creates the client of one merchant; all its calls go through one gate. */
export function createCloverClient(
  access: CloverAccess,
  deps: HttpDeps,
  patience: HttpPatience = {},
  gate: RateGate = createRateGate(deps, CLOVER_LIMITS),
): CloverClient {
  const http = createHttpClient(deps, { ...patience, gate, rules: createRules(access.token) });
  const root = `${access.apiUrl.replace(/\/+$/, '')}/v3/merchants/${encodeURIComponent(access.merchantId)}`;
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${access.token}`,
    'user-agent': `Tillbridge/${access.version} (+desktop)`,
  };
  const write = (method: 'POST' | 'PUT', path: string, content: unknown): Promise<Outcome<HttpAnswer>> => {
    const body = JSON.stringify(content);
    const sent = { ...headers, 'content-type': 'application/json' };
    return http.send({ method, prepare: () => ({ url: `${root}${path}`, headers: sent, body }) });
  };
  return {
    get: (path, query = {}) => {
      const url = `${root}${path}${writeQuery(query)}`;
      return http.send({ method: 'GET', prepare: () => ({ url, headers }) });
    },
    post: (path, content, query = {}) => write('POST', `${path}${writeQuery(query)}`, content),
    put: (path, content) => write('PUT', path, content),
    delete: (path) => http.send({ method: 'DELETE', prepare: () => ({ url: `${root}${path}`, headers }) }),
  };
}

function writeQuery(query: CloverQuery): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const createRules = (token: string): ServiceRules => ({
  codes: {
    limited: 'CLOVER_LIMITED',
    failing: 'CLOVER_FAILING',
    refused: 'CLOVER_REFUSED',
    page: 'CLOVER_NOT_CLOVER',
  },
  hasPages: false,
  classify: (answer, body) => classifyAnswer(answer, body, token),
  readLimitDelayMs: (answer) =>
    Object.keys(answer.headers).some((name) => name.startsWith('x-ratelimit-crosstoken'))
      ? APP_LIMIT_DELAY_MS
      : TOKEN_LIMIT_DELAY_MS,
  requestIdHeader: 'x-clover-request-id',
});

/**
 * Errors may be JSON, plain text or nothing (clover.md 3.3). 401 stands for a bad token and for a missing
 * permission alike (clover.md 3.2): whoever can ask another endpoint tells them apart.
 */
function classifyAnswer(answer: WireAnswer, body: AnswerBody, token: string): OutcomeFailure | null {
  const { status } = answer;
  if (status >= 500 || status < 400) return null;
  const facts = { host: readHost(answer.url), status };
  if (body.kind === 'page') return reject('CLOVER_NOT_CLOVER', status, facts);
  if (status === 401) return { kind: 'authLost', failure: createFailure('CLOVER_TOKEN_REFUSED', facts) };
  const message = body.kind === 'json' ? readMessage(body.json, token) : '';
  if (status === 403) return reject('CLOVER_PERMISSION_MISSING', status, { ...facts, message });
  return reject('CLOVER_REFUSED', status, { ...facts, message });
}

function readMessage(json: unknown, token: string): string {
  if (typeof json !== 'object' || json === null || !('message' in json)) return '';
  return typeof json.message === 'string'
    ? json.message.replaceAll(token, '…').slice(0, MOST_MESSAGE_CHARACTERS)
    : '';
}
