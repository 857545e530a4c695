import { create } from 'zustand';
import type { ParkedRowShape } from '../../src-preload/contract/live-shapes.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

const ROWS_SHOWN = 100;

interface ParkedState {
  /** The first of them; null until read. */
  readonly rows: readonly ParkedRowShape[] | null;
  readonly total: number;
  readonly isRetrying: boolean;
  readonly failure: FailureShape | null;
  load(): Promise<void>;
  retry(ids: readonly number[] | 'all'): Promise<void>;
}

export const useParked = create<ParkedState>((set, get) => ({
  rows: null,
  total: 0,
  isRetrying: false,
  failure: null,
  load: async () => {
    const answer = await getBridge().call('parked:list', { limit: ROWS_SHOWN, offset: 0 });
    set(answer.ok ? { ...answer.value, failure: null } : { failure: answer.failure });
  },
  retry: async (ids) => {
    set({ isRetrying: true, failure: null });
    const answer = await getBridge().call('parked:retry', { ids: ids === 'all' ? ids : [...ids] });
    set({ isRetrying: false, failure: answer.ok ? null : answer.failure });
    if (answer.ok) await get().load();
  },
}));
