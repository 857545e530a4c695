import { readCategoryRef, readGroups } from './build-patch.ts';
import type { FieldDecision, FieldName, FieldValue } from './fields.ts';
import type { CloverId } from './ids.ts';
import type { PlanContext } from './plan-context.ts';
import type { ProductPatch, StockPatch } from './product-patch.ts';
import type { StoreAttribute, StoreOption } from './store-catalog.ts';
import type { WantedFields } from './wanted-fields.ts';

/** What kind of thing the store is to make. */
export type NewProduct =
  | { readonly kind: 'product' }
  | { readonly kind: 'variable'; readonly attributes: readonly StoreAttribute[] }
  | { readonly kind: 'variation'; readonly options: readonly StoreOption[] };

/**
 * The patch that makes a product from what the till says, with our mark so that it is found again. It has a name also
 * where names are not kept in step: nothing can be made without one.
 */
export function buildCreatePatch(
  made: NewProduct,
  {
    id: itemId,
    name,
    fields,
  }: { readonly id: CloverId; readonly name: string; readonly fields: WantedFields },
  context: PlanContext,
): ProductPatch {
  const { wanted } = fields;
  const price = wanted.get('price');
  const categories = wanted.get('categories') as readonly string[] | undefined;
  const modifierGroups = readGroups(wanted.get('modifiers') ?? null);
  const sku = wanted.get('sku') ?? '';
  const barcode = wanted.get('barcode') ?? '';
  const description = wanted.get('description');
  return {
    itemId,
    ...(made.kind === 'variation'
      ? { options: made.options }
      : { type: made.kind === 'variable' ? 'variable' : 'simple', name: String(wanted.get('name') ?? name) }),
    ...(made.kind === 'variable' ? { attributes: made.attributes } : {}),
    ...(price === undefined || price === null ? {} : { priceAmount: Number(price) }),
    ...(sku === '' ? {} : { sku: String(sku) }),
    ...(barcode === '' ? {} : { barcode: String(barcode) }),
    ...(categories === undefined || categories.length === 0
      ? {}
      : { categories: categories.map(readCategoryRef) }),
    ...(modifierGroups === null ? {} : { modifierGroups }),
    ...(description === undefined ? {} : { shortDescription: String(description) }),
    ...readTaxClass(made, context),
    ...describeStock(made, wanted),
    ...describeVisibility(made, wanted, context),
  };
}

/**
 * The same for what comes back from the trash: what the till says nothing in is emptied, since it may still have a word
 * from before.
 */
export function buildRestorePatch(
  made: NewProduct,
  subject: { readonly id: CloverId; readonly name: string; readonly fields: WantedFields },
  context: PlanContext,
): ProductPatch {
  const { itemId: _mark, type: _type, ...patch } = buildCreatePatch(made, subject, context);
  const { wanted } = subject.fields;
  return {
    ...(wanted.get('price') === null ? { priceAmount: null } : {}),
    ...(wanted.has('sku') ? { sku: '' } : {}),
    ...(wanted.has('barcode') ? { barcode: '' } : {}),
    ...(wanted.has('categories') ? { categories: [] } : {}),
    ...(wanted.has('modifiers') ? { modifierGroups: null } : {}),
    ...(made.kind === 'variation' ? {} : { visibility: 'visible' as const }),
    ...patch,
  };
}

function readTaxClass(made: NewProduct, context: PlanContext): ProductPatch {
  if (made.kind === 'variation') return {};
  const taxClass = context.settings['import.taxClass'];
  return taxClass === 'standard' ? {} : { taxClass };
}

function describeStock(made: NewProduct, wanted: WantedFields['wanted']): ProductPatch {
  const quantity = wanted.get('stock');
  if (typeof quantity === 'number') return { stock: { managed: true, quantity } };
  if (made.kind === 'variable') return {};
  const isOff = wanted.get('availability') === 'off';
  const stock: StockPatch = { managed: false, status: isOff ? 'outofstock' : 'instock' };
  return made.kind === 'variation' && !isOff ? {} : { stock };
}

function describeVisibility(
  made: NewProduct,
  wanted: WantedFields['wanted'],
  context: PlanContext,
): ProductPatch {
  const availability = wanted.get('availability') ?? 'on';
  if (made.kind === 'variation') return { status: availability === 'on' ? 'publish' : 'private' };
  const isCounted = typeof wanted.get('stock') === 'number';
  const shown = context.settings['import.status'] === 'publish' ? 'publish' : 'draft';
  // A counted product that is switched off cannot be marked out of stock: its status follows the count.
  const status = availability === 'off' && isCounted && shown === 'publish' ? 'private' : shown;
  return { status, ...(availability === 'hidden' ? { visibility: 'hidden' } : {}) };
}

/** The decisions of a new product: every field from the till. */
export function listCreateDecisions(fields: WantedFields): FieldDecision[] {
  return [...fields.wanted].map(([field, wanted]: [FieldName, FieldValue]) => {
    const till = fields.till.get(field);
    return { field, wanted, verdict: 'write', rule: 'new', ...(till === undefined ? {} : { till }) };
  });
}
