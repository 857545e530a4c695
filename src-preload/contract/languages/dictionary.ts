/** Texts by their English form, see README. */
export type Dictionary = Readonly<Record<string, string>>;

/** The languages of the window, as BCP 47 tags, with the name each has for itself. */
export const LANGUAGES = { en: 'English', es: 'Español', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);

/** The first of the wanted languages that there is; English where none is. @param wanted BCP 47 tags, best first */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}
