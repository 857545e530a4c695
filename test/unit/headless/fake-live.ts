import { asCloverId, asRunId, asWooId } from '../../../src-main/domain/ids.ts';
import type {
  Conflicts,
  ConflictView,
  DriftReport,
  Engine,
  HubState,
  LiveState,
  LiveSync,
  ParkedRow,
  StockDesk,
  StockRow,
  SyncResult,
} from '../../../src-main/engine/face.ts';
import { createFakeOrders } from './fake-orders.ts';
import { CONNECTED } from './fake-runs.ts';

/** 2026-11-21T08:00:00Z. */
export const SINCE_MS = Date.UTC(2026, 10, 21, 8);

export const makeSyncResult = (given: Partial<SyncResult> = {}): SyncResult => ({
  applied: { till: 0, store: 0 },
  failed: 0,
  waiting: 0,
  parked: 0,
  conflicts: 0,
  braked: null,
  ms: 12.4,
  ...given,
});

export const makeConflict = (given: Partial<ConflictView> = {}): ConflictView => ({
  id: 3,
  linkId: 30,
  cloverId: asCloverId('AAAAAAAAAAAA1'),
  wooId: asWooId(11),
  name: 'Margherita',
  sku: 'PIZ-1',
  field: 'price',
  base: 1000,
  till: 1150,
  store: 1200,
  sinceMs: SINCE_MS,
  ruling: null,
  lapsed: null,
  ...given,
});

export const makeStockRow = (given: Partial<StockRow> = {}): StockRow => ({
  linkId: 30,
  cloverId: asCloverId('AAAAAAAAAAAA1'),
  wooId: asWooId(11),
  name: 'Margherita',
  sku: 'PIZ-1',
  till: 5,
  store: 5,
  word: 'enough',
  threshold: 2,
  hasOwnThreshold: false,
  soldOut: null,
  ...given,
});

export const makeDriftReport = (given: Partial<DriftReport> = {}): DriftReport => ({
  drifts: [],
  mended: [],
  fixed: 0,
  braked: null,
  ...given,
});

export const makeParked = (given: Partial<ParkedRow> = {}): ParkedRow => ({
  id: 8,
  runId: asRunId(7),
  name: 'Latte',
  sku: 'LAT-1',
  cloverId: asCloverId('AAAAAAAAAAAA1'),
  wooId: null,
  failure: { code: 'WOO_SKU_TAKEN', facts: { sku: 'A-1' } },
  atMs: SINCE_MS,
  ...given,
});

const STATE: LiveState = {
  isRunning: false,
  isLooking: true,
  pausedUntilMs: null,
  away: { till: null, store: null },
  lastPassMs: null,
  everySeconds: 5,
  pace: 'shared',
  quotaPercent: 0,
};

const NO_STOCK = { conflict: 0, oversold: 0, out: 0, low: 0, enough: 0, untracked: 0, 'sold-out': 0 };

export interface LiveParts {
  readonly sync?: Partial<LiveSync>;
  readonly state?: Partial<LiveState>;
  readonly conflicts?: Partial<Conflicts>;
  readonly stock?: Partial<StockDesk>;
  readonly orders?: Partial<Engine['orders']>;
  readonly hub?: Partial<HubState>;
}

const NO_HUB: HubState = {
  word: 'not-connected',
  connection: null,
  failure: null,
  lease: null,
  refusal: null,
  isHinted: false,
  lastHintMs: { till: null, store: null },
};

/** An engine after the import: connected, with nothing to do, but for what the test gives it. */
export function createLiveEngine({
  sync,
  state,
  conflicts,
  stock,
  orders,
  hub,
}: LiveParts = {}): Partial<Engine> {
  return {
    connections: CONNECTED as Engine['connections'],
    sync: {
      once: async () => ({ ok: true, value: makeSyncResult() }),
      run: async () => undefined,
      pause: () => undefined,
      hint: () => undefined,
      wake: () => undefined,
      state: () => ({ ...STATE, ...state }),
      ...sync,
    },
    hub: { state: () => ({ ...NO_HUB, ...hub }) } as Engine['hub'],
    conflicts: {
      list: () => ({ conflicts: [], total: 0 }),
      resolve: () => ({ ok: false, failure: { code: 'USE_UNKNOWN_CONFLICT', facts: {} } }),
      resolveAll: () => ({ ok: true, value: 0 }),
      rules: () => [],
      removeRule: () => false,
      ...conflicts,
    },
    stock: {
      list: () => ({ rows: [], total: 0, counts: NO_STOCK }),
      moves: () => ({ ok: true, value: [] }),
      setThreshold: () => ({ ok: true, value: undefined }),
      setSoldOut: () => ({ ok: true, value: undefined }),
      exportCsv: () => '',
      planCsv: () => ({ ok: false, failure: { code: 'CSV_REFUSED', facts: {} } }),
      drift: async () => ({ ok: true, value: makeDriftReport() }),
      ...stock,
    },
    parked: { list: () => ({ rows: [], total: 0 }), retry: () => 0 },
    orders: createFakeOrders(orders),
  };
}
