import { create } from 'zustand';
import type { OutputOf } from '../../src-preload/contract/channels.ts';
import { type BridgeState, getBridge } from '../bridge.ts';

interface ConnectionState {
  /** Whether this window reaches the engine. */
  readonly bridge: BridgeState;
  readonly info: OutputOf<'app:info'> | null;
  setBridge(bridge: BridgeState): void;
  loadInfo(): Promise<void>;
}

export const useConnection = create<ConnectionState>((set) => ({
  bridge: 'opening',
  info: null,
  setBridge: (bridge) => set({ bridge }),
  loadInfo: async () => {
    const answer = await getBridge().call('app:info', {});
    if (answer.ok) set({ info: answer.value });
  },
}));
