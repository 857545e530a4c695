import { addFoodRoutes } from './add-ons/plugins.ts';
import { addCouponRoutes } from './coupons/coupon-routes.ts';
import { addCustomerRoutes } from './customers/customer-routes.ts';
import { addNoteRoutes } from './orders/note-routes.ts';
import { addOrderRoutes } from './orders/order-routes.ts';
import { addRefundRoutes } from './orders/refund-routes.ts';
import { addProductRoutes } from './products/product-routes.ts';
import { addAnalyticsRoutes, addVariationRoutes } from './products/variation-routes.ts';
import { createRouteTable, type RouteTable } from './rest/route-table.ts';
import type { Shop } from './shop.ts';
import { addIndexRoutes } from './site/index-routes.ts';
import { addSettingRoutes } from './site/setting-routes.ts';
import { addSiteRoutes } from './site/site-routes.ts';
import { addTaxRoutes } from './taxes/tax-routes.ts';
import { addAttributeRoutes } from './terms/attribute-routes.ts';
import { openTaxonomy } from './terms/shelves.ts';
import type { Taxonomy } from './terms/term.ts';
import { addTermRoutes } from './terms/term-routes.ts';
import type { TermLook } from './terms/term-view.ts';
import { addWebhookRoutes } from './webhooks/webhook-routes.ts';

const CATEGORY_LOOK: TermLook = { hasParent: true, hasDisplay: true, hasOrder: true };
const TAG_LOOK: TermLook = { hasParent: false, hasDisplay: false, hasOrder: false };

/** Every route of the store; a new part of the API registers its own here. */
export function buildRouteTable(shop: Shop): RouteTable {
  const table = createRouteTable();
  addIndexRoutes(table, shop);
  addProductRoutes(table, shop);
  addVariationRoutes(table, shop);
  addAnalyticsRoutes(table, shop);
  addOrderRoutes(table, shop);
  addRefundRoutes(table, shop);
  addNoteRoutes(table, shop);
  addCouponRoutes(table, shop);
  addCustomerRoutes(table, shop);
  addTaxRoutes(table, shop);
  addTaxonomyRoutes(table, shop, 'categories', 'category', CATEGORY_LOOK);
  addTaxonomyRoutes(table, shop, 'tags', 'tag', TAG_LOOK);
  addTaxonomyRoutes(table, shop, 'brands', 'brand', CATEGORY_LOOK);
  addAttributeRoutes(table, shop);
  addSettingRoutes(table, shop);
  addSiteRoutes(table, shop);
  addFoodRoutes(table, shop);
  addWebhookRoutes(table, shop);
  return table;
}

function addTaxonomyRoutes(
  table: RouteTable,
  shop: Shop,
  name: string,
  taxonomy: Taxonomy,
  look: TermLook,
): void {
  const shelf = openTaxonomy(shop, taxonomy);
  addTermRoutes(table, shop, {
    collection: `/wc/v3/products/${name}`,
    look,
    bareCodes: new Set(),
    open: () => shelf,
  });
}
