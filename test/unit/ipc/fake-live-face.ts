import { createFailure } from '../../../src-main/domain/failure.ts';
import { asCloverId, asRunId, asWooId } from '../../../src-main/domain/ids.ts';
import {
  type ConflictView,
  fail,
  type LiveFace,
  type LiveState,
  type MergeRule,
  type ParkedRow,
  type StockRow,
  type StockWord,
  type SyncEvent,
  type SyncResult,
  succeed,
} from '../../../src-main/engine/face.ts';

const CALM: LiveState = {
  isRunning: true,
  isLooking: true,
  pausedUntilMs: null,
  away: { till: null, store: null },
  lastPassMs: 1_000,
  everySeconds: 15,
  pace: 'shared',
  quotaPercent: 4,
};
const NOTHING_DONE: SyncResult = {
  applied: { till: 0, store: 0 },
  failed: 0,
  waiting: 0,
  parked: 0,
  conflicts: 0,
  braked: null,
  ms: 40,
};

export interface FakeLive {
  readonly face: LiveFace;
  readonly conflicts: ConflictView[];
  readonly rules: MergeRule[];
  readonly stock: StockRow[];
  readonly parked: ParkedRow[];
  /** What was asked of the sync, in order: `run`, `stop`, `once`, `hint till C1`, `pause 15`. */
  readonly asked: string[];
  state: LiveState;
  /** A side keeps the pass under way waiting, and nothing ends it. */
  isStuck: boolean;
  result: SyncResult;
  /** As the engine would tell it while it runs. */
  tell(event: SyncEvent): void;
}

export const makeConflict = (changes: Partial<ConflictView> & Pick<ConflictView, 'id'>): ConflictView => ({
  linkId: changes.id,
  cloverId: asCloverId(`C${changes.id}`),
  wooId: asWooId(100 + changes.id),
  name: `Product ${changes.id}`,
  sku: `SKU-${changes.id}`,
  field: 'price',
  base: 400,
  till: 450,
  store: 480,
  sinceMs: 1_000,
  ruling: null,
  lapsed: null,
  ...changes,
});

export const makeStockRow = (changes: Partial<StockRow> & Pick<StockRow, 'linkId'>): StockRow => ({
  cloverId: asCloverId(`C${changes.linkId}`),
  wooId: asWooId(100 + changes.linkId),
  name: `Product ${changes.linkId}`,
  sku: `SKU-${changes.linkId}`,
  till: 12,
  store: 12,
  word: 'enough',
  threshold: 5,
  hasOwnThreshold: false,
  soldOut: null,
  ...changes,
});

export const makeParked = (id: number): ParkedRow => ({
  id,
  runId: asRunId(7),
  name: `Product ${id}`,
  sku: 'LAT-1',
  cloverId: asCloverId(`C${id}`),
  wooId: asWooId(100 + id),
  failure: createFailure('WOO_SKU_TAKEN', { sku: `SKU-${id}` }),
  atMs: 1_000,
});

/** A live engine in memory, as far as the window can tell. */
export function createFakeLive(): FakeLive {
  const live = {
    conflicts: [] as ConflictView[],
    rules: [] as MergeRule[],
    stock: [] as StockRow[],
    parked: [] as ParkedRow[],
    asked: [] as string[],
    state: CALM,
    isStuck: false,
    result: NOTHING_DONE,
  };
  const hearers = new Set<(event: SyncEvent) => void>();
  const sync: LiveFace['sync'] = {
    once: async ({ full }) => {
      live.asked.push(full ? 'once, full' : 'once');
      return succeed(live.result);
    },
    run: ({ signal, onEvent }) =>
      new Promise((resolve) => {
        live.asked.push('run');
        hearers.add(onEvent);
        const stop = (): void => {
          live.asked.push('stop');
          if (live.isStuck) return;
          hearers.delete(onEvent);
          resolve();
        };
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop, { once: true });
      }),
    pause: (minutes) => {
      live.asked.push(`pause ${minutes}`);
      live.state = { ...live.state, pausedUntilMs: minutes === 0 ? null : minutes * 60_000 };
    },
    wake: (wish) => void live.asked.push(`wake ${wish}`),
    hint: (side, key) => void live.asked.push(`hint ${side} ${key}`),
    state: () => live.state,
  };
  const tell = (event: SyncEvent): void => {
    for (const hear of [...hearers]) hear(event);
  };
  const face: LiveFace = {
    sync,
    conflicts: createFakeConflicts(live),
    stock: createFakeStock(live),
    parked: {
      list: (limit, offset) => ({
        rows: live.parked.slice(offset, offset + limit),
        total: live.parked.length,
      }),
      retry: (ids) => {
        const gone = live.parked.filter(({ id }) => ids === 'all' || ids.includes(id));
        live.parked = live.parked.filter((row) => !gone.includes(row));
        return gone.length;
      },
    },
  };
  return Object.assign(live, { face, tell });
}

function createFakeConflicts(live: Pick<FakeLive, 'conflicts' | 'rules'>): LiveFace['conflicts'] {
  const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
  return {
    list: ({ field, limit, offset }) => {
      const found = live.conflicts.filter((conflict) => field === undefined || conflict.field === field);
      return { conflicts: found.slice(offset, offset + limit), total: found.length };
    },
    resolve: ({ id, take, value = null, seen }) => {
      const at = live.conflicts.findIndex((conflict) => conflict.id === id);
      const found = live.conflicts[at];
      if (!found) return fail(createFailure('USE_UNKNOWN_CONFLICT', { conflict: id }));
      if (seen && !(isSame(seen.till, found.till) && isSame(seen.store, found.store)))
        return fail(createFailure('CONFLICT_STALE', { product: found.name, field: found.field }));
      const ruling = { take, value, seenTill: found.till, seenStore: found.store };
      live.conflicts[at] = { ...found, ruling };
      return succeed({ ...found, ruling });
    },
    resolveAll: ({ field, take, always }) => {
      const found = live.conflicts.filter((conflict) => conflict.field === field);
      live.conflicts.splice(
        0,
        live.conflicts.length,
        ...live.conflicts.filter((conflict) => conflict.field !== field),
      );
      if (always) live.rules.push({ field, take, sinceMs: 1_000 });
      return succeed(found.length);
    },
    rules: () => live.rules,
    removeRule: (field) => {
      const at = live.rules.findIndex((rule) => rule.field === field);
      if (at < 0) return false;
      live.rules.splice(at, 1);
      return true;
    },
  };
}

function createFakeStock(live: Pick<FakeLive, 'stock'>): LiveFace['stock'] {
  const change = (product: string, change: Partial<StockRow>) => {
    const at = live.stock.findIndex(({ cloverId }) => cloverId === product);
    const row = live.stock[at];
    if (!row) return fail(createFailure('USE_UNKNOWN_PRODUCT', { product }));
    live.stock[at] = { ...row, ...change };
    return succeed(undefined);
  };
  const count = (word: StockWord): number => live.stock.filter((row) => row.word === word).length;
  return {
    list: ({ word, limit, offset }) => {
      const found = live.stock.filter((row) => word === undefined || row.word === word);
      const counts = {
        conflict: count('conflict'),
        oversold: count('oversold'),
        out: count('out'),
        low: count('low'),
        enough: count('enough'),
        'sold-out': count('sold-out'),
        untracked: count('untracked'),
      };
      return { rows: found.slice(offset, offset + limit), total: found.length, counts };
    },
    moves: (product, limit) => {
      const row = live.stock.find(({ cloverId }) => cloverId === product);
      if (!row) return fail(createFailure('USE_UNKNOWN_PRODUCT', { product }));
      const sale = { linkId: row.linkId, side: 'store' as const, reason: 'sale' as const, pieces: -2 };
      return succeed(
        [
          { ...sale, id: 2, orderId: '1041', atMs: 2_000 },
          {
            ...sale,
            id: 1,
            side: 'till' as const,
            reason: 'count' as const,
            pieces: 8,
            orderId: null,
            atMs: 1_000,
          },
        ].slice(0, limit),
      );
    },
    setThreshold: (product, threshold) =>
      change(product, { threshold: threshold ?? 5, hasOwnThreshold: threshold !== null }),
    setSoldOut: (product, soldOut) => change(product, { soldOut: soldOut && { backMs: soldOut.untilMs } }),
    exportCsv: () => `\ufeffName,SKU\r\n${live.stock.map(({ name, sku }) => `${name},${sku}\r\n`).join('')}`,
    planCsv: () => fail(createFailure('CSV_REFUSED', { problems: 'line 3: the count is no number' })),
    drift: async ({ fix }) => {
      const [row] = live.stock;
      const drift = row && {
        cloverId: row.cloverId,
        wooId: row.wooId,
        name: row.name,
        field: 'stock' as const,
        till: 4,
        store: 6,
        why: 'waiting' as const,
      };
      const [drifts, mended] = fix ? [[], drift ? [drift] : []] : [drift ? [drift] : [], []];
      return succeed({ drifts, mended, fixed: mended.length, braked: null });
    },
  };
}
