import type { TillContext } from '../context.ts';
import type { Route } from '../rest/call.ts';
import { miss } from '../rest/failure.ts';
import { flag, number, text } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import { createRowRoutes } from '../rest/row-routes.ts';
import type { CategoryRow } from '../rows.ts';
import { CATEGORY_BODY, createCategory, removeCategory, updateCategory } from './category-desk.ts';
import { showCategory } from './category-view.ts';
import { createItemList } from './item-list.ts';
import { RELATED_ITEM_EXPANDS, showRelatedItems } from './related-items.ts';

/** `/categories` and the items of one (clover.md 6.5). */
export function createCategoryRoutes(till: TillContext): Route[] {
  const { categories, itemCategories } = till.state;
  const items = createItemList(till);
  return [
    ...createRowRoutes(till, {
      path: '/categories',
      idName: 'categoryId',
      noun: 'Category',
      area: 'inventory',
      list: createCategoryList(till),
      schema: CATEGORY_BODY,
      find: (id) => categories.get(id),
      create: (body) => createCategory(till, body),
      update: (category, body) => updateCategory(till, category, body),
      remove: (category) => removeCategory(till, category),
    }),
    {
      method: 'GET',
      path: '/categories/{categoryId}/items',
      area: 'inventory',
      answer: (call) => {
        const categoryId = call.param('categoryId');
        if (!categories.has(categoryId)) throw miss('Category');
        return answerList(till, call, items, ({ id }) => itemCategories.has(id, categoryId));
      },
    },
  ];
}

/** In the order of the till's screen. */
function createCategoryList(till: TillContext): List<CategoryRow> {
  const { categories, itemCategories } = till.state;
  const listIds = (): string[] =>
    [...categories.values()].sort((left, right) => left.sortOrder - right.sortOrder).map(({ id }) => id);
  return {
    source: readShelf(categories, listIds),
    fields: {
      modifiedTime: number((category) => category.modifiedTime),
      deleted: flag(() => false),
      sortOrder: number((category) => category.sortOrder),
      name: text((category) => category.name),
      colorCode: text((category) => category.colorCode),
      id: text((category) => category.id),
    },
    expands: RELATED_ITEM_EXPANDS,
    show: (category, expand) => ({
      ...showCategory(category),
      ...showRelatedItems(till, itemCategories.leftsOf(category.id), expand),
    }),
  };
}
