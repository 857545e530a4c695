import { asCloverId, type CloverId } from '../../domain/ids.ts';
import type {
  TillCategory,
  TillItem,
  TillModifier,
  TillModifierGroup,
  TillOption,
  TillPriceType,
  TillTag,
  TillTaxRate,
} from '../../domain/till-catalog.ts';
import { isRow, readNumber, readRows, readText, type WireRow } from '../wire-values.ts';

/** Expanded lists stop here and cannot be paged (clover.md 5.2). */
export const MOST_EXPANDED_ROWS = 100;

export const readId = (row: WireRow): CloverId => asCloverId(readText(row.id));

/** Deleted rows turn up in lists now and then (clover.md 5.5). */
export const isLive = (row: WireRow): boolean =>
  row.deleted !== true && !(readNumber(row.deletedTime, 0) > 0) && typeof row.id === 'string';

/** The rows of an expanded relation; an unexpanded one is absent or only an address. */
export const readElements = (relation: unknown): readonly WireRow[] =>
  isRow(relation) ? readRows(relation.elements) : [];

export const isCut = (relation: unknown): boolean => readElements(relation).length >= MOST_EXPANDED_ROWS;

export const readIds = (rows: readonly WireRow[]): CloverId[] => rows.filter(isLive).map(readId);

const readReference = (value: unknown): CloverId | null =>
  isRow(value) && typeof value.id === 'string' && value.id !== '' ? asCloverId(value.id) : null;

/** What the first pass over the items tells. */
export type ItemFace = Omit<TillItem, 'stock' | 'tagIds' | 'taxRateIds'>;

/** What the second pass tells. */
export type ItemBack = Pick<TillItem, 'stock' | 'tagIds' | 'taxRateIds'>;

export function parseItemFace(row: WireRow): ItemFace {
  return {
    id: readId(row),
    name: readText(row.name),
    priceAmount: readNumber(row.price, 0),
    priceType: readPriceType(row.priceType),
    unitName: readText(row.unitName),
    sku: readText(row.sku),
    barcode: readText(row.code),
    alternateName: readText(row.alternateName),
    isHidden: row.hidden === true,
    isAvailable: row.available !== false,
    groupId: readReference(row.itemGroup),
    optionIds: readIds(readElements(row.options)),
    categoryIds: readIds(readElements(row.categories)),
    modifierGroupIds: readIds(readElements(row.modifierGroups)),
    usesDefaultTaxes: row.defaultTaxRates !== false,
    autoManages: row.autoManage === true,
  };
}

export function parseItemBack(row: WireRow): ItemBack {
  return {
    stock: readStock(row.itemStock),
    tagIds: readIds(readElements(row.tags)),
    taxRateIds: readIds(readElements(row.taxRates)),
  };
}

/** Never set means no `quantity`; `stockCount` is a rounded copy of it (clover.md 6.4). */
export function readStock(itemStock: unknown): number | null {
  if (!isRow(itemStock) || typeof itemStock.quantity !== 'number') return null;
  return Number.isFinite(itemStock.quantity) ? itemStock.quantity : null;
}

/** A type that is not known yet has a price like any other. */
const readPriceType = (value: unknown): TillPriceType =>
  value === 'VARIABLE' || value === 'PER_UNIT' ? value : 'FIXED';

export const parseCategory = (row: WireRow): TillCategory => ({
  id: readId(row),
  name: readText(row.name),
  sortOrder: readNumber(row.sortOrder, 0),
  parentId: readReference(row.parentCategory),
});

export const parseTag = (row: WireRow): TillTag => ({ id: readId(row), name: readText(row.name) });

export const parseTaxRate = (row: WireRow): TillTaxRate => ({
  id: readId(row),
  name: readText(row.name),
  rate: readNumber(row.rate, 0),
  ...(readNumber(row.rate, 0) === 0 && readNumber(row.taxAmount, 0) !== 0 ? { isFlat: true } : {}),
  isDefault: row.isDefault === true,
});

export const parseOption = (row: WireRow): TillOption => ({ id: readId(row), name: readText(row.name) });

/** @param modifiers the group's modifiers, all of them even where the expanded list was cut */
export function parseModifierGroup(row: WireRow, modifiers: readonly WireRow[]): TillModifierGroup {
  const most = readNumber(row.maxAllowed, 0);
  return {
    id: readId(row),
    name: readText(row.name),
    minRequired: readNumber(row.minRequired, 0),
    maxAllowed: most > 0 ? most : null,
    sortOrder: readNumber(row.sortOrder, 0),
    modifiers: sortByIds(modifiers.filter(isLive).map(parseModifier), readText(row.modifierIds)),
  };
}

const parseModifier = (row: WireRow): TillModifier => ({
  id: readId(row),
  name: readText(row.name),
  priceAmount: readNumber(row.price, 0),
  isAvailable: row.available !== false,
});

/** `modifierIds` gives the order (clover.md 6.5); what it does not name comes last, as it came. */
function sortByIds(modifiers: TillModifier[], ids: string): TillModifier[] {
  if (ids === '') return modifiers;
  const places = new Map(ids.split(',').map((id, at) => [id.trim(), at]));
  const placeOf = ({ id }: TillModifier): number => places.get(id) ?? places.size;
  return modifiers.sort((left, right) => placeOf(left) - placeOf(right));
}
