import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { EVENT_SENTENCES, FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { Milestone, ProductStory } from '../../engine/face.ts';
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

function createStoryDocument({ link, fields, soldOut, made, gone }: ProductStory) {
  return {
    product: describeLink(link),
    ...(made ? { made: createMilestoneDocument(made) } : {}),
    ...(gone ? { gone: createMilestoneDocument(gone) } : {}),
    ...(soldOut
      ? { soldOut: { backAt: formatIso(soldOut.backMs), till: soldOut.isOffOnTill, store: soldOut.store } }
      : {}),
    fields: fields.map(({ history, conflict, waiting, ...field }) => ({
      ...field,
      waiting: waiting && { ...waiting, failure: waiting.failure && describeFailure(waiting.failure) },
      ...(conflict ? { conflict: createConflictDocument({ ...conflict, ...pickIds(link) }) } : {}),
      history: history.map(({ runId, atMs, rule, isUndone, failure, ...event }) => ({
        run: runId,
        at: formatIso(atMs),
        rule,
        reason: EVENT_SENTENCES[rule],
        ...event,
        failure: failure && describeFailure(failure),
        undone: isUndone,
      })),
    })),
  };
}

const createMilestoneDocument = ({ side, runId, atMs }: Milestone) => ({
  side,
  run: runId,
  at: formatIso(atMs),
});

const pickIds = ({ wooId, sku }: ProductStory['link']) => ({ wooId, sku });
