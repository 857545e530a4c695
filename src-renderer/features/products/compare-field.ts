import type { FieldValueShape, StoryShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

export type FieldStory = StoryShape['fields'][number];
export type FieldEvent = FieldStory['history'][number];

const isSame = (left: FieldValueShape, right: FieldValueShape): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Whether the two sides are in step in this field, and in words how they are not. */
export interface Comparison {
  readonly isSame: boolean;
  readonly text: string;
}

/** Compares what was last known of the till, what was sent to the store, and what the store answered. */
export function compareField({
  field,
  till,
  sent,
  store,
  waiting,
  conflict,
}: Pick<FieldStory, 'field' | 'till' | 'sent' | 'store' | 'waiting' | 'conflict'>): Comparison {
  if (conflict)
    return { isSame: false, text: t('Both sides changed it. Choose which one holds in Conflicts.') };
  if (waiting) return { isSame: false, text: sayWaiting(waiting) };
  const isMoot = field === 'availability' && (store === 'unpublished' || store === 'empty');
  const isAsSent = isMoot || isSame(sent, store);
  const isAsTill = isSame(till, sent);
  if (isAsSent && isAsTill)
    return {
      isSame: true,
      text: isMoot
        ? t('In step. The store does not sell it just now: it is a draft there, or out of stock.')
        : t('The same on both sides.'),
    };
  if (isAsSent) return { isSame: false, text: t('The store has what the rules made of the till’s value.') };
  if (isAsTill) return { isSame: false, text: t('The store has another value than the till.') };
  return { isSame: false, text: t('The store has another value than the one that was sent.') };
}

/** Of what was refused also why, and the code to look it up by. */
function sayWaiting({ to, failure }: NonNullable<FieldStory['waiting']>): string {
  const late =
    to === 'store'
      ? t('The till’s new value has not arrived in the store.')
      : t('The store’s new value has not arrived on the till.');
  return failure ? `${late} ${failure.message} ${failure.hint} (${failure.code})` : late;
}
