import { z } from 'zod';

// What travels between the engine and the window. Money is whole minor units, times are Unix milliseconds.

export const failure = z.object({ code: z.string(), message: z.string(), hint: z.string() });
export type FailureShape = z.infer<typeof failure>;

export const sideName = z.enum(['till', 'store']);
export type SideName = z.infer<typeof sideName>;

export const environment = z.enum(['sandbox', 'na', 'eu', 'la']);

/** A field's value as the engine compares it; lists are names of categories or modifier groups. */
export const fieldValue = z.union([z.string(), z.number(), z.null(), z.array(z.unknown())]);
export type FieldValueShape = z.infer<typeof fieldValue>;

export const linkStatus = z.enum(['synced', 'waiting', 'error', 'conflict', 'deleted']);
export type LinkStatusShape = z.infer<typeof linkStatus>;

export const tillCard = z.object({
  name: z.string(),
  merchantId: z.string(),
  environment,
  currency: z.string(),
  timezone: z.string(),
  /** BCP 47: in whose form money and counts are written. */
  locale: z.string().exactOptional(),
  permissions: z.record(z.string(), z.string()),
  isPractice: z.boolean(),
  /** Of a till that was connected through Clover's page; absent of one with an API token. */
  login: z
    .object({
      appId: z.string(),
      accessEndsMs: z.number(),
      refreshEndsMs: z.number().nullable(),
      isLost: z.boolean(),
    })
    .exactOptional(),
});
export const storeCard = z.object({
  name: z.string(),
  url: z.string(),
  currency: z.string(),
  version: z.string(),
  isPractice: z.boolean(),
});

/** Everything Home shows. */
export const status = z.object({
  mode: z.enum(['setup', 'practice', 'sandbox', 'real']),
  /** Practice whose keys are in memory alone, or that has ended with nothing connected since; absent: neither. */
  practice: z.object({ isForSession: z.boolean(), hasEnded: z.boolean() }).exactOptional(),
  till: tillCard.nullable(),
  store: storeCard.nullable(),
  /** What the last real call to each side said; null while nothing was asked yet. */
  reach: z.object({ till: failure.nullable(), store: failure.nullable(), askedMs: z.number().nullable() }),
  queue: z.object({
    waiting: z.number(),
    running: z.number(),
    unknown: z.number(),
    parked: z.number(),
    oldestSeconds: z.number().nullable(),
  }),
  products: z.record(linkStatus, z.number()),
  lastSyncMs: z.number().nullable(),
  /** Known differences: changes in a plan that waits for approval, products left different on purpose. */
  differing: z.object({ planned: z.number(), left: z.number() }),
  /** An import that stopped half-way. */
  unfinishedRunId: z.number().nullable(),
  activeRunId: z.number().nullable(),
  warnings: z.array(failure),
});
export type StatusShape = z.infer<typeof status>;

export const product = z.object({
  linkId: z.number(),
  kind: z.enum(['product', 'variation']),
  name: z.string(),
  sku: z.string(),
  cloverId: z.string(),
  wooId: z.number().nullable(),
  groupId: z.string().nullable(),
  status: linkStatus,
  tillPrice: z.number().nullable(),
  storePrice: z.number().nullable(),
  tillStock: z.number().nullable(),
  storeStock: z.number().nullable(),
  /** The store shows it to no customer. */
  isDraft: z.boolean(),
  isHiddenOnTill: z.boolean(),
  matchReason: z.string(),
  score: z.number().nullable(),
  pinned: z.array(z.string()),
  lastSyncedMs: z.number().nullable(),
  failure: failure.nullable(),
});
export type ProductShape = z.infer<typeof product>;

/** The run that made a product on one side, or noticed that it was deleted there. */
const milestone = z.object({ side: sideName, runId: z.number(), atMs: z.number().nullable() });
export type MilestoneShape = z.infer<typeof milestone>;

/** One thing that became of a field. */
const fieldEvent = z.object({
  runId: z.number(),
  atMs: z.number().nullable(),
  side: z.enum(['till', 'store', 'person']),
  /** The side that was written; null: both kept what they had. */
  to: sideName.nullable(),
  rule: z.string(),
  before: fieldValue.nullable(),
  after: fieldValue,
  other: fieldValue,
  isUndone: z.boolean(),
  /** Only of what was refused. */
  failure: failure.nullable(),
  requestId: z.string().nullable(),
});

export const story = z.object({
  product,
  made: milestone.nullable(),
  gone: milestone.nullable(),
  soldOut: z
    .object({ backMs: z.number().nullable(), isOffOnTill: z.boolean(), store: fieldValue })
    .nullable(),
  fields: z.array(
    z.object({
      field: z.string(),
      till: fieldValue,
      sent: fieldValue,
      store: fieldValue,
      /** What was to be written and has not arrived. */
      waiting: z
        .object({
          to: sideName,
          till: fieldValue,
          store: fieldValue,
          wanted: fieldValue,
          failure: failure.nullable(),
        })
        .nullable(),
      /** What each side says now, while a person has to choose. */
      conflict: z.object({ till: fieldValue, store: fieldValue }).nullable(),
      history: z.array(fieldEvent),
    }),
  ),
});
export type StoryShape = z.infer<typeof story>;

export const logLevel = z.enum(['debug', 'info', 'warn', 'error']);
/** An entry by itself, or the newest of those that say the same. */
export const logEntry = z.object({
  id: z.number(),
  atMs: z.number(),
  level: logLevel,
  action: z.string(),
  side: z.string(),
  entity: z.string(),
  message: z.string(),
  runId: z.number().nullable(),
  times: z.number(),
  /** How many things they are about. */
  entities: z.number(),
  firstMs: z.number(),
});
export type LogEntryShape = z.infer<typeof logEntry>;

export const setting = z.object({
  key: z.string(),
  value: z.string(),
  initial: z.string(),
  meaning: z.string(),
  takes: z.string(),
});
export type SettingShape = z.infer<typeof setting>;

export const alertKind = z.enum([
  'lost-order',
  'failed-print',
  'sync-error',
  'missing-prerequisite',
  'low-stock',
  'odd-price',
  'import-ended',
  'weekly-report',
]);

export const alert = z.object({
  id: z.number(),
  kind: alertKind,
  /** The same key is the same thing, such as `import.failed`. */
  key: z.string(),
  title: z.string(),
  body: z.string(),
  /** An address of the window. */
  opens: z.string().regex(/^#\//),
  isUrgent: z.boolean(),
  count: z.number(),
  sinceMs: z.number(),
  lastMs: z.number(),
  seenMs: z.number().nullable(),
});
export type AlertShape = z.infer<typeof alert>;

/** Whether the program starts with the computer; not available in a browser. */
export const autostart = z.object({ isAvailable: z.boolean(), isOn: z.boolean() });
export type AutostartShape = z.infer<typeof autostart>;
