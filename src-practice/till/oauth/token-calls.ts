import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { WireRequest, WireResponse } from '../../wire.ts';
import type { OauthParts } from './oauth-parts.ts';
import type { TokenPair } from './token-book.ts';

const BAD_CODE = 'Failed to validate authentication code.';
/** Unpublished, worded after the one that is known. */
const BAD_REFRESH = 'Failed to validate refresh token.';

const TOKEN_BODY = z.object({
  client_id: z.string(),
  code: z.string(),
  client_secret: z.string().exactOptional(),
  code_verifier: z.string().exactOptional(),
});
const REFRESH_BODY = z.object({ client_id: z.string(), refresh_token: z.string() });
const RECOVERY_BODY = REFRESH_BODY.extend({ client_secret: z.string() });

const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' } as const;

/**
 * Exchanges a code for tokens. A code of a challenge asks for its verifier and no other does: the wrong flow is
 * answered like a bad code (clover.md 2.3).
 */
export function exchangeCode(parts: OauthParts, request: WireRequest): WireResponse {
  const { app, codes, tokens } = parts;
  const given = readJson(request, TOKEN_BODY);
  const code = given && codes.find(given.code);
  if (!given || !code || given.client_id !== app.id) return refuse(401, BAD_CODE);
  const { challenge } = code;
  const isProved =
    challenge === undefined
      ? given.client_secret !== undefined && isSame(given.client_secret, app.secret)
      : given.code_verifier !== undefined && isSame(hashVerifier(given.code_verifier), challenge);
  if (!isProved) return refuse(401, BAD_CODE);
  codes.use(given.code);
  const hasRefresh = new URL(request.url, request.origin).searchParams.get('no_refresh_token') !== 'true';
  return answerPair(tokens.issue(challenge === undefined ? 'secret' : 'pkce', hasRefresh));
}

/** Exchanges a refresh token, with neither a secret nor a grant_type; it is good once (clover.md 2.3). */
export function refreshTokens({ app, tokens }: OauthParts, request: WireRequest): WireResponse {
  const given = readJson(request, REFRESH_BODY);
  const pair = given?.client_id === app.id ? tokens.refresh(given.refresh_token) : undefined;
  return pair ? answerPair(pair) : refuse(app.oauth.refusedRefresh, BAD_REFRESH);
}

/** Exchanges the refresh token before the current one, for apps that keep a secret (clover.md 2.3). */
export function recoverTokens({ app, tokens }: OauthParts, request: WireRequest): WireResponse {
  const given = readJson(request, RECOVERY_BODY);
  const isApp = given?.client_id === app.id && isSame(given.client_secret, app.secret);
  const pair = given && isApp ? tokens.recover(given.refresh_token) : undefined;
  return pair ? answerPair(pair) : refuse(app.oauth.refusedRefresh, BAD_REFRESH);
}

function readJson<Body>({ body }: WireRequest, schema: z.ZodType<Body>): Body | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function hashVerifier(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Expirations are Unix seconds, unlike every time of the API (clover.md 0). */
function answerPair({ access, refresh }: TokenPair): WireResponse {
  const body = {
    access_token: access.token,
    access_token_expiration: Math.floor(access.expiresMs / 1000),
    ...(refresh && {
      refresh_token: refresh.token,
      refresh_token_expiration: Math.floor(refresh.expiresMs / 1000),
    }),
  };
  return { status: 200, headers: HEADERS, body: JSON.stringify(body) };
}

function refuse(status: 400 | 401, message: string): WireResponse {
  const body = JSON.stringify({ status: status === 401 ? 'Unauthorized' : 'Bad Request', message });
  return { status, headers: HEADERS, body };
}
