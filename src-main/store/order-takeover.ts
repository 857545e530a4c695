import type { Database } from 'better-sqlite3';
import { asWooId, type WooId } from '../domain/ids.ts';
import { hasSameTill, type ShopKey } from '../domain/shop.ts';
import type { OrderLedger } from '../engine/order-ledger.ts';

/**
 * Orders that are known under another address of their store (`engine/orders/moved-store.ts`), or whose id the store has
 * given to another one (`engine/orders/gone-order.ts`).
 */
export function createOrderTakeover(
  db: Database,
  shop: ShopKey,
): {
  readonly findElsewhere: OrderLedger['findElsewhere'];
  readonly move: (id: number, from: ShopKey) => void;
  /** Answers the number below zero that it has from now on. */
  readonly moveApart: (id: number) => WooId;
} {
  const elsewhere = db.prepare(`
    SELECT shop, placed_ms AS placedMs FROM order_flow
    WHERE woo_id = ? AND shop <> ? AND number = ? AND created_ms = ?`);
  const moveFlow = db.prepare('UPDATE order_flow SET shop = @shop WHERE woo_id = @id AND shop = @from');
  const moveEvents = db.prepare('UPDATE order_event SET shop = @shop WHERE woo_id = @id AND shop = @from');
  const lowest = db.prepare('SELECT min(0, min(woo_id)) - 1 FROM order_flow WHERE shop = ?').pluck();
  const renames = ['order_flow', 'order_event'].map((table) =>
    db.prepare(`UPDATE ${table} SET woo_id = @apart WHERE woo_id = @id AND shop = @shop`),
  );
  return {
    findElsewhere: ({ wooId, number, createdMs }) => {
      const found = elsewhere.all(wooId, shop, number, createdMs) as Elsewhere[];
      const here = found.find((other) => hasSameTill(other.shop, shop));
      if (here) return { shop: here.shop, isSameTill: true };
      const placed = found.find(({ placedMs }) => placedMs !== null);
      return placed ? { shop: placed.shop, isSameTill: false } : null;
    },
    move: db.transaction((id: number, from: ShopKey) => {
      // The events follow within the transaction.
      db.pragma('defer_foreign_keys = ON');
      moveFlow.run({ id, from, shop });
      moveEvents.run({ id, from, shop });
    }),
    moveApart: db.transaction((id: number) => {
      db.pragma('defer_foreign_keys = ON');
      const apart = lowest.get(shop) as number;
      for (const rename of renames) rename.run({ id, apart, shop });
      return asWooId(apart);
    }),
  };
}

interface Elsewhere {
  readonly shop: ShopKey;
  readonly placedMs: number | null;
}
