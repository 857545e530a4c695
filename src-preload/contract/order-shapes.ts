import { z } from 'zod';
import { failure } from './shapes.ts';

// Web orders, as they travel. Amounts are whole minor units.

/** Where people look for an order, the most urgent first. */
export const orderLane = z.enum([
  'person',
  'attention',
  'prerequisite',
  'received',
  'placed',
  'paid',
  'printed',
  'done',
  'not-due',
  'closed',
]);
export type OrderLaneShape = z.infer<typeof orderLane>;

export const printState = z.enum([
  'none',
  'left',
  'created',
  'printing',
  'printed',
  'failed',
  'no-printer',
  'not-available',
  'unknown',
]);
export type PrintStateShape = z.infer<typeof printState>;

const orderStep = z.enum(['seen', 'placing', 'placed', 'paying', 'paid', 'printing', 'printed', 'reported']);
const orderHold = z.enum(['not-due', 'prerequisite', 'person', 'closed']);

export const orderRow = z.object({
  wooId: z.number(),
  number: z.string(),
  lane: orderLane,
  step: orderStep,
  hold: orderHold.nullable(),
  failure: failure.nullable(),
  /** The first thing that somebody should look at; it is not about the customer. */
  look: failure.nullable(),
  /** Went to the kitchen as text. */
  isAttention: z.boolean(),
  print: printState,
  /** By a person's wish. */
  reprints: z.number(),
  /** Over on the till, and to be made there once more if a person wants it. */
  canBeSentAnew: z.boolean(),
  /** Both totals with the tip; the till's null until it is there. */
  storeAmount: z.number(),
  tillAmount: z.number().nullable(),
  currency: z.string(),
  storeStatus: z.string(),
  tillStatus: z.string().nullable(),
  tillOrderId: z.string().nullable(),
  createdMs: z.number(),
  seenMs: z.number(),
  placedMs: z.number().nullable(),
  paidMs: z.number().nullable(),
  printedMs: z.number().nullable(),
  reportedMs: z.number().nullable(),
});
export type OrderRowShape = z.infer<typeof orderRow>;

const ticketLine = z.object({
  kind: z.enum(['product', 'fee', 'shipping', 'tax', 'text']),
  name: z.string(),
  /** Of one unit, without its modifications. */
  priceAmount: z.number(),
  modifications: z.array(z.object({ name: z.string(), amount: z.number() })),
  note: z.string(),
});
export type TicketLineShape = z.infer<typeof ticketLine>;

export const orderTicket = z.object({
  reference: z.string(),
  title: z.string(),
  note: z.string(),
  /** One for each unit. */
  lines: z.array(ticketLine),
  discounts: z.array(z.object({ name: z.string(), amount: z.number() })),
  tax: z.enum(['till', 'line', 'included', 'none']),
  totalAmount: z.number(),
  storeAmount: z.number(),
  tipAmount: z.number(),
  taxAmount: z.number(),
  remarks: z.array(z.object({ failure, isFlagged: z.boolean() })),
  isAttention: z.boolean(),
});
export type OrderTicketShape = z.infer<typeof orderTicket>;

export const orderEvent = z.object({
  id: z.number(),
  atMs: z.number(),
  what: z.string(),
  text: z.string(),
  requestId: z.string(),
});
export type OrderEventShape = z.infer<typeof orderEvent>;

export const orderDetails = z.object({
  order: orderRow,
  /** null until it is planned, and once its texts are no longer kept. */
  ticket: orderTicket.nullable(),
  events: z.array(orderEvent),
});
export type OrderDetailsShape = z.infer<typeof orderDetails>;

/** What needs somebody, and what came last. */
export const orderNeeds = z.object({
  needs: z.array(
    z.object({
      what: z.enum(['order-type', 'tender', 'printer', 'permission', 'auto-print', 'no-print']),
      failure,
    }),
  ),
  lanes: z.record(orderLane, z.number()),
  newest: orderRow.pick({ number: true, createdMs: true }).nullable(),
  newestPrinted: z.object({ number: z.string(), printedMs: z.number() }).nullable(),
});
export type OrderNeedsShape = z.infer<typeof orderNeeds>;
