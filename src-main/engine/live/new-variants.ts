import type { WooId } from '../../domain/ids.ts';
import { keyNewVariant } from '../../domain/live-plan.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import type { StoreCatalog, StoreProduct } from '../../domain/store-catalog.ts';
import { LEFT_VARIANTS } from '../cursors.ts';
import type { Ledger, Link } from '../ledger-ports.ts';

/**
 * Variations that came since everything was last compared, as `LivePlan.mayCreate` names them. A product tells of all its
 * variations whenever it changes, so that a hint does not say which of them is new.
 */
export function listNewVariants(ledger: Ledger, store: StoreCatalog): string[] {
  const kept = ledger.meta.get(LEFT_VARIANTS);
  if (kept === null) return [];
  const left = new Set(JSON.parse(kept) as WooId[]);
  return listUnlinked(ledger, store)
    .filter(({ id }) => !left.has(id))
    .map(({ id }) => keyNewVariant(id));
}

/** What was there before the first import is not new afterwards. */
export function noteVariantsBefore(ledger: Ledger, store: StoreCatalog): void {
  if (ledger.meta.get(LEFT_VARIANTS) === null) noteLeftVariants(ledger, store, []);
}

/** What is linked no more, by a person's word or an undo, is the store's alone again: it is not new. */
export function leaveVariants(ledger: Ledger, links: readonly Pick<Link, 'kind' | 'wooId'>[]): void {
  const kept = ledger.meta.get(LEFT_VARIANTS);
  const ids = links.flatMap(({ kind, wooId }) => (kind === 'variation' && wooId !== null ? [wooId] : []));
  if (kept !== null && ids.length > 0) keepLeft(ledger, [...(JSON.parse(kept) as WooId[]), ...ids]);
}

/** Keeps which variations this plan of everything leaves to the store. One without a price yet is still to come. */
export function noteLeftVariants(ledger: Ledger, store: StoreCatalog, rows: readonly PlanRow[]): void {
  const planned = new Set<number>(rows.flatMap(listPlanned));
  const left = listUnlinked(ledger, store).filter(
    ({ id, priceAmount }) => priceAmount !== null && !planned.has(id),
  );
  keepLeft(
    ledger,
    left.map(({ id }) => id),
  );
}

function keepLeft({ meta }: Ledger, ids: readonly WooId[]): void {
  const kept = JSON.stringify([...new Set(ids)].sort((one, two) => one - two));
  if (kept !== meta.get(LEFT_VARIANTS)) meta.put(LEFT_VARIANTS, kept);
}

const listLinked = ({ links }: Ledger): ReadonlySet<WooId> =>
  new Set(links.all().flatMap(({ kind, wooId }) => (kind === 'variation' && wooId !== null ? [wooId] : [])));

const listUnlinked = (ledger: Ledger, { variations }: StoreCatalog): StoreProduct[] => {
  const linked = listLinked(ledger);
  return [...variations.values()].flat().filter(({ id }) => !linked.has(id));
};

function listPlanned({ action, kind, wooId, tillPatch }: PlanRow): number[] {
  const create = tillPatch?.create;
  if (create?.kind === 'group') return create.members.map((member) => member.wooId);
  const isPair = action === 'link' || action === 'create_clover';
  return kind === 'variation' && isPair && wooId !== null ? [wooId] : [];
}
