import { z } from 'zod';
import { failure, fieldValue, sideName } from './shapes.ts';

// What changes after the import, as it travels: the sync, conflicts, stock and what is parked.

export const fieldName = z.enum([
  'name',
  'price',
  'sku',
  'barcode',
  'categories',
  'stock',
  'availability',
  'description',
  'modifiers',
]);
export type FieldNameShape = z.infer<typeof fieldName>;

export const stockWord = z.enum(['conflict', 'oversold', 'out', 'sold-out', 'low', 'enough', 'untracked']);
export type StockWordShape = z.infer<typeof stockWord>;

export const pace = z.enum(['hinted', 'fastest', 'shared', 'closed', 'quiet', 'catalog', 'failing']);

/** How the sync stands, and how many things it has for a person. */
export const syncState = z.object({
  /** False before the first import, and while a plan or an import has both sides for itself. */
  isRunning: z.boolean(),
  pausedUntilMs: z.number().nullable(),
  /** Why a side is not asked just now; null while it answers. */
  away: z.object({ till: failure.nullable(), store: failure.nullable() }),
  lastPassMs: z.number().nullable(),
  everySeconds: z.number(),
  /** Why looks are not closer together. */
  pace,
  /** Share of the till's limit used in the last minute, 0 to 100. */
  quotaPercent: z.number(),
  conflicts: z.number(),
  parked: z.number(),
  stock: z.object({ oversold: z.number(), out: z.number(), low: z.number() }),
  /** A run that would change too much at once and waits for approval. */
  brakedRunId: z.number().nullable(),
});
export type SyncStateShape = z.infer<typeof syncState>;

/** What one pass did. */
export const syncResult = z.object({
  /** Written, by the side that was written to. */
  applied: z.object({ till: z.number(), store: z.number() }),
  failed: z.number(),
  waiting: z.number(),
  parked: z.number(),
  conflicts: z.number(),
  brakedRunId: z.number().nullable(),
  ms: z.number(),
});
export type SyncResultShape = z.infer<typeof syncResult>;

const modifierGroup = z.object({
  id: z.string(),
  name: z.string(),
  min: z.number(),
  max: z.number(),
  sort: z.number(),
  mods: z.array(z.object({ id: z.string(), name: z.string(), price: z.number(), available: z.boolean() })),
});
/** A value as the engine keeps it, not put into words: what a person looked at, handed back unchanged. */
export const keptValue = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.array(z.string()),
  z.array(modifierGroup),
]);

const take = z.enum(['till', 'store', 'value']);

export const conflict = z.object({
  id: z.number(),
  linkId: z.number(),
  cloverId: z.string(),
  wooId: z.number().nullable(),
  name: z.string(),
  sku: z.string(),
  field: fieldName,
  /** As last agreed, and as each side has it now; categories by their names. */
  base: fieldValue,
  till: fieldValue,
  store: fieldValue,
  seen: z.object({ till: keptValue, store: keptValue }),
  sinceMs: z.number(),
  /** What a person decided, and is not done yet. */
  ruling: z.object({ take, value: fieldValue }).nullable(),
  /** An earlier answer that no longer holds, with the values that it was about. */
  lapsed: z.object({ take, value: fieldValue, till: fieldValue, store: fieldValue }).nullable(),
});
export type ConflictShape = z.infer<typeof conflict>;

/** "Always do this": settles conflicts of a field by itself. */
export const mergeRule = z.object({ field: fieldName, take: sideName, sinceMs: z.number() });
export type MergeRuleShape = z.infer<typeof mergeRule>;

export const stockRow = z.object({
  linkId: z.number(),
  cloverId: z.string(),
  wooId: z.number().nullable(),
  name: z.string(),
  sku: z.string(),
  /** null where that side does not count it. */
  till: z.number().nullable(),
  store: z.number().nullable(),
  word: stockWord,
  threshold: z.number(),
  hasOwnThreshold: z.boolean(),
  soldOut: z.object({ backMs: z.number().nullable() }).nullable(),
});
export type StockRowShape = z.infer<typeof stockRow>;

export const stockMove = z.object({
  id: z.number(),
  side: sideName,
  reason: z.enum(['sale', 'refund', 'cancel', 'count', 'receipt', 'correction']),
  /** Negative: taken out. */
  pieces: z.number(),
  orderId: z.string().nullable(),
  atMs: z.number(),
});
export type StockMoveShape = z.infer<typeof stockMove>;

/** One difference that a fresh look at both sides found. */
export const drift = z.object({
  cloverId: z.string(),
  wooId: z.number().nullable(),
  name: z.string(),
  field: fieldName,
  till: fieldValue,
  store: fieldValue,
  why: z.enum(['waiting', 'conflict', 'left']),
});
export type DriftShape = z.infer<typeof drift>;

/** A change that was refused and is left out until somebody looks at it. */
export const parkedRow = z.object({
  id: z.number(),
  runId: z.number(),
  name: z.string(),
  cloverId: z.string().nullable(),
  wooId: z.number().nullable(),
  failure,
  atMs: z.number(),
});
export type ParkedRowShape = z.infer<typeof parkedRow>;
