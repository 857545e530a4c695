import type { WireRequest, WireResponse } from '../../wire.ts';
import type { KeyRing } from '../access/keys.ts';
import type { Shop } from '../shop.ts';
import { isSafeAddress } from '../webhooks/webhook-desk.ts';
import { renderApproval, renderDenied, renderLogin } from './auth-pages.ts';
import { type AuthRequest, readAuthRequest, readReturn, writeQuery } from './auth-request.ts';
import { createSessions, type Sessions } from './sessions.ts';

const AUTH_PATH = /^\/wc-auth\/v1\/(authorize|login|access_granted)\/?$/;
const CALLBACK_TIMEOUT_MS = 60_000;
const CONTENT_TYPE = 'application/json;charset=UTF-8';

/** The pages on which a shop's owner hands an app its keys (woocommerce.md 6). */
export interface AuthDesk {
  /** Undefined for every other page. */
  answer(request: WireRequest): Promise<WireResponse | undefined>;
}

/** Opens the desk; nobody is logged in yet. */
export function createAuthDesk(shop: Shop, keys: KeyRing): AuthDesk {
  const sessions = createSessions();
  return {
    answer: async (request) => {
      const url = new URL(request.url, request.origin);
      if (request.method === 'POST' && url.pathname === '/wp-login.php') return logIn(sessions, request);
      const page = AUTH_PATH.exec(url.pathname)?.[1];
      if (page === undefined) return undefined;
      const asked = readAuthRequest(url.searchParams);
      if (typeof asked === 'string') return renderDenied(asked);
      const link = (next: string, nonce?: string): string => {
        const query = writeQuery(asked);
        if (nonce !== undefined) query.set('wc_auth_nonce', nonce);
        return `${request.origin}/wc-auth/v1/${next}/?${query}`;
      };
      const session = sessions.find(request.headers.cookie);
      if (session === undefined) {
        if (page === 'login') return renderLogin(asked, link('authorize'));
        return page === 'authorize'
          ? sendTo(link('login'))
          : renderDenied('You do not have permission to access this page');
      }
      if (page === 'login') return sendTo(link('authorize'));
      const nonce = sessions.writeNonce(session);
      if (page === 'authorize') {
        return renderApproval(asked, {
          approve: link('access_granted', nonce),
          deny: readReturn(asked, false),
        });
      }
      if (url.searchParams.get('wc_auth_nonce') !== nonce) return renderDenied('Invalid nonce verification');
      return grant(shop, keys, request.origin, asked);
    },
  };
}

/** Makes the keys and posts them; unless exactly 200 comes back they are taken away again. */
async function grant(shop: Shop, keys: KeyRing, origin: string, asked: AuthRequest): Promise<WireResponse> {
  const key = keys.add({ permission: asked.scope });
  const refusal = await postKey(shop, origin, asked, {
    key_id: key.id,
    user_id: asked.userId,
    consumer_key: key.consumerKey,
    consumer_secret: key.consumerSecret,
    key_permissions: key.permission,
  });
  if (refusal !== undefined) {
    keys.revoke(key.consumerKey);
    return renderDenied(refusal);
  }
  const location = readReturn(asked, true);
  return location === undefined
    ? { status: 200, headers: { 'Content-Type': 'text/html; charset=UTF-8' }, body: '' }
    : sendTo(location);
}

async function postKey(
  shop: Shop,
  origin: string,
  { callbackUrl }: AuthRequest,
  data: Readonly<Record<string, string | number>>,
): Promise<string | undefined> {
  if (!isSafeAddress(callbackUrl)) return 'A valid URL was not provided.';
  const answer = await shop.outgoing.post({
    url: callbackUrl,
    headers: { 'user-agent': `WordPress/6.9.1; ${origin}`, 'content-type': CONTENT_TYPE },
    body: JSON.stringify(data),
    timeoutMs: CALLBACK_TIMEOUT_MS,
  });
  if (!answer) return 'cURL error 7: Failed to connect to the callback_url';
  if (answer.status === 200) return undefined;
  return 'An error occurred in the request and at the time were unable to send the consumer data';
}

/** Any name and password will do; the practice shop has one owner. */
function logIn(sessions: Sessions, request: WireRequest): WireResponse {
  const target = new URL(new URLSearchParams(request.body).get('redirect_to') ?? '/', request.origin);
  // As wp_safe_redirect: never to another site.
  const location = target.origin === request.origin ? target.href : `${request.origin}/`;
  const { headers, ...rest } = sendTo(location);
  return { ...rest, headers: { ...headers, 'Set-Cookie': sessions.open() } };
}

function sendTo(location: string): WireResponse {
  return { status: 302, headers: { Location: location, 'X-Redirect-By': 'WordPress' }, body: '' };
}
