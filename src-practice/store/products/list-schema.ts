import { PAGING_SCHEMA } from '../rest/paging.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { PRODUCT_TYPES, STOCK_STATUSES } from './product-fields.ts';

const STRING = { type: 'string' } as const;
const BOOLEAN = { type: 'boolean' } as const;
const DATE = { type: 'string', isDateTime: true } as const;
const IDS = { type: 'array', items: { type: 'integer' } } as const;
const LISTED_STATUSES = ['any', 'future', 'trash', 'draft', 'pending', 'private', 'publish'] as const;
const STATUS_LIST = { type: 'array', items: { type: 'string', choices: LISTED_STATUSES } } as const;
const TYPE_LIST = { type: 'array', items: { type: 'string', choices: PRODUCT_TYPES } } as const;

export const ORDERS = [
  'date',
  'id',
  'include',
  'title',
  'slug',
  'modified',
  'menu_order',
  'price',
  'popularity',
  'rating',
] as const;

/** Filters products and variations share. */
const SHARED_FILTERS: ParamSchemas = {
  ...PAGING_SCHEMA,
  after: DATE,
  before: DATE,
  modified_after: DATE,
  modified_before: DATE,
  dates_are_gmt: { type: 'boolean', fallback: false },
  order: { type: 'string', choices: ['asc', 'desc'], fallback: 'desc' },
  orderby: { type: 'string', choices: ORDERS, fallback: 'date' },
  slug: STRING,
  sku: STRING,
  search_sku: STRING,
  global_unique_id: STRING,
  stock_status: { type: 'string', choices: STOCK_STATUSES },
  tax_class: STRING,
  on_sale: BOOLEAN,
  min_price: STRING,
  max_price: STRING,
  virtual: BOOLEAN,
  downloadable: BOOLEAN,
};

/** The parameters of GET /products; parameters beyond them are ignored (woocommerce.md 2.1). */
export const PRODUCT_LIST_SCHEMA: ParamSchemas = {
  ...SHARED_FILTERS,
  status: { type: 'string', choices: LISTED_STATUSES, fallback: 'any' },
  include_status: STATUS_LIST,
  exclude_status: STATUS_LIST,
  parent: IDS,
  parent_exclude: IDS,
  type: { type: 'string', choices: PRODUCT_TYPES },
  include_types: TYPE_LIST,
  exclude_types: TYPE_LIST,
  search_name_or_sku: STRING,
  featured: BOOLEAN,
  category: STRING,
  tag: STRING,
  brand: STRING,
  attribute: STRING,
  attribute_term: STRING,
  shipping_class: STRING,
};

/** The parameters of the variations of one parent, and of all in wc-analytics. */
export const VARIATION_LIST_SCHEMA: ParamSchemas = {
  ...SHARED_FILTERS,
  status: { type: 'string', choices: LISTED_STATUSES, fallback: 'any' },
};
