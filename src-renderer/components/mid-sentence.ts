import { language } from '../i18n/i18n.ts';

/** Words of a button or a heading in the middle of a sentence; German nouns and what is written in capitals keep theirs. */
export const inMidSentence = (words: string): string =>
  language() === 'de'
    ? words
    : words.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLocaleLowerCase(language()));
