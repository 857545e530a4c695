import type { TillContext } from './context.ts';
import { updateCategory } from './inventory/category-desk.ts';
import type { ItemPatch } from './inventory/item-body.ts';
import { addItem, checkNewItem, findItem, removeItem, updateItem } from './inventory/item-desk.ts';
import { updateItemGroup, updateOption } from './inventory/item-group-desk.ts';
import { setStock } from './inventory/stock-desk.ts';
import { settlePrints } from './kitchen/print-desk.ts';
import { createOrderStaff, type TillOrderStaff } from './order-staff.ts';
import { ringUp, takeBack } from './orders/sale-desk.ts';
import { storeText } from './rest/body.ts';
import type { Shelf } from './shelf.ts';

/** People at the till. Throws on ids that are not there and on what the API would refuse. */
export interface TillStaff extends TillOrderStaff {
  /**
   * Rings up a paid order of one item; returns the order's id. Lowers a quantity that was set, if the
   * merchant's sales lower stock; it may go negative.
   */
  sell(itemId: string, quantity: number): string;
  /** Takes back what was sold last of an item, the newest order first. */
  refund(itemId: string, quantity: number): void;
  /** Changes an item, with the fields of the API. */
  editItem(itemId: string, patch: ItemPatch): void;
  /** Sets the quantity to what was counted. */
  recount(itemId: string, quantity: number): void;
  /** Returns the new item's id. */
  addItem(body: ItemPatch): string;
  removeItem(itemId: string): void;
  /** The till's own people see at once what its API shows a moment later (clover.md 6.3). */
  lookAround(): void;
  /** Puts an item into these categories and no others. */
  placeItem(itemId: string, categoryIds: readonly string[]): void;
  renameCategory(categoryId: string, name: string): void;
  /** null: to the top. */
  moveCategory(categoryId: string, parentId: string | null): void;
  /** Renames the members too, as `renameOption` does. */
  renameGroup(itemGroupId: string, name: string): void;
  renameOption(optionId: string, name: string): void;
}

/** The staff of a till. */
export function createStaff(till: TillContext): TillStaff {
  const { state } = till;
  return {
    ...createOrderStaff(till),
    sell: (itemId, quantity) => {
      settlePrints(till);
      return ringUp(till, findItem(till, itemId), quantity).id;
    },
    refund: (itemId, quantity) => {
      settlePrints(till);
      takeBack(till, findItem(till, itemId), quantity);
    },
    editItem: (itemId, patch) => void updateItem(till, findItem(till, itemId), patch),
    recount: (itemId, quantity) => setStock(till, findItem(till, itemId).id, quantity),
    addItem: (body) => addItem(till, checkNewItem(till, body)).id,
    lookAround: () => till.associationWrites.settle(Number.POSITIVE_INFINITY),
    placeItem: (itemId, categoryIds) => {
      // What the API has accepted came before, seen or not.
      till.associationWrites.settle(Number.POSITIVE_INFINITY);
      state.itemCategories.dropLeft(itemId);
      for (const categoryId of categoryIds) state.itemCategories.link(itemId, categoryId);
    },
    removeItem: (itemId) => removeItem(till, findItem(till, itemId)),
    renameCategory: (categoryId, name) => {
      updateCategory(till, find(state.categories, categoryId), { name: storeText(name) });
    },
    moveCategory: (categoryId, parentId) => {
      const parentCategory = parentId === null ? null : { id: parentId };
      updateCategory(till, find(state.categories, categoryId), { parentCategory });
    },
    renameGroup: (itemGroupId, name) => {
      updateItemGroup(till, find(state.itemGroups, itemGroupId), { name: storeText(name) });
    },
    renameOption: (optionId, name) => {
      updateOption(till, find(state.options, optionId), { name: storeText(name) });
    },
  };
}

function find<Row extends { readonly id: string }>(shelf: Shelf<Row>, id: string): Row {
  const row = shelf.get(id);
  if (!row) throw new Error(`the till has no row ${id}`);
  return row;
}
