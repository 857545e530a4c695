import { createFailure, type Failure } from '../../domain/failure.ts';
import { formatDecimal } from '../../domain/money.ts';
import type { ProductPatch, StockPatch } from '../../domain/product-patch.ts';
import type { StoreAttribute } from '../../domain/store-catalog.ts';
import type { ProductWrite } from '../../engine/ports.ts';
import { readText, type WireRow } from '../wire-values.ts';
import type { AddOnPart } from './modifiers/add-on-meta.ts';
import { ITEM_META, isVarying, MODIFIER_GROUPS_META, SHELF_META, writeShelf } from './product-row.ts';
import { decodeText, encodeText } from './store-text.ts';

/** A write as the batch takes it, or what is wrong with it: rows of a batch are not checked there. */
export type ProductBody =
  | { readonly ok: true; readonly body: WireRow }
  | { readonly ok: false; readonly failure: Failure };

export interface BodyContext {
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
  readonly kind: 'product' | 'variation';
  /** The attributes as the store has them: of the product itself, or of the variation's parent. */
  readonly attributes: readonly WireRow[];
}

/**
 * Builds the row of a batch. A batch takes "abc" for a stock of 0 and a bad price for none without a word
 * (woocommerce.md 2.3), so whatever is no value is refused here, with a BUG failure.
 */
export function buildProductBody(write: ProductWrite & AddOnPart, context: BodyContext): ProductBody {
  const field = findFault(write, context);
  if (field !== null) return { ok: false, failure: createFailure('BUG', { where: 'product-body', field }) };
  const { patch } = write;
  const meta = [...listMeta(patch), ...(write.addOnMeta ?? [])];
  const body = {
    ...(write.id === null ? {} : { id: write.id }),
    ...(patch.type === undefined ? {} : { type: patch.type }),
    ...(patch.name === undefined ? {} : { name: encodeText(patch.name) }),
    ...(patch.priceAmount === undefined
      ? {}
      : { regular_price: writePrice(patch.priceAmount, context.digits) }),
    ...(patch.sku === undefined ? {} : { sku: patch.sku }),
    ...(patch.barcode === undefined ? {} : { global_unique_id: patch.barcode }),
    ...(write.categoryIds === null ? {} : { categories: write.categoryIds.map((id) => ({ id })) }),
    ...(patch.stock === undefined ? {} : writeStock(patch.stock)),
    ...(patch.visibility === undefined ? {} : { catalog_visibility: patch.visibility }),
    ...(patch.status === undefined ? {} : { status: patch.status }),
    ...(patch.backorders === undefined ? {} : { backorders: patch.backorders }),
    ...(patch.taxClass === undefined ? {} : writeTax(patch.taxClass)),
    ...(patch.shortDescription === undefined
      ? {}
      : { short_description: encodeText(patch.shortDescription) }),
    ...(patch.attributes === undefined
      ? {}
      : { attributes: mergeAttributes(patch.attributes, context.attributes) }),
    ...(patch.options === undefined ? {} : { attributes: patch.options.map(chooseFrom(context.attributes)) }),
    ...(meta.length === 0 ? {} : { meta_data: meta }),
  };
  return { ok: true, body };
}

function findFault({ id, patch, categoryIds }: ProductWrite, { kind }: BodyContext): string | null {
  const isNew = id === null;
  if (!isNew && !isId(id)) return 'id';
  if (patch.name === undefined ? isNew && kind === 'product' : patch.name.trim() === '') return 'name';
  const price = patch.priceAmount ?? 0;
  if (!Number.isSafeInteger(price) || price < 0) return 'priceAmount';
  if (patch.stock?.managed && !Number.isSafeInteger(patch.stock.quantity)) return 'stock';
  if (categoryIds !== null && !categoryIds.every(isId)) return 'categoryIds';
  if (categoryIds === null && patch.categories !== undefined) return 'categoryIds';
  if (isNew && kind === 'variation' && (patch.options ?? []).length === 0) return 'options';
  if ((patch.options ?? []).some(({ name, option }) => isBlank(name) || isBlank(option))) return 'options';
  const isFull = ({ name, options }: StoreAttribute): boolean => !isBlank(name) && options.length > 0;
  if (!(patch.attributes ?? []).every(isFull)) return 'attributes';
  return patch.itemId !== undefined && isBlank(patch.itemId) ? 'itemId' : null;
}

const isId = (id: number): boolean => Number.isSafeInteger(id) && id > 0;
const isBlank = (text: string): boolean => text.trim() === '';

/** Prices must be texts; an empty one takes the price away (woocommerce.md 3). */
const writePrice = (amount: number | null, digits: number): string =>
  amount === null ? '' : formatDecimal(amount, digits);

/** A managed product's status follows its quantity, an unmanaged one has none (woocommerce.md 3.1). */
const writeStock = (stock: StockPatch): WireRow =>
  stock.managed
    ? { manage_stock: true, stock_quantity: stock.quantity }
    : { manage_stock: false, stock_status: stock.status };

const writeTax = (taxClass: string): WireRow =>
  taxClass === 'none' ? { tax_status: 'none' } : { tax_status: 'taxable', tax_class: taxClass };

function listMeta(patch: ProductPatch): WireRow[] {
  return [
    ...(patch.itemId === undefined ? [] : [{ key: ITEM_META, value: patch.itemId }]),
    ...(patch.modifierGroups === undefined
      ? []
      : [{ key: MODIFIER_GROUPS_META, value: patch.modifierGroups }]),
    ...(patch.shelf === undefined
      ? []
      : [{ key: SHELF_META, value: patch.shelf && writeShelf(patch.shelf) }]),
  ];
}

/**
 * The list replaces the one in the store (woocommerce.md 3): the shop's own attributes stay in it as they
 * are, and a global attribute keeps its id, without which its variations would lose it.
 */
function mergeAttributes(wanted: readonly StoreAttribute[], present: readonly WireRow[]): WireRow[] {
  const left = new Map(wanted.map((attribute) => [foldName(attribute.name), attribute]));
  const merged = present.map((row) => {
    const attribute = isVarying(row) ? left.get(foldRow(row)) : undefined;
    if (!attribute) return row;
    left.delete(foldRow(row));
    return { ...row, variation: true, options: attribute.options };
  });
  for (const { name, options } of left.values()) {
    merged.push({ name, position: merged.length, visible: true, variation: true, options });
  }
  return merged;
}

/** A variation names a global attribute by id: by its name it would be another (woocommerce.md 3.2). */
function chooseFrom(attributes: readonly WireRow[]) {
  const ids = new Map(attributes.filter(isVarying).map((row) => [foldRow(row), row.id]));
  return ({ name, option }: { readonly name: string; readonly option: string }): WireRow => {
    const id = ids.get(foldName(name));
    return typeof id === 'number' && id > 0 ? { id, name, option } : { name, option };
  };
}

const foldName = (name: string): string => name.trim().toLowerCase();
const foldRow = (row: WireRow): string => foldName(decodeText(readText(row.name)));
