import type { Outcome } from '../../domain/outcome.ts';
import type { WireAnswer, WireRequest } from '../../engine/ports.ts';
import type { AnswerBody } from '../answer-body.ts';
import { createHttpClient, type HttpDeps, type HttpPatience } from '../http.ts';
import { type HttpAnswer, type HttpCall, isRead, type PreparedCall, type ServiceRules } from '../http-rules.ts';
import { createRateGate, type RateGate } from '../rate-limit.ts';
import { signOauth1, writeQuery } from './oauth1-signature.ts';
import { classifyWooAnswer, readWooError } from './woo-failures.ts';

/** Useful at once are as many calls as the server has cores; one more waits there (woocommerce.md 1). */
export const WOO_IN_FLIGHT = 3;
/** A host that limits says how long to wait; one that does not is left alone for a while. */
const LIMIT_DELAY_MS = 5_000;
/** The shop accepts 15 minutes of difference (woocommerce.md 2); past ten the clock is to blame. */
const MOST_CLOCK_ERROR_MS = 600_000;

/**
 * How the keys travel. `basic` over https; `query` over https where the server strips the Authorization
 * header; `oauth1` over http to this computer.
 */
export type WooAuthStyle = 'basic' | 'query' | 'oauth1';

export interface WooAccess {
  /** The address of the site, without a trailing slash. */
  readonly siteUrl: string;
  /** The address the site believes it has: what OAuth signs. Absent: the same. */
  readonly homeUrl?: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly authStyle: WooAuthStyle;
  /** Of the app, for the User-Agent. */
  readonly version: string;
}

export type WooParams = Readonly<Record<string, string | number>>;

export interface WooClient {
  /** Calls below `/wp-json`: `/wc/v3/products`. */
  get(path: string, params?: WooParams): Promise<Outcome<HttpAnswer>>;
  post(path: string, body: unknown): Promise<Outcome<HttpAnswer>>;
  remove(path: string, params: WooParams): Promise<Outcome<HttpAnswer>>;
}

/** Creates the client of one shop; all its calls go through one gate. */
export function createWooClient(
  access: WooAccess,
  deps: HttpDeps,
  patience: HttpPatience = {},
  gate: RateGate = createRateGate(deps, { inFlight: WOO_IN_FLIGHT }),
): WooClient {
  let clockErrorMs = 0;
  const rules: ServiceRules = {
    codes: { limited: 'WOO_LIMITED', failing: 'WOO_FAILING', refused: 'WOO_REFUSED', page: 'WOO_NO_REST' },
    hasPages: true,
    readLimitDelayMs: () => LIMIT_DELAY_MS,
    requestIdHeader: 'x-request-id',
    classify: (answer, body, call) => {
      if (access.authStyle === 'oauth1' && isRefusedSeal(answer, body)) {
        const errorMs = readClockErrorMs(answer, deps.clock.nowMs());
        // Refused before anything was done, so even a write may be sent again with the shop's own time.
        if (Math.abs(errorMs - clockErrorMs) > MOST_CLOCK_ERROR_MS) {
          clockErrorMs = errorMs;
          return 'again';
        }
      }
      return classifyWooAnswer(answer, body, isRead(call));
    },
  };
  const http = createHttpClient(deps, { ...patience, gate, rules });
  const seal = (): { nonce: string; timestampSeconds: number } => ({
    nonce: deps.random.hex(16),
    timestampSeconds: Math.floor((deps.clock.nowMs() + clockErrorMs) / 1000),
  });
  const send = (method: WireRequest['method'], path: string, params: WooParams, content?: unknown) => {
    const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    const body = content === undefined ? undefined : JSON.stringify(content);
    const call: HttpCall = {
      method,
      prepare: () => prepareCall(access, { method, path, params: texts, body }, seal),
    };
    return http.send(call);
  };
  return {
    get: (path, params = {}) => send('GET', path, params),
    post: (path, body) => send('POST', path, {}, body),
    remove: (path, params) => send('DELETE', path, params),
  };
}

interface UnsealedCall {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

function prepareCall(
  access: WooAccess,
  call: UnsealedCall,
  seal: () => { nonce: string; timestampSeconds: number },
): PreparedCall {
  const { consumerKey, consumerSecret } = access;
  const path = `/wp-json${call.path}`;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': `Tillbridge/${access.version} (+desktop)`,
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  let { params } = call;
  if (access.authStyle === 'basic') {
    headers.authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
  } else if (access.authStyle === 'query') {
    params = { ...params, consumer_key: consumerKey, consumer_secret: consumerSecret };
  } else {
    const address = `${access.homeUrl ?? access.siteUrl}${path}`;
    params = signOauth1({ method: call.method, address, params }, { consumerKey, consumerSecret, ...seal() });
  }
  const query = writeQuery(params);
  const url = `${access.siteUrl}${path}${query === '' ? '' : `?${query}`}`;
  return { url, headers, ...(call.body === undefined ? {} : { body: call.body }) };
}

/** Whether the shop took offence at the signature, of which the time is a part. */
const isRefusedSeal = (answer: WireAnswer, body: AnswerBody): boolean =>
  answer.status === 401 &&
  body.kind === 'json' &&
  readWooError(body.json)?.code === 'woocommerce_rest_authentication_error';

/** How far the shop's clock is ahead of this computer's; 0 when it does not say. */
function readClockErrorMs(answer: WireAnswer, nowMs: number): number {
  const theirMs = Date.parse(answer.headers.date ?? '');
  return Number.isFinite(theirMs) ? theirMs - nowMs : 0;
}
