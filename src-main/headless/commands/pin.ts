import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { Attempt } from '../../engine/face.ts';
import { type Answer, answer, type Command } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { cleanText } from '../terminal/display-width.ts';
import { nameField } from '../views/field-values.ts';
import { describeLink } from './links.ts';

const RULES = {
  isWriter: true,
  arguments: [{ name: 'PRODUCT' }, { name: 'FIELD', choices: Object.keys(FIELD_WORDS) }],
} as const;
const WHICH = 'PRODUCT is a Clover id, a WooCommerce id, an exact SKU or an exact name.';

export const PIN: Command = {
  ...RULES,
  name: 'pin',
  summary: 'Leaves one field of a product as it is on both sides, whatever changes.',
  notes: [WHICH],
  run: (context) => pinField(context, true),
};

export const UNPIN: Command = {
  ...RULES,
  name: 'unpin',
  summary: 'Keeps a pinned field in step again.',
  notes: [WHICH],
  run: (context) => pinField(context, false),
};

async function pinField({ input, openCore }: CommandContext, isPinned: boolean): Promise<Attempt<Answer>> {
  const core = await openCore();
  if (!core.ok) return core;
  const { engine } = core.value;
  const field = input.argument('FIELD') as FieldName;
  const story = engine.why(input.argument('PRODUCT') ?? '', field);
  if (!story.ok) return story;
  const product = engine.records.pin(story.value.link.id, field, isPinned);
  if (!product.ok) return product;
  const { link } = product.value;
  return answer({
    document: { product: describeLink(link) },
    lines: () => [
      isPinned
        ? `${cleanText(link.name)}: ${nameField(field)} stays as it is on both sides.`
        : `${cleanText(link.name)}: ${nameField(field)} is kept in step again.`,
    ],
  });
}
