import type { WireRequest, WireResponse } from '../../wire.ts';
import { renderAuthorizePage, renderRefusalPage } from './authorize-page.ts';
import type { OauthParts } from './oauth-parts.ts';
import { addParams, readRedirect } from './redirect.ts';

/** The SHA-256 of a verifier in base64url without padding (clover.md 2.2). */
const CHALLENGE = /^[\w-]{43}$/;
/** What the page sends back with the merchant's decision. */
const FIELDS = [
  'client_id',
  'redirect_uri',
  'response_type',
  'code_challenge',
  'code_challenge_method',
  'state',
  'merchant_id',
] as const;

interface AuthorizeRequest {
  readonly redirect: URL;
  readonly challenge: string | undefined;
  readonly state: string | undefined;
}

/** Shows the page that asks the merchant (clover.md 2.2); what cannot be asked is refused on a page. */
export function showAuthorizePage(parts: OauthParts, query: URLSearchParams): WireResponse {
  const { app, till } = parts;
  const asked = readAuthorizeRequest(parts, query);
  if (typeof asked === 'string') return renderRefusalPage(400, asked);
  const fields = FIELDS.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const areas = Object.entries(app.registration.permissions).map(
    ([area, kind]) => `${area} (${kind === 'r' ? 'read' : kind === 'w' ? 'write' : 'read and write'})`,
  );
  return renderAuthorizePage(till.merchant.name, app.registration.name, areas, Object.fromEntries(fields));
}

/** Carries the merchant's decision back to the app; "Allow" installs the app where it is not installed. */
export function decide(parts: OauthParts, request: WireRequest): WireResponse {
  const { app, till, codes, installation } = parts;
  const form = new URLSearchParams(request.body);
  const asked = readAuthorizeRequest(parts, form);
  if (typeof asked === 'string') return renderRefusalPage(400, asked);
  const { redirect, challenge } = asked;
  const state = app.oauth.stateEcho === 'echoed' ? asked.state : undefined;
  if (form.get('decision') !== 'allow') {
    if (app.oauth.denial === 'page') return renderRefusalPage(200, 'You did not allow the app.');
    return sendTo(addParams(redirect, { error: 'access_denied', client_id: app.id, state }));
  }
  installation.install();
  return sendTo(
    addParams(redirect, {
      merchant_id: till.merchant.id,
      employee_id: app.oauth.employeeId === 'sent' ? till.merchant.id : undefined,
      client_id: app.id,
      code: codes.add(challenge, app.oauth.codeLifetimeMs),
      state,
    }),
  );
}

/** The request, or the sentence that says what is wrong with it. */
function readAuthorizeRequest({ app, till }: OauthParts, query: URLSearchParams): AuthorizeRequest | string {
  if (query.get('client_id') !== app.id) return 'There is no app with this client_id.';
  const redirect = readRedirect(app.registration, query.get('redirect_uri'));
  if (!redirect) return 'The redirect_uri must be the Site URL of the app or lie below it.';
  if ((query.get('response_type') ?? 'code') !== 'code') return 'The response_type must be "code".';
  const merchantId = query.get('merchant_id');
  if (merchantId && merchantId !== till.merchant.id) return 'You have no access to this merchant.';
  const challenge = query.get('code_challenge') ?? undefined;
  const method = query.get('code_challenge_method') ?? undefined;
  if (challenge === undefined && method !== undefined) return 'The code_challenge is missing.';
  // A plain challenge is the verifier itself, readable to whoever sees the address bar.
  if (challenge !== undefined && method !== 'S256') return 'The code_challenge_method must be "S256".';
  if (challenge !== undefined && !CHALLENGE.test(challenge)) return 'The code_challenge is not an S256 one.';
  return { redirect, challenge, state: query.get('state') ?? undefined };
}

function sendTo(location: string): WireResponse {
  return { status: 302, headers: { Location: location, 'Cache-Control': 'no-store' }, body: '' };
}
