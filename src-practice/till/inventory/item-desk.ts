import { createId, readNow, type TillContext } from '../context.ts';
import { missField, storeText } from '../rest/body.ts';
import { missItem, refuse } from '../rest/failure.ts';
import type { ItemRow } from '../rows.ts';
import { followStock } from './availability.ts';
import type { ItemPatch } from './item-body.ts';
import { composeMemberName } from './member-names.ts';

/** An item that may be added. */
export interface NewItem extends Omit<ItemPatch, 'itemGroup'> {
  readonly name: string;
  readonly price: number;
  readonly itemGroupId: string | undefined;
}

const NEW_ITEM = {
  priceType: 'FIXED',
  hidden: false,
  available: true,
  autoManage: false,
  isRevenue: true,
  defaultTaxRates: true,
} as const satisfies Partial<ItemRow>;

/** The live item of an id; a 404 when there is none. */
export function findItem(till: TillContext, id: string): ItemRow {
  const item = till.state.items.get(id);
  if (!item || item.deletedTime !== undefined) throw missItem();
  return item;
}

/** Checks a body for a new item; nothing about it has to be unique (clover.md 6.2). */
export function checkNewItem(till: TillContext, body: ItemPatch): NewItem {
  const { itemGroup, name, price, ...fields } = body;
  // A member's name is the server's business, so nobody has to send one (clover.md 6.6).
  if (name === undefined && !itemGroup) throw missField('name');
  if (price === undefined) throw missField('price');
  if (itemGroup) refuseUnknownGroup(till, itemGroup.id);
  return { ...fields, name: name ?? '', price, itemGroupId: itemGroup?.id };
}

/** Adds a checked item. */
export function addItem(till: TillContext, item: NewItem): ItemRow {
  return saveItem(till, { ...NEW_ITEM, ...item, id: createId(till), modifiedTime: readNow(till) });
}

/** Checks a change of name or group; an item keeps its group for life (clover.md 6.6). */
export function checkItemChange(till: TillContext, item: ItemRow, patch: ItemPatch): void {
  const { name = item.name, itemGroup } = patch;
  if (item.itemGroupId !== undefined && name !== item.name && till.answers.variantName === 'refuse') {
    throw refuse('Name of an item in an item group cannot be set');
  }
  if (!itemGroup || itemGroup.id === item.itemGroupId) return;
  if (item.itemGroupId !== undefined) throw refuse('Item cannot be moved to another item group');
  refuseUnknownGroup(till, itemGroup.id);
}

/** Changes only what is sent; a member keeps the name the server made. */
export function updateItem(till: TillContext, item: ItemRow, patch: ItemPatch): ItemRow {
  checkItemChange(till, item, patch);
  const { itemGroup, ...fields } = patch;
  return saveItem(till, {
    ...item,
    ...fields,
    itemGroupId: itemGroup?.id ?? item.itemGroupId,
    modifiedTime: readNow(till),
  });
}

/** PUT: what is not sent goes back to its default, except the price and the group (clover.md 6.2). */
export function replaceItem(till: TillContext, item: ItemRow, body: ItemPatch): ItemRow {
  if (body.name === undefined) throw missField('name');
  const { id, name, price, itemGroupId, modifiedTime } = item;
  return updateItem(till, { ...NEW_ITEM, id, name, price, itemGroupId, modifiedTime }, body);
}

/** Deletes an item: its row stays, marked, and nothing points at it any more. */
export function removeItem(till: TillContext, item: ItemRow): void {
  const { state } = till;
  const nowMs = readNow(till);
  state.items.put({ ...item, deletedTime: nowMs, modifiedTime: nowMs });
  state.itemStocks.delete(item.id);
  for (const pairs of [
    state.itemCategories,
    state.itemModifierGroups,
    state.itemOptions,
    state.itemTags,
    state.itemTaxRates,
  ]) {
    pairs.dropLeft(item.id);
  }
  state.groupItems.dropRight(item.id);
}

function saveItem(till: TillContext, item: ItemRow): ItemRow {
  const { state } = till;
  const groupId = item.itemGroupId;
  if (groupId !== undefined) state.groupItems.link(groupId, item.id);
  const name = groupId === undefined ? storeText(item.name) : composeMemberName(till, groupId, item.id);
  return followStock(till, state.items.put({ ...item, name }));
}

function refuseUnknownGroup(till: TillContext, groupId: string): void {
  if (!till.state.itemGroups.has(groupId)) throw refuse(`Item group does not exist: ${groupId}`);
}
