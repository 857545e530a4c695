import type { Database } from 'better-sqlite3';
import { asWooId } from '../domain/ids.ts';
import type { OrderEvent } from '../domain/orders/order-flow.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { NewOrderEvent, OrderLedger } from '../engine/order-ledger.ts';

/** What happened to the orders of one shop, oldest first. */
export function createOrderEvents(db: Database, shop: ShopKey): Pick<OrderLedger, 'events' | 'note'> {
  const events = db.prepare('SELECT * FROM order_event WHERE woo_id = ? AND shop = ? ORDER BY id');
  const add = db.prepare(`
    INSERT INTO order_event (woo_id, shop, at_ms, what, text, request_id)
    VALUES (@wooId, @shop, @atMs, @what, @text, @requestId)`);
  return {
    events: (wooId) => events.all(wooId, shop).map(readEvent),
    note: (wooId: number, event: NewOrderEvent) => void add.run({ ...event, wooId, shop }),
  };
}

interface EventRecord {
  readonly id: number;
  readonly woo_id: number;
  readonly at_ms: number;
  readonly what: string;
  readonly text: string;
  readonly request_id: string;
}

function readEvent(record: unknown): OrderEvent {
  const { id, woo_id, at_ms, what, text, request_id } = record as EventRecord;
  return { id, wooId: asWooId(woo_id), atMs: at_ms, what, text, requestId: request_id };
}
