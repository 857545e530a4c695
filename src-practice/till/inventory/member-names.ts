import { readNow, type TillContext } from '../context.ts';

/** Between the group's name and the options'; Clover's own format is unpublished (clover.md 6.6). */
export const MEMBER_NAME_SEPARATOR = ' ';

const MAX_NAME_LENGTH = 127;

/** The name Clover gives a member of an item group: the group, then one option for each attribute. */
export function composeMemberName(till: TillContext, groupId: string, itemId: string): string {
  const { state } = till;
  const words = [state.itemGroups.get(groupId)?.name ?? ''];
  const chosenIds = state.itemOptions.rightsOf(itemId);
  for (const attributeId of state.groupAttributes.rightsOf(groupId)) {
    for (const optionId of state.attributeOptions.rightsOf(attributeId)) {
      const option = chosenIds.has(optionId) ? state.options.get(optionId) : undefined;
      if (option) words.push(option.name);
    }
  }
  return words.join(MEMBER_NAME_SEPARATOR).slice(0, MAX_NAME_LENGTH);
}

/** Renews the names of members; one whose name changes counts as modified. */
export function renameMembers(till: TillContext, itemIds: Iterable<string>): void {
  for (const itemId of itemIds) {
    const item = till.state.items.get(itemId);
    if (item?.itemGroupId === undefined || item.deletedTime !== undefined) continue;
    const name = composeMemberName(till, item.itemGroupId, itemId);
    if (name !== item.name) till.state.items.put({ ...item, name, modifiedTime: readNow(till) });
  }
}
