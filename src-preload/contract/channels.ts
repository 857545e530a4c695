import { z } from 'zod';
import { HUB_CHANNELS, HUB_EVENTS } from './hub-channels.ts';
import { LANGUAGE_CHANNELS, LANGUAGE_EVENTS } from './language-channels.ts';
import { LIVE_CHANNELS, LIVE_EVENTS } from './live-channels.ts';
import { LOGIN_CHANNELS, LOGIN_EVENTS } from './login-channels.ts';
import { ORDER_CHANNELS, ORDER_EVENTS } from './order-channels.ts';
import { REHEARSAL_CHANNELS, REHEARSAL_EVENTS } from './rehearsal-channels.ts';
import { plan, planFrom, planRow, progress, rowAction, run, runResult, undoPreview } from './run-shapes.ts';
import {
  alert,
  autostart,
  environment,
  linkStatus,
  logEntry,
  logLevel,
  product,
  setting,
  sideName,
  status,
  story,
} from './shapes.ts';
import { SUPPORT_CHANNELS } from './support-channels.ts';
import { UPDATE_CHANNELS, UPDATE_EVENTS } from './update-channels.ts';

const nothing = z.object({}).strict();
const page = { limit: z.number().int().min(1).max(1000), offset: z.number().int().min(0) };
/** Half a character (a lone surrogate) cannot be put into an address or kept. */
const WHOLE_CHARACTERS = /^\P{Surrogate}*$/u;
const text = (longest: number) => z.string().max(longest).regex(WHOLE_CHARACTERS, 'it has half a character');
const runId = z.number().int().positive();

/**
 * Everything the window may ask, by channel. The gate checks every payload against `input` before a handler sees it, and
 * answers `{ok: true, value}` or `{ok: false, failure}` - never nothing.
 */
export const CHANNELS = {
  'app:info': {
    input: nothing,
    output: z.object({ version: z.string(), platform: z.string(), isDesktop: z.boolean() }),
  },
  'status:get': { input: nothing, output: status },
  'practice:start': { input: z.object({ menu: z.enum(['pizza', 'large']) }).strict(), output: status },
  'practice:act': {
    input: z
      .object({
        side: sideName,
        verb: text(20),
        /** Left out where the verb takes none. */
        target: text(200).default(''),
        quantity: z.number().optional(),
        price: text(20).optional(),
        name: text(200).optional(),
      })
      .strict(),
    output: z.object({ what: z.string() }),
  },
  'till:connect': {
    input: z
      .object({ environment, apiUrl: text(300).nullable(), merchantId: text(40), token: text(500) })
      .strict(),
    output: status,
  },
  'store:connect': {
    input: z.object({ url: text(300), key: text(200), secret: text(200) }).strict(),
    output: status,
  },
  'connection:test': { input: nothing, output: status },
  'connection:disconnect': { input: z.object({ side: sideName }).strict(), output: status },
  'plan:make': {
    input: z
      .object({
        /** What a person decided about items for review: a product to link, or 'create'. */
        choices: z
          .array(
            z.object({
              cloverId: text(40),
              choice: z.union([z.literal('create'), z.number().int().positive()]),
            }),
          )
          .max(5000),
        /** Whose things and differences it is about; the till's where absent. */
        from: planFrom.optional(),
      })
      .strict(),
    output: plan,
  },
  'plan:get': { input: z.object({ runId }).strict(), output: plan },
  'plan:rows': {
    input: z.object({ runId, action: rowAction.optional(), search: text(100).optional(), ...page }).strict(),
    output: z.object({ rows: z.array(planRow), total: z.number() }),
  },
  'run:list': { input: z.object(page).strict(), output: z.array(run) },
  /** Answers when the run has ended; progress comes as events, and leaving the screen stops nothing. */
  'run:apply': { input: z.object({ runId }).strict(), output: runResult },
  'run:cancel': { input: nothing, output: z.object({ isCancelling: z.boolean() }) },
  'run:approve': { input: z.object({ runId }).strict(), output: nothing },
  /** What `run:undo` would do now; writes nothing. */
  'run:previewUndo': { input: z.object({ runId }).strict(), output: undoPreview },
  'run:undo': { input: z.object({ runId }).strict(), output: runResult },
  'run:result': { input: z.object({ runId }).strict(), output: runResult },
  'products:page': {
    input: z
      .object({
        search: text(100).optional(),
        status: linkStatus.optional(),
        sort: z.enum(['name', 'sku', 'status', 'tillPrice', 'storePrice', 'lastSyncedMs']),
        isDescending: z.boolean(),
        ...page,
      })
      .strict(),
    output: z.object({ products: z.array(product), total: z.number() }),
  },
  /** How many products, without their variants, imports made and no customer sees. */
  'products:drafts': { input: nothing, output: z.object({ count: z.number() }) },
  /** A plan that shows them, for `run:apply`. */
  'products:planPublish': { input: nothing, output: plan },
  'products:story': { input: z.object({ linkId: z.number().int().positive() }).strict(), output: story },
  'products:unlink': {
    input: z.object({ linkIds: z.array(z.number().int().positive()).max(5000) }).strict(),
    output: z.object({ unlinked: z.number() }),
  },
  'products:pin': {
    input: z.object({ linkId: z.number().int().positive(), field: text(20), isPinned: z.boolean() }).strict(),
    output: product,
  },
  'log:page': {
    input: z
      .object({
        search: text(100).optional(),
        level: logLevel.optional(),
        side: text(20).optional(),
        action: text(40).optional(),
        /** Exactly what it is about, such as a product's name. */
        entity: text(300).optional(),
        /** Entries that say the same become one: the newest, with how many they are. */
        isGrouped: z.boolean().optional(),
        sort: z.enum(['atMs', 'level', 'action', 'entity', 'times']),
        isDescending: z.boolean(),
        ...page,
      })
      .strict(),
    output: z.object({ entries: z.array(logEntry), total: z.number(), actions: z.array(z.string()) }),
  },
  'settings:list': { input: nothing, output: z.array(setting) },
  'settings:set': {
    input: z.object({ values: z.record(text(60), text(300)) }).strict(),
    output: z.array(setting),
  },
  'alerts:list': {
    input: z.object(page).strict(),
    output: z.object({ alerts: z.array(alert), unseen: z.number(), hasMailPassword: z.boolean() }),
  },
  'alerts:seen': {
    input: z.object({ ids: z.array(z.number().int().positive()).max(1000) }).strict(),
    output: z.object({ seen: z.number() }),
  },
  /** It never comes back; an empty one is forgotten. */
  'alerts:set-mail-password': {
    input: z.object({ password: text(500) }).strict(),
    output: z.object({ hasMailPassword: z.boolean() }),
  },
  'alerts:test-mail': { input: nothing, output: z.object({ to: z.string() }) },
  'autostart:get': { input: nothing, output: autostart },
  /** Answers how it stands afterwards. */
  'autostart:set': { input: z.object({ isOn: z.boolean() }).strict(), output: autostart },
  'links:clean': { input: nothing, output: z.object({ forgotten: z.number() }) },
  ...LOGIN_CHANNELS,
  ...LANGUAGE_CHANNELS,
  ...HUB_CHANNELS,
  ...LIVE_CHANNELS,
  ...ORDER_CHANNELS,
  ...REHEARSAL_CHANNELS,
  ...SUPPORT_CHANNELS,
  ...UPDATE_CHANNELS,
} as const;

export type ChannelName = keyof typeof CHANNELS;
export type InputOf<C extends ChannelName> = z.input<(typeof CHANNELS)[C]['input']>;
export type OutputOf<C extends ChannelName> = z.output<(typeof CHANNELS)[C]['output']>;

/** What the engine tells the window by itself. Each event carries `seq`; a gap means: ask for the state anew. */
export const EVENTS = {
  'status:changed': status,
  'run:progress': progress,
  'run:ended': runResult,
  'products:changed': nothing,
  'log:changed': nothing,
  'settings:changed': nothing,
  'alerts:changed': nothing,
  ...LOGIN_EVENTS,
  ...LANGUAGE_EVENTS,
  ...HUB_EVENTS,
  ...LIVE_EVENTS,
  ...ORDER_EVENTS,
  ...REHEARSAL_EVENTS,
  ...UPDATE_EVENTS,
} as const;

export type EventName = keyof typeof EVENTS;
export type EventOf<E extends EventName> = z.output<(typeof EVENTS)[E]>;
