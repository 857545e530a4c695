import { asWooId } from '../../../../../src-main/domain/ids.ts';
import type { ModifierGroupMeta } from '../../../../../src-main/domain/modifier-meta.ts';
import type { LineChoices } from '../../../../../src-main/domain/orders/choice.ts';
import type { ChoiceContext } from '../../../../../src-main/domain/orders/choices/choice-context.ts';
import { knowGroups } from '../../../../../src-main/domain/orders/choices/known-groups.ts';
import { readChoices } from '../../../../../src-main/domain/orders/choices/read-choices.ts';
import type { WebMeta, WebOrderLine } from '../../../../../src-main/domain/orders/web-order.ts';

/** The groups of modifiers.md 1.1, as our own meta has them. */
export const GROUPS: readonly ModifierGroupMeta[] = [
  {
    id: 'GSIZE',
    name: 'Size',
    min: 1,
    max: 1,
    sort: 1,
    mods: [
      { id: 'MSMALL', name: 'Small', price: 0, available: true },
      { id: 'MLARGE', name: 'Large & Hot', price: 250, available: true },
    ],
  },
  {
    id: 'GTOPPINGS',
    name: 'Toppings',
    min: 0,
    max: 0,
    sort: 2,
    mods: [
      { id: 'MBACON', name: 'Bacon', price: 125, available: true },
      { id: 'MONION', name: 'Onion', price: 50, available: true },
      { id: 'MCHEESE', name: 'Cheese', price: 100, available: true },
      { id: 'MSALT', name: 'Salt, pepper', price: 0, available: true },
    ],
  },
];

export const CONTEXT: ChoiceContext = {
  digits: 2,
  pricesIncludeTax: false,
  known: knowGroups(GROUPS),
  variationOptions: [],
};
export const STRANGER: ChoiceContext = { ...CONTEXT, known: knowGroups([]) };

export const makeLine = (meta: readonly WebMeta[], parts: Partial<WebOrderLine> = {}): WebOrderLine => ({
  id: 1,
  productId: asWooId(10),
  variationId: null,
  name: 'Burger',
  sku: '',
  quantity: 1,
  subtotalAmount: 1000,
  totalAmount: 1000,
  subtotalTaxAmount: 0,
  taxAmount: 0,
  taxRateIds: [],
  meta,
  ...parts,
});

export const makeMeta = (...rows: readonly (readonly [key: string, value: unknown])[]): readonly WebMeta[] =>
  rows.map(([key, value]) => ({ key, value }));

/** Each choice in one text: `Toppings/Bacon 125 x2`. */
export const tell = ({ choices }: LineChoices): readonly string[] =>
  choices.map(
    ({ group, label, unitAmount, times, isText }) =>
      `${group}/${label} ${unitAmount ?? '?'}${times > 1 ? ` x${times}` : ''}${isText ? ' (text)' : ''}`,
  );

export const read = (
  meta: readonly WebMeta[],
  parts: Partial<WebOrderLine> = {},
  context: ChoiceContext = CONTEXT,
): LineChoices => readChoices(makeLine(meta, parts), context);
