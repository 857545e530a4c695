import { keyNewVariant, type LivePlan } from './live-plan.ts';
import { foldText } from './name-fold.ts';
import type { PlanRow } from './plan-row.ts';
import type { ItemPlanner } from './plan-subject.ts';
import { describeMember } from './plan-till-product.ts';
import type { StoreProduct } from './store-catalog.ts';
import type { TillItemGroup } from './till-catalog.ts';

/**
 * Rows for variations that came in the store to a product which the till has as an item group: each is one more item of
 * that group. One that has an attribute of which the group knows nothing, or lacks one, stays the store's alone.
 * @param rows the product's and its members', planned before: a member that waits for a person may be any of the others
 */
export function planNewVariants(
  group: TillItemGroup,
  product: StoreProduct,
  rows: readonly [PlanRow, ...PlanRow[]],
  planner: ItemPlanner,
): PlanRow[] {
  const { live, index, taken, context } = planner;
  if (!live || live.isPartial || live.reach === 'store') return [];
  if (context.settings['sync.create.till'] === 'off' || rows.some(({ action }) => action === 'review'))
    return [];
  const isFirst = rows[0].action === 'link';
  return index
    .variationsOf(product.id)
    .filter((it) => !taken.has(it.id) && isMeant(it, product, isFirst, live) && isOfGroup(it, group))
    .flatMap((variation): PlanRow[] => {
      const member = describeMember(variation, product, planner);
      if (member === null) return [];
      taken.add(variation.id);
      const variant = { groupId: group.id, parentWooId: product.id, options: member.options };
      return [
        describeRow(variation, product, group, { create: { kind: 'item', item: member.item, variant } }),
      ];
    });
}

/** Which of the rest was always the store's alone nobody knows at a first link: it comes along with its product. */
const isMeant = (
  { id }: StoreProduct,
  product: StoreProduct,
  isFirst: boolean,
  { mayCreate }: LivePlan,
): boolean =>
  mayCreate === null || mayCreate.has(keyNewVariant(id)) || (isFirst && mayCreate.has(String(product.id)));

function isOfGroup({ options }: StoreProduct, { attributes }: TillItemGroup): boolean {
  const named = new Set(options.map(({ name }) => foldText(name)));
  return named.size === attributes.length && attributes.every(({ name }) => named.has(foldText(name)));
}

const describeRow = (
  variation: StoreProduct,
  product: StoreProduct,
  group: TillItemGroup,
  tillPatch: NonNullable<PlanRow['tillPatch']>,
): PlanRow => ({
  kind: 'variation',
  action: 'create_clover',
  reason: 'NEW_IN_STORE',
  notes: [],
  cloverId: null,
  wooId: variation.id,
  parentCloverId: group.id,
  name: [product.name, ...variation.options.map(({ option }) => option)].join(' '),
  sku: variation.sku,
  decisions: [],
  patch: null,
  undo: null,
  tillPatch,
  tillUndo: null,
  suggestions: [],
  score: null,
});
