import { describe, expect, it } from 'vitest';
import { ORDER_NOTES, ORDER_STEPS } from '../../src-main/domain/orders/order-story.ts';
import { SETTING_DEFINITIONS, type SettingDefinition } from '../../src-main/domain/settings.ts';
import { FACT_WORDS, STATE_CONTEXT, STATE_WORDS } from '../../src-preload/contract/fact-words.ts';
import { FAILURE_SENTENCES } from '../../src-preload/contract/failures.ts';
import { DE } from '../../src-preload/contract/languages/de/index.ts';
import type { Dictionary } from '../../src-preload/contract/languages/dictionary.ts';
import { EN } from '../../src-preload/contract/languages/en/index.ts';
import { ES } from '../../src-preload/contract/languages/es/index.ts';
import { END_WORDS, PRINT_NOTHING } from '../../src-preload/contract/order-ends.ts';
import {
  ACTION_WORDS,
  EVENT_SENTENCES,
  FIELD_WORDS,
  LINK_SENTENCES,
  NOTE_SENTENCES,
  PACE_WORDS,
  REASON_SENTENCES,
} from '../../src-preload/contract/reasons.ts';
import { readChoices } from '../../src-renderer/features/settings/read-choices.ts';
import { listFiles } from '../support/source-files.ts';
import { readTexts, type TextUse } from '../support/window-texts.ts';

const LANGUAGES: Readonly<Record<string, Dictionary>> = { es: ES, de: DE };
/** Forms of a plural, by CLDR's names (Spanish has "many" for millions, i18next falls back to "other" there). */
const FORMS = ['_one', '_other'] as const;

const LOOK_UPS = new Set(['t', 'say']);
/** The command line speaks English, as the scripts that read it. */
const isOfWindow = (path: string): boolean => !path.startsWith('src-main/headless/');
const files = listFiles('src-renderer/**/*.ts', 'src-renderer/**/*.tsx', 'src-main/**/*.ts')
  .filter(({ path }) => isOfWindow(path))
  .map((file) => ({ path: file.path, ...readTexts(file, LOOK_UPS) }));

/** What main process and window say from tables: failures, and what a plan decides. */
const tables = [
  ...Object.values(FAILURE_SENTENCES).flatMap(({ says, next }) => [says, next]),
  ...Object.values(REASON_SENTENCES),
  ...Object.values(ACTION_WORDS),
  ...Object.values(FIELD_WORDS),
  ...Object.values(PACE_WORDS),
  ...Object.values(END_WORDS),
  ...Object.values(PRINT_NOTHING),
  ...Object.values(SETTING_DEFINITIONS).flatMap(sayRule),
  ...Object.values(NOTE_SENTENCES),
  ...Object.values(EVENT_SENTENCES),
  ...Object.values(LINK_SENTENCES),
  ...FACT_WORDS,
  ...Object.values(ORDER_STEPS),
  ...Object.values(ORDER_NOTES),
].map((text): TextUse => ({ text, place: 'src-preload/contract', hasCount: false, context: null }));
const states = STATE_WORDS.map(
  (text): TextUse => ({
    text,
    place: 'src-preload/contract/fact-words.ts',
    hasCount: false,
    context: STATE_CONTEXT,
  }),
);
const uses = [...files.flatMap((file) => file.uses), ...tables, ...states];

describe('languages', () => {
  it('sees the texts at all', () => expect(uses.length).toBeGreaterThan(500));

  it('every text of the window is looked up', () => {
    expect(files.filter(({ path }) => path.startsWith('src-renderer/')).flatMap(({ bare }) => bare)).toEqual(
      [],
    );
  });

  it('every look-up has its text written there, so that it can be checked', () => {
    expect(files.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))('%s has every text, with the same placeholders', (_name, dictionary) => {
    const wrong = uses.flatMap((use) => keysOf(use).flatMap((key) => findFault(use, key, dictionary)));
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('English has a form for one wherever there is a count', () => {
    const lacking = uses.filter(({ text, hasCount }) => hasCount && EN[`${text}_one`] === undefined);
    expect(lacking.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
  });

  it.each(Object.entries({ ...LANGUAGES, en: EN }))(
    '%s has no text that nothing uses',
    (_name, dictionary) => {
      const used = new Set(uses.flatMap((use) => keysOf(use)));
      expect(Object.keys(dictionary).filter((key) => !used.has(key))).toEqual([]);
    },
  );
});

/** What a setting means, and in words what can be typed into it; the choices of the others have names in the window. */
function sayRule(setting: SettingDefinition): readonly string[] {
  return readChoices(setting) ? [setting.meaning] : [setting.meaning, setting.takes];
}

function keysOf({ text, hasCount, context }: TextUse): readonly string[] {
  const key = context === null ? text : `${text}_${context}`;
  return hasCount ? FORMS.map((form) => `${key}${form}`) : [key];
}

function findFault({ text, place }: TextUse, key: string, dictionary: Dictionary): readonly string[] {
  const said = dictionary[key];
  if (said === undefined) return [`${place} lacks: ${key}`];
  const same = placeholders(said).filter((one) => one !== 'count');
  const wanted = placeholders(text).filter((one) => one !== 'count');
  return same.join() === wanted.join() ? [] : [`${place} has other placeholders: ${key}`];
}

/** Names in {{braces}}, facts in {braces}, and the <tags> of rich texts, in the order of the alphabet. */
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{+#?\s*(\w+)[^}]*\}+|<\/?\w+\s*\/?>/g)]
    .map(([whole, name]) => name ?? whole)
    .toSorted();
