import type { WireResponse } from '../../wire.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } as const;

/** The page that asks the merchant; its form posts everything back with `decision`. */
export function renderAuthorizePage(
  merchantName: string,
  appName: string,
  areas: readonly string[],
  fields: Readonly<Record<string, string>>,
): WireResponse {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const list = areas.map((area) => `<li>${escapeHtml(area)}</li>`).join('');
  const body = `<p>Practice log-in: you are the owner of <strong>${escapeHtml(merchantName)}</strong>.</p>
<p><strong>${escapeHtml(appName)}</strong> asks for access to:</p><ul>${list}</ul>
<form method="post" action="/oauth/v2/authorize">${hidden}
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form>`;
  return { status: 200, headers: HTML, body: renderPage('Connect an app', body) };
}

/** A page instead of a redirect: where to go back to is not known, or not to be trusted. */
export function renderRefusalPage(status: number, text: string): WireResponse {
  return { status, headers: HTML, body: renderPage('Practice till', `<p>${escapeHtml(text)}</p>`) };
}

function renderPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>${body}</body></html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
