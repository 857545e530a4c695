import { asCloverId, asWooId, type WooId } from '../../domain/ids.ts';
import type { ModifierGroupMeta, ModifierMeta } from '../../domain/modifier-meta.ts';
import { parseDecimal } from '../../domain/money.ts';
import { SHELF_MODES, type ShelfMark } from '../../domain/shelf-mark.ts';
import type {
  StoreAttribute,
  StoreOption,
  StoreProduct,
  StoreProductType,
} from '../../domain/store-catalog.ts';
import { isRow, readNumber, readRows, readText, type WireRow } from '../wire-values.ts';
import { ADD_ON_KEYS, type AddOnMeta, readAddOnMeta } from './modifiers/add-on-meta.ts';
import { decodeText, readPlainText } from './store-text.ts';
import { readModified } from './store-time.ts';

/** Our meta (modifiers.md 6.1): the underscore keeps it out of the admin's custom fields. */
export const ITEM_META = '_tillbridge_item';
export const MODIFIER_GROUPS_META = '_tillbridge_modifier_groups';
export const SHELF_META = '_tillbridge_shelf';

const FIELDS = [
  'id',
  'name',
  'type',
  'status',
  'parent_id',
  'sku',
  'global_unique_id',
  'regular_price',
  'manage_stock',
  'stock_quantity',
  'stock_status',
  'backorders',
  'date_created_gmt',
  'date_modified_gmt',
  'attributes',
  'meta_data',
] as const;
/** Fields are two thirds of the bytes and a third of the time of a page (woocommerce.md 1). */
export const VARIATION_FIELDS: string = FIELDS.join(',');
export const PRODUCT_FIELDS: string = [...FIELDS, 'catalog_visibility', 'categories', 'variations'].join(',');
export const DESCRIPTION_FIELD = 'short_description';
export const META_KEYS: string = [ITEM_META, MODIFIER_GROUPS_META, SHELF_META, ...ADD_ON_KEYS].join(',');

/** What a variation's row does not tell by itself. */
export interface VariationParent {
  readonly id: WooId;
  readonly sku: string;
}

export const readProductId = (row: WireRow): WooId => asWooId(readNumber(row.id, 0));

/** @param digits decimals of the currency's minor unit */
export function parseProduct(row: WireRow, digits: number): StoreProduct & AddOnMeta {
  return {
    ...parseShared(row, digits),
    ...readAddOnMeta(readRows(row.meta_data)),
    parentId: null,
    type: readType(row.type),
    sku: readText(row.sku),
    visibility: readText(row.catalog_visibility),
    categoryIds: readRows(row.categories).map(readProductId),
    attributes: readRows(row.attributes).filter(isVarying).map(parseAttribute),
    options: [],
    shortDescription: readPlainText(readText(row.short_description)),
  };
}

/** A variation without a SKU reports its parent's (woocommerce.md 3.2). */
export function parseVariation(row: WireRow, digits: number, parent: VariationParent): StoreProduct {
  const sku = readText(row.sku);
  return {
    ...parseShared(row, digits),
    parentId: parent.id,
    type: 'variation',
    sku: sku === parent.sku ? '' : sku,
    visibility: 'visible',
    categoryIds: [],
    attributes: [],
    options: readRows(row.attributes).map(parseOption),
    shortDescription: '',
  };
}

type SharedField =
  | 'id'
  | 'status'
  | 'name'
  | 'barcode'
  | 'priceAmount'
  | 'managesStock'
  | 'stock'
  | 'stockStatus'
  | 'itemId'
  | 'modifierGroups'
  | 'backorders'
  | 'shelf'
  | 'sight';

function parseShared(row: WireRow, digits: number): Pick<StoreProduct, SharedField> {
  const meta = readRows(row.meta_data);
  return {
    id: readProductId(row),
    status: readText(row.status),
    name: decodeText(readText(row.name)),
    barcode: readText(row.global_unique_id),
    priceAmount: readPrice(row.regular_price, digits),
    managesStock: row.manage_stock === 'parent' ? 'parent' : row.manage_stock === true,
    stock: readQuantity(row.stock_quantity),
    stockStatus: readText(row.stock_status),
    itemId: readItemId(meta),
    modifierGroups: readModifierGroups(meta),
    backorders: readText(row.backorders),
    shelf: readShelf(meta),
    ...readSight(row),
  };
}

/** A draft that was never saved has no date. */
function readSight(row: WireRow): Pick<StoreProduct, 'sight'> {
  const [made, changed] = [readText(row.date_created_gmt), readModified(row)];
  return made === '' || changed === '' ? {} : { sight: { made, changed } };
}

/** The mark of a product of ours; null on all others. */
export function readItemId(meta: readonly WireRow[]): StoreProduct['itemId'] {
  const value = findMeta(meta, ITEM_META);
  return typeof value === 'string' && value !== '' ? asCloverId(value) : null;
}

/** As `writeShelf` writes it. */
function readShelf(meta: readonly WireRow[]): ShelfMark | null {
  const value = findMeta(meta, SHELF_META);
  const [name, before = ''] = typeof value === 'string' ? value.split(':') : [];
  const mode = [...SHELF_MODES, 'left' as const].find((one) => one === name);
  return mode ? { mode, before } : null;
}

/** One word for what we saw to, one for how it was. */
export const writeShelf = ({ mode, before }: ShelfMark): string => `${mode}:${before}`;

const findMeta = (meta: readonly WireRow[], key: string): unknown =>
  meta.length === 0 ? undefined : meta.find((entry) => entry.key === key)?.value;

function readModifierGroups(meta: readonly WireRow[]): readonly ModifierGroupMeta[] | null {
  const value = findMeta(meta, MODIFIER_GROUPS_META);
  if (!Array.isArray(value)) return null;
  return readRows(value).map((group) => ({
    id: readText(group.id),
    name: readText(group.name),
    min: readNumber(group.min, 0),
    max: readNumber(group.max, 0),
    sort: readNumber(group.sort, 0),
    mods: readRows(group.mods).map(parseModifier),
  }));
}

const parseModifier = (row: WireRow): ModifierMeta => ({
  id: readText(row.id),
  name: readText(row.name),
  price: readNumber(row.price, 0),
  available: row.available === true,
});

/** Prices are texts as somebody typed them (woocommerce.md 3): compared as numbers, never as texts. */
const readPrice = (value: unknown, digits: number): number | null =>
  parseDecimal(typeof value === 'number' ? String(value) : readText(value), digits);

function readQuantity(value: unknown): number | null {
  const quantity = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof quantity === 'number' && Number.isFinite(quantity) ? quantity : null;
}

const readType = (value: unknown): StoreProductType =>
  value === 'simple' || value === 'variable' || value === 'variation' ? value : 'other';

/** Only these make variations; others describe the product and are the shop's own. */
export const isVarying = (attribute: WireRow): boolean => attribute.variation === true;

const parseAttribute = (row: WireRow): StoreAttribute => ({
  name: decodeText(readText(row.name)),
  options: Array.isArray(row.options) ? row.options.map((option) => decodeText(readText(option))) : [],
});

const parseOption = (row: WireRow): StoreOption => ({
  name: decodeText(readText(row.name)),
  option: decodeText(readText(row.option)),
});

/** The parent's id as a variation states it; 0 when it does not. */
export const readParentId = (row: WireRow): WooId => asWooId(readNumber(row.parent_id, 0));

/** The children a variable product's row names. */
export const readVariationIds = (row: WireRow): readonly WooId[] =>
  Array.isArray(row.variations)
    ? row.variations.filter((id): id is number => typeof id === 'number').map(asWooId)
    : [];

export const isProductRow = (row: unknown): row is WireRow => isRow(row) && readNumber(row.id, 0) > 0;
