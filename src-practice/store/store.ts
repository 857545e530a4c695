import type { WireService } from '../wire.ts';
import { createKeyRing, type KeyRing } from './access/keys.ts';
import { createFront } from './front.ts';
import type { HookFeed } from './hooks.ts';
import type { PracticeStoreOptions, StoreSwitches } from './options.ts';
import { createProduct } from './products/product-desk.ts';
import type { ProductFields } from './products/product-fields.ts';
import { buildRouteTable } from './routes.ts';
import { createShop } from './shop.ts';
import { createStaff, type StoreStaff } from './staff.ts';
import type { StoreState } from './state.ts';
import { deliver } from './webhooks/delivery.ts';
import { createDeliveryQueue } from './webhooks/delivery-queue.ts';
import type { WorkCounters } from './work.ts';

export type { ConsumerKey, KeyRing } from './access/keys.ts';
export { CHOICE_FORMATS, type GuestLine, type GuestOrder } from './guests/guest-order.ts';
export { GUESTS } from './guests/guest-words.ts';
export { MEASURED_WORK, type PracticeStoreOptions, type StoreSwitches } from './options.ts';
export { ORDER_STATUSES, type OrderRecord } from './orders/order.ts';
export type { ProductRecord } from './products/product.ts';
export type { ProductFields } from './products/product-fields.ts';
export type { StoreStaff } from './staff.ts';
export type { StoreState } from './state.ts';

/** A WooCommerce store with state, answering its REST API v3 (woocommerce.md). */
export interface PracticeStore extends WireService {
  readonly state: StoreState;
  readonly keys: KeyRing;
  /** What people do in the store, without REST. */
  readonly staff: StoreStaff;
  readonly counters: WorkCounters;
  readonly hooks: Pick<HookFeed, 'subscribe'>;
  /** May be turned while the store runs. */
  readonly switches: StoreSwitches;
  /** Adds products without requests or work time; returns their ids. */
  load(products: readonly ProductFields[]): number[];
  /** True while a webhook delivery is owed or under way. */
  hasWaitingHooks(): boolean;
  /** Ends deliveries under way; nothing is sent any more. */
  close(): void;
}

/** Opens an empty store. */
export function createPracticeStore(options: PracticeStoreOptions): PracticeStore {
  const shop = createShop(options);
  const keys = createKeyRing(options.random);
  const table = buildRouteTable(shop);
  const queue = createDeliveryQueue(shop, async (webhookId, resourceId) => {
    const webhook = shop.state.webhooks.get(webhookId);
    if (webhook) await deliver(shop, table, webhook, resourceId);
  });
  shop.hooks.listen(({ topic, id }) => queue.add(topic, id));
  const front = createFront(shop, keys, table);
  return {
    state: shop.state,
    keys,
    staff: createStaff(shop),
    counters: shop.counters,
    hooks: shop.hooks,
    switches: shop.switches,
    load: (products) => products.map((fields) => createProduct(shop, fields).id),
    hasWaitingHooks: () => !queue.isIdle,
    close: () => {
      queue.close();
      shop.outgoing.close();
    },
    handle: async (request) => {
      shop.site.origin = request.origin;
      const response = await queue.enclose(() => front.handle(request));
      // The server's clock is the shop's own, virtual or not: clients ask it for the time.
      const date = new Date(shop.clock.nowMs()).toUTCString();
      return { ...response, headers: { Date: date, ...response.headers } };
    },
  };
}
