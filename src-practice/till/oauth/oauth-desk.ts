import type { WireRequest, WireResponse } from '../../wire.ts';
import type { DeveloperApp } from '../app/developer-app.ts';
import type { TillContext } from '../context.ts';
import type { CounterBook } from '../counters.ts';
import type { MerchantToken } from '../tokens.ts';
import { decide, showAuthorizePage } from './authorize.ts';
import { createCodeBook } from './code-book.ts';
import { createInstallation, type Installation } from './installation.ts';
import type { OauthParts } from './oauth-parts.ts';
import { createTokenBook } from './token-book.ts';
import { exchangeCode, recoverTokens, refreshTokens } from './token-calls.ts';

/** OAuth v2 of one till; in the real world its pages and its calls are on two hosts (clover.md 1). */
export interface OauthDesk {
  readonly installation: Installation;
  /** Undefined for what is no path of OAuth. */
  answer(request: WireRequest): WireResponse | undefined;
  /** The rights of a live access token. */
  findToken(bearer: string): MerchantToken | undefined;
}

/** Opens the desk of an app nobody has installed yet. */
export function createOauthDesk(till: TillContext, app: DeveloperApp, counters: CounterBook): OauthDesk {
  const codes = createCodeBook(till.clock);
  const tokens = createTokenBook(till.clock, app.oauth);
  const installation = createInstallation(till, app, () => {
    codes.clear();
    tokens.clear();
  });
  const parts = { till, app, codes, tokens, installation };
  return {
    installation,
    answer: (request) => {
      if (!request.url.startsWith('/oauth/')) return undefined;
      const url = new URL(request.url, request.origin);
      counters.countRequest(`${request.method} ${url.pathname}`);
      return answerCall(parts, request, url);
    },
    findToken: (bearer) => {
      const { permissions } = installation;
      return permissions && tokens.hasAccess(bearer) ? { token: bearer, permissions } : undefined;
    },
  };
}

function answerCall(parts: OauthParts, request: WireRequest, url: URL): WireResponse {
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /oauth/v2/authorize':
      return showAuthorizePage(parts, url.searchParams);
    case 'POST /oauth/v2/authorize':
      return decide(parts, request);
    case 'POST /oauth/v2/token':
      return exchangeCode(parts, request);
    case 'POST /oauth/v2/refresh':
      return refreshTokens(parts, request);
    case 'POST /oauth/v2/recovery':
      return recoverTokens(parts, request);
    default:
      return {
        status: 404,
        headers: { 'Content-Type': 'application/json' },
        body: '{"message":"Not Found"}',
      };
  }
}
