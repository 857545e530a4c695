import type { Fields } from '../rest/failure.ts';
import type { PageWindow } from '../rest/paging.ts';
import { toIds, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { ProductRecord } from './product.ts';
import { createFilters, hasStatus, readStatuses } from './product-filters.ts';
import { sortRecords, type TieBreak } from './record-order.ts';

export interface FoundPage {
  readonly records: readonly ProductRecord[];
  readonly total: number;
}

/** Finds one page of /products. */
export function searchProducts(shop: Shop, params: Fields, window: PageWindow): FoundPage {
  const tieBreak: TieBreak = { kind: 'whim', seed: window.start };
  const byKey = findByKeys(shop, params, shop.catalog.listIds('any'));
  if (byKey) return arrange(shop, byKey, params, window, tieBreak);
  const included = findIncluded(shop, params)?.filter((record) => record.type !== 'variation');
  if (included) return arrange(shop, included, params, window, tieBreak);
  const ids = listCandidates(shop, params);
  const isPlainRead = params.orderby === 'id' && createFilters(shop, params).length === 0;
  if (isPlainRead) return cutIds(shop, ids, params, window);
  return arrange(shop, collect(shop, ids), params, window, tieBreak);
}

/** Finds one page of variations among the given ones: those of a parent, or all. */
export function searchVariations(
  shop: Shop,
  ids: readonly number[],
  params: Fields,
  window: PageWindow,
): FoundPage {
  const wanted = findByKeys(shop, params, []) ?? findIncluded(shop, params);
  const allowed = wanted ? new Set(ids) : undefined;
  const candidates = wanted?.filter(({ id }) => allowed?.has(id)) ?? collect(shop, ids);
  return arrange(shop, candidates, params, window, { kind: 'newest' });
}

/** Products and variations by SKU or global unique id; undefined if the call asks for neither. */
function findByKeys(shop: Shop, params: Fields, allIds: readonly number[]): ProductRecord[] | undefined {
  const sku = toText(params.sku);
  const partial = toText(params.search_sku).toLowerCase();
  const globalUniqueId = toText(params.global_unique_id);
  if (sku !== '') return findUnique(readSkus(sku).flatMap((key) => shop.catalog.findBySku(key)));
  if (globalUniqueId !== '') {
    const keys = globalUniqueId.split(',').map((key) => key.trim());
    return findUnique(keys.flatMap((key) => shop.catalog.findByGlobalUniqueId(key)));
  }
  if (partial === '') return undefined;
  const all = collect(shop, [...allIds, ...shop.catalog.listVariationIds()]);
  return all.filter((record) => record.sku.toLowerCase().includes(partial));
}

/** A comma list without trimming, and the whole text itself: a SKU may hold commas (woocommerce.md 3). */
function readSkus(text: string): readonly string[] {
  const skus = text.split(',').filter((sku) => sku !== '');
  return skus.length > 1 ? [...skus, text] : skus;
}

function findUnique(records: readonly ProductRecord[]): ProductRecord[] {
  return [...new Set(records)];
}

function findIncluded(shop: Shop, params: Fields): ProductRecord[] | undefined {
  const ids = toIds(params.include);
  return ids.length > 0 ? collect(shop, [...new Set(ids)]) : undefined;
}

function listCandidates(shop: Shop, params: Fields): readonly number[] {
  const statuses = readStatuses(params);
  if (!statuses) return shop.catalog.listIds('any');
  const [only, ...others] = statuses.map((status) => shop.catalog.listIds(status));
  if (only && others.length === 0) return only;
  return [only ?? [], ...others].flat().sort((a, b) => a - b);
}

function collect(shop: Shop, ids: readonly number[]): ProductRecord[] {
  const records: ProductRecord[] = [];
  for (const id of ids) {
    const record = shop.catalog.find(id);
    if (record) records.push(record);
  }
  return records;
}

/** The quick way of a full read: a slice of the ids, which are kept in order. */
function cutIds(shop: Shop, ids: readonly number[], params: Fields, window: PageWindow): FoundPage {
  const total = ids.length;
  const slice =
    params.order === 'asc'
      ? ids.slice(window.start, window.end)
      : ids.slice(Math.max(0, total - window.end), Math.max(0, total - window.start)).reverse();
  return { records: collect(shop, slice), total };
}

function arrange(
  shop: Shop,
  candidates: readonly ProductRecord[],
  params: Fields,
  window: PageWindow,
  tieBreak: TieBreak,
): FoundPage {
  const statuses = readStatuses(params);
  const filters = createFilters(shop, params);
  const matching = candidates.filter(
    (record) => hasStatus(record, statuses) && filters.every((filter) => filter(record)),
  );
  const sorted = sortMatching(shop, matching, params, tieBreak);
  return { records: sorted.slice(window.start, window.end), total: matching.length };
}

function sortMatching(
  shop: Shop,
  records: readonly ProductRecord[],
  params: Fields,
  tieBreak: TieBreak,
): readonly ProductRecord[] {
  const orderby = toText(params.orderby);
  const isDescending = params.order !== 'asc';
  if (orderby === 'include') return records;
  if (orderby !== 'id') return sortRecords(shop, records, orderby, isDescending, tieBreak);
  return records.toSorted((a, b) => (isDescending ? b.id - a.id : a.id - b.id));
}
