import { z } from 'zod';
import { createId, readNow, type TillContext } from '../context.ts';
import { missField, REFERENCE } from '../rest/body.ts';
import { refuse } from '../rest/failure.ts';
import type { AttributeRow, ItemGroupRow, OptionRow } from '../rows.ts';
import { removeItem } from './item-desk.ts';
import { renameMembers } from './member-names.ts';

const NAME = z.string().min(1).max(255).exactOptional();

export const NAMED_BODY = z.object({ name: NAME });
export const ATTRIBUTE_BODY = z.object({ name: NAME, itemGroup: REFERENCE.exactOptional() });

type NamedBody = z.output<typeof NAMED_BODY>;

/** Adds a group without attributes or members. */
export function createItemGroup(till: TillContext, { name }: NamedBody): ItemGroupRow {
  if (name === undefined) throw missField('name');
  return till.state.itemGroups.put({ id: createId(till), name, modifiedTime: readNow(till) });
}

/** Renames a group, and with it its members (clover.md 6.6). */
export function updateItemGroup(till: TillContext, group: ItemGroupRow, body: NamedBody): ItemGroupRow {
  const saved = till.state.itemGroups.put({ ...group, ...body, modifiedTime: readNow(till) });
  renameMembers(till, till.state.groupItems.rightsOf(group.id));
  return saved;
}

/** Deletes a group with its attributes. Its members go too or become plain items: unpublished. */
export function removeItemGroup(till: TillContext, group: ItemGroupRow): void {
  const { state } = till;
  for (const item of [...state.items.pick(state.groupItems.rightsOf(group.id))]) {
    if (till.answers.groupDeleteCascades) removeItem(till, item);
    else state.items.put({ ...item, itemGroupId: undefined, modifiedTime: readNow(till) });
  }
  state.groupItems.dropLeft(group.id);
  for (const attribute of [...state.attributes.pick(state.groupAttributes.rightsOf(group.id))]) {
    removeAttribute(till, attribute);
  }
  state.itemGroups.delete(group.id);
}

/** Adds an attribute, for example a size, to its group. */
export function createAttribute(
  till: TillContext,
  { name, itemGroup }: z.output<typeof ATTRIBUTE_BODY>,
): AttributeRow {
  if (name === undefined) throw missField('name');
  if (!itemGroup) throw missField('itemGroup');
  if (!till.state.itemGroups.has(itemGroup.id)) throw refuse(`Item group does not exist: ${itemGroup.id}`);
  const id = createId(till);
  till.state.groupAttributes.link(itemGroup.id, id);
  return till.state.attributes.put({ id, groupId: itemGroup.id, name });
}

/** Renames an attribute; it stays in its group. */
export function updateAttribute(till: TillContext, attribute: AttributeRow, body: NamedBody): AttributeRow {
  const { name = attribute.name } = body;
  return till.state.attributes.put({ ...attribute, name });
}

/** Deletes an attribute with its options. */
export function removeAttribute(till: TillContext, attribute: AttributeRow): void {
  const { state } = till;
  for (const option of [...state.options.pick(state.attributeOptions.rightsOf(attribute.id))]) {
    removeOption(till, option);
  }
  state.groupAttributes.dropRight(attribute.id);
  state.attributes.delete(attribute.id);
}

/** Adds an option, for example `Large`, to its attribute. */
export function createOption(till: TillContext, attributeId: string, { name }: NamedBody): OptionRow {
  if (name === undefined) throw missField('name');
  const id = createId(till);
  till.state.attributeOptions.link(attributeId, id);
  return till.state.options.put({ id, attributeId, name });
}

/** Renames an option, and with it the items that have it (clover.md 6.6). */
export function updateOption(till: TillContext, option: OptionRow, body: NamedBody): OptionRow {
  const saved = till.state.options.put({ ...option, ...body });
  renameMembers(till, till.state.itemOptions.leftsOf(option.id));
  return saved;
}

/** Deletes an option; items that had it lose the word. */
export function removeOption(till: TillContext, option: OptionRow): void {
  const { state } = till;
  const memberIds = [...state.itemOptions.leftsOf(option.id)];
  state.itemOptions.dropRight(option.id);
  state.attributeOptions.dropRight(option.id);
  state.options.delete(option.id);
  renameMembers(till, memberIds);
}
