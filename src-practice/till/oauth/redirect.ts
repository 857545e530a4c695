import { isLoopback } from '../../outgoing.ts';
import type { AppRegistration } from '../app/app-options.ts';

/**
 * Where the browser goes back to: the Site URL or what lies below it, and this machine where the app may
 * (clover.md 2.5). Undefined: refused.
 */
export function readRedirect(registration: AppRegistration, asked: string | null): URL | undefined {
  const site = new URL(registration.siteUrl);
  if (asked === null || asked === '') return site;
  const url = URL.canParse(asked) ? new URL(asked) : undefined;
  if (!url) return undefined;
  if (registration.allowsLoopback && url.protocol === 'http:' && isLoopback(url)) return url;
  const root = site.pathname.replace(/\/$/, '');
  const isBelow = url.pathname === root || url.pathname.startsWith(`${root}/`);
  return url.origin === site.origin && isBelow ? url : undefined;
}

/** The address with further parameters; what it had already stays. */
export function addParams(url: URL, params: Readonly<Record<string, string | undefined>>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) target.searchParams.append(name, value);
  }
  return target.href;
}
