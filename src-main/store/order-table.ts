import type { Database } from 'better-sqlite3';
import type { WooId } from '../domain/ids.ts';
import type { OrderFlow } from '../domain/orders/order-flow.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { NewOrderEvent, OrderChange, OrderLedger } from '../engine/order-ledger.ts';
import { createOrderCount, IS_OPEN } from './order-count.ts';
import { createOrderEvents } from './order-events.ts';
import { createOrderLanes } from './order-lanes.ts';
import { COLUMNS, FIELDS, readFlow, type Stored, writeFields } from './order-row.ts';
import { createOrderTakeover } from './order-takeover.ts';

/** No order waits longer for its next try: what is to wait longer was told so by a clock that was set back since. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** The web orders of one shop; see migrations/007-orders.ts. */
export function createOrderTable(db: Database, shop: ShopKey): OrderLedger {
  const names = FIELDS.map((field) => COLUMNS[field].name);
  const insert = db.prepare(`
    INSERT INTO order_flow (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})
    ON CONFLICT DO NOTHING`);
  const get = db.prepare('SELECT * FROM order_flow WHERE woo_id = ? AND shop = ?');
  const byNumber = db.prepare(
    'SELECT * FROM order_flow WHERE shop = ? AND number = ? ORDER BY woo_id DESC LIMIT 1',
  );
  const byTill = db.prepare('SELECT * FROM order_flow WHERE till_order_id = ? AND shop = ?');
  const due = db.prepare(`
    SELECT * FROM order_flow INDEXED BY order_flow_due WHERE shop = @shop AND ${IS_OPEN}
      AND NOT (not_before_ms > @nowMs AND not_before_ms <= @nowMs + ${LONGEST_WAIT_MS})
    ORDER BY created_ms, woo_id LIMIT @limit`);
  const nextDue = db
    .prepare(`SELECT min(not_before_ms) FROM order_flow WHERE shop = ? AND ${IS_OPEN}`)
    .pluck();
  const held = db.prepare('SELECT * FROM order_flow WHERE shop = ? AND hold = ? ORDER BY created_ms, woo_id');
  const placedSince = db.prepare(`
    SELECT woo_id AS wooId, till_order_id AS tillOrderId, placed_ms AS placedMs FROM order_flow
    WHERE shop = ? AND placed_ms >= ? AND till_order_id IS NOT NULL AND hold IS NOT 'closed'
      AND coalesce(till_status, '') NOT IN ('cancelled', 'refunded')
    ORDER BY placed_ms, woo_id`);
  const withAbandoned = db.prepare(`
    SELECT * FROM order_flow WHERE shop = ? AND abandoned <> '[]' AND (placed_ms IS NOT NULL OR hold = 'closed')
    ORDER BY created_ms, woo_id LIMIT ?`);
  const forget = db.prepare(`
    UPDATE order_flow SET ticket = NULL
    WHERE shop = ? AND created_ms < ? AND ticket IS NOT NULL AND (step = 'reported' OR hold = 'closed')`);
  const prepareUpdate = prepareUpdates(db);
  const { events, note } = createOrderEvents(db, shop);
  const { findElsewhere, move, moveApart } = createOrderTakeover(db, shop);
  const change = db.transaction((wooId: WooId, values: OrderChange, event?: NewOrderEvent) => {
    const fields = Object.keys(values) as (keyof OrderFlow)[];
    if (fields.length > 0) prepareUpdate(fields).run({ ...writeFields(values), woo_id: wooId, shop });
    if (event) note(wooId, event);
  });

  const update: OrderLedger['update'] = (wooId, values, event) => {
    change(wooId, values, event);
    const flow = readOne(get.get(wooId, shop));
    if (!flow) throw new Error(`order ${wooId} is not known`);
    return flow;
  };

  return {
    add: (flow) => insert.run(writeFields({ ...flow, shop })).changes === 1,
    get: (wooId) => readOne(get.get(wooId, shop)),
    findElsewhere,
    takeOver: (wooId, from) => {
      move(wooId, from);
      return readOne(get.get(wooId, shop));
    },
    setApart: (wooId, values, event) => update(moveApart(wooId), values, event),
    findByNumber: (number) => readOne(byNumber.get(shop, number)),
    findByTillOrder: (tillOrderId) => readOne(byTill.get(tillOrderId, shop)),
    update,
    due: (nowMs, limit) => readAll(due.all({ shop, nowMs, limit })),
    nextDueMs: () => nextDue.get(shop) as number | null,
    held: (hold) => readAll(held.all(shop, hold)),
    placedSince: (sinceMs) => placedSince.all(shop, sinceMs) as ReturnType<OrderLedger['placedSince']>,
    withAbandoned: (limit) => readAll(withAbandoned.all(shop, limit)),
    ...createOrderLanes(db, shop, (record) => readFlow(record as Record<string, Stored>)),
    count: createOrderCount(db, shop),
    events,
    note,
    forgetTickets: (beforeMs) => forget.run(shop, beforeMs).changes,
  };
}

const readOne = (record: unknown): OrderFlow | null =>
  record === undefined ? null : readFlow(record as Record<string, Stored>);
const readAll = (records: unknown[]): OrderFlow[] =>
  records.map((record) => readFlow(record as Record<string, Stored>));

/** One statement for each set of fields that changes together. */
function prepareUpdates(db: Database) {
  const updates = new Map<string, ReturnType<Database['prepare']>>();
  return (fields: readonly (keyof OrderFlow)[]) => {
    const key = fields.join();
    const known = updates.get(key);
    if (known) return known;
    const sets = fields.map((field) => `${COLUMNS[field].name} = @${COLUMNS[field].name}`).join(', ');
    const made = db.prepare(`UPDATE order_flow SET ${sets} WHERE woo_id = @woo_id AND shop = @shop`);
    updates.set(key, made);
    return made;
  };
}
