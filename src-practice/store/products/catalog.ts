import type { StoreState } from '../state.ts';
import type { Taxonomy } from '../terms/term.ts';
import { createIdList, type IdList } from './id-list.ts';
import { createOwnerIndex, type OwnerIndex } from './owner-index.ts';
import type { ProductRecord, ProductStatus } from './product.ts';

/** `any` is every status but trash and auto-draft (woocommerce.md 3). */
export type StatusFilter = ProductStatus | 'any';

/** Products and variations with the indexes the requests need; every save goes through here. */
export interface Catalog {
  find(id: number): ProductRecord | undefined;
  /** Adds the record or replaces the one with its id. */
  save(record: ProductRecord): void;
  remove(record: ProductRecord): void;
  /** Products without variations, in rising order of id. */
  listIds(status: StatusFilter): readonly number[];
  /** Live variations of all parents, in rising order of id. */
  listVariationIds(): readonly number[];
  /** Those with this SKU in any letter case, trashed ones among them. */
  findBySku(sku: string): readonly ProductRecord[];
  findByGlobalUniqueId(globalUniqueId: string): readonly ProductRecord[];
  findBySlug(slug: string): readonly ProductRecord[];
  /** The products of a category, tag or brand. */
  listMembers(taxonomy: Taxonomy, termId: number): readonly ProductRecord[];
  /** A parent's variations that are not trashed. */
  listVariations(parent: ProductRecord): ProductRecord[];
}

interface Indexes {
  readonly byStatus: Map<StatusFilter | 'variation', IdList>;
  readonly bySku: OwnerIndex<string>;
  readonly byGlobalUniqueId: OwnerIndex<string>;
  readonly bySlug: OwnerIndex<string>;
  readonly byTerm: Readonly<Record<Taxonomy, OwnerIndex<number>>>;
}

const NONE: readonly never[] = [];

/** The catalog of an empty state. */
export function createCatalog(state: StoreState): Catalog {
  const { products } = state;
  const indexes: Indexes = {
    byStatus: new Map(),
    bySku: createOwnerIndex(),
    byGlobalUniqueId: createOwnerIndex(),
    bySlug: createOwnerIndex(),
    byTerm: { category: createOwnerIndex(), tag: createOwnerIndex(), brand: createOwnerIndex() },
  };
  const collect = (ids: readonly number[]): ProductRecord[] =>
    ids.map((id) => products.get(id)).filter((record) => record !== undefined);
  return {
    find: (id) => products.get(id),
    save: (record) => {
      reindex(indexes, products.get(record.id), record);
      products.set(record.id, record);
    },
    remove: (record) => {
      reindex(indexes, products.get(record.id), undefined);
      products.delete(record.id);
    },
    listIds: (status) => indexes.byStatus.get(status)?.ids ?? NONE,
    listVariationIds: () => indexes.byStatus.get('variation')?.ids ?? NONE,
    findBySku: (sku) => collect(indexes.bySku.owners(sku.toLowerCase())),
    findByGlobalUniqueId: (id) => collect(indexes.byGlobalUniqueId.owners(id)),
    findBySlug: (slug) => collect(indexes.bySlug.owners(slug)),
    listMembers: (taxonomy, termId) => collect(indexes.byTerm[taxonomy].owners(termId)),
    listVariations: (parent) => collect(parent.variationIds).filter(({ status }) => status !== 'trash'),
  };
}

/** True for what lists show by default: not trashed, no auto-draft. */
export function isListed(record: ProductRecord): boolean {
  return record.status !== 'trash' && record.status !== 'auto-draft';
}

function reindex(
  indexes: Indexes,
  before: ProductRecord | undefined,
  after: ProductRecord | undefined,
): void {
  const id = (after ?? before)?.id;
  if (id === undefined) return;
  indexes.bySku.move(id, keyOf(before?.sku.toLowerCase()), keyOf(after?.sku.toLowerCase()));
  indexes.byGlobalUniqueId.move(id, keyOf(before?.globalUniqueId), keyOf(after?.globalUniqueId));
  indexes.bySlug.move(id, keyOf(before?.slug), keyOf(after?.slug));
  indexes.byTerm.category.move(id, before?.categoryIds ?? NONE, after?.categoryIds ?? NONE);
  indexes.byTerm.tag.move(id, before?.tagIds ?? NONE, after?.tagIds ?? NONE);
  indexes.byTerm.brand.move(id, before?.brandIds ?? NONE, after?.brandIds ?? NONE);
  moveStatus(indexes, id, statusKeys(before), statusKeys(after));
}

function keyOf(key: string | undefined): readonly string[] {
  return key ? [key] : NONE;
}

function statusKeys(record: ProductRecord | undefined): readonly (StatusFilter | 'variation')[] {
  if (!record) return NONE;
  if (record.type === 'variation') return isListed(record) ? ['variation'] : NONE;
  return isListed(record) ? [record.status, 'any'] : [record.status];
}

function moveStatus(
  { byStatus }: Indexes,
  id: number,
  before: readonly (StatusFilter | 'variation')[],
  after: readonly (StatusFilter | 'variation')[],
): void {
  for (const key of before) if (!after.includes(key)) byStatus.get(key)?.remove(id);
  for (const key of after) {
    if (before.includes(key)) continue;
    const list = byStatus.get(key) ?? createIdList();
    byStatus.set(key, list);
    list.add(id);
  }
}
