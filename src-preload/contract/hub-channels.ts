import { z } from 'zod';
import { failure } from './shapes.ts';

// The relay that wakes this PC, and the store's own approval page. No token and no key of the store comes this way.

const nothing = z.object({}).strict();
/** Half a character (a lone surrogate) cannot be put into an address or kept. */
const WHOLE_CHARACTERS = /^\P{Surrogate}*$/u;
const text = (longest: number) => z.string().max(longest).regex(WHOLE_CHARACTERS, 'it has half a character');
const bySide = z.object({ till: z.number().nullable(), store: z.number().nullable() });

export const hubState = z.object({
  /** `watching`: another PC writes; `resting`: paired, and nothing runs that would be connected. */
  word: z.enum(['not-connected', 'off', 'away', 'connected', 'watching', 'resting']),
  /** null where none is paired. */
  relay: z
    .object({
      url: z.string(),
      shopName: z.string(),
      deviceName: z.string(),
      /** What the store's webhooks and the till's developer page call, and an app's Site URL. */
      storeHookUrl: z.string(),
      tillHookUrl: z.string(),
      bounceUrl: z.string(),
      /** Its operator has an app at Clover for all shops, so none of one's own is needed. */
      hasSharedApp: z.boolean(),
    })
    .nullable(),
  /** What this PC is called where nobody names it. */
  hostName: z.string(),
  /** The PC that may write; null where this one may, or where it is not known. */
  writer: z.string().nullable(),
  /** Both sides tell of their changes, so looks are far apart. */
  isHinted: z.boolean(),
  lastHintMs: bySide,
  /** Why it is away, or not well. */
  failure: failure.nullable(),
  /** Why this PC writes nothing; null while it may. */
  refusal: failure.nullable(),
});
export type HubStateShape = z.infer<typeof hubState>;

/** How the relay knows this PC, asked fresh. */
export const hubFacts = z.object({
  devices: z.array(
    z.object({ id: z.string(), name: z.string(), lastSeenMs: z.number().nullable(), isThis: z.boolean() }),
  ),
  lastHookMs: bySide,
  hasStoreSecret: z.boolean(),
  hasCloverCode: z.boolean(),
});
export type HubFactsShape = z.infer<typeof hubFacts>;

/** What Clover sent for a person to paste back (clover.md 9.1). */
export const verification = z.object({
  code: z.string().nullable(),
  receivedMs: z.number().nullable(),
  hasAuthCode: z.boolean(),
});
export type VerificationShape = z.infer<typeof verification>;

/** The approval that the store's owner gives on the store's own page (woocommerce.md 6). */
export const approval = z.object({
  step: z.enum(['idle', 'waiting', 'failed', 'done']),
  /** The store's page, while waiting. */
  address: z.string().nullable(),
  /** The program has shown it already; else the window does. */
  isShown: z.boolean(),
  endsMs: z.number().nullable(),
  failure: failure.nullable(),
});
export type ApprovalShape = z.infer<typeof approval>;

export const HUB_CHANNELS = {
  'hub:get': { input: nothing, output: hubState },
  /** Connects anew now, not when it is its turn. */
  'hub:retry': { input: nothing, output: hubState },
  'hub:facts': { input: nothing, output: hubFacts },
  'hub:connect': {
    input: z.object({ url: text(300), code: text(60), deviceName: text(80) }).strict(),
    output: hubState,
  },
  'hub:disconnect': { input: nothing, output: hubState },
  /** A code for one more PC of this shop, valid once. */
  'hub:invite': { input: nothing, output: z.object({ code: z.string(), untilMs: z.number() }) },
  'hub:revoke': { input: z.object({ deviceId: text(100) }).strict(), output: hubFacts },
  'hub:code': { input: nothing, output: verification },
  /** Of a developer app of one's own; it never comes back. */
  'hub:set-code': {
    input: z.object({ appId: text(40), authCode: text(60) }).strict(),
    output: verification,
  },
  /** All that the relay holds on this shop, as JSON text. */
  'hub:held': { input: nothing, output: z.object({ text: z.string() }) },
  'hub:erase': { input: nothing, output: hubState },
  'store:approval': { input: nothing, output: approval },
  /** Answers while the browser is still at the store's page; the end comes as an event. */
  'store:approve': { input: z.object({ url: text(300) }).strict(), output: approval },
  'store:approve-show': { input: nothing, output: approval },
  'store:approve-cancel': { input: nothing, output: approval },
} as const;

export const HUB_EVENTS = { 'hub:changed': hubState, 'approval:changed': approval } as const;
