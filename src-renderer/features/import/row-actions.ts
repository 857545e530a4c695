import type { PlanRowShape, RowActionShape } from '../../../src-preload/contract/run-shapes.ts';
import { CONFLICT_FACE } from '../../components/conflict-face.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';

export interface ActionFace {
  readonly word: string;
  readonly tone: Tone;
}

/** What a row of a plan would do, in a word and a colour; in the order in which a person wants to see them. */
export const ACTION_FACES: Readonly<Record<RowActionShape, ActionFace>> = {
  review: { word: t('Review'), tone: 'waiting' },
  conflict: CONFLICT_FACE,
  create_woo: { word: t('Create in store'), tone: 'accent' },
  create_clover: { word: t('Create on till'), tone: 'accent' },
  link: { word: t('Link'), tone: 'good' },
  update_woo: { word: t('Update store'), tone: 'accent' },
  update_clover: { word: t('Update till'), tone: 'accent' },
  skip: { word: t('Leave'), tone: 'quiet' },
};

export const ROW_ACTIONS = Object.keys(ACTION_FACES) as RowActionShape[];

/** What became of a row since it was planned. */
export const ROW_STATES: Readonly<Record<PlanRowShape['state'], ActionFace>> = {
  planned: { word: t('Planned'), tone: 'quiet' },
  waiting: { word: t('Waiting'), tone: 'waiting' },
  done: { word: t('Done'), tone: 'good' },
  failed: { word: t('Failed'), tone: 'bad' },
  undone: { word: t('Undone'), tone: 'quiet' },
  kept: { word: t('Kept'), tone: 'quiet' },
};
