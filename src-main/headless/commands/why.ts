import { FIELD_WORDS, RULE_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { ProductStory } from '../../engine/face.ts';
import { answer, type Command } from '../command.ts';
import { formatIso } from '../terminal/figures.ts';
import { createConflictDocument } from '../views/conflict-view.ts';
import { createValueFormat } from '../views/field-values.ts';
import { describeStory } from '../views/story-view.ts';
import { describeLink } from './links.ts';

export const WHY: Command = {
  name: 'why',
  summary: 'Says where each value of a product came from.',
  arguments: [{ name: 'PRODUCT' }, { name: 'FIELD', isOptional: true, choices: Object.keys(FIELD_WORDS) }],
  notes: [
    'A field in conflict is shown with what each side says now, since when, and how to settle it.',
    'PRODUCT is a Clover id, a WooCommerce id, an exact SKU or an exact name.',
  ],
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

function createStoryDocument({ link, fields, soldOut }: ProductStory) {
  return {
    product: describeLink(link),
    ...(soldOut ? { soldOut: { backAt: formatIso(soldOut.backMs) } } : {}),
    fields: fields.map(({ history, conflict, ...field }) => ({
      ...field,
      ...(conflict ? { conflict: createConflictDocument({ ...conflict, ...pickIds(link) }) } : {}),
      history: history.map(({ runId, atMs, rule, isUndone, ...entry }) => ({
        run: runId,
        at: formatIso(atMs),
        rule,
        reason: RULE_SENTENCES[rule],
        ...entry,
        undone: isUndone,
      })),
    })),
  };
}

const pickIds = ({ wooId, sku }: ProductStory['link']) => ({ wooId, sku });
