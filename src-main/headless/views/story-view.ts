import { RULE_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { FieldStory, ProductStory } from '../../engine/face.ts';
import type { Conflict } from '../../engine/ledger-ports.ts';
import { stampConflict } from '../seen-stamp.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { describeRuling } from './conflict-view.ts';
import { nameField, type ValueFormat } from './field-values.ts';

/** For people: each field with the values both sides have, and how they came to be, newest first. */
export function describeStory(
  { link, fields, soldOut }: ProductStory,
  values: ValueFormat,
  paint: Palette,
): string[] {
  const { name, status, cloverId, wooId } = link;
  return [
    `${paint.bold(cleanText(name))}  ${status}  till ${cloverId}  store ${wooId ?? 'not yet'}`,
    ...(soldOut ? [paint.yellow(describeSoldOut(soldOut, cloverId))] : []),
    ...(fields.length === 0 ? ['Nothing was agreed on it yet.'] : []),
    ...fields.flatMap((field) => describeField(field, values, paint)),
  ];
}

/** By its Clover id, which names one product and no other. */
const describeSoldOut = ({ backMs }: NonNullable<ProductStory['soldOut']>, cloverId: string): string =>
  backMs === null
    ? `Sold out by hand on both sides, until somebody puts it back: soldout ${cloverId} --back`
    : `Sold out by hand on both sides until ${formatTime(backMs)}; before that: soldout ${cloverId} --back`;

/** That a run looked and found both sides the same is kept for scripts only. */
const isNews = ({ rule }: FieldStory['history'][number]): boolean => rule !== 'same' && rule !== 'agreed';

function describeField(story: FieldStory, values: ValueFormat, paint: Palette): string[] {
  const { field, till, sent, store, history } = story;
  const show = (value: FieldStory['till']): string => values.format(field, value);
  const made = show(till) === show(sent) ? '' : `, sent as ${show(sent)}`;
  return [
    ...(story.conflict
      ? describeConflict(story.conflict, values, paint)
      : [`  ${paint.cyan(nameField(field))}: till ${show(till)}${made}, store ${show(store)}`]),
    ...history.filter(isNews).map(({ runId, atMs, side, rule, before, after, isUndone }) => {
      const at = atMs === null ? 'not yet' : formatTime(atMs);
      const way = side === 'till' ? 'till -> store' : 'store kept';
      const change = before === null ? show(after) : `${show(before)} -> ${show(after)}`;
      return paint.dim(
        `    ${at}  run ${runId}  ${way}  ${change}  (${RULE_SENTENCES[rule]}${isUndone ? '; undone since' : ''})`,
      );
    }),
  ];
}

/** What each side says now, and how a person settles it. */
function describeConflict(conflict: Conflict, values: ValueFormat, paint: Palette): string[] {
  const { id, field, base, till, store, sinceMs, ruling } = conflict;
  const show = (value: Conflict['till']): string => values.format(field, value);
  const next =
    ruling === null
      ? `To settle it: ${paint.bold(`resolve ${id} --take till|store|value --seen ${stampConflict(conflict)}`)}`
      : `Decided: ${describeRuling(field, ruling, values)}. The next look carries it out.`;
  return [
    `  ${paint.cyan(nameField(field))}: ${paint.violet(`conflict ${id}`)} since ${formatTime(sinceMs)}: till ${show(till)}, store ${show(store)}, last agreed ${show(base)}`,
    `    ${next}`,
  ];
}
