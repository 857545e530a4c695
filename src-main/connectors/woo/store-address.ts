import { createFailure, type Failure } from '../../domain/failure.ts';

/** People paste what the browser shows: the admin pages or the API root. */
const TAIL = /\/(?:wp-json|wp-admin|wp-login\.php|index\.php)(?:\/.*)?$/i;

export type StoreAddress =
  | { readonly ok: true; readonly siteUrl: string; readonly isSecure: boolean }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Reads a shop's address as a person types it. Without a scheme it is https. Plain http is for this computer
 * alone: the keys would be readable on the way.
 */
export function readStoreAddress(text: string): StoreAddress {
  const typed = text.trim();
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  if (!isWeb || typed === '' || url.username !== '' || url.password !== '') {
    return { ok: false, failure: createFailure('NET_BAD_URL', { url: url?.host ?? typed.slice(0, 80) }) };
  }
  const isSecure = url.protocol === 'https:';
  if (!isSecure && !isLoopback(url.hostname)) {
    return { ok: false, failure: createFailure('NET_PLAIN_HTTP', { host: url.host }) };
  }
  const path = url.pathname.replace(TAIL, '').replace(/\/+$/, '');
  return { ok: true, siteUrl: `${url.origin}${path}`, isSecure };
}

/** Names and addresses that never leave this computer (RFC 6761 6.3, RFC 1122 3.2.1.3). */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  );
}
