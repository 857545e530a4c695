import type { WooId } from '../../domain/ids.ts';
import type { KnownLink } from '../../domain/known-link.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { Side } from '../ledger-ports.ts';

interface Read {
  readonly items: readonly TillItem[];
  readonly products: readonly StoreProduct[];
  readonly variations: ReadonlyMap<WooId, readonly StoreProduct[]>;
}

/** What each side counts of one pair; null where it counts nothing. */
export type FindCounts = (
  link: Pick<KnownLink, 'cloverId' | 'wooId'>,
) => Readonly<Record<Side, number | null>>;

/** The counts of what was read, by pairs. */
export function indexCounts({ items, products, variations }: Read): FindCounts {
  const tillCounts = new Map(items.map(({ id, stock }) => [id, stock]));
  const storeCounts = new Map<WooId, number | null>();
  const keep = ({ id, managesStock, stock }: StoreProduct): void =>
    void storeCounts.set(id, managesStock === true ? stock : null);
  for (const product of products) keep(product);
  for (const siblings of variations.values()) for (const variation of siblings) keep(variation);
  return ({ cloverId, wooId }) => ({
    till: tillCounts.get(cloverId) ?? null,
    store: storeCounts.get(wooId) ?? null,
  });
}
