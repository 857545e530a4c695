import { spellSigns } from './ticket-signs.ts';

// Everything but a line break that would disturb paper or a display: control characters, lone halves of
// a character, byte order marks and the marks that turn the direction of a text around.
const DISTURBING = /[\p{Cs}\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu;
const ELLIPSIS = '…';
/** A single character (with its accents or joined emoji) is hardly ever longer; bounds the work of a cut. */
const LONGEST_CHARACTER = 64;

/** A text as it may stand on the till, with its line breaks. */
export const cleanText = (text: string): string =>
  spellSigns(
    text
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/\t/g, ' ')
      .replace(DISTURBING, ''),
  )
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** Where a text of at most `limit` can end without cutting a character (an emoji, a letter with its accent) in two. */
function findBoundary(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  let end = 0;
  const segments = new Intl.Segmenter().segment(text.slice(0, limit + LONGEST_CHARACTER));
  for (const { index, segment } of segments) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  // A pile of accents longer than the limit is no character that anybody could read.
  return end === 0 ? limit : end;
}

/** At most `limit` long, with an ellipsis where something is missing. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  return `${text.slice(0, findBoundary(text, limit - 1)).trimEnd()}${ELLIPSIS}`;
}

/** All of the text in pieces of at most `limit`, broken at line breaks, else between words, else between characters. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    let rest = line.trim();
    while (rest.length > limit) {
      const end = findBoundary(rest, limit);
      const space = rest.lastIndexOf(' ', end);
      const at = space > limit / 2 ? space : end;
      pieces.push(rest.slice(0, at).trimEnd());
      rest = rest.slice(at).trimStart();
    }
    if (rest !== '') pieces.push(rest);
  }
  return pieces;
}
