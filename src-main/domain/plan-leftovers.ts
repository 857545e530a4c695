import type { CloverId, WooId } from './ids.ts';
import type { KnownLink } from './known-link.ts';
import type { PlanRow, ReasonCode } from './plan-row.ts';
import type { ItemPlanner } from './plan-subject.ts';
import { planTillProduct } from './plan-till-product.ts';
import type { ProductPatch } from './product-patch.ts';
import type { StoreCatalog, StoreProduct } from './store-catalog.ts';

/** Linked products whose till item is gone: taken out of the store as the delete action says. */
export function planGone(
  links: Iterable<KnownLink>,
  isOnTill: (id: CloverId) => boolean,
  planner: ItemPlanner,
): PlanRow[] {
  const rows: PlanRow[] = [];
  for (const link of links) {
    if (link.kind === 'category' || isOnTill(link.cloverId) || link.isDeleted) continue;
    const product = planner.index.byId.get(link.wooId);
    if (!product) continue;
    planner.taken.add(product.id);
    const patch = buildRemoval(product, planner.context.settings['sync.deleteAction']);
    const reason = patch === null ? 'DELETE_IGNORED' : 'GONE_FROM_TILL';
    rows.push({
      ...describeProduct(product, reason),
      action: patch === null ? 'skip' : 'update_woo',
      cloverId: link.cloverId,
      patch,
      undo: patch === null ? null : { status: readStatus(product) },
    });
  }
  return rows;
}

function buildRemoval(product: StoreProduct, action: string): ProductPatch | null {
  if (action === 'ignore') return null;
  // A variation has no drafts, and its parent keeps the others: private takes it out of the choice.
  if (product.type === 'variation') return { status: 'private' };
  return { status: action === 'trash' ? 'trash' : 'draft' };
}

const readStatus = (product: StoreProduct): 'publish' | 'private' | 'draft' =>
  product.status === 'publish' || product.status === 'private' ? product.status : 'draft';

/** Store products without a counterpart: left alone, and named. */
export function planStoreOnly(
  store: StoreCatalog,
  taken: ReadonlySet<WooId>,
  suggested: ReadonlySet<WooId>,
  planner: ItemPlanner,
): PlanRow[] {
  return store.products
    .filter((product) => !taken.has(product.id) && !suggested.has(product.id))
    .map((product) => {
      if (product.type === 'other') return describeProduct(product, 'KIND_NOT_SUPPORTED');
      const create = planner.live ? planTillProduct(product, store, planner.live, planner) : null;
      const row = describeProduct(product, create ? 'NEW_IN_STORE' : 'ONLY_IN_STORE');
      return create ? { ...row, action: 'create_clover', tillPatch: { create } } : row;
    });
}

function describeProduct(product: StoreProduct, reason: ReasonCode): PlanRow {
  return {
    kind: product.type === 'variation' ? 'variation' : product.type === 'variable' ? 'variable' : 'product',
    action: 'skip',
    reason,
    notes: [],
    cloverId: null,
    wooId: product.id,
    parentCloverId: null,
    name: product.name,
    sku: product.sku,
    decisions: [],
    patch: null,
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
  };
}
