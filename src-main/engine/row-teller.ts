import type { Failure } from '../domain/failure.ts';
import type { Ledger, NewJournalEntry, OutboxRow, RunChange } from './ledger-ports.ts';
import type { Clock } from './ports.ts';

/** Tells the log what became of each row, one entry a product. */
export interface RowTeller {
  made(row: OutboxRow, name: string): void;
  changed(row: OutboxRow, change: RunChange): void;
  refused(row: OutboxRow, name: string, failure: Failure): void;
  /** Its stock may or may not have moved. */
  unsure(row: OutboxRow, name: string): void;
}

export function createRowTeller(ledger: Ledger, clock: Clock): RowTeller {
  const tell = (
    { runId, kind }: OutboxRow,
    entity: string,
    told: Pick<NewJournalEntry, 'level' | 'action' | 'message' | 'failure'>,
  ): void => ledger.journal.add({ atMs: clock.nowMs(), side: readSide(kind), entity, runId, ...told });
  return {
    made: (row, name) =>
      tell(row, name, { level: 'info', action: 'create', message: `made ${PLACES[readSide(row.kind)]}` }),
    unsure: (row, name) => {
      const message = 'nobody can tell whether the count moved: a person decides';
      tell(row, name, { level: 'warn', action: 'conflict', message });
    },
    changed: (row, change) => {
      const isUndo = ledger.runs.get(row.runId)?.kind === 'undo';
      tell(row, change.name, {
        level: 'info',
        ...(isUndo ? PUT_BACK : (describeCategory(change, ledger) ?? describeChange(change))),
      });
    },
    refused: (row, name, failure) =>
      tell(row, name, {
        level: 'error',
        action: row.wooId === null ? 'create' : 'update',
        message: 'refused',
        failure,
      }),
  };
}

const AGAIN = ', again: a sale came in while its count was being written';

const SHELVES = { RAN_OUT: 'ran out', BACK_IN_STOCK: 'pieces again' } as const;

const PUT_BACK = { action: 'undo', message: 'put back' };

const PLACES = { till: 'on the till', store: 'in the store' } as const;
const readSide = (kind: OutboxRow['kind']): keyof typeof PLACES =>
  kind.startsWith('till.') ? 'till' : 'store';

/** A category's new name, or its new place. */
function describeCategory(
  { kind, patch, tillPatch, reason, name }: RunChange,
  { links }: Ledger,
): Pick<NewJournalEntry, 'action' | 'message'> | null {
  if (kind !== 'category') return null;
  const place = PLACES[tillPatch === null ? 'store' : 'till'];
  const change = tillPatch ?? patch;
  const named = { action: 'update', message: `category ${name} renamed ${place}: ${change?.name ?? ''}` };
  if (!change?.place) return change?.name === undefined ? null : named;
  const parent =
    tillPatch?.place?.below != null
      ? links.findByClover('category', tillPatch.place.below)
      : patch?.place?.below != null
        ? links.findByWoo('category', patch.place.below)
        : null;
  const why = reason === 'CATEGORY_MOVED_ON_BOTH' ? ', as its owner has it: both sides had moved it' : '';
  const where = change.place.below === null ? 'to the top' : `below ${parent?.name ?? change.place.below}`;
  return { action: 'update', message: `category moved ${place}, ${where}${why}` };
}

function describeChange({
  decisions,
  reason,
  tillPatch,
}: RunChange): Pick<NewJournalEntry, 'action' | 'message'> {
  if (reason === 'GONE_FROM_TILL')
    return { action: 'delete', message: 'gone from the till, so taken out of the store' };
  if (tillPatch !== null && (reason === 'GONE_FROM_STORE' || reason === 'TRASHED_IN_STORE'))
    return { action: 'delete', message: 'gone from the store, so hidden on the till' };
  const [first] = decisions;
  if (reason === 'STOCK_MOVED' && first?.moved) {
    const pieces = Number(first.pushed ?? 0);
    const place = tillPatch === null ? 'store' : 'till';
    const why = pieces === first.moved[place] ? '' : AGAIN;
    return { action: 'stock', message: `${pieces > 0 ? '+' : ''}${pieces} ${PLACES[place]}${why}` };
  }
  if (reason === 'RAN_OUT' || reason === 'BACK_IN_STOCK')
    return {
      action: 'update',
      message: `${SHELVES[reason]}: ${first?.store ?? ''} to ${first?.pushed ?? ''}`,
    };
  const verdict = tillPatch === null ? 'write' : 'push';
  const fields = decisions.filter((it) => it.verdict === verdict).map(({ field }) => field);
  const place = PLACES[tillPatch === null ? 'store' : 'till'];
  const message = fields.length === 0 ? 'brought in step' : `changed ${place}: ${fields.join(', ')}`;
  return { action: 'update', message };
}
