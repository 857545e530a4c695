import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const INDEX = '/index.html';
const LANGUAGE_META = /<meta\s+name="language"[^>]*>/i;
const NONCE_META = /<meta\s+name="style-nonce"[^>]*>/i;

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

/**
 * The built page, read once: an address is looked up among the files that there are, and never becomes a path.
 * @returns by address: `/assets/index-1a2b.js`; `/` is the page itself
 * @throws when the folder cannot be read
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${path.slice(folder.length).split(sep).filter(Boolean).join('/')}`;
    files.set(address, { type, body: readFileSync(path) });
  }
  const index = files.get(INDEX);
  if (index) files.set('/', index);
  return files;
}

export const isPage = (file: PageFile): boolean => file.type === TYPES['.html'];

/** The page with the nonce that its own style elements carry, where its script finds it. */
export function addStyleNonce(html: string, nonce: string): string {
  const meta = `<meta name="style-nonce" content="${nonce}">`;
  return NONCE_META.test(html) ? html.replace(NONCE_META, meta) : html.replace(/<head>/i, `<head>${meta}`);
}

/** The page with the language that its script is to speak. @param language BCP 47 */
export const addLanguage = (html: string, language: string): string =>
  html.replace(LANGUAGE_META, `<meta name="language" content="${language}">`);

/** What the page may do: its own files, its own bridge, nothing else. */
export const writePolicy = (host: string, nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
