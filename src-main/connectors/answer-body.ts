import type { WireAnswer } from '../engine/ports.ts';

/** What an answer's body turned out to be. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'page'; readonly page: PageKind }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' };

/** `portal`: says itself that it stands between a guest and the internet. */
export type PageKind = 'portal' | 'login' | 'other';

/** Beyond this an answer is none of these services': a catalog page is some 200 KB to 2 MB. */
export const MAX_ANSWER_CHARACTERS = 64 * 1024 * 1024;
/** A page tells what it is at its beginning. */
const PAGE_HEAD_CHARACTERS = 20_000;
/** WISPr, the hotspots' own markup. */
const PORTAL_PAGE = /<WISPAccessGatewayParam|captive[ -]?portal/i;
const LOGIN_PAGE = /type=["']?password|hotspot|wi-?fi|\blog[ -]?in\b|\bsign[ -]?in\b/i;

/** Reads an answer's body. */
export function readAnswerBody(answer: WireAnswer): AnswerBody {
  if (answer.body === '') return { kind: 'none' };
  if (answer.body.length > MAX_ANSWER_CHARACTERS) return { kind: 'broken' };
  try {
    return { kind: 'json', json: JSON.parse(answer.body.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const isPage = /^\s*</.test(answer.body) || /text\/html/i.test(answer.headers['content-type'] ?? '');
  return isPage ? { kind: 'page', page: readPageKind(answer.body) } : { kind: 'broken' };
}

function readPageKind(text: string): PageKind {
  const head = text.slice(0, PAGE_HEAD_CHARACTERS);
  if (PORTAL_PAGE.test(head)) return 'portal';
  return LOGIN_PAGE.test(head) ? 'login' : 'other';
}
