import { z } from 'zod';
import {
  conflict,
  drift,
  fieldName,
  keptValue,
  mergeRule,
  parkedRow,
  stockMove,
  stockRow,
  stockWord,
  syncResult,
  syncState,
} from './live-shapes.ts';
import { plan } from './run-shapes.ts';
import { sideName } from './shapes.ts';

const nothing = z.object({}).strict();
const page = { limit: z.number().int().min(1).max(1000), offset: z.number().int().min(0) };
const id = z.number().int().positive();
const cloverId = z.string().min(1).max(40);
/** A year: nothing is paused or sold out for longer without somebody looking again. */
const MOST_MINUTES = 366 * 24 * 60;
const LARGEST_CSV = 3_500_000;

/** What the window may ask after the import. See `channels.ts`. */
export const LIVE_CHANNELS = {
  'sync:state': { input: nothing, output: syncState },
  /** One pass; `isFull` reads everything on both sides. Answers when it is over. */
  'sync:now': { input: z.object({ isFull: z.boolean() }).strict(), output: syncResult },
  /** 0 goes on at once. */
  'sync:pause': {
    input: z.object({ minutes: z.number().int().min(0).max(MOST_MINUTES) }).strict(),
    output: syncState,
  },
  'conflicts:list': {
    input: z.object({ field: fieldName.optional(), ...page }).strict(),
    output: z.object({
      conflicts: z.array(conflict),
      total: z.number(),
      /** How many of each field, whatever the filter. */
      fields: z.array(z.object({ field: fieldName, count: z.number() })),
    }),
  },
  /** CONFLICT_STALE where a side has moved since; the list then has the values as they are now. */
  'conflicts:resolve': {
    input: z
      .object({
        id,
        take: z.enum(['till', 'store', 'value']),
        /** Of `take: 'value'`, in the till's terms; prices in minor units. */
        value: z.union([z.string().max(10_000), z.number(), z.null()]).optional(),
        seen: z.object({ till: keptValue, store: keptValue }).strict(),
      })
      .strict(),
    output: nothing,
  },
  'conflicts:resolveAll': {
    input: z.object({ field: fieldName, take: sideName, isAlways: z.boolean() }).strict(),
    output: z.object({ resolved: z.number() }),
  },
  'rules:list': { input: nothing, output: z.array(mergeRule) },
  'rules:remove': {
    input: z.object({ field: fieldName }).strict(),
    output: z.object({ isRemoved: z.boolean() }),
  },
  'stock:list': {
    input: z.object({ word: stockWord.optional(), search: z.string().max(100).optional(), ...page }).strict(),
    output: z.object({ rows: z.array(stockRow), total: z.number(), counts: z.record(stockWord, z.number()) }),
  },
  'stock:moves': {
    input: z.object({ cloverId, limit: page.limit }).strict(),
    output: z.object({ moves: z.array(stockMove) }),
  },
  /** null goes back to the one for all products. */
  'stock:setThreshold': {
    input: z.object({ cloverId, threshold: z.number().int().min(0).max(100_000).nullable() }).strict(),
    output: nothing,
  },
  /** Off on both sides until the time; null: until put back. `soldOut: null` puts it back. */
  'stock:setSoldOut': {
    input: z
      .object({ cloverId, soldOut: z.object({ untilMs: z.number().int().nullable() }).strict().nullable() })
      .strict(),
    output: nothing,
  },
  'stock:exportCsv': { input: nothing, output: z.object({ text: z.string() }) },
  /** The plan of the counts in a file. Nothing is written before `run:apply`. */
  'stock:planCsv': { input: z.object({ text: z.string().max(LARGEST_CSV) }).strict(), output: plan },
  /** Reads both sides fresh; with `isFix`, what only waits is written. */
  'stock:drift': {
    input: z.object({ isFix: z.boolean() }).strict(),
    output: z.object({ drifts: z.array(drift), fixed: z.number() }),
  },
  'parked:list': {
    input: z.object(page).strict(),
    output: z.object({ rows: z.array(parkedRow), total: z.number() }),
  },
  'parked:retry': {
    input: z.object({ ids: z.union([z.array(id).max(5000), z.literal('all')]) }).strict(),
    output: z.object({ retried: z.number() }),
  },
  /** Looks at products again in the next pass, which starts now. */
  'products:resync': {
    input: z.object({ linkIds: z.array(id).min(1).max(5000) }).strict(),
    output: z.object({ hinted: z.number() }),
  },
} as const;

export const LIVE_EVENTS = {
  'sync:changed': syncState,
  'conflicts:changed': nothing,
  'stock:changed': nothing,
} as const;
