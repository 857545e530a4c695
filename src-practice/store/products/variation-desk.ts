import type { Fields } from '../rest/failure.ts';
import { RestFailure } from '../rest/failure.ts';
import { createSlug } from '../rest/text.ts';
import { readNow, type Shop } from '../shop.ts';
import { readChoices } from './attribute-rows.ts';
import { SHARED_SETTERS } from './field-setters.ts';
import { refuseTrashedSku } from './identifiers.ts';
import { readImages } from './images.ts';
import { applyCoreMeta, mergeMeta } from './meta-data.ts';
import { settleSalePrice } from './prices.ts';
import { createBlankProduct, type ProductDraft, type ProductRecord } from './product.ts';
import { settleStatus, takePostId } from './product-desk.ts';
import { fireSaved } from './product-hooks.ts';
import { settleStock, setVariationStock } from './stock.ts';

const SETTERS = Object.entries(SHARED_SETTERS);

/**
 * Creates a variation; the parent's stock status and date_modified follow (woocommerce.md 3.2).
 * @throws RestFailure as the REST call would answer
 */
export function createVariation(shop: Shop, parentId: number, fields: Fields): ProductRecord {
  const nowMs = readNow(shop);
  const parent = shop.catalog.find(parentId);
  if (!parent) {
    throw new RestFailure(
      404,
      'woocommerce_rest_product_variation_invalid_parent',
      'Cannot set attributes due to invalid parent product.',
    );
  }
  const draft = createBlankProduct(0, 'variation', parentId, nowMs);
  applyFields(shop, draft, parent, fields);
  draft.id = takePostId(shop);
  refuseTrashedSku(shop.catalog, draft.sku, 'product_variation');
  const record = saveDraft(shop, draft, undefined, nowMs);
  fireSaved(shop, undefined, record);
  return record;
}

/**
 * Changes a variation; the parent follows.
 * @throws RestFailure as the REST call would answer; nothing is changed then
 */
export function updateVariation(shop: Shop, record: ProductRecord, fields: Fields): ProductRecord {
  const draft: ProductDraft = { ...record };
  const parent = shop.catalog.find(record.parentId) ?? record;
  applyFields(shop, draft, parent, fields);
  const saved = saveDraft(shop, draft, record, readNow(shop));
  fireSaved(shop, record, saved);
  return saved;
}

/** Puts a variation in the trash. */
export function trashVariation(shop: Shop, record: ProductRecord): void {
  saveDraft(shop, { ...record, status: 'trash' }, record, readNow(shop));
  shop.hooks.fire('product.deleted', record.id);
}

/** Deletes a variation for good. */
export function removeVariation(shop: Shop, record: ProductRecord): void {
  shop.catalog.remove(record);
  const parent = shop.catalog.find(record.parentId);
  if (!parent) return;
  const variationIds = parent.variationIds.filter((id) => id !== record.id);
  followVariations(shop, { ...parent, variationIds }, readNow(shop));
}

/** A variation's own part of its name: `Small, Oat`. */
function nameChoices(record: ProductRecord): string {
  return record.choices.map((choice) => choice.option).join(', ');
}

/** A variation's full name: `Tee - Small, Oat`. */
export function nameVariation(shop: Shop, record: ProductRecord): string {
  const parentName = shop.catalog.find(record.parentId)?.name ?? '';
  const choices = nameChoices(record);
  return choices === '' ? parentName : `${parentName} - ${choices}`;
}

/** Saves a parent after a change among its variations: stock status and date follow them. */
export function followVariations(shop: Shop, parent: ProductDraft, nowMs: number): void {
  settleStock(shop, parent);
  parent.modifiedMs = nowMs;
  shop.catalog.save(parent);
}

function applyFields(shop: Shop, draft: ProductDraft, parent: ProductRecord, given: Fields): void {
  const fields = applyCoreMeta(given);
  for (const [name, set] of SETTERS) {
    const value = fields[name];
    if (value !== undefined && value !== null) set(draft, value, shop);
  }
  setVariationStock(shop, draft, fields);
  if (fields.attributes !== undefined) draft.choices = readChoices(shop, parent, fields.attributes);
  if (fields.image !== undefined) {
    draft.images = fields.image === null ? [] : readImages(shop, draft.images, [fields.image]);
  }
  draft.meta = mergeMeta(shop.state.ids, draft.meta, fields.meta_data);
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
  draft.name = nameChoices(draft);
  if (draft.status !== 'trash') draft.slug = createSlug(nameVariation(shop, draft));
  draft.modifiedMs = nowMs;
  shop.catalog.save(draft);
  const parent = shop.catalog.find(draft.parentId);
  if (!parent) return draft;
  const isNew = !parent.variationIds.includes(draft.id);
  const variationIds = isNew ? [...parent.variationIds, draft.id] : parent.variationIds;
  followVariations(shop, { ...parent, variationIds }, nowMs);
  return draft;
}
