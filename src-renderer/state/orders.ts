import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { OutputOf } from '../../src-preload/contract/channels.ts';
import type {
  OrderDetailsShape,
  OrderLaneShape,
  OrderNeedsShape,
  OrderRowShape,
} from '../../src-preload/contract/order-shapes.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

type Act = 'orders:retry' | 'orders:reprint' | 'orders:see' | 'orders:leaveByHand';

interface OrdersState {
  readonly lane: OrderLaneShape | null;
  readonly search: string;
  /** By lane, whatever the filter; null until the first page came. */
  readonly lanes: OutputOf<'orders:list'>['lanes'] | null;
  /** Grows when the rows must be read anew. */
  readonly version: number;
  /** What needs somebody, and what came last; null until read. */
  readonly overview: OrderNeedsShape | null;
  /** The order that is looked at, by its number or id. */
  readonly shown: string | null;
  readonly details: OrderDetailsShape | null;
  readonly detailsFailure: FailureShape | null;
  /** Ids of orders that something is being done for. */
  readonly acting: ReadonlySet<number>;
  /** Of the newest act, and the order it was for. */
  readonly refusal: { readonly number: string; readonly failure: FailureShape } | null;
  /** A reprint that waits for a person's yes. */
  readonly reprintAsked: OrderRowShape | null;
  readonly isTestPrinting: boolean;
  readonly testPrint: Answer<OutputOf<'orders:testPrint'>> | null;
  setLane(lane: OrderLaneShape | null): void;
  setSearch(search: string): void;
  refresh(): void;
  fetchPage(
    limit: number,
    offset: number,
    filter: { readonly lane: OrderLaneShape | null; readonly search: string },
  ): Promise<Answer<{ readonly rows: readonly OrderRowShape[]; readonly total: number }>>;
  show(order: string | null): void;
  loadDetails(): Promise<void>;
  loadOverview(): Promise<void>;
  act(channel: Act, order: OrderRowShape): Promise<void>;
  askReprint(order: OrderRowShape | null): void;
  printTest(): Promise<void>;
  forgetNews(): void;
}

export const useOrders = create<OrdersState>((set, get) => ({
  lane: null,
  search: '',
  lanes: null,
  version: 0,
  overview: null,
  shown: null,
  details: null,
  detailsFailure: null,
  acting: new Set(),
  refusal: null,
  reprintAsked: null,
  isTestPrinting: false,
  testPrint: null,
  setLane: (lane) => set({ lane }),
  setSearch: (search) => set({ search }),
  refresh: () => {
    set((s) => ({ version: s.version + 1 }));
    void get().loadOverview();
    void get().loadDetails();
  },
  fetchPage: async (limit, offset, { lane, search }) => {
    const answer = await getBridge().call('orders:list', {
      limit,
      offset,
      search,
      ...(lane === null ? {} : { lane }),
    });
    if (!answer.ok) return answer;
    const { rows, total, lanes } = answer.value;
    set({ lanes });
    return { ok: true, value: { rows, total } };
  },
  show: (order) => {
    if (order === get().shown) return;
    set({ shown: order, details: null, detailsFailure: null, refusal: null });
    void get().loadDetails();
  },
  loadDetails: async () => {
    const order = get().shown;
    if (order === null) return;
    const answer = await getBridge().call('orders:get', { order });
    if (get().shown !== order) return;
    set(answer.ok ? { details: answer.value, detailsFailure: null } : { detailsFailure: answer.failure });
  },
  loadOverview: async () => {
    const answer = await getBridge().call('orders:needs', {});
    if (answer.ok) set({ overview: answer.value });
  },
  act: async (channel, { wooId, number }) => {
    set((s) => ({ acting: new Set([...s.acting, wooId]), refusal: null }));
    const answer = await getBridge().call(channel, { order: String(wooId) });
    set((s) => ({
      acting: new Set([...s.acting].filter((id) => id !== wooId)),
      reprintAsked: null,
      refusal: answer.ok ? null : { number, failure: answer.failure },
    }));
    get().refresh();
  },
  askReprint: (order) => set({ reprintAsked: order }),
  printTest: async () => {
    set({ isTestPrinting: true, testPrint: null });
    set({ testPrint: await getBridge().call('orders:testPrint', {}), isTestPrinting: false });
  },
  forgetNews: () => set({ testPrint: null, refusal: null }),
}));
