import { create } from 'zustand';
import type { DriftShape } from '../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import type { Found } from './found.ts';
import { useHub } from './hub.ts';

interface SelfTestState {
  /** Both sides asked afresh, with what they allow. */
  readonly sides: Found<StatusShape>;
  /** Whether the relay's link was tried; what came of it stands in its own store. */
  readonly relay: Found<null>;
  /** Every linked product read afresh on both sides. */
  readonly comparison: Found<readonly DriftShape[]>;
  /** Not before the first, and not while one runs. */
  readonly hasEnded: boolean;
  readonly isRunning: boolean;
  run(): Promise<void>;
}

const WAITING = { word: 'waiting' } as const;
const ASKING = { word: 'asking' } as const;

/** The half-minute test after an update of either side or of Tillbridge: it only reads. */
export const useSelfTest = create<SelfTestState>((set, get) => ({
  sides: WAITING,
  relay: WAITING,
  comparison: WAITING,
  hasEnded: false,
  isRunning: false,
  run: async () => {
    if (get().isRunning) return;
    set({ isRunning: true, hasEnded: false, sides: ASKING, relay: WAITING, comparison: WAITING });
    const sides = await getBridge().call('connection:test', {});
    set({
      sides: sides.ok ? { word: 'found', value: sides.value } : { word: 'failed', failure: sides.failure },
      relay: ASKING,
    });
    await useHub.getState().retry();
    set({ relay: { word: 'found', value: null }, comparison: ASKING });
    const comparison = await getBridge().call('stock:drift', { isFix: false });
    set({
      comparison: comparison.ok
        ? { word: 'found', value: comparison.value.drifts }
        : { word: 'failed', failure: comparison.failure },
      hasEnded: true,
      isRunning: false,
    });
  },
}));
