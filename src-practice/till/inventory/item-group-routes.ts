import type { TillContext } from '../context.ts';
import type { Route, TillCall } from '../rest/call.ts';
import { type Expand, showRelated } from '../rest/expand.ts';
import { miss } from '../rest/failure.ts';
import { number, text, vacant } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import { createRowRoutes } from '../rest/row-routes.ts';
import type { AttributeRow, ItemGroupRow, OptionRow } from '../rows.ts';
import {
  ATTRIBUTE_BODY,
  createAttribute,
  createItemGroup,
  createOption,
  NAMED_BODY,
  removeAttribute,
  removeItemGroup,
  removeOption,
  updateAttribute,
  updateItemGroup,
  updateOption,
} from './item-group-desk.ts';
import { ATTRIBUTE_EXPANDS, showAttribute, showOption } from './item-group-view.ts';
import { RELATED_ITEM_EXPANDS, showRelatedItems } from './related-items.ts';

/** `/item_groups`, `/attributes` and their options, `/options` (clover.md 6.6). */
export function createItemGroupRoutes(till: TillContext): Route[] {
  const { itemGroups, attributes, options } = till.state;
  const optionList = createOptionList(till);
  const readAttributeId = (call: TillCall): string => {
    const attributeId = call.param('attributeId');
    if (!attributes.has(attributeId)) throw miss('Attribute');
    return attributeId;
  };
  return [
    ...createRowRoutes(till, {
      path: '/item_groups',
      idName: 'groupId',
      noun: 'Item group',
      area: 'inventory',
      list: createGroupList(till),
      schema: NAMED_BODY,
      find: (id) => itemGroups.get(id),
      create: (body) => createItemGroup(till, body),
      update: (group, body) => updateItemGroup(till, group, body),
      remove: (group) => removeItemGroup(till, group),
    }),
    ...createRowRoutes(till, {
      path: '/attributes',
      idName: 'attributeId',
      noun: 'Attribute',
      area: 'inventory',
      list: createAttributeList(till),
      schema: ATTRIBUTE_BODY,
      find: (id) => attributes.get(id),
      create: (body) => createAttribute(till, body),
      update: (attribute, body) => updateAttribute(till, attribute, body),
      remove: (attribute) => removeAttribute(till, attribute),
    }),
    ...createRowRoutes(till, {
      path: '/attributes/{attributeId}/options',
      idName: 'optionId',
      noun: 'Option',
      area: 'inventory',
      list: optionList,
      schema: NAMED_BODY,
      narrow: (call) => {
        const attributeId = readAttributeId(call);
        return (option) => option.attributeId === attributeId;
      },
      find: (id) => options.get(id),
      create: (body, call) => createOption(till, readAttributeId(call), body),
      update: (option, body) => updateOption(till, option, body),
      remove: (option) => removeOption(till, option),
    }),
    {
      method: 'GET',
      path: '/options',
      area: 'inventory',
      answer: (call) => answerList(till, call, optionList),
    },
  ];
}

function createGroupList(till: TillContext): List<ItemGroupRow> {
  const { itemGroups, attributes, groupAttributes, groupItems } = till.state;
  const showAttributes = (group: ItemGroupRow, expand: Expand): unknown =>
    showRelated(attributes.pick(groupAttributes.rightsOf(group.id)), (attribute) =>
      showAttribute(till, attribute, expand),
    );
  return {
    source: readShelf(itemGroups, () => itemGroups.listNewestIds()),
    fields: {
      modifiedTime: number((group) => group.modifiedTime),
      name: text((group) => group.name),
      id: text((group) => group.id),
      deletedTime: vacant(),
    },
    expands: { ...RELATED_ITEM_EXPANDS, attributes: { area: 'inventory', nested: ATTRIBUTE_EXPANDS } },
    show: (group, expand) => {
      const attributeExpand = expand.get('attributes');
      return {
        id: group.id,
        name: group.name,
        ...(attributeExpand && { attributes: showAttributes(group, attributeExpand) }),
        ...showRelatedItems(till, groupItems.rightsOf(group.id), expand),
      };
    },
  };
}

/** Oldest first, the order of the words in a member's name; the fields are not published. */
function createAttributeList(till: TillContext): List<AttributeRow> {
  const { attributes } = till.state;
  return {
    source: readShelf(attributes, () => attributes.keys()),
    fields: {
      name: text((attribute) => attribute.name),
      'itemGroup.id': text((attribute) => attribute.groupId),
      id: text((attribute) => attribute.id),
    },
    expands: ATTRIBUTE_EXPANDS,
    show: (attribute, expand) => showAttribute(till, attribute, expand),
  };
}

function createOptionList(till: TillContext): List<OptionRow> {
  const { options } = till.state;
  return {
    source: readShelf(options, () => options.keys()),
    fields: {
      name: text((option) => option.name),
      'attribute.id': text((option) => option.attributeId),
      id: text((option) => option.id),
    },
    expands: {},
    show: showOption,
  };
}
