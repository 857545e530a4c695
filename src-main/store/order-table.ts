import type { Database } from 'better-sqlite3';
import type { Failure } from '../domain/failure.ts';
import { asCloverId, asWooId } from '../domain/ids.ts';
import {
  ORDER_STEPS,
  type OrderEvent,
  type OrderFlow,
  type OrderHold,
  type OrderStep,
} from '../domain/orders/order-flow.ts';
import type { TillTicket } from '../domain/orders/till-ticket.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { NewOrderEvent, OrderChange, OrderCounts, OrderLedger } from '../engine/order-ledger.ts';
import { createOrderLanes } from './order-lanes.ts';

type Stored = string | number | null;

/** How each field of an order is kept: its column, and its value there and back where the two differ. */
interface Column<Value> {
  readonly name: string;
  readonly write?: (value: Value) => Stored;
  readonly read?: (stored: never) => Value;
}

const plain = (name: string): { readonly name: string } => ({ name });
const json = <Value>(name: string) => ({
  name,
  write: (value: Value): Stored => (value === null ? null : JSON.stringify(value)),
  read: (stored: string | null): Value => (stored === null ? null : JSON.parse(stored)) as Value,
});
const flag = (name: string) => ({
  name,
  write: (value: boolean): Stored => (value ? 1 : 0),
  read: (stored: number): boolean => stored === 1,
});

const COLUMNS: { readonly [Field in keyof OrderFlow]: Column<OrderFlow[Field]> } = {
  wooId: { name: 'woo_id', read: (stored: number) => asWooId(stored) },
  shop: plain('shop'),
  number: plain('number'),
  step: plain('step'),
  hold: plain('hold'),
  failure: json<Failure | null>('failure'),
  ticket: json<TillTicket | null>('ticket'),
  customerId: plain('customer_id'),
  tillOrderId: plain('till_order_id'),
  abandoned: {
    ...json<OrderFlow['abandoned']>('abandoned'),
    read: (stored: string) => (JSON.parse(stored) as string[]).map(asCloverId),
  },
  paymentId: plain('payment_id'),
  printEventId: plain('print_event_id'),
  print: plain('print'),
  printAskedMs: plain('print_asked_ms'),
  reprints: plain('reprints'),
  storeAmount: plain('store_amount'),
  tillAmount: plain('till_amount'),
  currency: plain('currency'),
  storeStatus: plain('store_status'),
  tillStatus: plain('till_status'),
  toldStore: plain('told_store'),
  toldTill: plain('told_till'),
  toldRefunds: json<OrderFlow['toldRefunds']>('told_refunds'),
  isStatusDue: flag('is_status_due'),
  tries: plain('tries'),
  notBeforeMs: plain('not_before_ms'),
  createdMs: plain('created_ms'),
  seenMs: plain('seen_ms'),
  placedMs: plain('placed_ms'),
  paidMs: plain('paid_ms'),
  printedMs: plain('printed_ms'),
  reportedMs: plain('reported_ms'),
};
const FIELDS = Object.keys(COLUMNS) as (keyof OrderFlow)[];
const ORDER_HOLDS: readonly OrderHold[] = ['not-due', 'prerequisite', 'person', 'closed'];
const IS_OPEN = "hold IS NULL AND (step <> 'reported' OR is_status_due = 1)";

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
    SELECT * FROM order_flow WHERE shop = ? AND ${IS_OPEN} AND not_before_ms <= ?
    ORDER BY created_ms, woo_id LIMIT ?`);
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
  const counts = db.prepare(
    'SELECT step, hold, count(*) AS count FROM order_flow WHERE shop = ? GROUP BY step, hold',
  );
  // Left to itself SQLite walks through all orders by their age.
  const open = db.prepare(
    `SELECT count(*) AS waiting, min(created_ms) AS oldestMs FROM order_flow INDEXED BY order_flow_due WHERE shop = ? AND ${IS_OPEN}`,
  );
  const events = db.prepare('SELECT * FROM order_event WHERE woo_id = ? AND shop = ? ORDER BY id');
  const addEvent = db.prepare(`
    INSERT INTO order_event (woo_id, shop, at_ms, what, text, request_id)
    VALUES (@wooId, @shop, @atMs, @what, @text, @requestId)`);
  const forget = db.prepare(`
    UPDATE order_flow SET ticket = NULL
    WHERE shop = ? AND created_ms < ? AND ticket IS NOT NULL AND (step = 'reported' OR hold = 'closed')`);
  const updates = new Map<string, ReturnType<Database['prepare']>>();
  const prepareUpdate = (fields: readonly (keyof OrderFlow)[]) => {
    const key = fields.join();
    const known = updates.get(key);
    if (known) return known;
    const sets = fields.map((field) => `${COLUMNS[field].name} = @${COLUMNS[field].name}`).join(', ');
    const made = db.prepare(`UPDATE order_flow SET ${sets} WHERE woo_id = @woo_id AND shop = @shop`);
    updates.set(key, made);
    return made;
  };
  const note = (wooId: number, event: NewOrderEvent): void => void addEvent.run({ ...event, wooId, shop });
  const readOne = (record: unknown): OrderFlow | null =>
    record === undefined ? null : readFlow(record as Record<string, Stored>);
  const readAll = (records: unknown[]): OrderFlow[] =>
    records.map((record) => readFlow(record as Record<string, Stored>));
  const change = db.transaction((wooId: number, values: OrderChange, event?: NewOrderEvent) => {
    const fields = Object.keys(values) as (keyof OrderFlow)[];
    if (fields.length > 0) prepareUpdate(fields).run({ ...writeFields(values), woo_id: wooId, shop });
    if (event) note(wooId, event);
  });

  return {
    add: (flow) => insert.run(writeFields({ ...flow, shop })).changes === 1,
    get: (wooId) => readOne(get.get(wooId, shop)),
    findByNumber: (number) => readOne(byNumber.get(shop, number)),
    findByTillOrder: (tillOrderId) => readOne(byTill.get(tillOrderId, shop)),
    update: (wooId, values, event) => {
      change(wooId, values, event);
      const flow = readOne(get.get(wooId, shop));
      if (!flow) throw new Error(`order ${wooId} is not known`);
      return flow;
    },
    due: (nowMs, limit) => readAll(due.all(shop, nowMs, limit)),
    nextDueMs: () => nextDue.get(shop) as number | null,
    held: (hold) => readAll(held.all(shop, hold)),
    placedSince: (sinceMs) => placedSince.all(shop, sinceMs) as ReturnType<OrderLedger['placedSince']>,
    withAbandoned: (limit) => readAll(withAbandoned.all(shop, limit)),
    ...createOrderLanes(db, shop, (record) => readFlow(record as Record<string, Stored>)),
    count: () => ({
      ...countRows(counts.all(shop) as CountRecord[]),
      ...(open.get(shop) as Pick<OrderCounts, 'waiting' | 'oldestMs'>),
    }),
    events: (wooId) => events.all(wooId, shop).map(readEvent),
    note,
    forgetTickets: (beforeMs) => forget.run(shop, beforeMs).changes,
  };
}

function writeFields(values: Partial<OrderFlow>): Record<string, Stored> {
  const record: Record<string, Stored> = {};
  for (const field of Object.keys(values) as (keyof OrderFlow)[]) {
    const { name, write } = COLUMNS[field] as Column<unknown>;
    const value = values[field];
    record[name] = write ? write(value) : (value as Stored);
  }
  return record;
}

function readFlow(record: Readonly<Record<string, Stored>>): OrderFlow {
  const values = FIELDS.map((field): [string, unknown] => {
    const { name, read } = COLUMNS[field] as Column<unknown>;
    const stored = record[name];
    return [field, read ? read(stored as never) : stored];
  });
  return Object.fromEntries(values) as unknown as OrderFlow;
}

interface CountRecord {
  readonly step: OrderStep;
  readonly hold: OrderHold | null;
  readonly count: number;
}

function countRows(rows: readonly CountRecord[]): Pick<OrderCounts, 'steps' | 'holds'> {
  const sum = (isIn: (row: CountRecord) => boolean): number =>
    rows.filter(isIn).reduce((all, { count }) => all + count, 0);
  const steps = ORDER_STEPS.map((step) => [step, sum((row) => row.step === step)]);
  const holds = ORDER_HOLDS.map((hold) => [hold, sum((row) => row.hold === hold)]);
  return { steps: Object.fromEntries(steps), holds: Object.fromEntries(holds) } as Pick<
    OrderCounts,
    'steps' | 'holds'
  >;
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
