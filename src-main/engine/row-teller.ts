import type { Failure } from '../domain/failure.ts';
import type { Ledger, NewJournalEntry, OutboxRow, RunChange } from './ledger-ports.ts';
import type { Clock } from './ports.ts';

/** Tells the log what became of each row, one entry a product. */
export interface RowTeller {
  made(row: OutboxRow, name: string): void;
  changed(row: OutboxRow, change: RunChange): void;
  refused(row: OutboxRow, name: string, failure: Failure): void;
}

export function createRowTeller(ledger: Ledger, clock: Clock): RowTeller {
  const tell = (
    { runId }: OutboxRow,
    entity: string,
    told: Pick<NewJournalEntry, 'level' | 'action' | 'message' | 'failure'>,
  ): void => ledger.journal.add({ atMs: clock.nowMs(), side: 'store', entity, runId, ...told });
  return {
    made: (row, name) => tell(row, name, { level: 'info', action: 'create', message: 'made in the store' }),
    changed: (row, change) => {
      const isUndo = ledger.runs.get(row.runId)?.kind === 'undo';
      tell(row, change.name, { level: 'info', ...(isUndo ? PUT_BACK : describeChange(change)) });
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

const PUT_BACK = { action: 'undo', message: 'put back' };

function describeChange({ decisions, reason }: RunChange): Pick<NewJournalEntry, 'action' | 'message'> {
  if (reason === 'GONE_FROM_TILL')
    return { action: 'delete', message: 'gone from the till, so taken out of the store' };
  const fields = decisions.filter(({ verdict }) => verdict === 'write').map(({ field }) => field);
  const message = fields.length === 0 ? 'brought in step' : `changed in the store: ${fields.join(', ')}`;
  return { action: 'update', message };
}
