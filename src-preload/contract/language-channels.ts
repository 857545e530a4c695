import { z } from 'zod';
import { LANGUAGES, type Language } from './languages/dictionary.ts';

// The language of this computer's window, tray, notifications and e-mails.

const language = z.enum(Object.keys(LANGUAGES) as [Language, ...Language[]]);

const languageChoice = z.object({
  /** null: as the system, or the browser, wants it. */
  choice: language.nullable(),
});

export const LANGUAGE_CHANNELS = {
  'language:get': { input: z.object({}).strict(), output: languageChoice },
  'language:set': { input: languageChoice.strict(), output: languageChoice },
} as const;

/** Another language is spoken from now on: a page that shows texts loads itself anew. */
export const LANGUAGE_EVENTS = { 'language:changed': z.object({ language }) } as const;
