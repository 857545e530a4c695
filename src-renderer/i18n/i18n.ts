import { createInstance } from 'i18next';
import {
  type Dictionary,
  type Language,
  pickLanguage,
} from '../../src-preload/contract/languages/dictionary.ts';
import { EN } from '../../src-preload/contract/languages/en/index.ts';

/** What fills a text: `{{name}}`; `count` also picks the plural, `context` one of two meanings. */
export type Values = Readonly<Record<string, string | number>>;

/** Each a part of its own, so that a page loads one at most. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Dictionary>>> = {
  es: async () => (await import('../../src-preload/contract/languages/es/index.ts')).ES,
  de: async () => (await import('../../src-preload/contract/languages/de/index.ts')).DE,
};

export const i18n = createInstance();
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: EN } },
  initAsync: false,
  // The keys are sentences: dots and colons are their own.
  keySeparator: false,
  nsSeparator: false,
  // React escapes.
  interpolation: { escapeValue: false },
});

/** The text in the window's language. @param text in English; found in `src-preload/contract/languages` */
export const t = (text: string, values: Values = {}): string => i18n.t(text, { ...values });

/** The same for a text out of a table of the contract, such as a failure's: the table is where it is written. */
export const tell = (text: string): string => i18n.t(text);

/** The language that texts, numbers and dates are in. */
export const language = (): Language => pickLanguage([i18n.language]);

/**
 * Makes the page speak a language, before any screen is loaded: another language reloads the page, so texts may be
 * looked up once, where a module is read.
 */
export async function speak(wanted: Language): Promise<void> {
  if (wanted !== 'en') i18n.addResourceBundle(wanted, 'translation', await OTHERS[wanted]());
  await i18n.changeLanguage(wanted);
}
