import type { Fields } from '../rest/failure.ts';
import type { ParamSchemas } from '../rest/schema.ts';

/** A product as written over REST; rows of a batch may hold anything. */
export interface ProductFields extends Fields {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly sku?: unknown;
  readonly regular_price?: unknown;
  readonly manage_stock?: unknown;
  readonly stock_quantity?: unknown;
}

const STRING = { type: 'string' } as const;
const INTEGER = { type: 'integer' } as const;
const BOOLEAN = { type: 'boolean' } as const;
const IDS = { type: 'array', items: INTEGER } as const;
const TERMS = {
  type: 'array',
  items: { type: 'object', properties: { id: INTEGER, name: STRING, slug: STRING } },
} as const;
const DATE = { type: ['string', 'null'], isDateTime: true } as const;

export const STATUSES = ['draft', 'pending', 'private', 'publish', 'future', 'auto-draft', 'trash'] as const;
export const PRODUCT_TYPES = ['simple', 'grouped', 'external', 'variable'] as const;
export const STOCK_STATUSES = ['instock', 'outofstock', 'onbackorder'] as const;
export const VISIBILITIES = ['visible', 'catalog', 'search', 'hidden'] as const;
export const TAX_STATUSES = ['taxable', 'shipping', 'none'] as const;
export const BACKORDERS = ['no', 'notify', 'yes'] as const;

/** What products and variations share. Prices are strings (woocommerce.md 3). */
const SHARED_SCHEMA: ParamSchemas = {
  description: STRING,
  sku: STRING,
  global_unique_id: STRING,
  regular_price: STRING,
  sale_price: STRING,
  date_on_sale_from: DATE,
  date_on_sale_from_gmt: DATE,
  date_on_sale_to: DATE,
  date_on_sale_to_gmt: DATE,
  virtual: BOOLEAN,
  downloadable: BOOLEAN,
  tax_status: { type: 'string', choices: TAX_STATUSES },
  tax_class: STRING,
  stock_quantity: INTEGER,
  stock_status: { type: 'string', choices: STOCK_STATUSES },
  backorders: { type: 'string', choices: BACKORDERS },
  low_stock_amount: { type: ['integer', 'null'] },
  weight: STRING,
  dimensions: { type: 'object', properties: { length: STRING, width: STRING, height: STRING } },
  shipping_class: STRING,
  menu_order: INTEGER,
  meta_data: {
    type: 'array',
    items: { type: 'object', properties: { id: INTEGER, key: STRING } },
  },
};

/** The body of a single product call. */
export const PRODUCT_SCHEMA: ParamSchemas = {
  ...SHARED_SCHEMA,
  name: STRING,
  slug: STRING,
  date_created: DATE,
  date_created_gmt: DATE,
  type: { type: 'string', choices: PRODUCT_TYPES },
  status: { type: 'string', choices: STATUSES },
  featured: BOOLEAN,
  catalog_visibility: { type: 'string', choices: VISIBILITIES },
  short_description: STRING,
  manage_stock: BOOLEAN,
  sold_individually: BOOLEAN,
  reviews_allowed: BOOLEAN,
  upsell_ids: IDS,
  cross_sell_ids: IDS,
  parent_id: INTEGER,
  purchase_note: STRING,
  categories: TERMS,
  tags: TERMS,
  brands: TERMS,
  images: {
    type: 'array',
    items: { type: 'object', properties: { id: INTEGER, src: STRING, name: STRING, alt: STRING } },
  },
  attributes: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: INTEGER,
        name: STRING,
        position: INTEGER,
        visible: BOOLEAN,
        variation: BOOLEAN,
        options: { type: 'array', items: STRING },
      },
    },
  },
  default_attributes: {
    type: 'array',
    items: { type: 'object', properties: { id: INTEGER, name: STRING, option: STRING } },
  },
};

/** The body of a single variation call; `manage_stock` may also be "parent". */
export const VARIATION_SCHEMA: ParamSchemas = {
  ...SHARED_SCHEMA,
  status: { type: 'string', choices: STATUSES },
  manage_stock: { type: ['boolean', 'string'] },
  image: { type: ['object', 'null'], properties: { id: INTEGER, src: STRING, name: STRING, alt: STRING } },
  attributes: {
    type: 'array',
    items: { type: 'object', properties: { id: INTEGER, name: STRING, option: STRING } },
  },
};
