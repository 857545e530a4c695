import type { ShopOrder } from '../domain/shop-order.ts';
import type { ImportDeps } from './import-deps.ts';
import type { Side } from './ledger-ports.ts';

/** The store's own order has the pieces of a web order already: its copy on the till is no second sale. */
export const isOwnCopy = (side: Side, { id }: ShopOrder, { ledger, shop }: ImportDeps): boolean =>
  side === 'till' && ledger.ordersOf(shop).findByTillOrder(id) !== null;
