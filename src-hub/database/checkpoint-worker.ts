import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** What the thread is started with. */
export interface CheckpointOrder {
  readonly file: string;
  readonly nativeBinding: string | null;
}

/** Pages that came meanwhile are copied by the next pass; with all copied, the WAL begins anew. */
const MOST_PASSES = 5;

const { file, nativeBinding } = workerData as CheckpointOrder;
const db = new Database(file, { fileMustExist: true, ...(nativeBinding === null ? {} : { nativeBinding }) });
db.pragma('synchronous = FULL');
db.pragma('fullfsync = ON');

parentPort?.on('message', () => {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const [done] = db.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[];
    if (!done || done.checkpointed === done.log) break;
  }
  parentPort?.postMessage('done');
});
