import { z } from 'zod';
import { createId, readNow, type TillContext } from '../context.ts';
import { clearableText, missField, REFERENCE } from '../rest/body.ts';
import { refuse } from '../rest/failure.ts';
import type { CategoryRow } from '../rows.ts';

/** Below one parent, and only one level deep (clover.md 6.5). */
const MAX_SUBCATEGORIES = 50;

export const CATEGORY_BODY = z.object({
  name: z.string().min(1).max(127).exactOptional(),
  sortOrder: z.int().exactOptional(),
  colorCode: clearableText(9).exactOptional(),
  parentCategory: REFERENCE.nullable().exactOptional(),
});

export type CategoryBody = z.output<typeof CATEGORY_BODY>;

/** Adds a category, behind all others unless it says where. */
export function createCategory(till: TillContext, body: CategoryBody): CategoryRow {
  const { name, sortOrder = findLastPlace(till) + 1, parentCategory, ...fields } = body;
  if (name === undefined) throw missField('name');
  if (parentCategory) checkParent(till, parentCategory.id);
  const category: CategoryRow = {
    ...fields,
    id: createId(till),
    name,
    sortOrder,
    parentId: parentCategory?.id,
    modifiedTime: readNow(till),
  };
  if (parentCategory) till.state.categoryChildren.link(parentCategory.id, category.id);
  return till.state.categories.put(category);
}

/** Changes only what is sent; `null` as its parent puts a category to the top. */
export function updateCategory(till: TillContext, category: CategoryRow, body: CategoryBody): CategoryRow {
  const { parentCategory, ...fields } = body;
  const parentId = parentCategory === undefined ? category.parentId : parentCategory?.id;
  if (parentId !== category.parentId) moveCategory(till, category, parentId);
  return till.state.categories.put({ ...category, ...fields, parentId, modifiedTime: readNow(till) });
}

function moveCategory(till: TillContext, category: CategoryRow, parentId: string | undefined): void {
  const { state } = till;
  if (parentId !== undefined) {
    checkParent(till, parentId);
    const isOwn = parentId === category.id;
    if (isOwn || state.categoryChildren.rightsOf(category.id).size > 0)
      throw refuse('A subcategory cannot have subcategories');
  }
  state.categoryChildren.dropRight(category.id);
  if (parentId !== undefined) state.categoryChildren.link(parentId, category.id);
}

/** Deletes a category and those below it; the items stay (clover.md 6.5). */
export function removeCategory(till: TillContext, category: CategoryRow): void {
  const { state } = till;
  for (const child of [...state.categories.pick(state.categoryChildren.rightsOf(category.id))]) {
    removeCategory(till, child);
  }
  state.categoryChildren.dropRight(category.id);
  state.itemCategories.dropRight(category.id);
  state.orderTypeCategories.dropRight(category.id);
  state.categories.delete(category.id);
}

function findLastPlace(till: TillContext): number {
  let last = 0;
  for (const { sortOrder } of till.state.categories.values()) last = Math.max(last, sortOrder);
  return last;
}

function checkParent(till: TillContext, parentId: string): void {
  const parent = till.state.categories.get(parentId);
  if (!parent) throw refuse(`Category does not exist: ${parentId}`);
  if (parent.parentId !== undefined) throw refuse('A subcategory cannot have subcategories');
  if (till.state.categoryChildren.rightsOf(parentId).size >= MAX_SUBCATEGORIES) {
    throw refuse(`A category cannot have more than ${MAX_SUBCATEGORIES} subcategories`);
  }
}
