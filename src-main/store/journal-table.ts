import type { Database } from 'better-sqlite3';
import type { Failure } from '../domain/failure.ts';
import { asRunId } from '../domain/ids.ts';
import type { JournalEntry, JournalLedger, LogLevel } from '../engine/ledger-ports.ts';

export interface JournalRecord {
  readonly id: number;
  readonly at_ms: number;
  readonly level: LogLevel;
  readonly action: string;
  readonly side: string;
  readonly entity: string;
  readonly message: string;
  readonly run_id: number | null;
  readonly failure: string | null;
}

/** What happened, for people. */
export function createJournalTable(db: Database): JournalLedger {
  const add = db.prepare(`
    INSERT INTO journal (at_ms, level, action, side, entity, message, run_id, failure)
    VALUES (@atMs, @level, @action, @side, @entity, @message, @runId, @failure)`);
  const page = db.prepare(`
    SELECT * FROM journal WHERE at_ms >= @sinceMs AND (@level IS NULL OR level = @level)
    ORDER BY id DESC LIMIT @limit OFFSET @offset`);
  return {
    add: ({ failure, ...entry }) =>
      void add.run({ ...entry, failure: failure ? JSON.stringify(failure) : null }),
    page: ({ sinceMs, level, limit, offset }) =>
      (page.all({ sinceMs: sinceMs ?? 0, level: level ?? null, limit, offset }) as JournalRecord[]).map(
        readEntry,
      ),
  };
}

export function readEntry({
  id,
  at_ms,
  level,
  action,
  side,
  entity,
  message,
  run_id,
  failure,
}: JournalRecord): JournalEntry {
  return {
    id,
    atMs: at_ms,
    level,
    action,
    side,
    entity,
    message,
    runId: run_id === null ? null : asRunId(run_id),
    failure: failure === null ? null : (JSON.parse(failure) as Failure),
  };
}
