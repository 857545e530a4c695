import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { FailureShape, SideName, StatusShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { setFormatLocale } from '../i18n/locale.ts';

interface StatusState {
  /** null until the engine has told it for the first time. */
  readonly status: StatusShape | null;
  /** Why the newest question about the state was not answered. */
  readonly failure: FailureShape | null;
  readonly isTesting: boolean;
  readonly isDisconnecting: boolean;
  hear(status: StatusShape): void;
  load(): Promise<void>;
  test(): Promise<void>;
  disconnect(side: SideName): Promise<void>;
}

export const useStatus = create<StatusState>((set, get) => {
  const keep = (answer: Answer<StatusShape>): void =>
    answer.ok ? get().hear(answer.value) : set({ failure: answer.failure });
  return {
    status: null,
    failure: null,
    isTesting: false,
    isDisconnecting: false,
    hear: (status) => {
      setFormatLocale(status.till?.locale ?? null);
      set({ status, failure: null });
    },
    load: async () => keep(await getBridge().call('status:get', {})),
    test: async () => {
      set({ isTesting: true });
      keep(await getBridge().call('connection:test', {}));
      set({ isTesting: false });
    },
    disconnect: async (side) => {
      set({ isDisconnecting: true });
      keep(await getBridge().call('connection:disconnect', { side }));
      set({ isDisconnecting: false });
    },
  };
});
