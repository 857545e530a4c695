import type { Outcome } from '../../domain/outcome.ts';
import type { WireAnswer, WireRequest } from '../../engine/ports.ts';
import type { AnswerBody } from '../answer-body.ts';
import { createHttpClient, type HttpDeps, type HttpPatience } from '../http.ts';
import {
  type HttpAnswer,
  type HttpCall,
  isRead,
  type PreparedCall,
  type ServiceRules,
} from '../http-rules.ts';
import { createRateGate, type RateGate } from '../rate-limit.ts';
import { signOauth1, writeQuery } from './oauth1-signature.ts';
import { classifyWooAnswer, readWooError } from './woo-failures.ts';

/** Useful at once are as many calls as the server has cores; one more waits there (woocommerce.md 1). */
export const WOO_IN_FLIGHT = 3;
/** WooCommerce's own maximum (woocommerce.md 2.1). */
const MOST_PAGE_ROWS = 100;
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
  /** Without the keys: outside WooCommerce's own routes WordPress takes them for a wrong user (woocommerce.md 2). */
  getOpenly(path: string, params?: WooParams): Promise<Outcome<HttpAnswer>>;
  post(path: string, body: unknown): Promise<Outcome<HttpAnswer>>;
  put(path: string, body: unknown): Promise<Outcome<HttpAnswer>>;
  remove(path: string, params: WooParams): Promise<Outcome<HttpAnswer>>;
  /** Rows of one page of a list, at most. */
  readonly pageRows: number;
  /** Never goes backwards; tells how long a call took. */
  monotonicMs(): number;
}

/** The gate of one shop. */
export const createWooGate = (deps: HttpDeps): RateGate => createRateGate(deps, { inFlight: WOO_IN_FLIGHT });

/** Creates the client of one shop; all its calls go through one gate. */
export function createWooClient(
  access: WooAccess,
  deps: HttpDeps,
  patience: HttpPatience = {},
  gate: RateGate = createWooGate(deps),
): WooClient {
  let clockErrorMs = 0;
  /** The shop's time, as a call's last try took it to be. */
  const sealedMs = new WeakMap<HttpCall, number>();
  const rules: ServiceRules = {
    codes: { limited: 'WOO_LIMITED', failing: 'WOO_FAILING', refused: 'WOO_REFUSED', page: 'WOO_NO_REST' },
    hasPages: true,
    readLimitDelayMs: () => LIMIT_DELAY_MS,
    requestIdHeader: 'x-request-id',
    classify: (answer, body, call) => {
      if (access.authStyle === 'oauth1' && isRefusedSeal(answer, body)) {
        const shopMs = Date.parse(answer.headers.date ?? '');
        // Refused before anything was done, so even a write may be sent again with the shop's own time. What counts
        // is the time in the seal: another call may have corrected the clock since, or a person have set it.
        if (Math.abs(shopMs - (sealedMs.get(call) ?? shopMs)) > MOST_CLOCK_ERROR_MS) {
          clockErrorMs = shopMs - deps.clock.nowMs();
          return 'again';
        }
      }
      return classifyWooAnswer(answer, body, isRead(call));
    },
  };
  const http = createHttpClient(deps, { ...patience, gate, rules });
  const seal = (shopMs: number) => ({
    nonce: deps.random.hex(16),
    timestampSeconds: Math.floor(shopMs / 1000),
  });
  const send = (method: WireRequest['method'], path: string, params: WooParams, content?: unknown) => {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const call = { method, path: `/wp-json${path}`, params: writeTexts(params), body };
    const prepare = (): PreparedCall => {
      const shopMs = deps.clock.nowMs() + clockErrorMs;
      sealedMs.set(attempt, shopMs);
      return prepareCall(access, call, () => seal(shopMs));
    };
    const attempt: HttpCall = { method, prepare };
    return http.send(attempt);
  };
  return {
    get: (path, params = {}) => send('GET', path, params),
    getOpenly: (path, params = {}) => {
      const url = `${access.siteUrl}/wp-json${path}?${writeQuery(writeTexts(params))}`;
      return http.send({ method: 'GET', prepare: () => ({ url, headers: listHeaders(access) }) });
    },
    post: (path, body) => send('POST', path, {}, body),
    put: (path, body) => send('PUT', path, {}, body),
    remove: (path, params) => send('DELETE', path, params),
    pageRows: Math.min(MOST_PAGE_ROWS, deps.pageRows ?? MOST_PAGE_ROWS),
    monotonicMs: deps.clock.monotonicMs,
  };
}

interface UnsealedCall {
  readonly method: string;
  /** From the site's root. */
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
  const headers = {
    ...listHeaders(access),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const write = (
    params: Readonly<Record<string, string>>,
    more: Record<string, string> = {},
  ): PreparedCall => {
    const query = writeQuery(params);
    const url = `${access.siteUrl}${call.path}${query === '' ? '' : `?${query}`}`;
    return { url, headers: { ...headers, ...more }, ...(call.body === undefined ? {} : { body: call.body }) };
  };
  if (access.authStyle === 'basic') {
    const pair = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
    return write(call.params, { authorization: `Basic ${pair}` });
  }
  if (access.authStyle === 'query') {
    return write({ ...call.params, consumer_key: consumerKey, consumer_secret: consumerSecret });
  }
  const address = `${access.homeUrl ?? access.siteUrl}${call.path}`;
  return write(
    signOauth1(
      { method: call.method, address, params: call.params },
      { consumerKey, consumerSecret, ...seal() },
    ),
  );
}

const listHeaders = ({ version }: WooAccess): Record<string, string> => ({
  accept: 'application/json',
  'user-agent': `Tillbridge/${version} (+desktop)`,
});

const writeTexts = (params: WooParams): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

/** Whether the shop took offence at the signature, of which the time is a part. */
const isRefusedSeal = (answer: WireAnswer, body: AnswerBody): boolean =>
  answer.status === 401 &&
  body.kind === 'json' &&
  readWooError(body.json)?.code === 'woocommerce_rest_authentication_error';
