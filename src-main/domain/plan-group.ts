import { type GroupMember, keyOptions, listMembers, matchGroup, matchMember } from './group-matching.ts';
import type { CloverId } from './ids.ts';
import { foldText } from './name-fold.ts';
import type { CategoryPlan } from './plan-categories.ts';
import { planSubject, restoreRow, widenPatch } from './plan-item.ts';
import { planNewVariants } from './plan-new-variants.ts';
import type { PlanRow, ReasonCode } from './plan-row.ts';
import { emptyRow, type ItemPlanner, type Subject } from './plan-subject.ts';
import type { StoreAttribute, StoreOption, StoreProduct } from './store-catalog.ts';
import type { TillItem, TillItemGroup } from './till-catalog.ts';
import { createStoreReader, createTillReader } from './till-values.ts';
import { describeGroup, describeItem } from './wanted-fields.ts';

/** Clover's limit (clover.md 6.6). */
const LONGEST_GROUP_NAME = 255;
/** What is true of the whole group. */
const LEFT_WITH_PARENT: readonly ReasonCode[] = ['GONE_FROM_STORE', 'TRASHED_IN_STORE', 'BEING_MADE'];

/**
 * Plans an item group as a variable product and its items as variations; the parent's row comes first. Items
 * that the till gives no options, or the same ones twice, are for a person: the store cannot tell them apart. What is
 * new in the store comes last.
 */
export function planGroup(
  group: TillItemGroup,
  items: readonly TillItem[],
  categories: CategoryPlan,
  planner: ItemPlanner,
): PlanRow[] {
  const members = listMembers(group, items);
  const keys = [...new Set(items.flatMap((item) => categories.keysOf(item)))].sort();
  const parent: Subject = {
    kind: 'variable',
    id: group.id,
    parentId: null,
    name: group.name,
    sku: '',
    fields: describeGroup(group.name, items, keys, planner.context),
    toStore: (_field, value) => value,
    // The group's name is all that its product and the till share; its members' names follow it.
    toTill: (field, stored) => (field === 'name' ? String(stored).trim().slice(0, LONGEST_GROUP_NAME) : null),
    made: { kind: 'variable', attributes: listAttributes(group, members) },
  };
  const parentRow = planSubject(
    parent,
    () => matchGroup(group, members, planner.taken, planner.index, planner.context),
    planner,
  );
  const { byId, trashedById } = planner.index;
  const product =
    parentRow.wooId === null ? null : (byId.get(parentRow.wooId) ?? trashedById.get(parentRow.wooId) ?? null);
  const rows = planMembers(group, members, parentRow, product, categories, planner);
  const planned: [PlanRow, ...PlanRow[]] = [addMissingOptions(parentRow, rows, members, product), ...rows];
  const isLeft = product === null || LEFT_WITH_PARENT.includes(parentRow.reason);
  return isLeft ? planned : [...planned, ...planNewVariants(group, product, planned, planner)];
}

function planMembers(
  group: TillItemGroup,
  members: readonly GroupMember[],
  parentRow: PlanRow,
  product: StoreProduct | null,
  categories: CategoryPlan,
  planner: ItemPlanner,
): PlanRow[] {
  const seen = new Set<string>();
  return members.map((member) => {
    const subject: Subject = {
      kind: 'variation',
      id: member.item.id,
      parentId: group.id,
      name: member.item.name,
      sku: member.item.sku,
      fields: describeItem(member.item, 'variation', [], planner.context),
      toTill: createTillReader(member.item, 'variation', categories.tillIds, planner.context),
      toStore: createStoreReader(member.item, planner.context),
      made: { kind: 'variation', options: member.options },
    };
    if (LEFT_WITH_PARENT.includes(parentRow.reason)) return emptyRow(subject, 'skip', parentRow.reason);
    if (parentRow.action === 'review') return emptyRow(subject, 'review', 'PARENT_NEEDS_REVIEW');
    const key = keyOptions(member.options);
    const isTwin = seen.has(key);
    seen.add(key);
    const left = findLeft(member.item.id, parentRow, product, planner);
    const row = left
      ? restoreRow(subject, left, planner)
      : planSubject(
          subject,
          () =>
            product
              ? matchMember(member, planner.index.variationsOf(product.id), planner.taken)
              : { kind: 'none' },
          planner,
        );
    if (row.action !== 'create_woo') return row;
    if (key === '' || isTwin) return emptyRow(subject, 'review', 'VARIANT_WITHOUT_OPTIONS');
    return product && !offersAttributes(product, member.options)
      ? emptyRow(subject, 'review', 'STRUCTURE_DIFFERS')
      : row;
  });
}

/** What is left of a variant in a parent that comes back from the trash: made anew, it would be there twice. */
function findLeft(
  id: CloverId,
  { reason }: PlanRow,
  product: StoreProduct | null,
  { index, links, underway }: ItemPlanner,
): StoreProduct | undefined {
  if (reason !== 'RESTORED_FROM_TRASH' || product === null || links.has(id) || underway.has(id))
    return undefined;
  return index.variationsOf(product.id).find(({ itemId }) => itemId === id);
}

/** A variation can only be made of attributes that its parent has (woocommerce.md 3.2). */
function offersAttributes(product: StoreProduct, options: readonly StoreOption[]): boolean {
  const names = new Set(product.attributes.map((attribute) => foldText(attribute.name)));
  return options.every((option) => names.has(foldText(option.name)));
}

function listAttributes(group: TillItemGroup, members: readonly GroupMember[]): StoreAttribute[] {
  const used = new Set(members.flatMap((member) => member.options.map((option) => keyOptions([option]))));
  return group.attributes
    .map((attribute) => ({
      name: attribute.name,
      options: attribute.options
        .map((option) => option.name)
        .filter((option) => used.has(keyOptions([{ name: attribute.name, option }]))),
    }))
    .filter((attribute) => attribute.options.length > 0);
}

/** An existing parent must list an option before a variation can have it. */
function addMissingOptions(
  parentRow: PlanRow,
  rows: readonly PlanRow[],
  members: readonly GroupMember[],
  product: StoreProduct | null,
): PlanRow {
  if (!product) return parentRow;
  const created = new Set(rows.filter((row) => row.action === 'create_woo').map((row) => row.cloverId));
  const needed = members.filter((member) => created.has(member.item.id)).flatMap((member) => member.options);
  const attributes = product.attributes.map((attribute) => {
    const known = new Set(attribute.options.map(foldText));
    const missing = needed
      .filter(
        (option) => foldText(option.name) === foldText(attribute.name) && !known.has(foldText(option.option)),
      )
      .map((option) => option.option);
    return missing.length === 0
      ? attribute
      : { ...attribute, options: [...attribute.options, ...new Set(missing)] };
  });
  const isWider = attributes.some((attribute, at) => attribute !== product.attributes[at]);
  return isWider ? widenPatch(parentRow, { attributes }, product) : parentRow;
}
