import { createHash } from 'node:crypto';

/** What the browser shows when it comes back. */
export interface AnswerPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Clears the address, which has the code in it, and closes the page where the browser lets it. */
  readonly isOver: boolean;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem;color:#1b1b1f;background:#fff}h1{font-size:1.4rem}@media(prefers-color-scheme:dark){body{color:#e6e6ea;background:#16161a}}';
const SCRIPT = "history.replaceState(null,'',location.pathname);window.close();";

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const POLICY = [
  "default-src 'none'",
  `style-src ${hash(STYLE)}`,
  `script-src ${hash(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Nothing keeps this page, nothing of it travels on, and nothing but its own script runs in it. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': POLICY,
  connection: 'close',
} as const;

export function renderAnswerPage({ title, text, language, isOver }: AnswerPage): string {
  const script = isOver ? `<script>${SCRIPT}</script>` : '';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>${script}</body></html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
