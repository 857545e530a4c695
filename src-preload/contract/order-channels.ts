import { z } from 'zod';
import { orderDetails, orderLane, orderNeeds, orderRow } from './order-shapes.ts';
import { failure } from './shapes.ts';

const nothing = z.object({}).strict();
/** The store's id or the number that people know. */
const order = z.object({ order: z.string().min(1).max(60) }).strict();

/** What the window may ask about web orders. See `channels.ts`. */
export const ORDER_CHANNELS = {
  /** Those that need a person first, then those to look at, then the newest. */
  'orders:list': {
    input: z
      .object({
        lane: orderLane.optional(),
        /** A part of the number, or the till's id. */
        search: z.string().max(100).optional(),
        limit: z.number().int().min(1).max(1000),
        offset: z.number().int().min(0),
      })
      .strict(),
    output: z.object({
      rows: z.array(orderRow),
      total: z.number(),
      /** How many in each lane, whatever the filter. */
      lanes: z.record(orderLane, z.number()),
    }),
  },
  'orders:get': { input: order, output: orderDetails },
  'orders:retry': { input: order, output: nothing },
  /** The kitchen gets another ticket. */
  'orders:reprint': { input: order, output: nothing },
  /** Somebody has looked at it and dealt with it. */
  'orders:see': { input: order, output: nothing },
  /** Somebody typed it in at the till: ours is not made. */
  'orders:leaveByHand': { input: order, output: nothing },
  /** One ticket that says it is a test; answers when the till says whether it was printed. */
  'orders:testPrint': {
    input: nothing,
    output: z.object({ isPrinted: z.boolean(), failure: failure.nullable() }),
  },
  'orders:needs': { input: nothing, output: orderNeeds },
} as const;

export const ORDER_EVENTS = { 'orders:changed': nothing } as const;
