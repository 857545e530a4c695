import { language } from '../i18n/i18n.ts';

/** Words of a button or a heading in the middle of a sentence; German nouns keep their capitals. */
export const inMidSentence = (words: string): string =>
  language() === 'de' ? words : words.toLocaleLowerCase(language());
