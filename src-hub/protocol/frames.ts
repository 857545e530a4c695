import { z } from 'zod';

/** Hints that may be under way to one device before it acknowledges; the hub stops reading its log there. */
export const WINDOW_FRAMES = 256;
/** Both ends send a ping after this much silence; three missed are a dead socket. */
export const HEARTBEAT_MS = 15_000;
export const DEAD_MS = 45_000;
/** A frame is small; a larger one ends the connection. */
export const LONGEST_FRAME_BYTES = 16 * 1024;

const seq = z.number().int().nonnegative();
const side = z.enum(['till', 'store']);

/** Object keys as the services name them: `I:ABC` of the till, `product:12` of the store. Never content. */
export const hintSchema = z.object({
  seq,
  side,
  key: z.string().min(1).max(120),
  /** How often it was told of since the last delivery. */
  times: z.number().int().positive(),
  /** Unix milliseconds, the hub's clock: when it was first and last told of. */
  firstMs: z.number().int(),
  lastMs: z.number().int(),
});
export type Hint = z.infer<typeof hintSchema>;

export const leaseSchema = z.object({
  /** Strictly increasing with every new holder. */
  epoch: z.number().int().nonnegative(),
  isHolder: z.boolean(),
  /** Name of the device that holds it; null where nobody does. */
  holder: z.string().max(80).nullable(),
  /** It binds only while more than one device is paired for the shop. */
  isBinding: z.boolean(),
  /** How long it holds without renewal, in milliseconds. */
  ttlMs: z.number().int().positive(),
});
export type LeaseNews = z.infer<typeof leaseSchema>;

/** What the app sends. The first frame is `hello`. */
export const appFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    version: z.number().int(),
    token: z.string().min(1).max(200),
    /** The last sequence number that the app has committed; the hub's own cursor where it is null. */
    cursor: seq.nullable(),
    wantsLease: z.boolean(),
  }),
  /** Everything up to here is committed on the device's disk. Cumulative. */
  z.object({ type: z.literal('ack'), upTo: seq }),
  /** Asks for calls of the till's app-wide quota. */
  z.object({
    type: z.literal('want'),
    n: z.number().int().min(1).max(50),
    lane: z.enum(['orders', 'catalog']),
  }),
  /** Also renews the lease of its holder. */
  z.object({ type: z.literal('ping'), id: seq }),
  z.object({ type: z.literal('pong'), id: seq }),
  z.object({ type: z.literal('bye') }),
]);
export type AppFrame = z.infer<typeof appFrameSchema>;

export const BYE_CODES = [
  'restart',
  'refused',
  'revoked',
  'replaced',
  'slow',
  'malformed',
  'moved',
  'silent',
] as const;

/** What the hub sends. The first frame is `welcome`. */
export const hubFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    version: z.number().int(),
    device: z.string().max(80),
    serverMs: z.number().int(),
    window: z.number().int().positive(),
    lease: leaseSchema,
    /** Whether calls to the till are to be permitted by the hub (several shops share one app's quota). */
    needsPermits: z.boolean(),
  }),
  hintSchema.extend({ type: z.literal('hint') }),
  /** Hints were dropped on purpose: read everything of that side anew (null: of both), then acknowledge `seq`. */
  z.object({ type: z.literal('resync'), seq, side: side.nullable(), reason: z.string().max(80) }),
  /** `n` calls may be made before `untilMs` on the hub's clock, `forMs` from now on anybody's. */
  z.object({
    type: z.literal('permit'),
    n: z.number().int().nonnegative(),
    untilMs: z.number().int(),
    forMs: z.number().int().positive(),
  }),
  z.object({ type: z.literal('lease'), lease: leaseSchema }),
  z.object({ type: z.literal('ping'), id: seq }),
  z.object({ type: z.literal('pong'), id: seq }),
  z.object({
    type: z.literal('bye'),
    code: z.enum(BYE_CODES).catch('refused'),
    retryAfterMs: z.number().int().nonnegative(),
    /** Where the shop's hints are now, for `moved`. */
    url: z.string().max(300).optional(),
  }),
]);
export type HubFrame = z.infer<typeof hubFrameSchema>;
export type ByeCode = (typeof BYE_CODES)[number];
