import type { TillContext } from './context.ts';
import { createCustomerRoutes } from './customers/customer-routes.ts';
import { createAssociationRoutes } from './inventory/association-routes.ts';
import { createBulkRoutes } from './inventory/bulk-routes.ts';
import { createCategoryRoutes } from './inventory/category-routes.ts';
import { createItemGroupRoutes } from './inventory/item-group-routes.ts';
import { createItemRoutes } from './inventory/item-routes.ts';
import { createModifierRoutes } from './inventory/modifier-routes.ts';
import { createStockRoutes } from './inventory/stock-routes.ts';
import { createTagRoutes } from './inventory/tag-routes.ts';
import { createTaxRateRoutes } from './inventory/tax-rate-routes.ts';
import { createPrintRoutes } from './kitchen/print-routes.ts';
import { createMerchantRoutes } from './merchant/merchant-routes.ts';
import { createOrderTypeRoutes } from './merchant/order-type-routes.ts';
import { createServiceChargeRoutes } from './merchant/service-charge-routes.ts';
import { createTenderRoutes } from './merchant/tender-routes.ts';
import { createAtomicRoutes } from './orders/atomic-routes.ts';
import { createLineRoutes } from './orders/line-routes.ts';
import { createOrderRoutes } from './orders/order-routes.ts';
import { createPaymentRoutes } from './payments/payment-routes.ts';
import { createRefundRoutes } from './payments/refund-routes.ts';
import { createRouteTable, type RouteTable } from './rest/route-table.ts';

/** Everything the till answers below `/v3/merchants/{mId}`; a new part adds its routes here. */
export function buildRouteTable(till: TillContext): RouteTable {
  const table = createRouteTable();
  table.add(
    ...createMerchantRoutes(till),
    ...createTenderRoutes(till),
    ...createOrderTypeRoutes(till),
    ...createServiceChargeRoutes(till),
    ...createItemRoutes(till),
    ...createBulkRoutes(till),
    ...createStockRoutes(till),
    ...createCategoryRoutes(till),
    ...createModifierRoutes(till),
    ...createTagRoutes(till),
    ...createTaxRateRoutes(till),
    ...createItemGroupRoutes(till),
    ...createAssociationRoutes(till),
    ...createOrderRoutes(till),
    ...createLineRoutes(till),
    ...createAtomicRoutes(till),
    ...createCustomerRoutes(till),
    ...createPaymentRoutes(till),
    ...createRefundRoutes(till),
    ...createPrintRoutes(till),
  );
  // These exist and answer nothing but 405 (clover.md 3.3).
  table.addClosed('/items/{itemId}/tax_rates');
  table.addClosed('/orders/{orderId}/voided_line_items');
  table.addClosed('/orders/{orderId}/payments/{paymentId}');
  return table;
}
