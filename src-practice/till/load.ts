import type { TillCatalog, TillCatalogItem, TillCatalogItemGroup } from './catalog.ts';
import type { TillContext } from './context.ts';
import { createCategory } from './inventory/category-desk.ts';
import { addItem, checkNewItem, removeItem } from './inventory/item-desk.ts';
import { createAttribute, createItemGroup, createOption } from './inventory/item-group-desk.ts';
import { renameMembers } from './inventory/member-names.ts';
import { createModifier, createModifierGroup } from './inventory/modifier-desk.ts';
import { setStock } from './inventory/stock-desk.ts';
import { createTag } from './inventory/tag-routes.ts';
import { createTaxRate } from './inventory/tax-rate-routes.ts';
import type { Pairs } from './pairs.ts';
import { storeText } from './rest/body.ts';

/** The ids that were drawn: by key, and of the items in the catalog's order. */
export interface LoadedIds {
  readonly categories: ReadonlyMap<string, string>;
  readonly modifierGroups: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly taxRates: ReadonlyMap<string, string>;
  readonly itemGroups: ReadonlyMap<string, string>;
  readonly items: readonly string[];
}

/** A tax rate of one percent (clover.md 6.5). */
const ONE_PERCENT = 100_000;

/** Puts a catalog into the till without requests. Throws on a key that names nothing. */
export function loadCatalog(till: TillContext, catalog: TillCatalog): LoadedIds {
  const ids = {
    categories: loadCategories(till, catalog),
    modifierGroups: loadModifierGroups(till, catalog),
    tags: keyIds(catalog.tags, ({ name }) => createTag(till, { name: storeText(name) })),
    taxRates: keyIds(catalog.taxRates, ({ name, ratePercent, isDefault }) =>
      createTaxRate(till, { name: storeText(name), rate: Math.round(ratePercent * ONE_PERCENT), isDefault }),
    ),
    itemGroups: keyIds(catalog.itemGroups, (group) => loadItemGroup(till, group)),
  };
  const items = catalog.items.map((item) => loadItem(till, ids, item));
  return { ...ids, items };
}

function loadCategories(till: TillContext, { categories }: TillCatalog): Map<string, string> {
  const ids = new Map<string, string>();
  const parentsFirst = [
    ...categories.filter(({ parentKey }) => parentKey === undefined),
    ...categories.filter(({ parentKey }) => parentKey !== undefined),
  ];
  for (const { key, name, sortOrder, parentKey } of parentsFirst) {
    const category = createCategory(till, {
      name: storeText(name),
      ...(sortOrder !== undefined && { sortOrder }),
      ...(parentKey !== undefined && { parentCategory: { id: findId(ids, parentKey) } }),
    });
    ids.set(key, category.id);
  }
  return ids;
}

function loadModifierGroups(till: TillContext, { modifierGroups }: TillCatalog): Map<string, string> {
  return keyIds(modifierGroups, ({ name, minRequired, maxAllowed, modifiers }) => {
    const group = createModifierGroup(till, { name: storeText(name), minRequired, maxAllowed });
    for (const modifier of modifiers) {
      createModifier(till, group.id, {
        name: storeText(modifier.name),
        price: modifier.priceCents,
        available: modifier.available ?? true,
      });
    }
    return group;
  });
}

function loadItemGroup(till: TillContext, { name, attributes }: TillCatalogItemGroup): { id: string } {
  const group = createItemGroup(till, { name: storeText(name) });
  for (const attribute of attributes) {
    const { id } = createAttribute(till, { name: storeText(attribute.name), itemGroup: group });
    for (const option of attribute.options) createOption(till, id, { name: storeText(option) });
  }
  return group;
}

function loadItem(till: TillContext, ids: Omit<LoadedIds, 'items'>, given: TillCatalogItem): string {
  const { state } = till;
  const { name, priceCents, group, stock, deleted = false } = given;
  const { categoryKeys, modifierGroupKeys, tagKeys, taxRateKeys } = given;
  const item = addItem(
    till,
    checkNewItem(till, {
      name,
      price: priceCents,
      priceType: given.priceType ?? 'FIXED',
      unitName: given.unitName,
      sku: given.sku,
      code: given.code,
      alternateName: given.alternateName && storeText(given.alternateName),
      hidden: given.hidden ?? false,
      available: given.available ?? true,
      autoManage: given.autoManage ?? false,
      // Rates of its own instead of the default ones.
      defaultTaxRates: taxRateKeys === undefined || taxRateKeys.length === 0,
      ...(group && { itemGroup: { id: findId(ids.itemGroups, group.key) } }),
    }),
  );
  linkKeys(state.itemCategories, item.id, ids.categories, categoryKeys);
  linkKeys(state.itemModifierGroups, item.id, ids.modifierGroups, modifierGroupKeys);
  linkKeys(state.itemTags, item.id, ids.tags, tagKeys);
  linkKeys(state.itemTaxRates, item.id, ids.taxRates, taxRateKeys);
  if (group) chooseOptions(till, item.id, findId(ids.itemGroups, group.key), group.options);
  if (stock !== undefined) setStock(till, item.id, stock);
  if (deleted) removeItem(till, state.items.get(item.id) ?? item);
  return item.id;
}

function chooseOptions(
  till: TillContext,
  itemId: string,
  groupId: string,
  optionNames: readonly string[],
): void {
  const { state } = till;
  const attributeIds = [...state.groupAttributes.rightsOf(groupId)];
  optionNames.forEach((name, index) => {
    const options = state.options.pick(state.attributeOptions.rightsOf(attributeIds[index] ?? ''));
    const option = [...options].find((candidate) => candidate.name === storeText(name));
    if (!option) throw new Error(`the item group ${groupId} has no option ${name} at place ${index + 1}`);
    state.itemOptions.link(itemId, option.id);
  });
  renameMembers(till, [itemId]);
}

function linkKeys(
  pairs: Pairs,
  itemId: string,
  ids: ReadonlyMap<string, string>,
  keys: readonly string[] = [],
): void {
  for (const key of keys) pairs.link(itemId, findId(ids, key));
}

function keyIds<Row extends { readonly key: string }>(
  rows: readonly Row[],
  create: (row: Row) => { readonly id: string },
): Map<string, string> {
  return new Map(rows.map((row) => [row.key, create(row).id]));
}

function findId(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the catalog has no row with the key ${key}`);
  return id;
}
