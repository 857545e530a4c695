import { type Fields, RestFailure } from '../rest/failure.ts';
import { createSlug, encodePostText, encodeTermName } from '../rest/text.ts';
import { toId, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { type TermRecord, UNCATEGORIZED_ID } from './term.ts';
import { isLoop } from './term-tree.ts';

/** One taxonomy's terms and what hangs on them. */
export interface TermShelf {
  readonly terms: Map<number, TermRecord>;
  readonly isHierarchical: boolean;
  /** How many published products a term has. */
  countProducts(termId: number): number;
  /** Takes a deleted or renamed term out of, or along in, the products that have it. */
  release(before: TermRecord, after: TermRecord | undefined): void;
}

/**
 * Adds a term (woocommerce.md 3.3).
 * @throws RestFailure 400 `term_exists` with the owner of the name, `missing_parent`
 */
export function createTerm(shop: Shop, shelf: TermShelf, fields: Fields): TermRecord {
  const name = encodeTermName(toText(fields.name));
  if (name === '') throw new RestFailure(400, 'empty_term_name', 'A name is required for this term.');
  const parent = readParent(shelf, fields);
  const twin = findByName(shelf, name, parent);
  if (twin) {
    const place = shelf.isHierarchical ? 'with this parent' : 'in this taxonomy';
    const message = `A term with the name provided already exists ${place}.`;
    throw new RestFailure(400, 'term_exists', message, { resource_id: twin.id });
  }
  const id = shop.state.ids.term;
  shop.state.ids.term += 1;
  const blank = { id, name, slug: '', parent, description: '', display: 'default', menuOrder: 0 };
  const slug = createTermSlug(shelf, toText(fields.slug) || name, blank);
  const term: TermRecord = { ...blank, slug, ...readDetails(blank, fields) };
  shelf.terms.set(id, term);
  return term;
}

/**
 * Changes a term; no product's date_modified moves. A parent that would close a circle is dropped.
 * @throws RestFailure 400 `missing_parent`
 */
export function updateTerm(shelf: TermShelf, before: TermRecord, fields: Fields): TermRecord {
  const name = encodeTermName(toText(fields.name ?? '')) || before.name;
  const asked = fields.parent === undefined ? before.parent : readParent(shelf, fields);
  const parent = isLoop(shelf.terms, before.id, asked) ? 0 : asked;
  const moved = { ...before, name, parent };
  const wanted = toText(fields.slug ?? '');
  const slug = wanted === '' ? before.slug : createTermSlug(shelf, wanted, moved);
  const term: TermRecord = { ...moved, slug, ...readDetails(before, fields) };
  shelf.terms.set(term.id, term);
  if (term.name !== before.name) shelf.release(before, term);
  return term;
}

/**
 * Deletes a term; its children rise one level, its products lose it without a trace.
 * @throws RestFailure 500 for the default category
 */
export function removeTerm(shelf: TermShelf, term: TermRecord): void {
  if (term.id === UNCATEGORIZED_ID) {
    const message = 'Default product category cannot be deleted.';
    throw new RestFailure(500, 'woocommerce_rest_cannot_delete', message);
  }
  shelf.terms.delete(term.id);
  for (const child of shelf.terms.values()) {
    if (child.parent === term.id) shelf.terms.set(child.id, { ...child, parent: term.parent });
  }
  shelf.release(term, undefined);
}

/** The term of this encoded name in any letter case, under this parent if the taxonomy has any. */
export function findByName(shelf: TermShelf, name: string, parent: number): TermRecord | undefined {
  const wanted = name.toLowerCase();
  for (const term of shelf.terms.values()) {
    if (term.parent === parent && term.name.toLowerCase() === wanted) return term;
  }
  return undefined;
}

function readParent(shelf: TermShelf, fields: Fields): number {
  const parent = shelf.isHierarchical ? toId(fields.parent) : 0;
  if (parent > 0 && !shelf.terms.has(parent)) {
    throw new RestFailure(400, 'missing_parent', 'Parent term does not exist.');
  }
  return parent;
}

function readDetails(
  term: TermRecord,
  fields: Fields,
): Pick<TermRecord, 'description' | 'display' | 'menuOrder'> {
  const { description, display, menu_order: menuOrder } = fields;
  return {
    description: description === undefined ? term.description : encodePostText(toText(description)),
    display: display === undefined ? term.display : toText(display),
    menuOrder: menuOrder === undefined ? term.menuOrder : toWholeNumber(menuOrder),
  };
}

/** A taken slug gets the parents' behind it, then a number: `drinks-drinks`. */
function createTermSlug(shelf: TermShelf, wanted: string, term: TermRecord): string {
  const taken = new Set<string>();
  for (const other of shelf.terms.values()) if (other.id !== term.id) taken.add(other.slug);
  let slug = createSlug(wanted);
  let above = shelf.terms.get(term.parent);
  while (taken.has(slug) && above) {
    slug = `${slug}-${above.slug}`;
    above = shelf.terms.get(above.parent);
  }
  const base = slug;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
