import { z } from 'zod';
import { failure, fieldValue, sideName } from './shapes.ts';

// Plans, runs and their undoing, as they travel between the engine and the window.

export const rowAction = z.enum([
  'link',
  'create_woo',
  'create_clover',
  'update_woo',
  'update_clover',
  'review',
  'conflict',
  'skip',
]);
export type RowActionShape = z.infer<typeof rowAction>;

export const planRow = z.object({
  id: z.number(),
  kind: z.enum(['category', 'product', 'variable', 'variation']),
  action: rowAction,
  /** A sentence: why. */
  reason: z.string(),
  notes: z.array(z.string()),
  name: z.string(),
  sku: z.string(),
  cloverId: z.string().nullable(),
  wooId: z.number().nullable(),
  score: z.number().nullable(),
  suggestions: z.array(z.object({ wooId: z.number(), name: z.string(), sku: z.string(), score: z.number() })),
  changes: z.array(
    z.object({
      field: z.string(),
      till: fieldValue,
      wanted: fieldValue,
      store: fieldValue.nullable(),
      verdict: z.enum(['write', 'push', 'same', 'keep', 'conflict']),
      /** What the till then has; null where nothing is written to it. */
      pushed: fieldValue.nullable(),
      rule: z.string(),
    }),
  ),
  state: z.enum(['planned', 'waiting', 'done', 'failed', 'undone', 'kept']),
  failure: failure.nullable(),
});
export type PlanRowShape = z.infer<typeof planRow>;

/** `till` writes to the store only, `store` to the till only. */
export const planFrom = z.enum(['till', 'store', 'both']);
export type PlanFromShape = z.infer<typeof planFrom>;

export const plan = z.object({
  runId: z.number(),
  counts: z.record(rowAction, z.number()),
  categoriesToCreate: z.number(),
  variableProductsToCreate: z.number(),
  itemsOnTill: z.number(),
  productsInStore: z.number(),
  warnings: z.array(failure),
  brake: failure.nullable(),
  obstacle: failure.nullable(),
});
export type PlanShape = z.infer<typeof plan>;

export const runState = z.enum([
  'planning',
  'planned',
  'braked',
  'approved',
  'applying',
  'cancelled',
  'stopped',
  'done',
  'superseded',
]);

export const run = z.object({
  runId: z.number(),
  kind: z.enum(['import', 'undo', 'sync', 'push', 'csv']),
  undoes: z.number().nullable(),
  state: runState,
  createdMs: z.number(),
  finishedMs: z.number().nullable(),
  failed: z.number(),
  /** Items and variants that it is about, without those it leaves alone. */
  changes: z.number(),
  /** How many of them go to the till. */
  tillChanges: z.number(),
  /** The first of them by its name, of runs that nobody planned by hand; null of others. */
  firstName: z.string().nullable(),
  /** False: made for another till or store than those connected now. */
  isHere: z.boolean(),
  /** Of an undo that has ended: products that it put back, and those that it left alone; null of others. */
  undone: z.object({ back: z.number(), left: z.number() }).nullable(),
});
export type RunShape = z.infer<typeof run>;

export const runResult = z.object({
  runId: z.number(),
  state: runState,
  counts: z.object({
    created: z.number(),
    linked: z.number(),
    updated: z.number(),
    skipped: z.number(),
    failed: z.number(),
  }),
  categoriesCreated: z.number(),
  variableProductsCreated: z.number(),
  left: z.number(),
  failures: z.array(z.object({ name: z.string(), cloverId: z.string().nullable(), failure })),
  durationMs: z.number(),
  /** Only of an undo: products put back, and those left since somebody changed them. */
  undone: z.number().nullable(),
  /** Only of an undo: of those, products and variants in the store's trash. */
  trashed: z.number().exactOptional(),
  /** Conflicts that an undo opened again; told once, by the undo itself. */
  reopened: z.number().exactOptional(),
  kept: z.array(z.object({ name: z.string(), fields: z.array(z.string()) })),
});
export type RunResultShape = z.infer<typeof runResult>;

/** What an undo would do, counted in products; `hidden` in items of the till. */
export const undoPreview = z.object({
  trashed: z.number(),
  trashedVariants: z.number(),
  unpublished: z.number(),
  hidden: z.number(),
  putBack: z.number(),
  unlinked: z.number(),
  kept: z.number(),
  /** Conflicts that would be open again, and of the first few what a side gets back. */
  conflicts: z
    .object({
      count: z.number(),
      returns: z.array(
        z.object({ name: z.string(), field: z.string(), side: sideName, value: fieldValue.nullable() }),
      ),
    })
    .exactOptional(),
  /** The first few of those that it would change, and of those that it would leave. */
  names: z.object({ changed: z.array(z.string()), left: z.array(z.string()) }),
});
export type UndoPreviewShape = z.infer<typeof undoPreview>;

export const progress = z.object({
  /** 0 while a plan is being made. */
  runId: z.number(),
  phase: z.enum([
    'reading-till',
    'reading-store',
    'planning',
    'categories',
    'products',
    'recovering',
    'undoing',
    'finished',
  ]),
  done: z.number(),
  total: z.number(),
  created: z.number(),
  updated: z.number(),
  failed: z.number(),
  perSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  newestFailure: z.object({ name: z.string(), failure }).nullable(),
});
export type ProgressShape = z.infer<typeof progress>;
