import { PAGING_SCHEMA } from '../rest/paging.ts';
import type { ParamSchema, ParamSchemas } from '../rest/schema.ts';
import { ORDER_STATUSES } from './order.ts';

const STRING = { type: 'string' } as const;
const DATE = { type: 'string', isDateTime: true } as const;
const NAMES = { type: 'array', items: { type: 'string' } } as const;
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
  product: { type: 'integer' },
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
  },
};

/** The body of a single order; the trash is no status to be set (woocommerce.md 4). */
export const ORDER_SCHEMA: ParamSchemas = {
  status: { type: 'string', choices: ['auto-draft', ...ORDER_STATUSES] },
  transaction_id: STRING,
  customer_note: STRING,
  payment_method: STRING,
  payment_method_title: STRING,
  set_paid: { type: 'boolean' },
  line_items: { type: 'array', items: LINE },
  meta_data: { type: 'array', items: { type: 'object' } },
};

/** The body of a refund. */
export const REFUND_SCHEMA: ParamSchemas = {
  amount: STRING,
  reason: STRING,
  api_refund: { type: 'boolean', fallback: true },
  api_restock: { type: 'boolean', fallback: true },
};
