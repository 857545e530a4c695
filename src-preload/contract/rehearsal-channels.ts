import { z } from 'zod';
import { failure, fieldValue, sideName } from './shapes.ts';

// A rehearsal: everything runs against the real till and the real store, and nothing is written to either.

const nothing = z.object({}).strict();
const page = { limit: z.number().int().min(1).max(1000), offset: z.number().int().min(0) };
/** Half a character (a lone surrogate) cannot be kept. */
const WHOLE_CHARACTERS = /^\P{Surrogate}*$/u;

export const heldKind = z.enum(['new', 'change', 'stock', 'order', 'act', 'conflict']);
export type HeldKindShape = z.infer<typeof heldKind>;
export const heldFlag = z.enum(['braked', 'price-leap', 'zero-stock']);
export type HeldFlagShape = z.infer<typeof heldFlag>;
export const actWhat = z.enum([
  'order-type',
  'tender',
  'till-note',
  'removal',
  'payment',
  'print',
  'status',
  'store-note',
  'refund',
]);
export type ActWhatShape = z.infer<typeof actWhat>;

export const rehearsalState = z.object({
  /** null: none is on; 0 where its copy cannot be read any more. */
  startedMs: z.number().nullable(),
  isRunning: z.boolean(),
  lastPassMs: z.number().nullable(),
  /** Why it does not get on. */
  failure: failure.nullable(),
  /** What the brake said of each run that it would have stopped. */
  brakes: z.array(failure),
  counts: z.object({
    total: z.number(),
    sides: z.object({ till: z.number(), store: z.number() }),
    kinds: z.record(heldKind, z.number()),
    flags: z.record(heldFlag, z.number()),
    linked: z.number(),
  }),
});
export type RehearsalStateShape = z.infer<typeof rehearsalState>;

/** One write that was held back; amounts in minor units. */
export const heldWrite = z.object({
  id: z.string(),
  atMs: z.number(),
  /** null: it would ask a person, and write to neither. */
  side: sideName.nullable(),
  kind: heldKind,
  flags: z.array(heldFlag),
  name: z.string(),
  sku: z.string(),
  thing: z.enum(['category', 'product', 'variable', 'variation']).nullable(),
  /** A sentence out of `reasons.ts`, and each field's. */
  reason: z.string().nullable(),
  fields: z.array(
    z.object({ field: z.string(), from: fieldValue, to: fieldValue, rule: z.string().nullable() }),
  ),
  order: z
    .object({
      number: z.string(),
      currency: z.string(),
      totalAmount: z.number(),
      tipAmount: z.number(),
      lines: z.array(z.object({ name: z.string(), amount: z.number(), note: z.string() })),
      isPrinted: z.boolean(),
      isInWords: z.boolean(),
    })
    .nullable(),
  act: z
    .object({ what: actWhat, order: z.string().nullable(), from: z.string().nullable(), to: z.string() })
    .nullable(),
});
export type HeldWriteShape = z.infer<typeof heldWrite>;

export const REHEARSAL_CHANNELS = {
  'rehearsal:get': { input: nothing, output: rehearsalState },
  /** The sync rests from here on; the first looks come as events. */
  'rehearsal:start': { input: nothing, output: rehearsalState },
  /** All of it is forgotten, and the sync goes on. */
  'rehearsal:stop': { input: nothing, output: rehearsalState },
  'rehearsal:list': {
    input: z
      .object({
        side: sideName.optional(),
        kind: heldKind.optional(),
        flag: heldFlag.optional(),
        search: z.string().max(100).regex(WHOLE_CHARACTERS, 'it has half a character').optional(),
        ...page,
      })
      .strict(),
    output: z.object({ writes: z.array(heldWrite), total: z.number() }),
  },
  'rehearsal:exportCsv': { input: nothing, output: z.object({ text: z.string() }) },
} as const;

export const REHEARSAL_EVENTS = { 'rehearsal:changed': rehearsalState } as const;
