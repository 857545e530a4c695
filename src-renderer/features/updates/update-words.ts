import type { UpdateStateShape } from '../../../src-preload/contract/update-channels.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';

/** How updates stand, in a word and a sentence. */
export interface UpdateWords {
  readonly tone: Tone;
  readonly word: string;
  /** What it means; '' where the word is enough. */
  readonly text: string;
}

type Facts = Pick<
  UpdateStateShape,
  'phase' | 'offer' | 'percent' | 'waitsFor' | 'installsOnQuit' | 'checkedMs'
>;

export function sayUpdate(update: Facts): UpdateWords {
  const version = update.offer?.version ?? '';
  switch (update.phase) {
    case 'none':
      return update.checkedMs === null
        ? {
            tone: 'quiet',
            word: t('Not checked yet'),
            text: t('Tillbridge looks by itself a few times a day.'),
          }
        : { tone: 'good', word: t('Up to date'), text: '' };
    case 'checking':
      return { tone: 'accent', word: t('Checking…'), text: '' };
    case 'available':
      return {
        tone: 'accent',
        word: t('Version {{version}} is there', { version }),
        text: t('It has not arrived yet; Tillbridge tries again by itself.'),
      };
    case 'downloading':
      return {
        tone: 'accent',
        word: t('Version {{version}} arrives: {{percent}} %', { version, percent: update.percent ?? 0 }),
        text: t('Go on working meanwhile.'),
      };
    case 'ready':
      return {
        tone: 'accent',
        word: t('Version {{version}} is ready', { version }),
        text: update.installsOnQuit
          ? t('It is installed when you quit Tillbridge, or now, in about a minute.')
          : t('Installing takes about a minute; this computer may ask for your password.'),
      };
    case 'waiting':
      return { tone: 'waiting', word: t('Waits to install'), text: sayWait(update) };
    case 'installing':
      return {
        tone: 'waiting',
        word: t('Version {{version}} is being installed', { version }),
        text: t('Tillbridge closes and comes back by itself.'),
      };
    case 'refused':
      return { tone: 'bad', word: t('Not installed'), text: '' };
  }
}

const sayWait = ({ waitsFor }: Pick<Facts, 'waitsFor'>): string =>
  waitsFor === 'orders'
    ? t('A web order is on its way to the kitchen. Tillbridge installs as soon as none is.')
    : t('An import or its undo is running. Tillbridge installs as soon as it has ended.');
