import { createFailure, type Failure } from '../../domain/failure.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { ShopKey } from '../../domain/shop.ts';
import {
  decodeStockCsv,
  describeStockCsvProblems,
  encodeStockCsv,
  matchStockCsv,
  type StockCsvChange,
} from '../../domain/stock-csv.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { Ledger, Link, StockRule } from '../ledger-ports.ts';
import type { StockDesk, StockRow, StockWord } from '../live-face.ts';
import type { Clock } from '../ports.ts';
import { describeLinkRow, keepPersonRun } from './person-run.ts';
import { describeSoldOut, noteSoldOut } from './sold-out-log.ts';
import { listStockRows, readLowThreshold } from './stock-rows.ts';

const WORDS: Readonly<Record<StockWord, string>> = {
  conflict: 'in conflict',
  oversold: 'below zero',
  out: 'out of stock',
  low: 'low',
  enough: 'in stock',
  'sold-out': 'sold out',
  untracked: 'not counted',
};

export interface StockDeskParts {
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly describeTime: (atMs: number) => string;
  readonly readShop: () => ShopKey | null;
  readonly hint: (side: 'till' | 'store', key: string) => void;
  readonly drift: StockDesk['drift'];
}

/** Counts, thresholds, the sold-out list and the CSV, as people use them. */
export function createStockDesk(parts: StockDeskParts): StockDesk {
  const { ledger, clock } = parts;
  const listRows = (): StockRow[] => listStockRows(ledger, completeSettings(ledger.settings.all()));
  const change = (product: string, edit: (rule: StockRule, link: Link) => StockRule): Attempt<Link> => {
    const link = findProduct(ledger, product);
    if (!link.ok) return link;
    const rule = ledger.stockRules.get(link.value.id) ?? {
      linkId: link.value.id,
      lowThreshold: null,
      soldOut: null,
    };
    ledger.stockRules.put(edit(rule, link.value));
    return link;
  };
  return {
    drift: parts.drift,
    list: ({ word, search, limit, offset }) => {
      const lowThreshold = readLowThreshold(completeSettings(ledger.settings.all()));
      const counts = ledger.listings.countStock(lowThreshold, search);
      const words = word ? [word] : undefined;
      const rows = limit === 0 ? [] : ledger.listings.stock({ words, lowThreshold, search, limit, offset });
      const total = word ? counts[word] : Object.values(counts).reduce((sum, count) => sum + count, 0);
      return { rows, total, counts };
    },
    moves: (product, limit) => {
      const link = findProduct(ledger, product);
      if (!link.ok) return link;
      return succeed(ledger.stockMoves.page({ linkId: link.value.id, limit, offset: 0 }));
    },
    setThreshold: (product, lowThreshold) => {
      const done = change(product, (rule) => ({ ...rule, lowThreshold }));
      return done.ok ? succeed(undefined) : done;
    },
    setSoldOut: (product, soldOut) => {
      const shop = parts.readShop();
      if (shop === null) return fail(createFailure('CLOVER_NOT_CONNECTED'));
      const done = change(product, (rule) => ({
        ...rule,
        soldOut: soldOut ? { backMs: soldOut.untilMs } : null,
      }));
      if (!done.ok) return done;
      switchOnTill(ledger, done.value, soldOut === null, shop, clock.nowMs());
      noteSoldOut(ledger, done.value, describeSoldOut(soldOut, parts.describeTime), clock.nowMs());
      parts.hint('till', done.value.cloverId);
      return succeed(undefined);
    },
    exportCsv: () => encodeStockCsv(listRows(), (row) => WORDS[row.word]),
    planCsv: (text) => {
      const shop = parts.readShop();
      if (shop === null) return fail(createFailure('CLOVER_NOT_CONNECTED'));
      const { lines, problems } = decodeStockCsv(text);
      const matched = matchStockCsv(lines, listRows());
      const all = [...problems, ...matched.problems];
      if (all.length > 0)
        return fail(
          createFailure('CSV_REFUSED', { lines: all.length, problems: describeStockCsvProblems(all) }),
        );
      const rows = matched.changes.flatMap(({ row, pieces }) => planCount(ledger, row, pieces));
      return succeed(keepPersonRun(ledger, 'csv', rows, shop, clock.nowMs(), listMoved(matched.changes)));
    },
  };
}

/** As many warnings as a person reads; the rest are counted. */
const MOST_WARNINGS = 20;

/** Counts that a person wrote while the product went on being sold: putting them in place undoes those sales. */
function listMoved(changes: readonly StockCsvChange<StockRow>[]): Failure[] {
  const moved = changes.filter(({ hasMovedSince }) => hasMovedSince);
  const told = moved.slice(0, MOST_WARNINGS).map(({ line, row, pieces, written }) =>
    createFailure('CSV_COUNT_MOVED', {
      ...{ line, product: row.name, pieces, now: describeCounts(row) },
      written: written ? describeCounts(written) : '',
    }),
  );
  const more = moved.length - told.length;
  return more > 0 ? [...told, createFailure('CSV_MORE_MOVED', { more })] : told;
}

const describeCounts = ({ till, store }: Pick<StockRow, 'till' | 'store'>): string =>
  `till ${till ?? 'none'}, store ${store ?? 'none'}`;

function findProduct(ledger: Ledger, text: string): Attempt<Link> {
  const links = ledger.links
    .search(text)
    .filter((link) => link.kind !== 'category' && link.groupId !== link.cloverId);
  const [link] = links;
  if (!link) return fail(createFailure('USE_UNKNOWN_PRODUCT', { product: text }));
  if (links.length === 1) return succeed(link);
  const matches = links.slice(0, 5).map((it) => `${it.name} (${it.cloverId})`);
  return fail(createFailure('USE_AMBIGUOUS_PRODUCT', { product: text, matches: matches.join(', ') }));
}

/**
 * Off or on at the till; the store follows as it does when a cashier does it. Nothing is agreed by this
 * write, so that the till's new word is a change.
 */
export function switchOnTill(
  ledger: Ledger,
  link: Link,
  isBack: boolean,
  shop: ShopKey,
  nowMs: number,
): void {
  const row: PlanRow = {
    ...describeLinkRow(link),
    action: 'update_clover',
    tillPatch: { isAvailable: isBack },
    tillUndo: { isAvailable: !isBack },
  };
  ledger.transaction(() => {
    const { runId } = keepPersonRun(ledger, 'sync', [row], shop, nowMs);
    ledger.outbox.approve(runId, nowMs);
  });
}

/** A person's count for both sides; a side that does not count the product is left alone. */
function planCount(ledger: Ledger, row: StockRow, pieces: number): PlanRow[] {
  const link = ledger.links.get(row.linkId);
  if (!link) return [];
  const base = describeLinkRow(link);
  const { till, store } = row;
  const decided = { field: 'stock', rule: 'decided' } as const;
  const rows: PlanRow[] = [];
  if (store !== null && store !== pieces)
    rows.push({
      ...base,
      action: 'update_woo',
      decisions: [{ ...decided, verdict: 'write', wanted: pieces, store }],
      patch: { stock: { managed: true, quantity: pieces } },
      undo: { stock: { managed: true, quantity: store } },
    });
  if (till !== null && till !== pieces)
    rows.push({
      ...base,
      action: 'update_clover',
      decisions: [
        { ...decided, verdict: 'push', wanted: till, store: store === null ? null : pieces, pushed: pieces },
      ],
      tillPatch: { stockCount: pieces },
      tillUndo: { stockCount: till },
    });
  return rows;
}
