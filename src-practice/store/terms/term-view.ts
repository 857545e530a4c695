import { renderLink } from '../products/view-scene.ts';
import type { AttributeRecord, TermRecord } from './term.ts';
import type { TermShelf } from './term-desk.ts';

/** Which fields a kind of term shows besides the common ones. */
export interface TermLook {
  readonly hasParent: boolean;
  readonly hasDisplay: boolean;
  readonly hasOrder: boolean;
}

/** A term as answered; `path` is its collection below `/wp-json`. */
export function renderTerm(
  origin: string,
  path: string,
  look: TermLook,
  shelf: TermShelf,
  term: TermRecord,
): Record<string, unknown> {
  return {
    id: term.id,
    name: term.name,
    slug: term.slug,
    ...(look.hasParent ? { parent: term.parent } : {}),
    description: term.description,
    ...(look.hasDisplay ? { display: term.display, image: null } : {}),
    ...(look.hasOrder ? { menu_order: term.menuOrder } : {}),
    count: shelf.countProducts(term.id),
    _links: {
      self: renderLink(origin, `${path}/${term.id}`, true),
      collection: renderLink(origin, path, false),
      ...(term.parent > 0 ? { up: renderLink(origin, `${path}/${term.parent}`, false) } : {}),
    },
  };
}

/** A global attribute as answered. */
export function renderAttribute(origin: string, attribute: AttributeRecord): Record<string, unknown> {
  const path = '/wc/v3/products/attributes';
  return {
    id: attribute.id,
    name: attribute.name,
    slug: `pa_${attribute.slug}`,
    type: attribute.type,
    order_by: attribute.orderBy,
    has_archives: attribute.hasArchives,
    _links: {
      self: renderLink(origin, `${path}/${attribute.id}`, true),
      collection: renderLink(origin, path, false),
    },
  };
}
