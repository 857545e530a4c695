import type { Database } from 'better-sqlite3';
import { ORDER_STEPS, type OrderHold, type OrderStep } from '../domain/orders/order-flow.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { OrderCounts, OrderLedger } from '../engine/order-ledger.ts';

/** Something is still to be done, and nothing holds it. */
export const IS_OPEN = "hold IS NULL AND (step <> 'reported' OR is_status_due = 1)";
const ORDER_HOLDS: readonly OrderHold[] = ['not-due', 'prerequisite', 'person', 'closed'];

/** How many orders of one shop stand where, and since when the oldest waits. */
export function createOrderCount(db: Database, shop: ShopKey): OrderLedger['count'] {
  const counts = db.prepare(
    'SELECT step, hold, count(*) AS count FROM order_flow WHERE shop = ? GROUP BY step, hold',
  );
  // Left to itself SQLite walks through all orders by their age.
  const open = db.prepare(
    `SELECT count(*) AS waiting, min(created_ms) AS oldestMs FROM order_flow INDEXED BY order_flow_due WHERE shop = ? AND ${IS_OPEN}`,
  );
  return () => ({
    ...countRows(counts.all(shop) as CountRecord[]),
    ...(open.get(shop) as Pick<OrderCounts, 'waiting' | 'oldestMs'>),
  });
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
