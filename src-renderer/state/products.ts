import { create } from 'zustand';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type { FailureShape, LinkStatusShape, StoryShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

export type ProductSort = InputOf<'products:page'>['sort'];

interface ProductsState {
  readonly search: string;
  readonly status: LinkStatusShape | null;
  readonly sort: ProductSort;
  readonly isDescending: boolean;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  readonly chosen: ReadonlySet<number>;
  readonly story: StoryShape | null;
  readonly failure: FailureShape | null;
  setSearch(search: string): void;
  setStatus(status: LinkStatusShape | null): void;
  sortBy(sort: ProductSort): void;
  refresh(): void;
  toggleChosen(linkId: number): void;
  openStory(linkId: number): Promise<void>;
  closeStory(): void;
  pinField(linkId: number, field: string, isPinned: boolean): Promise<void>;
  unlinkChosen(): Promise<void>;
}

export const useProducts = create<ProductsState>((set, get) => ({
  search: '',
  status: null,
  sort: 'name',
  isDescending: false,
  version: 0,
  chosen: new Set(),
  story: null,
  failure: null,
  setSearch: (search) => set({ search }),
  setStatus: (status) => set({ status }),
  sortBy: (sort) => set((s) => ({ sort, isDescending: s.sort === sort && !s.isDescending })),
  refresh: () => set((s) => ({ version: s.version + 1 })),
  toggleChosen: (linkId) =>
    set((s) => {
      const chosen = new Set(s.chosen);
      if (!chosen.delete(linkId)) chosen.add(linkId);
      return { chosen };
    }),
  openStory: async (linkId) => {
    const answer = await getBridge().call('products:story', { linkId });
    set(answer.ok ? { story: answer.value, failure: null } : { failure: answer.failure });
  },
  closeStory: () => set({ story: null }),
  pinField: async (linkId, field, isPinned) => {
    const answer = await getBridge().call('products:pin', { linkId, field, isPinned });
    if (!answer.ok) return set({ failure: answer.failure });
    const { story } = get();
    if (story?.product.linkId === linkId) set({ story: { ...story, product: answer.value } });
    get().refresh();
  },
  unlinkChosen: async () => {
    const answer = await getBridge().call('products:unlink', { linkIds: [...get().chosen] });
    if (!answer.ok) return set({ failure: answer.failure });
    set({ chosen: new Set(), failure: null });
    get().refresh();
  },
}));
