import type { CloverId, WooId } from './ids.ts';
import type { KnownLink } from './known-link.ts';
import { keyNewCategory, type LivePlan } from './live-plan.ts';
import { foldText } from './name-fold.ts';
import { isFieldOn, type PlanContext, readOwner } from './plan-context.ts';
import type { PlanRow } from './plan-row.ts';
import type { StoreCatalog, StoreCategory } from './store-catalog.ts';

/** Clover's limit (clover.md 6.5). */
const LONGEST_NAME = 127;

/**
 * Renames of linked categories: the name that a link was made with is what was last agreed. A rename on one
 * side goes to the other; on both sides the field's owner wins.
 */
export function planCategoryRenames(
  context: PlanContext,
  store: StoreCatalog,
  links: readonly KnownLink[],
  live: LivePlan,
): PlanRow[] {
  if (!isFieldOn(context.settings, 'categories')) return [];
  const byId = new Map(store.categories.map((category) => [category.id, category]));
  const rows: PlanRow[] = [];
  for (const link of links) {
    const till = link.kind === 'category' ? context.catalog.categories.get(link.cloverId) : undefined;
    const stored = byId.get(link.wooId);
    if (!till || !stored) continue;
    const name = { till: till.name, store: stored.name, agreed: readAgreedName(link) };
    const chosen = chooseName(name, readOwner(context.settings, 'categories'));
    // The name of a store that was put back is an earlier one, and categories have no conflicts.
    const taken = chosen === 'store' && live.isStoreOlder ? 'till' : chosen;
    if (taken === 'till' && live.reach !== 'till')
      rows.push({
        ...describeLinked(link),
        action: 'update_woo',
        reason: 'CHANGED_ON_TILL',
        patch: { name: till.name },
        undo: { name: stored.name },
      });
    if (taken === 'store' && live.reach !== 'store')
      rows.push({
        ...describeLinked(link),
        action: 'update_clover',
        reason: 'CHANGED_IN_STORE',
        tillPatch: { name: stored.name.slice(0, LONGEST_NAME) },
        tillUndo: { name: till.name },
      });
  }
  return rows;
}

/** An undo leaves the two names apart; else both had the one that the link has. */
const readAgreedName = ({ shadow, name }: KnownLink) => ({
  till: shadow?.name?.till ?? name,
  store: shadow?.name?.store ?? name,
});

/** Whose name is to stand on the other side; null where nothing is to be done. */
function chooseName(
  name: {
    readonly till: string;
    readonly store: string;
    readonly agreed: ReturnType<typeof readAgreedName>;
  },
  owner: 'till' | 'store',
): 'till' | 'store' | null {
  if (foldText(name.till) === foldText(name.store)) return null;
  const isTillMoved = name.till !== name.agreed.till;
  const isStoreMoved = name.store !== name.agreed.store;
  if (isTillMoved && isStoreMoved) return owner;
  if (isTillMoved) return 'till';
  return isStoreMoved ? 'store' : null;
}

/** Keeps the agreed name until the other side has the new one: it is the base of the next comparison. */
export const describeLinked = (link: KnownLink): PlanRow => ({
  ...describeCategory(link.name),
  cloverId: link.cloverId,
  wooId: link.wooId,
});

/** Store categories that linked products are in and the till does not have yet (features.md C3). */
export function planTillCategories(
  context: PlanContext,
  store: StoreCatalog,
  owned: ReadonlySet<WooId>,
  fallback: WooId | null,
  isMeant: (product: WooId) => boolean,
  live: LivePlan,
): PlanRow[] {
  const { settings } = context;
  const isOff = settings['sync.create.till'] === 'off' || settings['import.categoryMode'] === 'tag';
  if (live.reach === 'store' || isOff || !isFieldOn(settings, 'categories')) return [];
  const wanted = new Set<WooId>();
  for (const product of store.products)
    for (const id of product.categoryIds)
      if (isMeant(product.id) || live.mayCreate?.has(keyNewCategory(id)))
        if (!owned.has(id) && id !== fallback) wanted.add(id);
  return store.categories.filter((category) => wanted.has(category.id)).map(describeNew);
}

const describeNew = (category: StoreCategory): PlanRow => ({
  ...describeCategory(category.name),
  action: 'create_clover',
  reason: 'NEW_IN_STORE',
  wooId: category.id,
  tillPatch: { create: { kind: 'category', name: category.name.slice(0, LONGEST_NAME) } },
});

const describeCategory = (name: string): PlanRow => ({
  kind: 'category',
  action: 'skip',
  reason: 'ALREADY_IN_STEP',
  notes: [],
  cloverId: null as CloverId | null,
  wooId: null,
  parentCloverId: null,
  name,
  sku: '',
  decisions: [],
  patch: null,
  undo: null,
  tillPatch: null,
  tillUndo: null,
  suggestions: [],
  score: null,
});
