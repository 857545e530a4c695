import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type { FailureShape, StatusShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { useStatus } from './status.ts';

export const LAST_STEP = 5;

type Menu = InputOf<'practice:start'>['menu'];

interface SetupState {
  /** 0 practice or real, 1 till, 2 store, 3 checks, 4 what wins, 5 plan. */
  readonly step: number;
  /** What is under way. */
  readonly doing: 'practice' | 'till' | 'store' | null;
  readonly failure: FailureShape | null;
  go(step: number): void;
  startPractice(menu: Menu): Promise<void>;
  connectTill(credentials: InputOf<'till:connect'>): Promise<void>;
  connectStore(credentials: InputOf<'store:connect'>): Promise<void>;
}

export const useSetup = create<SetupState>((set) => {
  /** Goes on to the step when it worked, stays with the failure when it did not. */
  async function advance(
    doing: NonNullable<SetupState['doing']>,
    call: Promise<Answer<StatusShape>>,
    step: number,
  ): Promise<void> {
    set({ doing, failure: null });
    const answer = await call;
    if (answer.ok) useStatus.getState().hear(answer.value);
    set(answer.ok ? { doing: null, step } : { doing: null, failure: answer.failure });
  }
  return {
    step: 0,
    doing: null,
    failure: null,
    go: (step) => set({ step: Math.min(LAST_STEP, Math.max(0, step)), failure: null }),
    startPractice: (menu) => advance('practice', getBridge().call('practice:start', { menu }), 3),
    connectTill: (credentials) => advance('till', getBridge().call('till:connect', credentials), 2),
    connectStore: (credentials) => advance('store', getBridge().call('store:connect', credentials), 3),
  };
});
