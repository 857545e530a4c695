import { createInstance } from 'i18next';
import {
  describeFailureIn,
  type Failure,
  type FailureView,
  sayCodeIn,
} from '../../src-preload/contract/failures.ts';
import type { Dictionary, Language } from '../../src-preload/contract/languages/dictionary.ts';
import { EN } from '../../src-preload/contract/languages/en/index.ts';
import type { Words } from '../domain/words.ts';

/** The words with failures as a window gets them. */
export interface LanguageWords extends Words {
  readonly language: Language;
  describeFailure(failure: Failure): FailureView;
}

/** The words of one language. @param dictionary its texts by the English ones, see `src-preload/contract/languages` */
export function createWords(language: Language, dictionary: Dictionary): LanguageWords {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: EN }, [language]: { translation: dictionary } },
    initAsync: false,
    // The keys are sentences: dots and colons are their own.
    keySeparator: false,
    nsSeparator: false,
    // What is said here is no HTML; a mail escapes for itself.
    interpolation: { escapeValue: false },
  });
  const say: Words['say'] = (text, values = {}) => i18n.t(text, { ...values });
  // Templates have braces of their own, which are filled later.
  const tell = (text: string): string => dictionary[text] ?? text;
  const wording = { tell, language };
  return {
    language,
    say,
    tell,
    describeFailure: (failure) => describeFailureIn(failure, wording),
    sayCode: (text) => sayCodeIn(text, wording),
  };
}

/** What logs, scripts and the command line are written in. */
export const ENGLISH = createWords('en', EN);
