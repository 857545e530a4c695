import { i18n, language } from './i18n.ts';

let merchantLocale: string | null = null;

/**
 * In whose form money and counts are written.
 * @param tag the merchant's locale as BCP 47, such as `de-AT`; null, or what is no locale: the window's language
 */
export function setFormatLocale(tag: string | null): void {
  merchantLocale = tag !== null && isLocale(tag) ? tag : null;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The locale of money and counts: the merchant's, else as `dateLocale`. */
export const figureLocale = (): string => merchantLocale ?? dateLocale();

/** The locale of dates and times: the window's language, in the form of the country that the computer is set to. */
export function dateLocale(): string {
  const spoken = language();
  return navigator.languages.find((tag) => tag === spoken || tag.startsWith(`${spoken}-`)) ?? spoken;
}

// `{{count, number}}` within a text, in the form of all other figures.
i18n.services.formatter?.add('number', (value: number) =>
  new Intl.NumberFormat(figureLocale()).format(value),
);
