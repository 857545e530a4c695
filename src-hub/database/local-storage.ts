import type Database from 'better-sqlite3';
import { createSqliteLog } from '../log/sqlite-log.ts';
import { scrubFiles } from '../ops/erase-shop.ts';
import { ONE_NODE } from '../relay/placement.ts';
import type { HubTime } from '../runtime/time.ts';
import type { Storage } from '../storage.ts';
import { createApprovals } from '../wc-auth/approvals.ts';
import { createChangeWatch, createSqliteSql } from './sqlite-sql.ts';

/** The data file of a hub of one process. @param closeFiles ends what else works on the file, then closes it */
export function createLocalStorage(
  db: Database.Database,
  time: HubTime,
  makeBytes: (count: number) => Buffer,
  closeFiles: () => Promise<void>,
): Storage {
  const log = createSqliteLog(db, time);
  const nothing = async (): Promise<void> => undefined;
  return {
    sql: createSqliteSql(db),
    log,
    findChanged: createChangeWatch(db),
    approvals: createApprovals(time.nowMs, makeBytes),
    placement: ONE_NODE,
    scrub: () => scrubFiles(db),
    join: nothing,
    leave: nothing,
    close: async () => {
      await log.close();
      await closeFiles();
    },
  };
}
