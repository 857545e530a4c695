import type { UpdateChannelShape } from '../../../src-preload/contract/update-channels.ts';
import { createFailure } from '../../domain/failure.ts';
import type { Records } from '../../engine/face.ts';
import type { UpdateState } from '../../ipc/handler-deps.ts';
import { explainFault } from './refusal.ts';

/** Kept on this computer. */
export interface UpdatePreferences {
  readChannel(): UpdateChannelShape;
  keepChannel(channel: UpdateChannelShape): void;
  /** The version whose installation has begun; another one that starts knows that it did not come through. */
  readInstalling(): string | null;
  keepInstalling(version: string | null): void;
}

export interface UpdateBoardDeps {
  /** The one that runs. */
  readonly version: string;
  readonly preferences: UpdatePreferences;
  readonly installsOnQuit: boolean;
  readonly journal: Records['note'];
}

export interface UpdateBoard {
  read(): UpdateState;
  set(change: Partial<UpdateState>): void;
  /** The failure of an earlier try to install this version; null where there was none. */
  tellFailedBefore(offered: string): UpdateState['failure'];
  /** @returns the way to stop */
  watch(hear: (state: UpdateState) => void): () => void;
  /**
   * A check or a download has failed.
   * @param isAsked whether a person has asked for it, and so hears of the network too
   * @param otherwise the phase where only the network is to blame; null where an earlier version is ready and stays so
   */
  fail(error: unknown, isAsked: boolean, otherwise: 'none' | 'available' | null): void;
  /** Writes down what came of the installation that an earlier start has begun. */
  noteBegun(): void;
}

/** How things stand, and who hears of it. */
export function createUpdateBoard({
  version,
  preferences,
  installsOnQuit,
  journal,
}: UpdateBoardDeps): UpdateBoard {
  const hearers = new Set<(state: UpdateState) => void>();
  const begun = preferences.readInstalling();
  const failed = begun === null || begun === version ? null : begun;
  preferences.keepInstalling(null);
  const tellFailedBefore = (offered: string): UpdateState['failure'] =>
    offered === failed ? createFailure('UPDATE_NOT_INSTALLED', { version: offered }) : null;
  let state: UpdateState = {
    isAvailable: true,
    version,
    channel: preferences.readChannel(),
    phase: failed === null ? 'none' : 'refused',
    checkedMs: null,
    offer: null,
    percent: null,
    waitsFor: null,
    installsOnQuit,
    failure: failed === null ? null : tellFailedBefore(failed),
  };
  const set = (change: Partial<UpdateState>): void => {
    state = { ...state, ...change };
    for (const hear of hearers) hear(state);
  };
  return {
    read: () => state,
    set,
    tellFailedBefore,
    noteBegun: () => {
      if (begun === null) return;
      journal({
        level: failed === null ? 'info' : 'warn',
        action: 'update',
        entity: begun,
        message: failed === null ? 'Installed.' : `It was not installed; ${version} goes on.`,
      });
    },
    watch: (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    fail: (error, isAsked, otherwise) => {
      const failure = explainFault(error, state.offer?.version ?? null);
      const isQuiet = failure.code === 'UPDATE_UNREACHABLE';
      if (!isQuiet)
        journal({ level: 'warn', action: 'update', entity: 'refused', message: `${failure.code}` });
      if (otherwise === null) {
        if (isAsked) set({ failure });
        return;
      }
      const isRefused = !isQuiet;
      set({
        phase: isRefused ? 'refused' : otherwise,
        percent: null,
        failure: isRefused || isAsked ? failure : null,
        ...(otherwise === 'none' || isRefused ? { offer: null } : {}),
      });
    },
  };
}
