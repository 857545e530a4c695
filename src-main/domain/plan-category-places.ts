import type { AgreedPlace } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';
import type { KnownLink } from './known-link.ts';
import type { LivePlan } from './live-plan.ts';
import { describeLinked } from './plan-category-changes.ts';
import { isFieldOn, readOwner } from './plan-context.ts';
import type { PlanRow, ReasonCode } from './plan-row.ts';
import type { Settings } from './settings.ts';
import type { StoreCatalog } from './store-catalog.ts';
import type { TillCatalog } from './till-catalog.ts';

export interface PlaceInput {
  readonly settings: Settings;
  readonly till: Pick<TillCatalog, 'categories'>;
  readonly store: Pick<StoreCatalog, 'categories'>;
  readonly links: readonly KnownLink[];
  readonly live?: LivePlan;
}

/** Moves of categories, and the places that need no write to be agreed on. */
export interface PlacePlan {
  /** A row that writes nothing is one that cannot be followed. */
  readonly rows: readonly PlanRow[];
  readonly agreed: ReadonlyMap<CloverId, AgreedPlace>;
}

/**
 * Moves of linked categories, three-way on the places last agreed: moved on one side goes to the other, on both
 * the owner of categories wins. A place that the other side cannot give is agreed on as it is, so that it is
 * told once. A store category that stands for several of the till follows none of them.
 */
export function planCategoryPlaces(input: PlaceInput): PlacePlan {
  const { settings, till, store, live } = input;
  const rows: PlanRow[] = [];
  const agreed = new Map<CloverId, AgreedPlace>();
  if (!live || !isFieldOn(settings, 'categories') || settings['import.categoryMode'] === 'tag')
    return { rows, agreed };
  const links = input.links.filter((link) => link.kind === 'category');
  const parents = new Map(store.categories.map(({ id, parentId }) => [id, parentId]));
  const atlas = createAtlas(links, till, parents);
  for (const link of links) {
    const category = till.categories.get(link.cloverId);
    const storeParent = parents.get(link.wooId);
    if (!category || storeParent === undefined) continue;
    const now = { till: category.parentId, store: storeParent };
    const before = link.shadow?.place;
    if (before && before.till === now.till && before.store === now.store) continue;
    const isFollowed = before && !atlas.isShared(link) && !hasRisen(before, parents);
    const moved = isFollowed ? findMover(now, before, readOwner(settings, 'categories')) : null;
    if (moved && live.reach === moved.by) continue;
    const row = moved ? planMove(link, now, moved, atlas) : 'agreed';
    if (row === 'later') continue;
    if (row !== 'agreed') rows.push(row);
    if (row === 'agreed' || row.action === 'skip') agreed.set(link.cloverId, now);
  }
  return { rows, agreed };
}

/** A category whose parent is deleted in the store rises by itself (woocommerce.md 3.3): nobody moved it. */
const hasRisen = ({ store }: AgreedPlace, parents: ReadonlyMap<WooId, unknown>): boolean =>
  store !== null && !parents.has(store);

interface Mover {
  readonly by: 'till' | 'store';
  readonly isBoth: boolean;
}

function findMover(now: AgreedPlace, before: AgreedPlace, owner: Mover['by']): Mover {
  const isBoth = now.till !== before.till && now.store !== before.store;
  return { by: isBoth ? owner : now.till === before.till ? 'store' : 'till', isBoth };
}

function planMove(
  link: KnownLink,
  now: AgreedPlace,
  { by, isBoth }: Mover,
  atlas: Atlas,
): PlanRow | 'agreed' | 'later' {
  const leave = (reason: ReasonCode): PlanRow => ({ ...describeLinked(link), reason });
  const both = isBoth ? ('CATEGORY_MOVED_ON_BOTH' as const) : null;
  if (by === 'till') {
    const below = now.till === null ? null : atlas.findInStore(now.till);
    // Its parent is made by this very plan: the next one moves it there.
    if (below === undefined) return 'later';
    if (below === 'gone') return leave('PLACE_MISSING');
    if (below === now.store) return 'agreed';
    return {
      ...describeLinked(link),
      action: 'update_woo',
      reason: both ?? 'CATEGORY_MOVED_ON_TILL',
      patch: { place: { below, seen: now } },
      undo: { place: { below: now.store } },
    };
  }
  const below = now.store === null ? null : atlas.findOnTill(now.store);
  if (below === undefined) return leave('PLACE_MISSING');
  if (below === now.till) return 'agreed';
  if (below !== null && !atlas.canStandBelow(link.cloverId, below)) return leave('PLACE_TOO_DEEP');
  return {
    ...describeLinked(link),
    action: 'update_clover',
    reason: both ?? 'CATEGORY_MOVED_IN_STORE',
    tillPatch: { place: { below, seen: now } },
    tillUndo: { place: { below: now.till } },
  };
}

/** Which category of one side is which of the other. */
interface Atlas {
  /** `gone`: linked, and deleted in the store. */
  findInStore(id: CloverId): WooId | 'gone' | undefined;
  findOnTill(id: WooId): CloverId | undefined;
  isShared(link: KnownLink): boolean;
  /** One level is all there is, and not every merchant has it (clover.md 6.5). */
  canStandBelow(id: CloverId, parent: CloverId): boolean;
}

function createAtlas(
  links: readonly KnownLink[],
  { categories }: Pick<TillCatalog, 'categories'>,
  parents: ReadonlyMap<WooId, WooId | null>,
): Atlas {
  const inStore = new Map(links.map(({ cloverId, wooId }) => [cloverId, wooId]));
  const onTill = new Map<WooId, CloverId>();
  const shared = new Set<WooId>();
  for (const { cloverId, wooId } of links) {
    if (!categories.has(cloverId)) continue;
    if (onTill.has(wooId)) shared.add(wooId);
    else onTill.set(wooId, cloverId);
  }
  const above = new Set<CloverId>();
  for (const { parentId } of categories.values()) if (parentId !== null) above.add(parentId);
  return {
    findInStore: (id) => {
      const found = inStore.get(id);
      return found === undefined || parents.has(found) ? found : 'gone';
    },
    findOnTill: (id) => onTill.get(id),
    isShared: ({ wooId }) => shared.has(wooId),
    canStandBelow: (id, parent) =>
      above.size > 0 && id !== parent && !above.has(id) && categories.get(parent)?.parentId === null,
  };
}
