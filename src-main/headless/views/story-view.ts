import { RULE_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { FieldStory, ProductStory } from '../../engine/face.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { nameField, type ValueFormat } from './field-values.ts';

/** For people: each field with the values both sides have, and how they came to be, newest first. */
export function describeStory({ link, fields }: ProductStory, values: ValueFormat, paint: Palette): string[] {
  const { name, status, cloverId, wooId } = link;
  return [
    `${paint.bold(cleanText(name))}  ${status}  till ${cloverId}  store ${wooId ?? 'not yet'}`,
    ...(fields.length === 0 ? ['Nothing was agreed on it yet.'] : []),
    ...fields.flatMap((field) => describeField(field, values, paint)),
  ];
}

/** That a run looked and found both sides the same is kept for scripts only. */
const isNews = ({ rule }: FieldStory['history'][number]): boolean => rule !== 'same' && rule !== 'agreed';

function describeField(story: FieldStory, values: ValueFormat, paint: Palette): string[] {
  const { field, till, sent, store, history } = story;
  const show = (value: FieldStory['till']): string => values.format(field, value);
  const made = show(till) === show(sent) ? '' : `, sent as ${show(sent)}`;
  return [
    `  ${paint.cyan(nameField(field))}: till ${show(till)}${made}, store ${show(store)}`,
    ...history.filter(isNews).map(({ runId, atMs, side, rule, before, after }) => {
      const at = atMs === null ? 'not yet' : formatTime(atMs);
      const way = side === 'till' ? 'till -> store' : 'store kept';
      const change = before === null ? show(after) : `${show(before)} -> ${show(after)}`;
      return paint.dim(`    ${at}  run ${runId}  ${way}  ${change}  (${RULE_SENTENCES[rule]})`);
    }),
  ];
}
