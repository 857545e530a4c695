import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import type { Tone } from '../../components/tone.ts';
import { nameSetting } from '../settings/setting-words.ts';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** How grave an entry is. */
export const LEVEL_FACES: Readonly<
  Record<LogEntryShape['level'], { readonly tone: Tone; readonly word: string }>
> = {
  error: { tone: 'bad', word: 'Error' },
  warn: { tone: 'waiting', word: 'Warning' },
  info: { tone: 'accent', word: 'Info' },
  debug: { tone: 'quiet', word: 'Detail' },
};

const SIDE_WORDS: Readonly<Record<string, string>> = { till: 'Till', store: 'Store', app: 'Tillbridge' };
export const LOG_SIDES = ['till', 'store', 'app'] as const;

const ACTION_WORDS: Readonly<Record<string, string>> = {
  alert: 'Alert',
  approve: 'Approval',
  clean: 'Clean',
  connection: 'Connection',
  import: 'Import',
  pin: 'Pin',
  plan: 'Plan',
  setting: 'Setting',
  undo: 'Undo',
  unlink: 'Unlink',
  window: 'Window',
};

/** The text with a capital at its start. */
export const startSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const nameSide = (side: string): string => SIDE_WORDS[side] ?? side;
export const nameAction = (action: string): string =>
  ACTION_WORDS[action] ?? startSentence(action.replaceAll(/[._-]/g, ' '));

/** What an entry is about, as a person calls it. */
export function nameEntity({ action, entity }: Pick<LogEntryShape, 'action' | 'entity'>): string {
  if (action === 'setting') return nameSetting(entity);
  if (action === 'connection') return nameSide(entity);
  return startSentence(action === 'alert' ? entity.replaceAll('-', ' ') : entity);
}

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment to the second: several entries share a minute. */
export const formatLogMoment = (atMs: number): string => MOMENT.format(atMs);
