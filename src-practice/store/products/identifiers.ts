import { RestFailure } from '../rest/failure.ts';
import { cleanText, createSlug } from '../rest/text.ts';
import { toText } from '../rest/values.ts';
import type { Catalog } from './catalog.ts';
import type { ProductDraft } from './product.ts';

/**
 * Sets the SKU, unique in any letter case among what is not trashed (woocommerce.md 3).
 * @throws RestFailure 400 `product_invalid_sku` with the owner and a suggestion
 */
export function setSku(catalog: Catalog, draft: ProductDraft, value: unknown): void {
  const sku = cleanText(toText(value));
  const owner = sku === '' ? undefined : findSkuOwner(catalog, sku, draft.id);
  if (owner !== undefined) {
    throw new RestFailure(400, 'product_invalid_sku', 'Invalid or duplicated SKU.', {
      resource_id: owner,
      unique_sku: suggestSku(catalog, sku, draft.id),
    });
  }
  draft.sku = sku;
}

/**
 * The last check of a create: a trashed product still holds its SKU, and is not named (woocommerce.md 3).
 * @throws RestFailure 400
 */
export function refuseTrashedSku(catalog: Catalog, sku: string, kind: 'product' | 'product_variation'): void {
  if (sku === '' || catalog.findBySku(sku).length === 0) return;
  throw new RestFailure(
    400,
    `woocommerce_rest_${kind}_not_created`,
    `The product with SKU (${sku}) you are trying to insert is already present in the lookup table`,
  );
}

/**
 * Sets the GTIN, UPC, EAN or ISBN: digits and hyphens, anything else empties it without a word.
 * @throws RestFailure 400 `product_invalid_global_unique_id` when another product has it
 */
export function setGlobalUniqueId(catalog: Catalog, draft: ProductDraft, value: unknown): void {
  const text = cleanText(toText(value));
  const globalUniqueId = /^[\d-]+$/.test(text) ? text : '';
  const owner = catalog
    .findByGlobalUniqueId(globalUniqueId)
    .find((record) => record.id !== draft.id && record.status !== 'trash');
  if (owner) {
    throw new RestFailure(
      400,
      'product_invalid_global_unique_id',
      'Invalid or duplicated GTIN, UPC, EAN or ISBN.',
      { resource_id: owner.id },
    );
  }
  draft.globalUniqueId = globalUniqueId;
}

/** The wanted slug with a number behind it if another product has it. */
export function createUniqueSlug(catalog: Catalog, wanted: string, id: number): string {
  const base = createSlug(decodeSlug(wanted));
  if (base === '') return '';
  let slug = base;
  for (let number = 2; isSlugTaken(catalog, slug, id); number += 1) slug = `${base}-${number}`;
  return slug;
}

function isSlugTaken(catalog: Catalog, slug: string, id: number): boolean {
  return catalog.findBySlug(slug).some((record) => record.id !== id && record.type !== 'variation');
}

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return slug;
  }
}

function findSkuOwner(catalog: Catalog, sku: string, id: number): number | undefined {
  return catalog.findBySku(sku).find((record) => record.id !== id && record.status !== 'trash')?.id;
}

function suggestSku(catalog: Catalog, sku: string, id: number): string {
  let number = 1;
  while (findSkuOwner(catalog, `${sku}-${number}`, id) !== undefined) number += 1;
  return `${sku}-${number}`;
}
