import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { OutputOf } from '../../src-preload/contract/channels.ts';
import type {
  DriftShape,
  StockMoveShape,
  StockRowShape,
  StockWordShape,
} from '../../src-preload/contract/live-shapes.ts';
import type { PlanShape } from '../../src-preload/contract/run-shapes.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

const MOVES_SHOWN = 200;
const FOR_SALE: ReadonlySet<StockWordShape> = new Set(['low', 'enough', 'untracked']);
const NO_DETAILS = { moves: null, movesFailure: null, failure: null } as const;

interface StockState {
  readonly word: StockWordShape | null;
  /** Part of a name or an SKU. */
  readonly search: string;
  /** By word, of all that the search finds; null until the first page came. */
  readonly counts: OutputOf<'stock:list'>['counts'] | null;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  readonly opened: StockRowShape | null;
  /** Of the opened product, the newest first; null until read. */
  readonly moves: readonly StockMoveShape[] | null;
  readonly movesFailure: FailureShape | null;
  readonly isBusy: boolean;
  /** Of the newest change of a threshold or of a sold-out switch. */
  readonly failure: FailureShape | null;
  /** What the newest comparison of both sides found; null before one. */
  readonly drift: { readonly drifts: readonly DriftShape[]; readonly fixed: number } | null;
  readonly isComparing: boolean;
  /** Of the newest comparison or file. */
  readonly deskFailure: FailureShape | null;
  setWord(word: StockWordShape | null): void;
  setSearch(search: string): void;
  /** Without the search that was typed before. */
  showOnly(word: StockWordShape | null): void;
  refresh(): void;
  fetchPage(
    limit: number,
    offset: number,
    filter: { readonly word: StockWordShape | null; readonly search: string },
  ): Promise<Answer<{ readonly rows: readonly StockRowShape[]; readonly total: number }>>;
  open(row: StockRowShape): Promise<void>;
  close(): void;
  loadMoves(): Promise<void>;
  /** null goes back to the one for all products. */
  setThreshold(row: StockRowShape, threshold: number | null): Promise<void>;
  /** @param soldOut null puts it back */
  setSoldOut(row: StockRowShape, soldOut: { readonly untilMs: number | null } | null): Promise<void>;
  compare(isFix: boolean): Promise<void>;
  forgetDrift(): void;
  exportCsv(): Promise<string | null>;
  /** The plan of the counts in a file; null where it was refused. */
  planCsv(text: string): Promise<PlanShape | null>;
}

export const useStock = create<StockState>((set, get) => {
  /** A change of one product; its drawer then shows how it is now. */
  async function change(call: Promise<Answer<unknown>>, changed: StockRowShape): Promise<void> {
    set({ isBusy: true, failure: null });
    const answer = await call;
    set((s) => ({
      isBusy: false,
      failure: answer.ok ? null : answer.failure,
      opened: answer.ok && s.opened?.linkId === changed.linkId ? changed : s.opened,
    }));
    get().refresh();
  }
  return {
    word: null,
    search: '',
    counts: null,
    version: 0,
    opened: null,
    ...NO_DETAILS,
    isBusy: false,
    drift: null,
    isComparing: false,
    deskFailure: null,
    setWord: (word) => set({ word }),
    showOnly: (word) => set({ word, search: '' }),
    setSearch: (search) => set({ search }),
    refresh: () => {
      set((s) => ({ version: s.version + 1 }));
      void get().loadMoves();
    },
    fetchPage: async (limit, offset, { word, search }) => {
      const answer = await getBridge().call('stock:list', {
        limit,
        offset,
        ...(word === null ? {} : { word }),
        ...(search === '' ? {} : { search }),
      });
      if (!answer.ok) return answer;
      const { rows, total, counts } = answer.value;
      const linkId = get().opened?.linkId;
      const opened = rows.find((row) => row.linkId === linkId);
      set(opened ? { counts, opened } : { counts });
      return { ok: true, value: { rows, total } };
    },
    open: async (row) => {
      set({ opened: row, ...NO_DETAILS });
      await get().loadMoves();
    },
    close: () => set({ opened: null, ...NO_DETAILS }),
    loadMoves: async () => {
      const cloverId = get().opened?.cloverId;
      if (cloverId === undefined) return;
      const answer = await getBridge().call('stock:moves', { cloverId, limit: MOVES_SHOWN });
      if (get().opened?.cloverId !== cloverId) return;
      set(answer.ok ? { moves: answer.value.moves, movesFailure: null } : { movesFailure: answer.failure });
    },
    setThreshold: (row, threshold) =>
      change(getBridge().call('stock:setThreshold', { cloverId: row.cloverId, threshold }), {
        ...row,
        threshold: threshold ?? row.threshold,
        hasOwnThreshold: threshold !== null,
      }),
    setSoldOut: (row, soldOut) =>
      change(getBridge().call('stock:setSoldOut', { cloverId: row.cloverId, soldOut }), {
        ...row,
        soldOut: soldOut && { backMs: soldOut.untilMs },
        // What it is when it is for sale again, the next page says.
        word: soldOut && FOR_SALE.has(row.word) ? 'sold-out' : row.word,
      }),
    compare: async (isFix) => {
      set({ isComparing: true, deskFailure: null });
      const answer = await getBridge().call('stock:drift', { isFix });
      set(
        answer.ok
          ? { isComparing: false, drift: answer.value }
          : { isComparing: false, deskFailure: answer.failure },
      );
    },
    forgetDrift: () => set({ drift: null }),
    exportCsv: async () => {
      const answer = await getBridge().call('stock:exportCsv', {});
      set({ deskFailure: answer.ok ? null : answer.failure });
      return answer.ok ? answer.value.text : null;
    },
    planCsv: async (text) => {
      const answer = await getBridge().call('stock:planCsv', { text });
      set({ deskFailure: answer.ok ? null : answer.failure });
      return answer.ok ? answer.value : null;
    },
  };
});
