import { z } from 'zod';
import { failure } from './shapes.ts';

// Safe mode, what is given to support, and what is carried away or erased.

const nothing = z.object({}).strict();

export const engineState = z.object({
  /** `safe`: everything can be read, nothing is written to either side. */
  mode: z.enum(['running', 'safe']),
  /** Why it is safe mode: a person asked for it, defects came again and again, or the data file takes nothing. */
  reason: z.enum(['asked', 'crashed', 'data']).nullable(),
  /** What the data file's trouble is, where that is the reason. */
  failure: failure.nullable(),
  /** Restarts of the engine since the program began. */
  restarts: z.number(),
});
export type EngineStateShape = z.infer<typeof engineState>;

export const support = z.object({
  version: z.string(),
  /** Such as `linux x64`. */
  system: z.string(),
  isDesktop: z.boolean(),
  engine: engineState,
  /** Ids and addresses are masked. null where the side is not connected. */
  till: z
    .object({
      environment: z.enum(['sandbox', 'na', 'eu', 'la']),
      account: z.string(),
      country: z.string(),
      currency: z.string(),
    })
    .nullable(),
  store: z.object({ address: z.string(), version: z.string() }).nullable(),
  isPaired: z.boolean(),
  lastError: z
    .object({
      atMs: z.number(),
      /** What of the product it was in, such as `sync`. */
      action: z.string(),
      /** In words, where it is a known failure; shown here and never copied. */
      message: z.string(),
      code: z.string(),
    })
    .nullable(),
  lastCrash: z.object({ atMs: z.number(), where: z.string(), what: z.string() }).nullable(),
});
export type SupportShape = z.infer<typeof support>;

/** A zip for the page to save. */
export const archive = z.object({ name: z.string(), base64: z.string() });
export type ArchiveShape = z.infer<typeof archive>;

export const SUPPORT_CHANNELS = {
  'support:get': { input: nothing, output: support },
  /** Starts the engine anew, out of safe mode. */
  'support:retry': { input: nothing, output: nothing },
  /** What would be in the diagnostics now. */
  'support:inside': {
    input: nothing,
    output: z.object({ files: z.array(z.object({ name: z.string(), bytes: z.number() })) }),
  },
  'support:diagnostics': { input: nothing, output: archive },
  'support:export': { input: nothing, output: archive },
  /** Erases what this computer holds; answers what could not be reached to be taken away. */
  'support:erase': { input: nothing, output: z.object({ left: z.array(failure) }) },
} as const;
