import type { Protocol } from 'electron';
import { addLanguage, addStyleNonce, isPage, type PageFile } from '../ipc/loopback-page.ts';
import { readLanguage } from '../ipc/speech.ts';

const SCHEME = 'app';
const HOST = 'tillbridge';
const NONCE_BYTES = 16;

export const PAGE_URL = `${SCHEME}://${HOST}/`;

/** Must be told before the app is ready. `standard` gives the page an origin of its own. */
export const APP_SCHEME = { scheme: SCHEME, privileges: { standard: true, secure: true } } as const;

/** Whether the address is the window's page or one of its files; by the URL parser, never by a prefix. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === '' &&
    url.password === '' &&
    url.port === ''
  );
}

/** What the page may do: its own files and nothing else; it needs no network. */
export const writeAppPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Answers an address from the list of files that there are; the address never becomes a path. */
export function answerPage(
  files: ReadonlyMap<string, PageFile>,
  request: { readonly method: string; readonly url: string },
  { nonce, language }: { readonly nonce: string; readonly language: string },
): PageAnswer {
  const guards = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': writeAppPolicy(nonce) };
  const isRead = request.method === 'GET' && isOwnAddress(request.url);
  const file = isRead ? files.get(new URL(request.url).pathname) : undefined;
  if (!file) return { status: 404, headers: guards, body: '' };
  const body = isPage(file)
    ? addLanguage(addStyleNonce(file.body.toString('utf8'), nonce), language)
    : Uint8Array.from(file.body);
  return { status: 200, headers: { ...guards, 'Content-Type': file.type }, body };
}

/** Serves the page to the window; a new style nonce with every load. */
export function serveApp(
  protocol: Pick<Protocol, 'handle'>,
  files: ReadonlyMap<string, PageFile>,
  random: { hex(length: number): string },
): void {
  protocol.handle(SCHEME, (request) => {
    const { status, headers, body } = answerPage(files, request, {
      nonce: random.hex(NONCE_BYTES),
      language: readLanguage(),
    });
    return new Response(body, { status, headers });
  });
}
