import { z } from 'zod';
import { failure } from './shapes.ts';

const nothing = z.object({}).strict();

/** Who gets a version first: `beta` may have mistakes, `stable` has been in use for a while. */
export const updateChannel = z.enum(['stable', 'beta']);
export type UpdateChannelShape = z.infer<typeof updateChannel>;

export const updatePhase = z.enum([
  /** There is nothing newer, as far as is known. */
  'none',
  'checking',
  /** A newer version is known; its file has not arrived. */
  'available',
  'downloading',
  /** It is here and checked; it is installed at the next quit, or when a person says so. */
  'ready',
  /** A person wants it now, and something has to end first. */
  'waiting',
  'installing',
  /** What the update server offered, or what came of it, must not be installed; `failure` says why. */
  'refused',
]);
export type UpdatePhaseShape = z.infer<typeof updatePhase>;

/** What an update must not interrupt. */
export const updateWait = z.enum(['import', 'orders']);
export type UpdateWaitShape = z.infer<typeof updateWait>;

export const updateState = z.object({
  /** False in a browser, and in a copy that was not installed: updates come with the installed app. */
  isAvailable: z.boolean(),
  /** The one that runs. */
  version: z.string(),
  channel: updateChannel,
  phase: updatePhase,
  /** When the update server was last heard; null before that. */
  checkedMs: z.number().nullable(),
  offer: z
    .object({
      version: z.string(),
      /** In the maker's words, lines of plain text; '' where there are none. */
      notes: z.string(),
      releasedMs: z.number().nullable(),
    })
    .nullable(),
  /** Of the download, 0 to 100. */
  percent: z.number().nullable(),
  waitsFor: updateWait.nullable(),
  /** False where the system asks for a password to install: a quit does not bring that up. */
  installsOnQuit: z.boolean(),
  failure: failure.nullable(),
});
export type UpdateStateShape = z.infer<typeof updateState>;

/** What the window may ask about updates. See `channels.ts`. */
export const UPDATE_CHANNELS = {
  'updates:get': { input: nothing, output: updateState },
  /** Asks the update server now; answers how things stand when it has answered, and goes on by itself. */
  'updates:check': { input: nothing, output: updateState },
  /** Restarts into the version that is ready, as soon as nothing is under way; false takes that back. */
  'updates:install': { input: z.object({ isWanted: z.boolean() }).strict(), output: updateState },
  /** Kept on this computer; asks the update server anew. */
  'updates:choose': { input: z.object({ channel: updateChannel }).strict(), output: updateState },
} as const;

export const UPDATE_EVENTS = { 'updates:changed': updateState } as const;
