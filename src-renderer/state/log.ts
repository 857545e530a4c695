import { create } from 'zustand';
import type { InputOf } from '../../src-preload/contract/channels.ts';

export type LogSort = InputOf<'log:page'>['sort'];
type LogLevel = NonNullable<InputOf<'log:page'>['level']>;

interface LogState {
  readonly search: string;
  readonly level: LogLevel | null;
  readonly side: string | null;
  readonly action: string | null;
  readonly sort: LogSort;
  readonly isDescending: boolean;
  readonly isGrouped: boolean;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  setFilter(filter: Partial<Pick<LogState, 'search' | 'level' | 'side' | 'action' | 'isGrouped'>>): void;
  sortBy(sort: LogSort): void;
  refresh(): void;
}

export const useLog = create<LogState>((set) => ({
  search: '',
  level: null,
  side: null,
  action: null,
  sort: 'atMs',
  isDescending: true,
  isGrouped: false,
  version: 0,
  setFilter: (filter) => set(filter),
  sortBy: (sort) => set((s) => ({ sort, isDescending: s.sort === sort && !s.isDescending })),
  refresh: () => set((s) => ({ version: s.version + 1 })),
}));
