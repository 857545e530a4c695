import type { FieldName } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';
import type { Choice, KnownLink } from './known-link.ts';
import type { LivePlan } from './live-plan.ts';
import { matchItem } from './matching.ts';
import { type CategoryPlan, planCategories } from './plan-categories.ts';
import { planCategoryRenames, planTillCategories } from './plan-category-changes.ts';
import { planCategoryPlaces } from './plan-category-places.ts';
import { createPlanContext, type PlanContext } from './plan-context.ts';
import { planGroup } from './plan-group.ts';
import { planSubject } from './plan-item.ts';
import { planGone, planStoreOnly } from './plan-leftovers.ts';
import type { PlanRow } from './plan-row.ts';
import type { ItemPlanner } from './plan-subject.ts';
import type { Settings } from './settings.ts';
import type { StoreCatalog, StoreFacts } from './store-catalog.ts';
import { createStoreIndex } from './store-index.ts';
import type { TillCatalog, TillFacts, TillItem } from './till-catalog.ts';
import { createStoreReader, createTillReader } from './till-values.ts';
import type { Underway } from './underway.ts';
import { describeItem } from './wanted-fields.ts';

export interface PlanInput {
  readonly settings: Settings;
  readonly till: TillCatalog;
  readonly tillFacts: TillFacts;
  readonly store: StoreCatalog;
  readonly storeFacts: StoreFacts;
  readonly links: readonly KnownLink[];
  readonly choices: ReadonlyMap<CloverId, Choice>;
  /** What the sync is still making; absent where a plan of its own follows on what it has made. */
  readonly underway?: Underway;
  /** Fields whose open conflict waits for a person whatever the values say; absent where nothing is open. */
  readonly held?: (id: CloverId) => ReadonlySet<FieldName>;
  /** Present where changes go both ways; absent for an import from the till. */
  readonly live?: LivePlan;
}

const NONE: ReadonlySet<FieldName> = new Set();
const NO_KEYS: ReadonlySet<string> = new Set();

/**
 * What an import from the till would do to the store, row by row; nothing is written. A generator, so that
 * the caller can keep rows in portions and let other work run in between.
 */
export function* planImport(input: PlanInput): Generator<PlanRow> {
  const context = createPlanContext(
    input.settings,
    input.till,
    input.tillFacts,
    input.storeFacts,
    input.live !== undefined,
  );
  const categories = planCategories(context, input.store, listCategoryLinks(input.links));
  // Those that the store already has are linked; where it may not be written to, it gets no others.
  const isWanted = createCategoryWish(input);
  yield* categories.rows.filter(
    (row) => row.patch === null || (input.live?.reach !== 'till' && isWanted(row.cloverId)),
  );
  if (input.live) yield* planCategoryChanges(input, input.live, context, categories);

  const planner: ItemPlanner = {
    context,
    index: createStoreIndex(input.store),
    foreign: categories,
    tillIds: categories.tillIds,
    links: new Map(
      input.links.filter((link) => link.kind !== 'category').map((link) => [link.cloverId, link]),
    ),
    choices: input.choices,
    taken: new Set([
      ...input.links.filter((link) => link.kind !== 'category').map((link) => link.wooId),
      ...(input.underway?.storeIds ?? []),
    ]),
    underway: input.underway?.tillIds ?? new Set(),
    held: (id) => input.held?.(id) ?? NONE,
    live: input.live ?? null,
    beside: [],
  };
  const suggested = new Set<WooId>();
  const { groups, singles } = sortIntoGroups(input.till);
  for (const [groupId, items] of groups) {
    const group = input.till.itemGroups.get(groupId);
    if (!group) continue;
    for (const row of planGroup(group, items, categories, planner)) yield noteSuggestions(row, suggested);
    yield* planner.beside.splice(0);
  }
  for (const item of singles) {
    const subject = {
      kind: 'product' as const,
      id: item.id,
      parentId: null,
      name: item.name,
      sku: item.sku,
      fields: describeItem(item, 'product', categories.keysOf(item), context),
      toTill: createTillReader(item, 'product', categories.tillIds, context),
      toStore: createStoreReader(item, context),
      tillCategories: item.categoryIds,
      made: { kind: 'product' as const },
    };
    const row = planSubject(
      subject,
      () => matchItem(item, 'simple', planner.taken, planner.index, context),
      planner,
    );
    yield noteSuggestions(row, suggested);
    yield* planner.beside.splice(0);
  }
  const onTill = new Set<CloverId>([...input.till.items.map((item) => item.id), ...groups.keys()]);
  yield* planGone(input.links, (id) => onTill.has(id), planner);
  if (!input.live?.isPartial) yield* planStoreOnly(input.store, planner.taken, suggested, planner);
}

/** Whether the store is to get a category: one that an undo took away only where something in it is kept in step. */
function createCategoryWish({ live, links, till }: PlanInput): (id: CloverId | null) => boolean {
  const undone = live?.undone ?? NO_KEYS;
  if (undone.size === 0) return () => true;
  const kept = new Set<string>(links.map(({ cloverId }) => cloverId));
  const used = new Set<CloverId>();
  for (const { id, groupId, categoryIds, tagIds } of till.items) {
    if (!kept.has(id) && !live?.mayCreate?.has(id)) continue;
    for (const place of [...categoryIds, ...tagIds, ...(groupId === null ? [] : [groupId])]) {
      used.add(place);
      const parentId = till.categories.get(place)?.parentId ?? null;
      if (parentId !== null) used.add(parentId);
    }
  }
  return (id) => id === null || !undone.has(id) || used.has(id);
}

function planCategoryChanges(
  input: PlanInput,
  live: LivePlan,
  context: PlanContext,
  { owned, fallback }: CategoryPlan,
): PlanRow[] {
  const { store, links } = input;
  const linked = new Set(links.filter((link) => link.kind === 'product').map((link) => link.wooId));
  const known = links.filter((link) => link.kind === 'category').map((link) => link.wooId);
  const { mayCreate } = live;
  // A look at a few products is about those; of all, only the new ones bring their categories along.
  const isMeant = (id: WooId): boolean =>
    mayCreate === null ? live.isPartial === false || linked.has(id) : mayCreate.has(String(id));
  return [
    ...planCategoryRenames(context, store, links, live),
    ...planCategoryPlaces(input).rows,
    ...planTillCategories(context, store, new Set([...owned, ...known]), fallback, isMeant, live),
  ];
}

function noteSuggestions(row: PlanRow, suggested: Set<WooId>): PlanRow {
  for (const suggestion of row.suggestions) suggested.add(suggestion.wooId);
  return row;
}

function listCategoryLinks(links: readonly KnownLink[]): Map<CloverId, WooId> {
  return new Map(links.filter((link) => link.kind === 'category').map((link) => [link.cloverId, link.wooId]));
}

/** An item whose group no longer exists is sold by itself. */
function sortIntoGroups(till: TillCatalog): { groups: Map<CloverId, TillItem[]>; singles: TillItem[] } {
  const groups = new Map<CloverId, TillItem[]>();
  const singles: TillItem[] = [];
  for (const item of till.items) {
    if (item.groupId === null || !till.itemGroups.has(item.groupId)) {
      singles.push(item);
      continue;
    }
    const members = groups.get(item.groupId);
    if (members) members.push(item);
    else groups.set(item.groupId, [item]);
  }
  return { groups, singles };
}
