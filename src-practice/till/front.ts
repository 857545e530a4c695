import { createRandom, type PracticeRandom } from '../random.ts';
import type { WireRequest, WireResponse, WireService } from '../wire.ts';
import type { TillContext } from './context.ts';
import type { CounterBook } from './counters.ts';
import { settlePrints } from './kitchen/print-desk.ts';
import type { Admission, RateGate } from './limits.ts';
import type { OauthDesk } from './oauth/oauth-desk.ts';
import type { Route } from './rest/call.ts';
import { refuse, TillFailure } from './rest/failure.ts';
import type { PathMatch, RouteTable } from './rest/route-table.ts';
import { isPermitted, type MerchantToken, type TokenRing } from './tokens.ts';

const MERCHANT_PATH = /^\/v3\/merchants\/([^/]+)(.*)$/;

const JSON_HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, must-revalidate',
};

export interface FrontParts {
  readonly till: TillContext;
  readonly table: RouteTable;
  readonly tokens: TokenRing;
  readonly oauth: OauthDesk;
  readonly gate: RateGate;
  readonly counters: CounterBook;
  readonly holdMs: number;
}

interface Caller {
  readonly token: MerchantToken;
  /** Below the merchant. */
  readonly path: string;
}

/** What stands before the routes: who it is, how often they ask, which route, and whether they may. */
export function createFront(parts: FrontParts): WireService {
  const requestRandom = createRandom(parts.till.random.below(2 ** 32));
  return {
    handle: async (request) => {
      const leave = parts.counters.enter();
      try {
        return addRequestId(await answerRequest(parts, request), requestRandom);
      } finally {
        leave();
      }
    },
  };
}

async function answerRequest(parts: FrontParts, request: WireRequest): Promise<WireResponse> {
  const granted = parts.oauth.answer(request);
  if (granted) return granted;
  const caller = attempt(() => identify(parts, request));
  if ('status' in caller) return caller;
  const admission = parts.gate.admit(caller.token.token);
  if (admission.kind !== 'admitted') return answerTooMany(parts, admission);
  const { associationWrites, clock } = parts.till;
  try {
    if (parts.holdMs > 0) await clock.sleep(parts.holdMs / 2);
    associationWrites.settle();
    settlePrints(parts.till);
    const response = attempt(() => answerPath(parts, request, caller));
    if (parts.holdMs > 0) await clock.sleep(parts.holdMs / 2);
    return response;
  } finally {
    admission.leave();
  }
}

/** What the work gives, or the answer for what it refused. */
function attempt<Result>(work: () => Result): Result | WireResponse {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TillFailure)) throw error;
    return { status: error.status, headers: JSON_HEADERS, body: JSON.stringify(error.toBody()) };
  }
}

/** A 401 means anything about the token or the merchant; which, is not told (clover.md 3.2). */
function identify(parts: FrontParts, request: WireRequest): Caller {
  const { till, tokens, oauth } = parts;
  if (till.answers.userAgent === 'refuse' && !request.headers['user-agent']) {
    throw refuse('User-Agent header is required');
  }
  const match = MERCHANT_PATH.exec(request.url.split('?', 1)[0] ?? '');
  if (!match) throw new TillFailure(404, 'Not Found');
  const [, merchantId = '', path = ''] = match;
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const token = tokens.find(bearer) ?? oauth.findToken(bearer);
  if (!token || merchantId !== till.merchant.id) throw refuseToken(till);
  return { token, path };
}

function answerPath(parts: FrontParts, request: WireRequest, { token, path }: Caller): WireResponse {
  const match = parts.table.match(path);
  if (!match) throw new TillFailure(404, 'Not Found');
  const route = match.routes.get(request.method);
  if (!route) return answerMethod(request.method, match);
  if (!isPermitted(token, route.area, route.method === 'GET' ? 'r' : 'w')) throw refuseToken(parts.till);
  parts.counters.countRequest(`${route.method} ${match.pattern}`);
  return answerRoute(request, route, token, match);
}

function answerRoute(
  request: WireRequest,
  route: Route,
  token: MerchantToken,
  { params, pattern }: PathMatch,
): WireResponse {
  const [path = '', ...queryParts] = request.url.split('?');
  const { body, headers } = route.answer({
    origin: request.origin,
    path,
    query: new URLSearchParams(queryParts.join('?')),
    token,
    body: request.body,
    param: (name) => {
      const value = params[name];
      if (value === undefined) throw new Error(`${pattern} has no ${name}`);
      return value;
    },
  });
  return { status: 200, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

/** A known path with another method: plain text without a Content-Type (clover.md 3.3). */
function answerMethod(method: string, { routes }: PathMatch): WireResponse {
  const headers = { Allow: [...routes.keys(), 'OPTIONS'].join(', ') };
  if (method === 'OPTIONS') return { status: 200, headers, body: '' };
  return { status: 405, headers, body: `405 ${method} not allowed.` };
}

function answerTooMany(
  { till, counters }: FrontParts,
  refusal: Exclude<Admission, { kind: 'admitted' }>,
): WireResponse {
  counters.countTooMany();
  const limit: Record<string, string> =
    refusal.kind === 'perSecond'
      ? { 'X-RateLimit-tokenLimit': String(refusal.limit) }
      : {
          'X-RateLimit-tokenConcurrentLimit': String(refusal.limit),
          'retry-after': String(refusal.retryAfterSeconds),
        };
  return {
    status: 429,
    headers: { ...JSON_HEADERS, ...limit },
    body: JSON.stringify({ message: till.answers.tooManyMessage }),
  };
}

function refuseToken(till: TillContext): TillFailure {
  return new TillFailure(401, till.answers.unauthorizedMessage);
}

function addRequestId(response: WireResponse, random: PracticeRandom): WireResponse {
  return { ...response, headers: { ...response.headers, 'X-Clover-Request-Id': createUuid(random) } };
}

function createUuid(random: PracticeRandom): string {
  const draw = (digits: number): string =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = (8 + random.below(4)).toString(16);
  return `${draw(8)}-${draw(4)}-4${draw(3)}-${variant}${draw(3)}-${draw(8)}${draw(4)}`;
}
