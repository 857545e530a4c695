import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type {
  FailureShape,
  LinkStatusShape,
  ProductShape,
  StoryShape,
} from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

/** What one call of `products:unlink` or `products:resync`, and of `products:page`, takes at most. */
const MOST_AT_ONCE = 5000;
const LARGEST_PAGE = 1000;

export type ProductSort = InputOf<'products:page'>['sort'];
export type ProductFilter = Omit<InputOf<'products:page'>, 'limit' | 'offset'>;

interface ProductsState {
  readonly search: string;
  readonly status: LinkStatusShape | null;
  readonly sort: ProductSort;
  readonly isDescending: boolean;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  readonly chosen: ReadonlySet<number>;
  /** The row whose drawer is open. */
  readonly opened: ProductShape | null;
  /** Of the opened row; null until read. */
  readonly story: StoryShape | null;
  readonly storyFailure: FailureShape | null;
  readonly isBusy: boolean;
  /** How many products are looked at again since the newest order to do so; null before one. */
  readonly resynced: number | null;
  /** Of the newest choice, pin or unlink. */
  readonly failure: FailureShape | null;
  /** How many products imports made and no customer sees; null until read. */
  readonly drafts: number | null;
  setSearch(search: string): void;
  setStatus(status: LinkStatusShape | null): void;
  sortBy(sort: ProductSort): void;
  refresh(): void;
  toggleChosen(linkId: number): void;
  /** A run may give a number that was unlinked to another product, so no choice outlives it. */
  chooseNone(): void;
  /** Adds every product that the filter finds, not only those in view. */
  chooseAll(filter: ProductFilter): Promise<void>;
  open(product: ProductShape): Promise<void>;
  close(): void;
  loadStory(): Promise<void>;
  loadDrafts(): Promise<void>;
  pinField(linkId: number, field: string, isPinned: boolean): Promise<void>;
  /** Looks at them again, on both sides, at once. */
  resync(linkIds: readonly number[]): Promise<void>;
  /** Answers whether all of them are unlinked. */
  unlink(linkIds: readonly number[]): Promise<boolean>;
}

export const useProducts = create<ProductsState>((set, get) => ({
  search: '',
  status: null,
  sort: 'name',
  isDescending: false,
  version: 0,
  chosen: new Set(),
  opened: null,
  story: null,
  storyFailure: null,
  isBusy: false,
  resynced: null,
  failure: null,
  drafts: null,
  setSearch: (search) => set({ search }),
  setStatus: (status) => set({ status }),
  sortBy: (sort) => set((s) => ({ sort, isDescending: s.sort === sort && !s.isDescending })),
  refresh: () => {
    set((s) => ({ version: s.version + 1 }));
    void get().loadStory();
  },
  loadDrafts: async () => {
    const answer = await getBridge().call('products:drafts', {});
    if (answer.ok) set({ drafts: answer.value.count });
  },
  toggleChosen: (linkId) =>
    set((s) => {
      const chosen = new Set(s.chosen);
      if (!chosen.delete(linkId)) chosen.add(linkId);
      return { chosen };
    }),
  chooseNone: () => set({ chosen: new Set(), resynced: null }),
  chooseAll: async (filter) => {
    set({ isBusy: true, failure: null });
    const found = await findAllIds(filter);
    set(
      found.ok
        ? { isBusy: false, chosen: new Set([...get().chosen, ...found.value]) }
        : { isBusy: false, failure: found.failure },
    );
  },
  open: async (product) => {
    set({ opened: product, story: null, storyFailure: null, failure: null, resynced: null });
    await get().loadStory();
  },
  close: () => set({ opened: null, story: null, storyFailure: null, failure: null }),
  loadStory: async () => {
    const linkId = get().opened?.linkId;
    if (linkId === undefined) return;
    const answer = await getBridge().call('products:story', { linkId });
    if (get().opened?.linkId !== linkId) return;
    set(
      answer.ok
        ? { opened: answer.value.product, story: answer.value, storyFailure: null }
        : { storyFailure: answer.failure },
    );
  },
  pinField: async (linkId, field, isPinned) => {
    set({ isBusy: true, failure: null });
    const answer = await getBridge().call('products:pin', { linkId, field, isPinned });
    set({ isBusy: false, failure: answer.ok ? null : answer.failure });
    get().refresh();
  },
  resync: async (linkIds) => {
    set({ isBusy: true, failure: null, resynced: null });
    let resynced = 0;
    for (let from = 0; from < linkIds.length; from += MOST_AT_ONCE) {
      const part = linkIds.slice(from, from + MOST_AT_ONCE);
      const answer = await getBridge().call('products:resync', { linkIds: part });
      if (!answer.ok) return set({ isBusy: false, failure: answer.failure });
      resynced += answer.value.hinted;
    }
    set({ isBusy: false, resynced });
  },
  unlink: async (linkIds) => {
    set({ isBusy: true, failure: null });
    for (let from = 0; from < linkIds.length; from += MOST_AT_ONCE) {
      const part = linkIds.slice(from, from + MOST_AT_ONCE);
      const answer = await getBridge().call('products:unlink', { linkIds: part });
      if (!answer.ok) {
        set({ isBusy: false, failure: answer.failure });
        return false;
      }
      set((s) => forget(s, new Set(part)));
    }
    set({ isBusy: false });
    get().refresh();
    return true;
  },
}));

/** The state without products that are no longer linked. */
function forget(
  { chosen, opened, story }: ProductsState,
  gone: ReadonlySet<number>,
): Pick<ProductsState, 'chosen' | 'opened' | 'story'> {
  const isGone = opened !== null && gone.has(opened.linkId);
  return {
    chosen: new Set([...chosen].filter((linkId) => !gone.has(linkId))),
    opened: isGone ? null : opened,
    story: isGone ? null : story,
  };
}

async function findAllIds(filter: ProductFilter): Promise<Answer<readonly number[]>> {
  const ids = new Set<number>();
  for (let offset = 0; ; offset += LARGEST_PAGE) {
    const answer = await fetchProducts({ ...filter, limit: LARGEST_PAGE, offset });
    if (!answer.ok) return answer;
    for (const { linkId } of answer.value.rows) ids.add(linkId);
    if (offset + LARGEST_PAGE >= answer.value.total) return { ok: true, value: [...ids] };
  }
}

/** One page of the products, as they are filtered and sorted. */
export async function fetchProducts(
  input: InputOf<'products:page'>,
): Promise<Answer<{ readonly rows: readonly ProductShape[]; readonly total: number }>> {
  const answer = await getBridge().call('products:page', input);
  if (!answer.ok) return answer;
  const { products, total } = answer.value;
  return { ok: true, value: { rows: products, total } };
}
