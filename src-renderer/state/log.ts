import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type { FailureShape, LogEntryShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

/** What one call of `log:page` takes at most. */
const LARGEST_PAGE = 1000;
const TIMELINE_ROWS = 200;

export type LogSort = InputOf<'log:page'>['sort'];
export type LogFilter = Omit<InputOf<'log:page'>, 'limit' | 'offset'>;
type LogLevel = LogEntryShape['level'];

interface LogState {
  readonly search: string;
  readonly level: LogLevel | null;
  readonly side: string | null;
  readonly action: string | null;
  readonly sort: LogSort;
  readonly isDescending: boolean;
  readonly isGrouped: boolean;
  /** The kinds that occur; null until the first page came. */
  readonly actions: readonly string[] | null;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  /** The entry whose drawer is open. */
  readonly opened: LogEntryShape | null;
  /** What else is known of the same thing, the newest first; null until read. */
  readonly timeline: readonly LogEntryShape[] | null;
  readonly timelineFailure: FailureShape | null;
  /** A product has exactly the name that the opened entry is about. */
  readonly isAboutProduct: boolean;
  setFilter(filter: Partial<Pick<LogState, 'search' | 'level' | 'side' | 'action'>>): void;
  group(isGrouped: boolean): void;
  sortBy(sort: LogSort): void;
  refresh(): void;
  open(entry: LogEntryShape): Promise<void>;
  close(): void;
  fetchPage(
    input: InputOf<'log:page'>,
  ): Promise<Answer<{ readonly rows: readonly LogEntryShape[]; readonly total: number }>>;
}

/** Nothing is left out. */
export const WHOLE_LOG = { search: '', level: null, side: null, action: null } as const;

export const useLog = create<LogState>((set, get) => ({
  ...WHOLE_LOG,
  sort: 'atMs',
  isDescending: true,
  isGrouped: false,
  actions: null,
  version: 0,
  opened: null,
  timeline: null,
  timelineFailure: null,
  isAboutProduct: false,
  setFilter: (filter) => set(filter),
  group: (isGrouped) =>
    set((s) =>
      !isGrouped && s.sort === 'times' ? { isGrouped, sort: 'atMs', isDescending: true } : { isGrouped },
    ),
  // What is newest or most frequent is asked for first.
  sortBy: (sort) =>
    set((s) => ({
      sort,
      isDescending: s.sort === sort ? !s.isDescending : sort === 'atMs' || sort === 'times',
    })),
  refresh: () => set((s) => ({ version: s.version + 1 })),
  open: async (entry) => {
    set({ opened: entry, timeline: null, timelineFailure: null, isAboutProduct: false });
    const [timeline, isAboutProduct] = await Promise.all([
      getBridge().call('log:page', {
        entity: entry.entity,
        sort: 'atMs',
        isDescending: true,
        limit: TIMELINE_ROWS,
        offset: 0,
      }),
      hasProduct(entry.entity),
    ]);
    if (get().opened !== entry) return;
    set(
      timeline.ok
        ? { timeline: timeline.value.entries, isAboutProduct }
        : { timelineFailure: timeline.failure, isAboutProduct },
    );
  },
  close: () => set({ opened: null, timeline: null, timelineFailure: null, isAboutProduct: false }),
  fetchPage: async (input) => {
    const answer = await getBridge().call('log:page', input);
    if (!answer.ok) return answer;
    const { entries, total, actions } = answer.value;
    if (actions.join() !== get().actions?.join()) set({ actions });
    return { ok: true, value: { rows: entries, total } };
  },
}));

async function hasProduct(name: string): Promise<boolean> {
  if (name === '' || name.length > 100) return false;
  const page = { search: name, sort: 'name', isDescending: false, limit: 20, offset: 0 } as const;
  const answer = await getBridge().call('products:page', page);
  return answer.ok && answer.value.products.some((product) => product.name === name);
}

/** Every entry that the filter finds, in its order. */
export async function fetchWholeLog(filter: LogFilter): Promise<Answer<readonly LogEntryShape[]>> {
  const entries = new Map<number, LogEntryShape>();
  for (let offset = 0; ; offset += LARGEST_PAGE) {
    const answer = await getBridge().call('log:page', { ...filter, limit: LARGEST_PAGE, offset });
    if (!answer.ok) return answer;
    // New entries move the others on, so that one may come twice.
    for (const entry of answer.value.entries) entries.set(entry.id, entry);
    if (offset + LARGEST_PAGE >= answer.value.total) return { ok: true, value: [...entries.values()] };
  }
}
