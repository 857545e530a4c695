import { PAGING_SCHEMA } from '../rest/paging.ts';
import type { ParamSchema, ParamSchemas } from '../rest/schema.ts';
import { CURRENCY_CODES } from '../site/currency-codes.ts';
import { ORDER_STATUSES } from './order.ts';

const STRING = { type: 'string' } as const;
const DATE = { type: 'string', isDateTime: true } as const;
const NAMES = { type: 'array', items: { type: 'string' } } as const;
const OBJECTS = { type: 'array', items: { type: 'object' } } as const;
const LISTED = ['any', 'trash', 'auto-draft', ...ORDER_STATUSES] as const;

/** The parameters of GET /orders; parameters beyond them are ignored (woocommerce.md 2.1). */
export const ORDER_LIST_SCHEMA: ParamSchemas = {
  ...PAGING_SCHEMA,
  after: DATE,
  before: DATE,
  modified_after: DATE,
  modified_before: DATE,
  dates_are_gmt: { type: 'boolean', fallback: false },
  order: { type: 'string', choices: ['asc', 'desc'], fallback: 'desc' },
  orderby: {
    type: 'string',
    choices: ['date', 'id', 'include', 'title', 'slug', 'modified', 'total'],
    fallback: 'date',
  },
  status: { type: 'array', items: { type: 'string', choices: LISTED }, fallback: ['any'] },
  customer: { type: 'integer' },
  product: { type: 'integer' },
  dp: { type: 'integer' },
  created_via: NAMES,
};

const LINE: ParamSchema = {
  type: 'object',
  properties: {
    product_id: { type: ['string', 'integer', 'null'] },
    variation_id: { type: 'integer' },
    quantity: { type: 'integer' },
    subtotal: STRING,
    total: STRING,
    meta_data: OBJECTS,
  },
};

const CHARGE: ParamSchema = {
  type: 'object',
  properties: { total: STRING, meta_data: OBJECTS },
};

const ADDRESS = Object.fromEntries(
  [
    'first_name',
    'last_name',
    'company',
    'address_1',
    'address_2',
    'city',
    'state',
    'postcode',
    'country',
  ].map((name) => [name, STRING]),
);

/** The body of a single order; the trash is no status to be set (woocommerce.md 4). */
export const ORDER_SCHEMA: ParamSchemas = {
  status: { type: 'string', choices: ['auto-draft', ...ORDER_STATUSES] },
  currency: { type: 'string', choices: CURRENCY_CODES },
  customer_id: { type: 'integer' },
  billing: { type: 'object', properties: { ...ADDRESS, email: { ...STRING, isEmail: true } } },
  shipping: { type: 'object', properties: ADDRESS },
  transaction_id: STRING,
  customer_note: STRING,
  payment_method: STRING,
  payment_method_title: STRING,
  set_paid: { type: 'boolean' },
  line_items: { type: 'array', items: LINE },
  shipping_lines: { type: 'array', items: CHARGE },
  fee_lines: { type: 'array', items: CHARGE },
  coupon_lines: OBJECTS,
  meta_data: OBJECTS,
};

/** The body of a refund. */
export const REFUND_SCHEMA: ParamSchemas = {
  amount: STRING,
  reason: STRING,
  api_refund: { type: 'boolean', fallback: true },
  api_restock: { type: 'boolean', fallback: true },
  line_items: OBJECTS,
};

/** The body of a note. */
export const NOTE_SCHEMA: ParamSchemas = {
  note: { type: 'string', isRequired: true },
  customer_note: { type: 'boolean', fallback: false },
  added_by_user: { type: 'boolean', fallback: false },
};

/** The parameters of a list of notes. */
export const NOTE_LIST_SCHEMA: ParamSchemas = {
  type: { type: 'string', choices: ['any', 'customer', 'internal'], fallback: 'any' },
};
