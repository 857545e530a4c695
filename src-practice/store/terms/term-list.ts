import type { Fields } from '../rest/failure.ts';
import { toId, toIds, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { TermRecord } from './term.ts';
import type { TermShelf } from './term-desk.ts';

/** The terms a list call asks for, in its order. */
export function listTerms(shop: Shop, shelf: TermShelf, params: Fields): TermRecord[] {
  const include = toIds(params.include);
  const exclude = new Set(toIds(params.exclude));
  const search = toText(params.search).toLowerCase();
  const slug = toText(params.slug);
  const parent = params.parent;
  const ofProduct = params.product === undefined ? undefined : listOfProduct(shop, params.product);
  const terms = [...shelf.terms.values()].filter(
    (term) =>
      (include.length === 0 || include.includes(term.id)) &&
      !exclude.has(term.id) &&
      (search === '' || term.name.toLowerCase().includes(search)) &&
      (slug === '' || term.slug === slug) &&
      (parent === undefined || term.parent === toId(parent)) &&
      (ofProduct?.has(term.id) ?? true) &&
      (params.hide_empty !== true || shelf.countProducts(term.id) > 0),
  );
  const sign = params.order === 'desc' ? -1 : 1;
  const compare = chooseCompare(shelf, toText(params.orderby), include);
  return terms.sort((a, b) => sign * compare(a, b) || a.id - b.id);
}

function listOfProduct(shop: Shop, id: unknown): ReadonlySet<number> {
  const record = shop.catalog.find(toId(id));
  return new Set(record ? [...record.categoryIds, ...record.tagIds, ...record.brandIds] : []);
}

function chooseCompare(
  shelf: TermShelf,
  orderby: string,
  include: readonly number[],
): (a: TermRecord, b: TermRecord) => number {
  switch (orderby) {
    case 'id':
      return (a, b) => a.id - b.id;
    case 'include':
      return (a, b) => include.indexOf(a.id) - include.indexOf(b.id);
    case 'slug':
      return (a, b) => a.slug.localeCompare(b.slug);
    case 'description':
      return (a, b) => a.description.localeCompare(b.description);
    case 'count':
      return (a, b) => shelf.countProducts(a.id) - shelf.countProducts(b.id);
    default:
      return (a, b) => a.name.localeCompare(b.name);
  }
}
