import type { Ledger, RunChange } from '../ledger-ports.ts';
import type { Parked, ParkedRow } from '../live-face.ts';
import type { Clock } from '../ports.ts';

const MOST_ROWS = 1000;

/** Rows that a side refused: kept with their reason until something newer makes up for them. */
export function createParkedDesk(
  ledger: Ledger,
  clock: Pick<Clock, 'nowMs'>,
  hint: (side: 'till' | 'store', key: string) => void,
): Parked {
  return {
    list: (limit, offset) => ({
      rows: ledger.changes.parked(limit, offset).flatMap(describeParked),
      total: ledger.changes.countParked(),
    }),
    retry: (ids) => {
      const rows = ledger.changes.parked(MOST_ROWS, 0).filter((row) => ids === 'all' || ids.includes(row.id));
      ledger.transaction(() => {
        ledger.changes.release(
          rows.map(({ id }) => id),
          clock.nowMs(),
        );
        for (const { cloverId, wooId } of rows) {
          if (cloverId !== null) hint('till', cloverId);
          else if (wooId !== null) hint('store', String(wooId));
        }
      });
      return rows.length;
    },
  };
}

function describeParked(change: RunChange): ParkedRow[] {
  const { id, runId, name, sku, cloverId, wooId, failure, doneMs } = change;
  return failure === null ? [] : [{ id, runId, name, sku, cloverId, wooId, failure, atMs: doneMs ?? 0 }];
}
