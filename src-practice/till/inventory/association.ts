import type { TillContext } from '../context.ts';
import type { Pairs } from '../pairs.ts';
import { refuse } from '../rest/failure.ts';
import type { Area } from '../tokens.ts';
import { renameMembers } from './member-names.ts';

/** One pair of `elements`; a side may be missing where clearing a whole side is possible. */
export interface PairIds {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** A call that ties two kinds of rows together (clover.md 6.3). */
export interface Association {
  /** `category_items`. */
  readonly path: string;
  readonly area: Area;
  /** The names of the two sides in a pair. */
  readonly left: string;
  readonly right: string;
  readonly pairs: Pairs;
  readonly hasLeft: (id: string) => boolean;
  readonly hasRight: (id: string) => boolean;
  /** Removing a pair with one side missing clears all of the other side. */
  readonly canClearSide?: boolean;
  /** Pairs can be listed. */
  readonly isListed?: boolean;
  /** Throws when the two do not fit together. */
  readonly checkFit?: (left: string, right: string) => void;
  /** Called when the pairs of a left row have changed. */
  readonly follow?: (left: string) => void;
}

/** All associations of the catalog. */
export function createAssociations(till: TillContext): Association[] {
  const { state } = till;
  const hasItem = (id: string): boolean => {
    const item = state.items.get(id);
    return item !== undefined && item.deletedTime === undefined;
  };
  const hasCategory = (id: string): boolean => state.categories.has(id);
  const ofItem = { area: 'inventory', left: 'item', hasLeft: hasItem } as const;
  return [
    {
      ...ofItem,
      path: 'category_items',
      right: 'category',
      pairs: state.itemCategories,
      hasRight: hasCategory,
      canClearSide: true,
    },
    {
      ...ofItem,
      path: 'item_modifier_groups',
      right: 'modifierGroup',
      pairs: state.itemModifierGroups,
      hasRight: (id) => state.modifierGroups.has(id),
    },
    {
      ...ofItem,
      path: 'option_items',
      right: 'option',
      pairs: state.itemOptions,
      hasRight: (id) => state.options.has(id),
      checkFit: (itemId, optionId) => checkOption(till, itemId, optionId),
      follow: (itemId) => renameMembers(till, [itemId]),
    },
    {
      ...ofItem,
      path: 'tag_items',
      right: 'tag',
      pairs: state.itemTags,
      hasRight: (id) => state.tags.has(id),
      isListed: true,
    },
    {
      ...ofItem,
      path: 'tax_rate_items',
      right: 'taxRate',
      pairs: state.itemTaxRates,
      hasRight: (id) => state.taxRates.has(id),
    },
    {
      path: 'order_type_categories',
      area: 'merchant',
      left: 'orderType',
      right: 'category',
      pairs: state.orderTypeCategories,
      hasLeft: (id) => state.orderTypes.has(id),
      hasRight: hasCategory,
    },
  ];
}

/** An item takes options of its own group only (clover.md 6.6). */
function checkOption(till: TillContext, itemId: string, optionId: string): void {
  const { state } = till;
  const groupId = state.items.get(itemId)?.itemGroupId;
  const attributeId = state.options.get(optionId)?.attributeId ?? '';
  if (groupId === undefined || state.attributes.get(attributeId)?.groupId !== groupId) {
    throw refuse(`Option ${optionId} does not belong to the item group of item ${itemId}`);
  }
}
