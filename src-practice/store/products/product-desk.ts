import type { Fields } from '../rest/failure.ts';
import { readNow, type Shop } from '../shop.ts';
import { UNCATEGORIZED_ID } from '../terms/term.ts';
import { PRODUCT_SETTERS, SHARED_SETTERS } from './field-setters.ts';
import { createUniqueSlug, refuseTrashedSku } from './identifiers.ts';
import { applyCoreMeta, mergeMeta } from './meta-data.ts';
import { settleSalePrice } from './prices.ts';
import { createBlankProduct, type ProductDraft, type ProductRecord } from './product.ts';
import type { ProductFields } from './product-fields.ts';
import { fireSaved } from './product-hooks.ts';
import { setProductStock, settleStock } from './stock.ts';

const SETTERS = Object.entries({ ...SHARED_SETTERS, ...PRODUCT_SETTERS });
const SLUGLESS_STATUSES: readonly string[] = ['draft', 'pending', 'auto-draft'];

/**
 * Creates a product now. `inventory_delta` is ignored on a create (woocommerce.md 3.1).
 * @throws RestFailure as the REST call would answer
 */
export function createProduct(shop: Shop, fields: ProductFields): ProductRecord {
  const nowMs = readNow(shop);
  const draft = createBlankProduct(0, 'simple', 0, nowMs);
  draft.categoryIds = [UNCATEGORIZED_ID];
  applyFields(shop, draft, fields);
  if (draft.name === '') draft.name = 'Product';
  draft.id = takePostId(shop);
  refuseTrashedSku(shop.catalog, draft.sku, 'product');
  const record = saveDraft(shop, draft, undefined, nowMs);
  fireSaved(shop, undefined, record);
  return record;
}

/**
 * Changes a product now; even without any field date_modified moves (woocommerce.md 2.2).
 * @throws RestFailure as the REST call would answer; nothing is changed then
 */
export function updateProduct(shop: Shop, record: ProductRecord, fields: ProductFields): ProductRecord {
  const draft: ProductDraft = { ...record };
  applyFields(shop, draft, fields);
  if (record.type === 'variable' && draft.type !== 'variable') removeVariations(shop, draft);
  const saved = saveDraft(shop, draft, record, readNow(shop));
  fireSaved(shop, record, saved);
  return saved;
}

/** Puts a product and its variations in the trash; returns their ids. */
export function trashProduct(shop: Shop, record: ProductRecord): readonly number[] {
  const nowMs = readNow(shop);
  const children = shop.catalog.listVariations(record);
  for (const child of children) {
    shop.catalog.save(settleStatus(shop, { ...child, status: 'trash', modifiedMs: nowMs }, child, nowMs));
    shop.hooks.fire('product.deleted', child.id);
  }
  saveDraft(shop, { ...record, status: 'trash' }, record, nowMs);
  shop.hooks.fire('product.deleted', record.id);
  return [record.id, ...children.map(({ id }) => id)];
}

/** Takes a product and what was trashed with it out of the trash, as a person in wp-admin does. */
export function restoreProduct(shop: Shop, record: ProductRecord): void {
  const nowMs = readNow(shop);
  for (const id of record.variationIds) {
    const child = shop.catalog.find(id);
    if (child?.status === 'trash') restoreRecord(shop, child, nowMs);
  }
  restoreRecord(shop, record, nowMs);
}

/** Deletes a product and its variations for good. */
export function removeProduct(shop: Shop, record: ProductRecord): void {
  removeVariations(shop, { ...record });
  shop.catalog.remove(record);
}

/** The next id of WordPress's posts, which products share with everything else. */
export function takePostId(shop: Shop): number {
  const id = shop.state.ids.post;
  shop.state.ids.post += 1;
  return id;
}

/**
 * Follows a change of status: trash marks the slug and remembers what was, leaving it gives it back; a
 * date in the past makes "future" a plain publish, and the other way round.
 */
export function settleStatus(
  shop: Shop,
  draft: ProductDraft,
  before: ProductRecord | undefined,
  nowMs: number,
): ProductDraft {
  if (draft.status === 'future' && draft.createdMs <= nowMs) draft.status = 'publish';
  else if (draft.status === 'publish' && draft.createdMs > nowMs) draft.status = 'future';
  const wasTrashed = before?.status === 'trash';
  if (draft.status === 'trash' && before && !wasTrashed) {
    draft.beforeTrash = { slug: before.slug, status: before.status };
    draft.slug = `${before.slug}__trashed`;
  } else if (draft.status !== 'trash' && wasTrashed && before.beforeTrash) {
    draft.slug = createUniqueSlug(shop.catalog, before.beforeTrash.slug, draft.id);
    draft.beforeTrash = null;
  }
  return draft;
}

function restoreRecord(shop: Shop, record: ProductRecord, nowMs: number): void {
  const draft = { ...record, status: record.beforeTrash?.status ?? 'draft', modifiedMs: nowMs };
  shop.catalog.save(settleStatus(shop, draft, record, nowMs));
  shop.hooks.fire('product.restored', record.id);
}

function applyFields(shop: Shop, draft: ProductDraft, given: Fields): void {
  const fields = applyCoreMeta(given);
  for (const [name, set] of SETTERS) {
    const value = fields[name];
    if (value !== undefined && value !== null) set(draft, value, shop);
  }
  setProductStock(shop, draft, fields);
  draft.meta = mergeMeta(shop.state.ids, draft.meta, fields.meta_data);
  if (draft.type !== 'variable' && draft.type !== 'grouped') return;
  draft.regularPrice = '';
  draft.salePrice = '';
}

function saveDraft(
  shop: Shop,
  draft: ProductDraft,
  before: ProductRecord | undefined,
  nowMs: number,
): ProductRecord {
  settleSalePrice(draft);
  settleStock(shop, draft);
  settleStatus(shop, draft, before, nowMs);
  if (draft.status !== 'trash') settleSlug(shop, draft, before);
  draft.modifiedMs = nowMs;
  shop.catalog.save(draft);
  return draft;
}

function settleSlug(shop: Shop, draft: ProductDraft, before: ProductRecord | undefined): void {
  const isWanted = draft.slug !== '' || !SLUGLESS_STATUSES.includes(draft.status);
  if (!isWanted || (before && before.slug === draft.slug && draft.slug !== '')) return;
  draft.slug = createUniqueSlug(shop.catalog, draft.slug || draft.name, draft.id);
}

function removeVariations(shop: Shop, draft: ProductDraft): void {
  for (const id of draft.variationIds) {
    const child = shop.catalog.find(id);
    if (child) shop.catalog.remove(child);
  }
  draft.variationIds = [];
}
