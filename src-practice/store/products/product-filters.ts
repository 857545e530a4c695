import { readFilterBound } from '../rest/dates.ts';
import type { Fields } from '../rest/failure.ts';
import { toIds, toList, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { listWithDescendants } from '../terms/term-tree.ts';
import { isListed } from './catalog.ts';
import { isOnSale, readPrice, toAmount } from './prices.ts';
import type { ProductRecord, ProductStatus } from './product.ts';
import { STATUSES } from './product-fields.ts';

export type RecordFilter = (record: ProductRecord) => boolean;

interface FilterContext {
  readonly shop: Shop;
  readonly params: Fields;
}

type FilterMaker = (context: FilterContext, value: string) => RecordFilter | undefined;

/** The parameters that are nothing but a test of one record, by their names (woocommerce.md 2.1). */
const MAKERS: Readonly<Record<string, FilterMaker>> = {
  search: (_, value) =>
    matchWords(value, (record) => [record.name, record.description, record.shortDescription]),
  search_name_or_sku: (_, value) => matchWords(value, (record) => [record.name, record.sku]),
  after: (context, value) => compareDate(context, value, (record, boundMs) => record.createdMs > boundMs),
  before: (context, value) => compareDate(context, value, (record, boundMs) => record.createdMs < boundMs),
  modified_after: (context, value) =>
    compareDate(context, value, (record, boundMs) => record.modifiedMs > boundMs),
  modified_before: (context, value) =>
    compareDate(context, value, (record, boundMs) => record.modifiedMs < boundMs),
  exclude: ({ params }) => rejectIds(params.exclude, (record) => record.id),
  parent: ({ params }) => acceptIds(params.parent, (record) => record.parentId),
  parent_exclude: ({ params }) => rejectIds(params.parent_exclude, (record) => record.parentId),
  slug: (_, value) => (record) => record.slug === value.toLowerCase(),
  type: (_, value) => (record) => record.type === value || record.type === 'variation',
  include_types: ({ params }) => acceptNames(params.include_types, (record) => record.type),
  exclude_types: ({ params }) => rejectNames(params.exclude_types, (record) => record.type),
  exclude_status: ({ params }) => rejectNames(params.exclude_status, (record) => record.status),
  featured: (_, value) => (record) => record.featured === isYes(value),
  virtual: (_, value) => (record) => record.virtual === isYes(value),
  downloadable: (_, value) => (record) => record.downloadable === isYes(value),
  on_sale:
    ({ shop }, value) =>
    (record) =>
      isOnSale(shop, record) === isYes(value),
  stock_status: (_, value) => (record) => record.stockStatus === value,
  tax_class: (_, value) => (record) => record.taxClass === (value === 'standard' ? '' : value),
  shipping_class: (_, value) => (record) => record.shippingClass === value,
  category: ({ shop }, value) => {
    const wanted = listWithDescendants(shop.state.categories, toIds(value));
    return (record) => record.categoryIds.some((id) => wanted.has(id));
  },
  tag: (_, value) => acceptAny(value, (record) => record.tagIds),
  brand: (_, value) => acceptAny(value, (record) => record.brandIds),
  attribute: ({ shop, params }, value) => acceptAttribute(shop, value, toIds(params.attribute_term)),
  min_price:
    ({ shop }, value) =>
    (record) => {
      const price = readPrice(shop, record);
      return price !== '' && toAmount(price) >= toAmount(value);
    },
  max_price:
    ({ shop }, value) =>
    (record) => {
      const price = readPrice(shop, record);
      return price !== '' && toAmount(price) <= toAmount(value);
    },
};

const MAKER_LIST = Object.entries(MAKERS);

/** The tests the call's parameters ask for; unknown parameters ask for none. */
export function createFilters(shop: Shop, params: Fields): RecordFilter[] {
  const filters: RecordFilter[] = [];
  for (const [name, make] of MAKER_LIST) {
    const value = params[name];
    if (value === undefined || value === null || value === '') continue;
    const filter = make({ shop, params }, typeof value === 'boolean' ? String(value) : toText(value));
    if (filter) filters.push(filter);
  }
  return filters;
}

/** The statuses asked for; undefined is "any": all but trash and auto-draft. */
export function readStatuses(params: Fields): readonly ProductStatus[] | undefined {
  const included = toList(params.include_status);
  const names = included.length > 0 ? included : [params.status];
  const statuses = STATUSES.filter((status) => names.includes(status));
  return names.includes('any') || statuses.length === 0 ? undefined : statuses;
}

/** Tests a record's status against those asked for. */
export function hasStatus(record: ProductRecord, statuses: readonly ProductStatus[] | undefined): boolean {
  return statuses ? statuses.includes(record.status) : isListed(record);
}

function matchWords(search: string, read: (record: ProductRecord) => readonly string[]): RecordFilter {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (record) => {
    const texts = read(record).map((text) => text.toLowerCase());
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
}

function compareDate(
  { shop, params }: FilterContext,
  value: string,
  compare: (record: ProductRecord, boundMs: number) => boolean,
): RecordFilter {
  const boundMs = readFilterBound(value, params.dates_are_gmt === true, shop.settings.timezoneOffsetHours);
  return (record) => compare(record, boundMs);
}

function acceptIds(value: unknown, read: (record: ProductRecord) => number): RecordFilter | undefined {
  const ids = new Set(toIds(value));
  return ids.size > 0 ? (record) => ids.has(read(record)) : undefined;
}

function rejectIds(value: unknown, read: (record: ProductRecord) => number): RecordFilter | undefined {
  const ids = new Set(toIds(value));
  return ids.size > 0 ? (record) => !ids.has(read(record)) : undefined;
}

function acceptNames(value: unknown, read: (record: ProductRecord) => string): RecordFilter | undefined {
  const names = toList(value);
  return names.length > 0 ? (record) => names.includes(read(record)) : undefined;
}

function rejectNames(value: unknown, read: (record: ProductRecord) => string): RecordFilter | undefined {
  const names = toList(value);
  return names.length > 0 ? (record) => !names.includes(read(record)) : undefined;
}

function acceptAny(value: unknown, read: (record: ProductRecord) => readonly number[]): RecordFilter {
  const ids = new Set(toIds(value));
  return (record) => read(record).some((id) => ids.has(id));
}

function acceptAttribute(shop: Shop, taxonomy: string, termIds: readonly number[]): RecordFilter {
  const attribute = [...shop.state.attributes.values()].find(({ slug }) => `pa_${slug}` === taxonomy);
  const names = new Set(termIds.map((id) => attribute?.terms.get(id)?.name));
  return (record) =>
    record.attributes.some(
      ({ id, options }) => id === attribute?.id && options.some((name) => names.has(name)),
    );
}

function isYes(value: string): boolean {
  return value === 'true' || value === '1';
}
