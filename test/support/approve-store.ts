import { visit } from './visit.ts';

/** What a store's owner does in the browser: logs in, and presses Approve. @returns where the browser is sent then */
export async function approveStore(pageUrl: string): Promise<string | null> {
  const { cookie, page } = await openPage(pageUrl);
  const link = findLink(page, 'approve');
  const granted = await fetch(link, { headers: { cookie }, redirect: 'manual' });
  return granted.headers.get('location');
}

/** The same, but Deny: a link that leads straight to the relay. @returns the page that it leads to */
export async function denyStore(pageUrl: string): Promise<string> {
  const { page } = await openPage(pageUrl);
  return (await visit(findLink(page, 'deny'))).text;
}

async function openPage(pageUrl: string): Promise<{ cookie: string; page: string }> {
  const origin = new URL(pageUrl).origin;
  const body = new URLSearchParams({ log: 'admin', pwd: 'secret', redirect_to: pageUrl });
  const login = await fetch(`${origin}/wp-login.php`, { method: 'POST', body, redirect: 'manual' });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(pageUrl, { headers: { cookie } })).text();
  return { cookie, page };
}

function findLink(page: string, name: 'approve' | 'deny'): string {
  const link = new RegExp(`href="([^"]+)" class="wc-auth-${name}"`).exec(page)?.[1];
  if (!link) throw new Error(`the page has nothing to ${name}`);
  return link.replaceAll('&amp;', '&');
}
