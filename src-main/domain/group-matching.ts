import type { CloverId, WooId } from './ids.ts';
import { type Match, matchItem, review } from './matching.ts';
import { foldText } from './name-fold.ts';
import type { PlanContext } from './plan-context.ts';
import type { StoreOption, StoreProduct } from './store-catalog.ts';
import type { StoreIndex } from './store-index.ts';
import type { TillItem, TillItemGroup } from './till-catalog.ts';

/** An item of a group with the options that tell it from its siblings. */
export interface GroupMember {
  readonly item: TillItem;
  /** Empty when the till gives it none: the store cannot make a variation of it. */
  readonly options: readonly StoreOption[];
}

export function listMembers(group: TillItemGroup, items: readonly TillItem[]): GroupMember[] {
  const names = new Map<CloverId, StoreOption>();
  for (const attribute of group.attributes) {
    for (const option of attribute.options)
      names.set(option.id, { name: attribute.name, option: option.name });
  }
  return items.map((item) => ({
    item,
    options: item.optionIds.map((id) => names.get(id)).filter((option) => option !== undefined),
  }));
}

/** Options in one comparable text, whatever their order or case. */
export function keyOptions(options: readonly StoreOption[]): string {
  return options
    .map((option) => `${foldText(option.name)}=${foldText(option.option)}`)
    .sort()
    .join('|');
}

/**
 * Finds the variable product of an item group: the one product whose variations carry the members' SKUs or
 * barcodes, else by mark or name like any item.
 */
export function matchGroup(
  group: TillItemGroup,
  members: readonly GroupMember[],
  taken: ReadonlySet<WooId>,
  index: StoreIndex,
  context: PlanContext,
): Match {
  const parents = new Map<WooId, StoreProduct>();
  for (const { item } of members) {
    for (const hit of [
      lookUp(item.sku, index.bySku, context.doubleSkus),
      lookUp(item.barcode, index.byBarcode, context.doubleBarcodes),
    ]) {
      if (!hit) continue;
      const parent = hit.parentId === null ? hit : index.byId.get(hit.parentId);
      if (parent) parents.set(parent.id, parent);
    }
  }
  const [first, ...others] = [...parents.values()];
  if (first && others.length > 0) return review('STRUCTURE_DIFFERS', [first, ...others]);
  if (first) {
    if (taken.has(first.id)) return review('SEVERAL_ITEMS_ONE_PRODUCT', [first]);
    return first.type === 'variable'
      ? { kind: 'pair', product: first, reason: 'SAME_SKU', score: 100 }
      : review('STRUCTURE_DIFFERS', [first]);
  }
  // The group has no SKU of its own; the name may link only while none of its items has one either.
  const sku = members.find((member) => member.item.sku.trim() !== '')?.item.sku ?? '';
  return matchItem({ id: group.id, name: group.name, sku, barcode: '' }, 'variable', taken, index, context);
}

function lookUp(
  code: string,
  products: ReadonlyMap<string, StoreProduct>,
  doubles: ReadonlySet<string>,
): StoreProduct | undefined {
  const key = foldText(code);
  return key === '' || doubles.has(key) ? undefined : products.get(key);
}

/** Pairs a member with a variation of its linked parent: mark, SKU, barcode, then equal options. */
export function matchMember(
  member: GroupMember,
  variations: readonly StoreProduct[],
  taken: ReadonlySet<WooId>,
): Match {
  const free = variations.filter((variation) => !taken.has(variation.id));
  const { item } = member;
  const sku = foldText(item.sku);
  const barcode = foldText(item.barcode);
  const options = keyOptions(member.options);
  const hit =
    find(free, (it) => it.itemId === item.id, 'FOUND_BY_MARK') ??
    find(free, (it) => sku !== '' && foldText(it.sku) === sku, 'SAME_SKU') ??
    find(free, (it) => barcode !== '' && foldText(it.barcode) === barcode, 'SAME_BARCODE') ??
    find(free, (it) => options !== '' && keyOptions(it.options) === options, 'SAME_OPTIONS');
  return hit ?? { kind: 'none' };
}

function find(
  variations: readonly StoreProduct[],
  isHit: (variation: StoreProduct) => boolean,
  reason: 'FOUND_BY_MARK' | 'SAME_SKU' | 'SAME_BARCODE' | 'SAME_OPTIONS',
): Match | null {
  const hits = variations.filter(isHit);
  const [only] = hits;
  if (!only) return null;
  return hits.length === 1
    ? { kind: 'pair', product: only, reason, score: 100 }
    : review('SEVERAL_PRODUCTS_ONE_ITEM', hits);
}
