import type { FieldDecision, FieldValue } from './fields.ts';
import { asCloverId, type CloverId } from './ids.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';
import type { TillPatch } from './till-patch.ts';

/** The till patch for every decision with the verdict `push`. */
export const buildTillPatch = (
  decisions: readonly FieldDecision[],
  categories: readonly CloverId[],
): TillPatch => combine(decisions, categories, ({ pushed }) => pushed ?? null);

/** The patch that puts back what the push overwrites, but for categories: `listShelvesBefore` reads those off the push. */
export const buildTillUndo = (
  decisions: readonly FieldDecision[],
  categories: readonly CloverId[],
): TillPatch =>
  combine(
    decisions.filter(({ field }) => field !== 'categories'),
    categories,
    ({ till, wanted }) => till ?? wanted,
  );

function combine(
  decisions: readonly FieldDecision[],
  categories: readonly CloverId[],
  read: (decision: FieldDecision) => FieldValue,
): TillPatch {
  let patch: TillPatch = {};
  for (const decision of decisions) {
    if (decision.verdict === 'push')
      patch = { ...patch, ...patchField(decision, read(decision), categories) };
  }
  return patch;
}

function patchField({ field }: FieldDecision, value: FieldValue, categories: readonly CloverId[]): TillPatch {
  switch (field) {
    case 'name':
      return { name: String(value) };
    case 'price':
      return typeof value === 'number' ? { priceAmount: value } : {};
    case 'sku':
      return { sku: String(value) };
    case 'barcode':
      return { barcode: String(value) };
    case 'description':
      return { alternateName: String(value) };
    case 'availability':
      return patchAvailability(String(value));
    case 'categories':
      return { categories: diffCategories(value as readonly string[], categories) };
    case 'stock':
      return typeof value === 'number' ? { stockCount: value } : {};
    case 'modifiers':
      return { modifierGroups: (Array.isArray(value) ? value : []) as readonly ModifierGroupMeta[] };
  }
}

const patchAvailability = (value: string): TillPatch =>
  value === 'off' ? { isAvailable: false } : { isAvailable: true, isHidden: value === 'hidden' };

function diffCategories(
  wanted: readonly string[],
  present: readonly CloverId[],
): NonNullable<TillPatch['categories']> {
  return {
    add: wanted.filter((id) => !present.includes(asCloverId(id))).map((id) => ({ till: asCloverId(id) })),
    remove: present.filter((id) => !wanted.includes(id)),
  };
}
