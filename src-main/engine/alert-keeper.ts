import { type Alert, mergeAlert, type WriteAlert } from '../domain/alert.ts';
import type { Words } from '../domain/words.ts';
import type { Alerts } from './alerts-face.ts';
import type { Ledger, LogLevel } from './ledger-ports.ts';
import type { Clock } from './ports.ts';

const MOST_KEPT = 500;

export interface AlertKeeper extends Pick<Alerts, 'raise' | 'settle' | 'seen'> {
  /** Called after every change with the ids that need nobody any more; returns the way to stop. */
  watch(hear: (gone: readonly number[]) => void): () => void;
  /** One line in the log. */
  note(level: LogLevel, entity: string, message: string): void;
}

export interface AlertKeeperDeps {
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** In which a person is told. */
  readonly words: Words;
  /** In which the log is kept, whatever the person's language is. */
  readonly logWords: Words;
}

/** The list of alerts: what is the same, what was seen, what is over. */
export function createAlertKeeper({ ledger, clock, words, logWords }: AlertKeeperDeps): AlertKeeper {
  const kept = ledger.alerts;
  const hearers = new Set<(gone: readonly number[]) => void>();
  const tellChange = (gone: readonly number[]): void => {
    for (const hear of [...hearers]) hear(gone);
  };
  const note: AlertKeeper['note'] = (level, entity, message) =>
    ledger.journal.add({
      atMs: clock.nowMs(),
      level,
      action: 'alert',
      side: 'app',
      entity,
      message,
      runId: null,
    });
  return {
    note,
    raise: (alert) => {
      ledger.transaction(() => {
        const told = write(alert, words);
        const merged = mergeAlert(told, kept.find(told.key), clock.nowMs());
        kept.put(merged);
        kept.prune(MOST_KEPT);
        if (merged.count === 1) note('warn', merged.kind, write(alert, logWords).title);
      });
      tellChange([]);
    },
    settle: (key) => {
      const alert = kept.find(key);
      if (!alert) return;
      kept.remove(alert.id);
      tellChange([alert.id]);
    },
    seen: (ids) => {
      const count = kept.markSeen(ids, clock.nowMs());
      if (count > 0) tellChange(ids);
      return count;
    },
    watch: (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}

const write = (alert: Alert | WriteAlert, words: Words): Alert =>
  typeof alert === 'function' ? alert(words) : alert;
