import { keyTillCategory } from './build-patch.ts';
import { asCloverId, type CloverId, type WooId } from './ids.ts';
import { foldText } from './name-fold.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanRow } from './plan-row.ts';
import type { StoreCatalog, StoreCategory } from './store-catalog.ts';
import type { TillItem } from './till-catalog.ts';

/** A thing on the till that becomes a store category: a category, or in tag mode a label or item group. */
interface Source {
  readonly id: CloverId;
  readonly name: string;
  readonly parentId: CloverId | null;
}

export interface CategoryPlan {
  readonly rows: readonly PlanRow[];
  /** Sorted category keys of an item, see `build-patch.ts`. */
  readonly keysOf: (item: TillItem) => readonly string[];
  /** Store categories that a till category is linked to. */
  readonly owned: ReadonlySet<WooId>;
  readonly fallback: WooId | null;
  /** Till category of each store category that is linked, by the store id as text. */
  readonly tillIds: ReadonlyMap<string, CloverId>;
}

/** Stands for the setting `import.defaultCategory`: it is no till category and has no Clover id. */
const DEFAULT_CATEGORY_ID = asCloverId('DEFAULT');

/**
 * Pairs till categories with store categories (linked before, else same name under the same parent, else the
 * only one of that name) and plans the missing ones, parents first.
 * @param linked store ids of categories linked earlier
 */
export function planCategories(
  context: PlanContext,
  store: StoreCatalog,
  linked: ReadonlyMap<CloverId, WooId>,
): CategoryPlan {
  const index = createCategoryIndex(store.categories);
  const keys = new Map<CloverId, string>();
  const owned = new Set<WooId>();
  const rows: PlanRow[] = [];
  for (const source of listSources(context)) {
    const known = linked.get(source.id);
    const earlier = known !== undefined && index.byId.has(known) ? known : null;
    // Somebody deleted it in the store; it is not made again behind their back.
    if (context.isLive && known !== undefined && earlier === null) continue;
    const found = earlier ?? findCategory(source, keys, index);
    keys.set(source.id, found === null ? keyTillCategory(source.id) : String(found));
    if (found !== null) owned.add(found);
    if (earlier === null) rows.push(createCategoryRow(source, found));
  }
  const fallback =
    store.categories.find((category) => foldText(category.name) === 'uncategorized')?.id ?? null;
  const tillIds = new Map<string, CloverId>();
  for (const [id, key] of keys) if (!tillIds.has(key)) tillIds.set(key, id);
  return { rows, owned, fallback, tillIds, keysOf: createKeyReader(context, keys) };
}

function listSources(context: PlanContext): Source[] {
  const { catalog, settings } = context;
  const sources: Source[] = [];
  if (settings['import.categoryMode'] === 'tag') {
    for (const tag of catalog.tags.values()) sources.push({ ...tag, parentId: null });
    for (const group of catalog.itemGroups.values())
      sources.push({ id: group.id, name: group.name, parentId: null });
  } else {
    const sorted = [...catalog.categories.values()].sort((left, right) => left.sortOrder - right.sortOrder);
    // One level of subcategories is all there is (clover.md 6.5), so parents first is enough.
    sources.push(...sorted.filter((category) => category.parentId === null));
    sources.push(...sorted.filter((category) => category.parentId !== null));
  }
  const name = settings['import.defaultCategory'];
  if (name !== '') sources.push({ id: DEFAULT_CATEGORY_ID, name, parentId: null });
  return sources;
}

interface CategoryIndex {
  readonly byId: ReadonlyMap<WooId, StoreCategory>;
  readonly byPlace: ReadonlyMap<string, WooId>;
  readonly byName: ReadonlyMap<string, readonly WooId[]>;
}

function createCategoryIndex(categories: readonly StoreCategory[]): CategoryIndex {
  const byName = new Map<string, WooId[]>();
  for (const category of categories) {
    const name = foldText(category.name);
    byName.set(name, [...(byName.get(name) ?? []), category.id]);
  }
  return {
    byId: new Map(categories.map((category) => [category.id, category])),
    byPlace: new Map(
      categories.map((category) => [`${category.parentId ?? 0}/${foldText(category.name)}`, category.id]),
    ),
    byName,
  };
}

function findCategory(
  source: Source,
  keys: ReadonlyMap<CloverId, string>,
  index: CategoryIndex,
): WooId | null {
  const parentKey = source.parentId === null ? '0' : keys.get(source.parentId);
  const exact = index.byPlace.get(`${parentKey}/${foldText(source.name)}`);
  if (exact !== undefined) return exact;
  const named = index.byName.get(foldText(source.name)) ?? [];
  return named.length === 1 ? (named[0] ?? null) : null;
}

function createCategoryRow(source: Source, found: WooId | null): PlanRow {
  return {
    kind: 'category',
    action: found === null ? 'create_woo' : 'link',
    reason: found === null ? 'NEW_CATEGORY' : 'SAME_NAME',
    notes: [],
    cloverId: source.id,
    wooId: found,
    parentCloverId: source.parentId,
    name: source.name,
    sku: '',
    decisions: [],
    patch: found === null ? { name: source.name } : null,
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
  };
}

function createKeyReader(
  context: PlanContext,
  keys: ReadonlyMap<CloverId, string>,
): (item: TillItem) => readonly string[] {
  const isTagMode = context.settings['import.categoryMode'] === 'tag';
  const fallback = keys.get(DEFAULT_CATEGORY_ID);
  return (item) => {
    const labels = item.tagIds.length > 0 || item.groupId === null ? item.tagIds : [item.groupId];
    const found = (isTagMode ? labels : item.categoryIds)
      .map((id) => keys.get(id))
      .filter((key) => key !== undefined);
    if (found.length === 0 && fallback !== undefined) return [fallback];
    return [...new Set(found)].sort();
  };
}
