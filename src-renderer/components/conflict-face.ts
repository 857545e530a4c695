import { t } from '../i18n/i18n.ts';
import type { Tone } from './tone.ts';

/** What only a person can choose: its colour is the same in every list, on Home and in the header. */
export const CHOICE_TONE: Tone = 'choice';

/** A conflict, wherever it stands as a state. */
export const CONFLICT_FACE = { tone: CHOICE_TONE, word: t('Conflict') } as const;
