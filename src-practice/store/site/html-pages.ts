import type { WireResponse } from '../../wire.ts';
import type { Shop } from '../shop.ts';

const HTML = { 'Content-Type': 'text/html; charset=UTF-8' } as const;

/** The home page; its Link header tells which kind of permalinks the site has (woocommerce.md 2). */
export function answerHome(shop: Shop, origin: string): WireResponse {
  const root =
    shop.switches.permalinks === 'pretty' ? `${origin}/wp-json/` : `${origin}/index.php?rest_route=/`;
  return {
    status: 200,
    headers: { ...HTML, Link: `<${root}>; rel="https://api.w.org/"` },
    body: renderPage(shop.settings.name),
  };
}

/** What a security plugin or host answers that blocks REST. */
export function answerBlocked(): WireResponse {
  return { status: 404, headers: HTML, body: renderPage('Page not found') };
}

/** WordPress's redirect to a page's canonical address. */
export function answerRedirect(location: string): WireResponse {
  return { status: 301, headers: { ...HTML, Location: location, 'X-Redirect-By': 'WordPress' }, body: '' };
}

function renderPage(title: string): string {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!DOCTYPE html>\n<html lang="en-US"><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`;
}
