import type { TillContext } from '../context.ts';
import type { Route, TillCall } from '../rest/call.ts';
import { miss } from '../rest/failure.ts';
import { flag, number, text, texts } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import { createRowRoutes } from '../rest/row-routes.ts';
import type { ModifierGroupRow, ModifierRow } from '../rows.ts';
import { createItemList } from './item-list.ts';
import {
  createModifier,
  createModifierGroup,
  MODIFIER_BODY,
  MODIFIER_GROUP_BODY,
  removeModifier,
  removeModifierGroup,
  updateModifier,
  updateModifierGroup,
} from './modifier-desk.ts';
import { GROUP_EXPANDS, showModifier, showModifierGroup } from './modifier-view.ts';
import { RELATED_ITEM_EXPANDS, showRelatedItems } from './related-items.ts';

/** `/modifier_groups`, their modifiers and items, and `/modifiers` (clover.md 6.5). */
export function createModifierRoutes(till: TillContext): Route[] {
  const { modifierGroups, modifiers, itemModifierGroups } = till.state;
  const modifierList = createModifierList(till);
  const items = createItemList(till);
  const readGroupId = (call: TillCall): string => {
    const groupId = call.param('groupId');
    if (!modifierGroups.has(groupId)) throw miss('Modifier group');
    return groupId;
  };
  return [
    ...createRowRoutes(till, {
      path: '/modifier_groups',
      idName: 'groupId',
      noun: 'Modifier group',
      area: 'inventory',
      list: createGroupList(till),
      schema: MODIFIER_GROUP_BODY,
      find: (id) => modifierGroups.get(id),
      create: (body) => createModifierGroup(till, body),
      update: (group, body) => updateModifierGroup(till, group, body),
      remove: (group) => removeModifierGroup(till, group),
    }),
    ...createRowRoutes(till, {
      path: '/modifier_groups/{groupId}/modifiers',
      idName: 'modifierId',
      noun: 'Modifier',
      area: 'inventory',
      list: modifierList,
      schema: MODIFIER_BODY,
      narrow: (call) => {
        const groupId = readGroupId(call);
        return (modifier) => modifier.groupId === groupId;
      },
      find: (id) => modifiers.get(id),
      create: (body, call) => createModifier(till, readGroupId(call), body),
      update: (modifier, body) => updateModifier(till, modifier, body),
      remove: (modifier) => removeModifier(till, modifier),
    }),
    {
      method: 'GET',
      path: '/modifier_groups/{groupId}/items',
      area: 'inventory',
      answer: (call) => {
        const groupId = readGroupId(call);
        return answerList(till, call, items, ({ id }) => itemModifierGroups.has(id, groupId));
      },
    },
    {
      method: 'GET',
      path: '/modifiers',
      area: 'inventory',
      answer: (call) => answerList(till, call, modifierList),
    },
  ];
}

/** Recorded in the order of their names. */
function createGroupList(till: TillContext): List<ModifierGroupRow> {
  const { modifierGroups, itemModifierGroups, itemCategories } = till.state;
  const listIds = (): string[] =>
    [...modifierGroups.values()]
      .sort((left, right) => compareText(left.name, right.name))
      .map(({ id }) => id);
  const readCategoryIds = function* (group: ModifierGroupRow): Generator<string, undefined> {
    for (const itemId of itemModifierGroups.leftsOf(group.id)) yield* itemCategories.rightsOf(itemId);
  };
  return {
    source: readShelf(modifierGroups, listIds),
    fields: {
      modifiedTime: number((group) => group.modifiedTime),
      'category.id': texts(readCategoryIds),
      negativeSortOrder: number((group) => group.sortOrder && -group.sortOrder),
      'item.id': texts((group) => itemModifierGroups.leftsOf(group.id)),
      sortOrder: number((group) => group.sortOrder),
      name: text((group) => group.name),
      id: text((group) => group.id),
      showByDefault: flag((group) => group.showByDefault),
    },
    expands: { ...GROUP_EXPANDS, ...RELATED_ITEM_EXPANDS },
    show: (group, expand) => ({
      ...showModifierGroup(till, group, expand),
      ...showRelatedItems(till, itemModifierGroups.leftsOf(group.id), expand),
    }),
  };
}

/** Oldest first, as in `modifierIds`; which fields Clover lets be filtered is not published. */
function createModifierList(till: TillContext): List<ModifierRow> {
  const { modifiers } = till.state;
  return {
    source: readShelf(modifiers, () => modifiers.keys()),
    fields: {
      modifiedTime: number((modifier) => modifier.modifiedTime),
      name: text((modifier) => modifier.name),
      price: number((modifier) => modifier.price),
      available: flag((modifier) => modifier.available),
      'modifierGroup.id': text((modifier) => modifier.groupId),
      id: text((modifier) => modifier.id),
    },
    expands: {},
    show: showModifier,
  };
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
