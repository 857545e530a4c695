import type { WireResponse } from '../../wire.ts';
import type { AuthRequest } from './auth-request.ts';

const HTML = { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-store' } as const;
const SCOPE_NAMES = { read: 'Read', write: 'Write', read_write: 'Read/Write' } as const;

/** The refusal of every wc-auth page: 401, whatever it was (woocommerce.md 6). */
export function renderDenied(message: string): WireResponse {
  return renderPage(401, 'Access denied', `<p>Error: ${escapeHtml(message)}.</p>`);
}

/** Asks who it is; any name will do in practice. */
export function renderLogin({ appName }: AuthRequest, redirectTo: string): WireResponse {
  return renderPage(
    200,
    'Application authentication request',
    `<p>To connect to ${escapeHtml(appName)} you need to be logged in. Log in to your store below.</p>
<form method="post" action="/wp-login.php"><input name="log" value="admin"><input name="pwd" type="password">
<input type="hidden" name="redirect_to" value="${escapeHtml(redirectTo)}">
<button type="submit" name="wp-submit" value="Login">Login</button></form>`,
  );
}

/** Asks for the approval; where a redirect is stripped, "Deny" leads nowhere. */
export function renderApproval(
  request: AuthRequest,
  links: { readonly approve: string; readonly deny: string | undefined },
): WireResponse {
  const { appName, scope, callbackUrl } = request;
  const deny = links.deny === undefined ? '' : ` href="${escapeHtml(links.deny)}" class="wc-auth-deny"`;
  return renderPage(
    200,
    'Application authentication request',
    `<p>${escapeHtml(appName)} would like to connect to your store</p>
<p>This will give "${escapeHtml(appName)}" ${SCOPE_NAMES[scope]} access.</p>
<p>Approving will share credentials with ${escapeHtml(new URL(callbackUrl).hostname)}.</p>
<p>Logged in as admin</p>
<p><a href="${escapeHtml(links.approve)}" class="wc-auth-approve">Approve</a> <a${deny}>Deny</a></p>`,
  );
}

function renderPage(status: number, title: string, body: string): WireResponse {
  return {
    status,
    headers: HTML,
    body: `<!DOCTYPE html>\n<html lang="en-US"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>\n`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
