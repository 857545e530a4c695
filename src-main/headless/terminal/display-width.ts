import { stripVTControlCharacters } from 'node:util';

const INVISIBLE = /\p{M}|\p{Cf}|\p{Cc}/u;
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u;
/** Control characters, and those that turn the direction of what follows. */
const UNSAFE = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** How many columns of a terminal a text takes; colours take none. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (!INVISIBLE.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** A text from outside on one line, without anything that a terminal would obey. */
export const cleanText = (text: string): string => stripVTControlCharacters(text).replace(UNSAFE, ' ').trim();

/** Fills a text up with spaces; a longer one stays as it is. */
export function padText(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - measureWidth(text)));
  return side === 'left' ? text + space : space + text;
}

/** Cuts a plain text to a width, with an ellipsis where something is missing. */
export function cutText(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const next = measureWidth(character);
    if (used + next > width - 1) break;
    kept += character;
    used += next;
  }
  return `${kept.trimEnd()}…`;
}
