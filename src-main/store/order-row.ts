import { createFailure, type Failure } from '../domain/failure.ts';
import { asCloverId, asWooId } from '../domain/ids.ts';
import type { OrderFlow } from '../domain/orders/order-flow.ts';
import type { TillTicket } from '../domain/orders/till-ticket.ts';

/** What SQLite keeps in one column. */
export type Stored = string | number | null;

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

/** An order's fields as columns of migrations/007-orders.ts. */
export const COLUMNS: { readonly [Field in keyof OrderFlow]: Column<OrderFlow[Field]> } = {
  wooId: { name: 'woo_id', read: (stored: number) => asWooId(stored) },
  shop: plain('shop'),
  number: plain('number'),
  storeKey: plain('store_key'),
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
export const FIELDS = Object.keys(COLUMNS) as (keyof OrderFlow)[];

/** Values of an order as they are kept, by their columns' names. */
export function writeFields(values: Partial<OrderFlow>): Record<string, Stored> {
  const record: Record<string, Stored> = {};
  for (const field of Object.keys(values) as (keyof OrderFlow)[]) {
    const { name, write } = COLUMNS[field] as Column<unknown>;
    const value = values[field];
    record[name] = write ? write(value) : (value as Stored);
  }
  return record;
}

/** What stands for something that cannot be read; stock that may have been moved is not moved again. */
const LOST: Partial<Record<keyof OrderFlow, unknown>> = {
  abandoned: [],
  toldRefunds: ['stock:sold', 'stock:returned'],
};

/** An order of a row that has all columns. One that cannot be read in part is for a person (promises.md P8). */
export function readFlow(record: Readonly<Record<string, Stored>>): OrderFlow {
  const lost: string[] = [];
  const values = FIELDS.map((field): [string, unknown] => {
    const { name, read } = COLUMNS[field] as Column<unknown>;
    const stored = record[name];
    try {
      return [field, read ? read(stored as never) : stored];
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
      lost.push(name);
      return [field, LOST[field] ?? null];
    }
  });
  const flow = Object.fromEntries(values) as unknown as OrderFlow;
  if (lost.length === 0) return flow;
  return { ...flow, hold: 'person', failure: createFailure('ORDER_DAMAGED', { what: lost.join(', ') }) };
}
