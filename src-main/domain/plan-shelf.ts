import { decideShelf, type ShelfChange } from './empty-shelf.ts';
import type { KnownLink } from './known-link.ts';
import type { LivePlan } from './live-plan.ts';
import { isFieldOn } from './plan-context.ts';
import type { PlanRow } from './plan-row.ts';
import type { ItemPlanner, Subject } from './plan-subject.ts';
import { SHELF_MODES, type ShelfMode } from './shelf-mark.ts';
import type { StoreProduct } from './store-catalog.ts';

/**
 * What the store is to show of a linked product that ran out, or has pieces again; null where nothing changes. It goes
 * by the store's own count, which customers buy by: one that is still on its way counts with the next look.
 */
export function findShelfChange(
  subject: Subject,
  product: StoreProduct,
  link: KnownLink,
  planner: ItemPlanner,
  live: LivePlan,
): ShelfChange | null {
  const { settings } = planner.context;
  const isOurs = isFieldOn(settings, 'stock') && isFieldOn(settings, 'availability') && live.reach !== 'till';
  if (!isOurs || link.pinned.some((field) => field === 'stock' || field === 'availability')) return null;
  // Which of two counts is right waits for a person, and so does what follows from it.
  if (planner.held(subject.id).has('stock')) return null;
  const mode = SHELF_MODES.find((one) => one === settings['stock.outOfStock']) ?? null;
  return product.type === 'variable'
    ? decideShelf(product, hideOnly(mode), readParent(planner.index.variationsOf(product.id)))
    : decideShelf(product, mode, readShelf(subject, product));
}

/** A product with sizes is hidden with the last of them; how each is sold is the sizes' own. */
const hideOnly = (mode: ShelfMode | null): ShelfMode | null => (mode === 'hide' ? mode : null);

/** null: the two counts do not yet say the same, or nobody counts it. */
function readShelf({ fields }: Subject, product: StoreProduct): boolean | null {
  const wanted = fields.wanted.get('stock');
  if (product.managesStock !== true || typeof wanted !== 'number') return null;
  const isEmpty = (product.stock ?? 0) <= 0;
  return isEmpty === wanted <= 0 ? isEmpty : null;
}

function readParent(sizes: readonly StoreProduct[]): boolean | null {
  if (sizes.length === 0) return null;
  return sizes.every(({ managesStock, stock, stockStatus }) =>
    managesStock === true ? (stock ?? 0) <= 0 : stockStatus === 'outofstock',
  );
}

/** A row of its own, so that it can be told and undone for itself. */
export const makeShelfRow = (
  base: PlanRow,
  { fields }: Subject,
  { patch, undo, rule, from, to }: ShelfChange,
): PlanRow => ({
  ...base,
  action: 'update_woo',
  reason: rule === 'ran-out' ? 'RAN_OUT' : 'BACK_IN_STOCK',
  // Kept: what the two sides agreed on about the field stays as it is.
  decisions: [
    {
      field: 'availability',
      wanted: fields.wanted.get('availability') ?? 'on',
      store: from,
      verdict: 'keep',
      pushed: to,
      rule,
    },
  ],
  patch,
  undo,
});
