import type { PlanRowShape, RowActionShape } from '../../../src-preload/contract/shapes.ts';
import type { Tone } from '../../components/tone.ts';

export interface ActionFace {
  readonly word: string;
  readonly tone: Tone;
}

/** What a row of a plan would do, in a word and a colour; in the order in which a person wants to see them. */
export const ACTION_FACES: Readonly<Record<RowActionShape, ActionFace>> = {
  review: { word: 'Review', tone: 'waiting' },
  conflict: { word: 'Conflict', tone: 'choice' },
  create_woo: { word: 'Create in store', tone: 'accent' },
  create_clover: { word: 'Create on till', tone: 'accent' },
  link: { word: 'Link', tone: 'good' },
  update_woo: { word: 'Update store', tone: 'accent' },
  update_clover: { word: 'Update till', tone: 'accent' },
  skip: { word: 'Leave', tone: 'quiet' },
};

export const ROW_ACTIONS = Object.keys(ACTION_FACES) as RowActionShape[];

/** What became of a row since it was planned. */
export const ROW_STATES: Readonly<Record<PlanRowShape['state'], ActionFace>> = {
  planned: { word: 'Planned', tone: 'quiet' },
  waiting: { word: 'Waiting', tone: 'waiting' },
  done: { word: 'Done', tone: 'good' },
  failed: { word: 'Failed', tone: 'bad' },
  undone: { word: 'Undone', tone: 'quiet' },
  kept: { word: 'Kept', tone: 'quiet' },
};
