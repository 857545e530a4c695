import { FIELD_WORDS, RULE_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { FieldStory, ProductStory } from '../../engine/face.ts';
import { answer, type Command } from '../command.ts';
import type { FieldName } from '../engine-terms.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatIso, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { createValueFormat, nameField, type ValueFormat } from '../views/field-values.ts';
import { describeLink } from './links.ts';

export const WHY: Command = {
  name: 'why',
  summary: 'Says where each value of a product came from.',
  arguments: [{ name: 'PRODUCT' }, { name: 'FIELD', isOptional: true, choices: Object.keys(FIELD_WORDS) }],
  notes: ['PRODUCT is a Clover id, a WooCommerce id, an exact SKU or an exact name.'],
  run: async ({ input, openCore }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const field = input.argument('FIELD') as FieldName | null;
    const story = engine.why(input.argument('PRODUCT') ?? '', field ?? undefined);
    if (!story.ok) return story;
    return answer({
      document: createStoryDocument(story.value),
      lines: (paint) => describeStory(story.value, createValueFormat(engine), paint),
    });
  },
};

function createStoryDocument({ link, fields }: ProductStory) {
  return {
    product: describeLink(link),
    fields: fields.map(({ history, ...field }) => ({
      ...field,
      history: history.map(({ runId, atMs, rule, ...entry }) => ({
        run: runId,
        at: formatIso(atMs),
        rule,
        reason: RULE_SENTENCES[rule],
        ...entry,
      })),
    })),
  };
}

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
