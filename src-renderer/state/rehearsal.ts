import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type {
  HeldFlagShape,
  HeldKindShape,
  HeldWriteShape,
  RehearsalStateShape,
} from '../../src-preload/contract/rehearsal-channels.ts';
import type { FailureShape, SideName } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

/** What of the list is shown; null: everything. */
export interface HeldChoice {
  readonly side: SideName | null;
  readonly kind: HeldKindShape | null;
  readonly flag: HeldFlagShape | null;
  readonly search: string;
}

interface RehearsalStore extends HeldChoice {
  /** null until the engine has told it for the first time. */
  readonly state: RehearsalStateShape | null;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  readonly opened: HeldWriteShape | null;
  readonly doing: 'start' | 'stop' | null;
  /** Why it could not be begun, ended or read. */
  readonly failure: FailureShape | null;
  hear(state: RehearsalStateShape): void;
  load(): Promise<void>;
  start(): Promise<boolean>;
  stop(): Promise<boolean>;
  choose(choice: Partial<HeldChoice>): void;
  open(write: HeldWriteShape): void;
  close(): void;
  fetchPage(
    limit: number,
    offset: number,
    choice: HeldChoice,
  ): Promise<Answer<{ readonly rows: readonly HeldWriteShape[]; readonly total: number }>>;
  exportCsv(): Promise<string | null>;
}

const EVERYTHING: HeldChoice = { side: null, kind: null, flag: null, search: '' };

/** A rehearsal: what would be written, and is not. */
export const useRehearsal = create<RehearsalStore>((set, get) => {
  const change = async (
    doing: 'start' | 'stop',
    call: Promise<Answer<RehearsalStateShape>>,
  ): Promise<boolean> => {
    set({ doing, failure: null });
    const answer = await call;
    set({ doing: null, failure: answer.ok ? null : tellFailure(answer.failure) });
    if (answer.ok) get().hear(answer.value);
    return answer.ok;
  };
  return {
    ...EVERYTHING,
    state: null,
    version: 0,
    opened: null,
    doing: null,
    failure: null,
    hear: (state) => set((s) => ({ state, version: s.version + 1 })),
    load: async () => {
      const answer = await getBridge().call('rehearsal:get', {});
      if (answer.ok) get().hear(answer.value);
      else set({ failure: tellFailure(answer.failure) });
    },
    start: () => change('start', getBridge().call('rehearsal:start', {})),
    stop: async () => {
      const isOver = await change('stop', getBridge().call('rehearsal:stop', {}));
      if (isOver) set({ ...EVERYTHING, opened: null });
      return isOver;
    },
    choose: (choice) => set(choice),
    open: (opened) => set({ opened }),
    close: () => set({ opened: null }),
    fetchPage: async (limit, offset, { side, kind, flag, search }) => {
      const answer = await getBridge().call('rehearsal:list', {
        limit,
        offset,
        ...(side === null ? {} : { side }),
        ...(kind === null ? {} : { kind }),
        ...(flag === null ? {} : { flag }),
        ...(search === '' ? {} : { search }),
      });
      if (!answer.ok) return answer;
      return { ok: true, value: { rows: answer.value.writes, total: answer.value.total } };
    },
    exportCsv: async () => {
      const answer = await getBridge().call('rehearsal:exportCsv', {});
      set({ failure: answer.ok ? null : tellFailure(answer.failure) });
      return answer.ok ? answer.value.text : null;
    },
  };
});
