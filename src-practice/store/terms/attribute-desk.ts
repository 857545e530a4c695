import { type Fields, RestFailure } from '../rest/failure.ts';
import { cleanText, createSlug, encodeTermName } from '../rest/text.ts';
import { toSwitch, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { openAttribute } from './shelves.ts';
import type { AttributeRecord, TermRecord } from './term.ts';
import { createTerm, findByName } from './term-desk.ts';

const MAX_SLUG_LENGTH = 28;
const ORDERS = ['menu_order', 'name', 'name_num', 'id'] as const;

/**
 * Adds a global attribute.
 * @throws RestFailure 400 for a slug in use or over 28 characters (woocommerce.md 3.2)
 */
export function createAttribute(shop: Shop, fields: Fields): AttributeRecord {
  const name = cleanText(toText(fields.name));
  if (name === '') {
    throw new RestFailure(400, 'missing_attribute_name', 'Please, provide an attribute name.');
  }
  const id = shop.state.ids.attribute;
  const slug = readSlug(shop, id, toText(fields.slug) || name);
  shop.state.ids.attribute += 1;
  const blank = {
    id,
    name,
    slug,
    type: 'select',
    orderBy: 'menu_order',
    hasArchives: false,
    terms: new Map(),
  };
  const attribute: AttributeRecord = { ...blank, ...readDetails(blank, fields) };
  shop.state.attributes.set(id, attribute);
  return attribute;
}

/**
 * Changes a global attribute.
 * @throws RestFailure 400 for a slug in use or too long
 */
export function updateAttribute(shop: Shop, before: AttributeRecord, fields: Fields): AttributeRecord {
  const name = cleanText(toText(fields.name ?? '')) || before.name;
  const wanted = toText(fields.slug ?? '');
  const slug = wanted === '' ? before.slug : readSlug(shop, before.id, wanted);
  const attribute: AttributeRecord = { ...before, name, slug, ...readDetails(before, fields) };
  shop.state.attributes.set(attribute.id, attribute);
  return attribute;
}

/** The attribute's term of this name, made if there is none: products may name new options. */
export function adoptAttributeTerm(shop: Shop, attribute: AttributeRecord, name: string): TermRecord {
  const shelf = openAttribute(shop, attribute);
  return findByName(shelf, encodeTermName(name), 0) ?? createTerm(shop, shelf, { name });
}

function readSlug(shop: Shop, id: number, wanted: string): string {
  const slug = createSlug(wanted.replace(/^pa_/, ''));
  if (slug.length > MAX_SLUG_LENGTH) {
    throw refuse(`Slug "${slug}" is too long (28 characters max). Shorten it, please.`);
  }
  for (const other of shop.state.attributes.values()) {
    if (other.id !== id && other.slug === slug) {
      throw refuse(`Slug "${slug}" is already in use. Change it, please.`);
    }
  }
  return slug;
}

function readDetails(
  attribute: AttributeRecord,
  fields: Fields,
): Pick<AttributeRecord, 'type' | 'orderBy' | 'hasArchives'> {
  const { type, has_archives: hasArchives } = fields;
  return {
    type: type === undefined ? attribute.type : toText(type),
    orderBy: ORDERS.find((order) => order === fields.order_by) ?? attribute.orderBy,
    hasArchives: hasArchives === undefined ? attribute.hasArchives : toSwitch(hasArchives),
  };
}

function refuse(message: string): RestFailure {
  return new RestFailure(400, 'woocommerce_rest_cannot_create', message);
}
