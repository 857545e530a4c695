import { formatAmount } from '../orders/money.ts';
import { renderLocal } from '../orders/order-view.ts';
import { fireTrashed } from '../products/product-hooks.ts';
import { renderGmt, renderLink } from '../products/view-scene.ts';
import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import { addResource } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId, toSwitch, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { type CouponRecord, DISCOUNT_TYPES } from './coupon.ts';
import { createCoupon, saveCoupon } from './coupon-desk.ts';

const COLLECTION = '/wc/v3/coupons';

const COUPON_SCHEMA: ParamSchemas = {
  code: { type: 'string' },
  amount: { type: 'string' },
  discount_type: { type: 'string', choices: DISCOUNT_TYPES },
  free_shipping: { type: 'boolean' },
  usage_limit: { type: ['integer', 'null'] },
  minimum_amount: { type: 'string' },
};

/** Registers /coupons. */
export function addCouponRoutes(table: RouteTable, shop: Shop): void {
  addResource(table, {
    collection: COLLECTION,
    schemas: {
      list: PAGING_SCHEMA,
      create: { ...COUPON_SCHEMA, code: { type: 'string', isRequired: true } },
      edit: COUPON_SCHEMA,
    },
    list: (call) => answerList(shop, call),
    create: (call) => {
      const coupon = createCoupon(shop, call.params);
      const location = `${call.origin}/wp-json${COLLECTION}/${coupon.id}`;
      return answerCreated(renderCoupon(shop, call, coupon), location);
    },
    view: (call) => answerOk(renderCoupon(shop, call, findCoupon(shop, call.params, 404))),
    edit: (call) => answerOk(change(shop, call, call.params)),
    remove: (call) => {
      const answer = answerOk(remove(shop, call, call.params));
      // Without force the real store puts it in the trash, which is what this topic tells of.
      if (!toSwitch(call.params.force)) fireTrashed(shop, toId(call.params.id));
      return answer;
    },
    batch: (call) =>
      runBatch(call, shop.switches.batchLimit, {
        bareCodes: new Set(),
        create: async (row) => renderCoupon(shop, call, createCoupon(shop, row)),
        update: async (row) => change(shop, call, row),
        remove: async (id) => remove(shop, call, { id }),
      }),
  });
}

function answerList(shop: Shop, call: RestCall): RestAnswer {
  const code = toText(call.params.code);
  const text = toText(call.params.search).toLowerCase();
  const byCode = shop.coupons.findByCode(code);
  const known = code === '' ? shop.coupons.list().toReversed() : byCode ? [byCode] : [];
  const found = known.filter((coupon) => coupon.code.toLowerCase().includes(text));
  const { start, end } = readWindow(call);
  const rows = found.slice(start, end).map((coupon) => renderCoupon(shop, call, coupon));
  return answerPage(call, rows, found.length);
}

const change = (shop: Shop, call: RestCall, fields: Fields) =>
  renderCoupon(shop, call, saveCoupon(shop, findCoupon(shop, fields, 400), fields));

function remove(shop: Shop, call: RestCall, fields: Fields): Record<string, unknown> {
  const coupon = findCoupon(shop, fields, 404);
  shop.coupons.remove(coupon);
  return renderCoupon(shop, call, coupon);
}

function findCoupon(shop: Shop, { id }: Fields, status: 400 | 404): CouponRecord {
  const coupon = shop.coupons.find(toId(id));
  if (coupon) return coupon;
  throw new RestFailure(status, 'woocommerce_rest_shop_coupon_invalid_id', 'Invalid ID.');
}

function renderCoupon(shop: Shop, { origin }: RestCall, coupon: CouponRecord): Record<string, unknown> {
  return {
    id: coupon.id,
    code: coupon.code,
    amount: formatAmount(coupon.amount, 2),
    status: 'publish',
    date_created: renderLocal(shop, coupon.createdMs),
    date_created_gmt: renderGmt(coupon.createdMs),
    date_modified: renderLocal(shop, coupon.modifiedMs),
    date_modified_gmt: renderGmt(coupon.modifiedMs),
    discount_type: coupon.discountType,
    description: coupon.description,
    date_expires: renderLocal(shop, coupon.expiresMs),
    date_expires_gmt: renderGmt(coupon.expiresMs),
    usage_count: coupon.usageCount,
    individual_use: false,
    product_ids: coupon.productIds,
    excluded_product_ids: coupon.excludedProductIds,
    usage_limit: coupon.usageLimit,
    usage_limit_per_user: null,
    limit_usage_to_x_items: null,
    free_shipping: coupon.freeShipping,
    product_categories: [],
    excluded_product_categories: [],
    exclude_sale_items: false,
    minimum_amount: formatAmount(coupon.minimumAmount, 2),
    maximum_amount: '0.00',
    email_restrictions: [],
    used_by: [],
    meta_data: coupon.meta,
    _links: {
      self: renderLink(origin, `${COLLECTION}/${coupon.id}`, true),
      collection: renderLink(origin, COLLECTION, false),
    },
  };
}
