import { create } from 'zustand';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type { FailureShape, ProductShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

const NAMES_SHOWN = 20;
const DEEDS_SHOWN = 5;

interface PracticeState {
  readonly isActing: boolean;
  /** The newest deed first. */
  readonly deeds: readonly { readonly id: number; readonly what: string }[];
  readonly failure: FailureShape | null;
  /** Products to choose from while a name is typed. */
  readonly found: readonly ProductShape[];
  findProducts(search: string): Promise<void>;
  act(order: InputOf<'practice:act'>): Promise<void>;
}

export const usePractice = create<PracticeState>((set, get) => ({
  isActing: false,
  deeds: [],
  failure: null,
  found: [],
  findProducts: async (search) => {
    const answer = await getBridge().call('products:page', {
      ...(search === '' ? {} : { search: search.slice(0, 100) }),
      sort: 'name',
      isDescending: false,
      limit: NAMES_SHOWN,
      offset: 0,
    });
    if (answer.ok) set({ found: answer.value.products });
  },
  act: async (order) => {
    set({ isActing: true, failure: null });
    const answer = await getBridge().call('practice:act', order);
    set(
      answer.ok
        ? { isActing: false, deeds: addDeed(get().deeds, answer.value.what) }
        : { isActing: false, failure: answer.failure },
    );
  },
}));

function addDeed(deeds: PracticeState['deeds'], what: string): PracticeState['deeds'] {
  return [{ id: (deeds[0]?.id ?? 0) + 1, what }, ...deeds].slice(0, DEEDS_SHOWN);
}
