import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import type { UpdateChannelShape, UpdateStateShape } from '../../src-preload/contract/update-channels.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

interface UpdatesState {
  /** null until read. */
  readonly update: UpdateStateShape | null;
  /** Why it could not be read or changed; what an update itself has met is in `update`. */
  readonly failure: FailureShape | null;
  load(): Promise<void>;
  check(): Promise<void>;
  install(isWanted: boolean): Promise<void>;
  choose(channel: UpdateChannelShape): Promise<void>;
  hear(update: UpdateStateShape): void;
}

export const useUpdates = create<UpdatesState>((set) => {
  const keep = (answer: Answer<UpdateStateShape>): void =>
    set(answer.ok ? { update: answer.value, failure: null } : { failure: tellFailure(answer.failure) });
  return {
    update: null,
    failure: null,
    load: async () => keep(await getBridge().call('updates:get', {})),
    check: async () => keep(await getBridge().call('updates:check', {})),
    install: async (isWanted) => keep(await getBridge().call('updates:install', { isWanted })),
    choose: async (channel) => keep(await getBridge().call('updates:choose', { channel })),
    hear: (update) => set({ update }),
  };
});
