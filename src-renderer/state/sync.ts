import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { SyncResultShape, SyncStateShape } from '../../src-preload/contract/live-shapes.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

interface SyncStore {
  /** null until the engine has told it for the first time. */
  readonly sync: SyncStateShape | null;
  /** Why the newest question or order was not answered. */
  readonly failure: FailureShape | null;
  readonly isSyncing: boolean;
  /** Of the newest pass that a person asked for. */
  readonly result: SyncResultShape | null;
  hear(sync: SyncStateShape): void;
  load(): Promise<void>;
  /** One pass. @param isFull reads everything on both sides */
  syncOnce(isFull: boolean): Promise<void>;
  forgetResult(): void;
  /** 0 goes on at once. */
  pause(minutes: number): Promise<void>;
}

export const useSync = create<SyncStore>((set, get) => {
  const keep = (answer: Answer<SyncStateShape>): void =>
    answer.ok ? get().hear(answer.value) : set({ failure: tellFailure(answer.failure) });
  return {
    sync: null,
    failure: null,
    isSyncing: false,
    result: null,
    hear: (sync) => set({ sync }),
    load: async () => keep(await getBridge().call('sync:state', {})),
    syncOnce: async (isFull) => {
      set({ isSyncing: true, failure: null, result: null });
      const answer = await getBridge().call('sync:now', { isFull });
      if (!answer.ok) return set({ isSyncing: false, failure: tellFailure(answer.failure) });
      set({ isSyncing: false, result: answer.value });
    },
    forgetResult: () => set({ result: null }),
    pause: async (minutes) => {
      set({ failure: null });
      keep(await getBridge().call('sync:pause', { minutes }));
    },
  };
});
