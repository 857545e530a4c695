import type { Availability, FieldName, FieldValue } from './fields.ts';
import type { CloverId } from './ids.ts';
import { describeModifierGroups } from './modifier-groups.ts';
import { foldText } from './name-fold.ts';
import { isFieldOn, type PlanContext } from './plan-context.ts';
import type { NoteCode } from './plan-row.ts';
import { applyPriceRule } from './price-rule.ts';
import type { TillItem } from './till-catalog.ts';

/** What the till says of one thing, and what the rules make of it for the store. Absent: not ours to write. */
export interface WantedFields {
  readonly wanted: ReadonlyMap<FieldName, FieldValue>;
  /** Only where the till's own value differs from `wanted`. */
  readonly till: ReadonlyMap<FieldName, FieldValue>;
  readonly notes: readonly NoteCode[];
}

const BARCODE = /^[0-9-]+$/; // any other text is dropped by the store without a word (woocommerce.md 3)

/**
 * The fields of a till item as a store product or variation should have them.
 * @param categories keys of its store categories as `plan-categories.ts` names them
 */
export function describeItem(
  item: TillItem,
  kind: 'product' | 'variation',
  categories: readonly string[],
  context: PlanContext,
): WantedFields {
  const wanted = new Map<FieldName, FieldValue>();
  const till = new Map<FieldName, FieldValue>();
  const notes: NoteCode[] = [];
  if (kind === 'product') {
    wanted.set('name', item.name);
    wanted.set('categories', categories);
    wanted.set('modifiers', describeModifierGroups(item.modifierGroupIds, context.catalog));
    const fillsDescription = context.settings['import.fillDescription'] === 'on' && item.alternateName !== '';
    if (context.isLive || fillsDescription) wanted.set('description', item.alternateName);
    if (context.doubleNames.has(foldText(item.name))) notes.push('NAME_DOUBLE_ON_TILL');
  }
  wanted.set('availability', readAvailability(item));
  setCodes(item, context, wanted, till, notes);
  setPrice(item, context, wanted, till, notes);
  setStock(item, context, wanted, till, notes);
  for (const field of wanted.keys()) if (!isFieldOn(context.settings, field)) wanted.delete(field);
  return { wanted, till, notes };
}

/** The fields of the variable product that an item group becomes. */
export function describeGroup(
  name: string,
  members: readonly TillItem[],
  categories: readonly string[],
  context: PlanContext,
): WantedFields {
  const wanted = new Map<FieldName, FieldValue>();
  const groupIds: CloverId[] = [...new Set(members.flatMap((member) => member.modifierGroupIds))];
  wanted.set('name', name);
  wanted.set('categories', categories);
  wanted.set('availability', members.every((member) => member.isHidden) ? 'hidden' : 'on');
  // The storefront looks groups up on the parent (modifiers.md 6.2), so it carries those of all its items.
  wanted.set('modifiers', describeModifierGroups(groupIds, context.catalog));
  const description = members.find((member) => member.alternateName !== '')?.alternateName;
  if (context.settings['import.fillDescription'] === 'on' && description !== undefined) {
    wanted.set('description', description);
  }
  const differs = members.some((member) => member.modifierGroupIds.length !== groupIds.length);
  for (const field of wanted.keys()) if (!isFieldOn(context.settings, field)) wanted.delete(field);
  return { wanted, till: new Map(), notes: differs ? ['MODIFIERS_DIFFER_IN_GROUP'] : [] };
}

function readAvailability(item: TillItem): Availability {
  if (!item.isAvailable) return 'off';
  return item.isHidden ? 'hidden' : 'on';
}

function setCodes(
  item: TillItem,
  context: PlanContext,
  wanted: Map<FieldName, FieldValue>,
  till: Map<FieldName, FieldValue>,
  notes: NoteCode[],
): void {
  const isDoubleSku = context.doubleSkus.has(foldText(item.sku));
  wanted.set('sku', isDoubleSku ? '' : item.sku.trim());
  if (isDoubleSku) {
    till.set('sku', item.sku);
    notes.push('SKU_DOUBLE_ON_TILL');
  } else if (item.sku.trim() === '') {
    notes.push('SKU_BLANK');
  }
  const barcode = item.barcode.trim();
  const note = readBarcodeNote(barcode, context);
  wanted.set('barcode', note === null ? barcode : '');
  if (note !== null) {
    till.set('barcode', item.barcode);
    notes.push(note);
  }
}

function readBarcodeNote(barcode: string, context: PlanContext): NoteCode | null {
  if (barcode === '') return null;
  if (!BARCODE.test(barcode)) return 'BARCODE_NOT_DIGITS';
  return context.doubleBarcodes.has(foldText(barcode)) ? 'BARCODE_DOUBLE_ON_TILL' : null;
}

function setPrice(
  item: TillItem,
  context: PlanContext,
  wanted: Map<FieldName, FieldValue>,
  till: Map<FieldName, FieldValue>,
  notes: NoteCode[],
): void {
  if (item.priceType === 'VARIABLE') {
    // The cashier types the price, so there is none that a web shop could charge.
    wanted.set('price', null);
    till.set('price', item.priceAmount);
    notes.push('PRICE_TYPED_AT_TILL');
    return;
  }
  const price = applyPriceRule(item.priceAmount, context.priceRule, readTaxRate(item, context));
  wanted.set('price', price);
  if (price !== item.priceAmount) till.set('price', item.priceAmount);
  if (item.priceType === 'PER_UNIT') notes.push('PRICE_PER_UNIT');
}

/** The sum of the tax rates on the item, Clover's scale. */
export function readTaxRate(item: TillItem, context: PlanContext): number {
  if (item.usesDefaultTaxes) return context.defaultTaxRate;
  let rate = 0;
  for (const id of item.taxRateIds) rate += context.catalog.taxRates.get(id)?.rate ?? 0;
  return rate;
}

function setStock(
  item: TillItem,
  context: PlanContext,
  wanted: Map<FieldName, FieldValue>,
  till: Map<FieldName, FieldValue>,
  notes: NoteCode[],
): void {
  // A missing count is never written as one, and a store without stock management ignores it with a 200
  // (woocommerce.md 3.1).
  if (item.stock === null || !context.store.managesStock) return;
  // The store counts whole pieces; rounding down never sells what is not there.
  const pieces = Math.floor(item.stock);
  wanted.set('stock', pieces);
  if (pieces !== item.stock) {
    till.set('stock', item.stock);
    notes.push('STOCK_ROUNDED_DOWN');
  }
  if (pieces < 0) notes.push('STOCK_NEGATIVE');
}
