import type { Failure, FailureView } from '../../src-preload/contract/failures.ts';
import {
  type Dictionary,
  type Language,
  pickLanguage,
} from '../../src-preload/contract/languages/dictionary.ts';
import type { Words } from '../domain/words.ts';
import { createWords, ENGLISH, type LanguageWords } from './words.ts';

// The language that this computer speaks to its person, in window, tray, notifications and e-mails. One for the process,
// as the computer has one: it is asked for wherever something is put into words, and it changes under way.
let spoken: LanguageWords = ENGLISH;

/** Each a part of its own: a program that speaks English reads none. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Dictionary>>> = {
  es: async () => (await import('../../src-preload/contract/languages/es/index.ts')).ES,
  de: async () => (await import('../../src-preload/contract/languages/de/index.ts')).DE,
};

/** Speaks another language from now on. What was said before stays as it was said. */
export async function speak(language: Language): Promise<void> {
  if (language === spoken.language) return;
  spoken = language === 'en' ? ENGLISH : createWords(language, await OTHERS[language]());
}

export const readLanguage = (): Language => spoken.language;

/** For times: the system's own region where it has this language (en-GB), else the language alone. BCP 47. */
export function readRegion(): string {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  return pickLanguage([locale]) === spoken.language ? locale : spoken.language;
}

export const say: Words['say'] = (text, values) => spoken.say(text, values);
const tell = (text: string): string => spoken.tell(text);
export const describeFailure = (failure: Failure): FailureView => spoken.describeFailure(failure);
export const sayCode = (text: string): string | null => spoken.sayCode(text);

/** The same as a port, for what must not import it. */
export const SPOKEN: Words = {
  get language() {
    return spoken.language;
  },
  say,
  tell,
  describeFailure,
  sayCode,
};
