import type { CategoryRow } from '../rows.ts';

/** A category as recorded inside an item; its modifiedTime is filterable and not shown (clover.md 6.5). */
export function showCategory(category: CategoryRow): Record<string, unknown> {
  return {
    id: category.id,
    name: category.name,
    sortOrder: category.sortOrder,
    colorCode: category.colorCode,
    parentCategory: category.parentId === undefined ? undefined : { id: category.parentId },
    deleted: false,
  };
}
