import type { Database } from 'better-sqlite3';
import { isAtRest, isChanged, readSeal, sumPagesGently, writeSeal } from './page-seal.ts';
import { raiseGeneration } from './sound-file.ts';

/** Takes the sums of a file that was written to since they were taken last, once it rests. */
export async function refreshSeal(db: Database, file: string, readNowMs: () => number): Promise<void> {
  const seal = readSeal(file);
  if (seal === null || !isAtRest(file)) return;
  if (seal.pages !== null && !isChanged(file, seal.pages)) return;
  const pages = await sumPagesGently(file);
  // Whatever came meanwhile is for the next round.
  if (!db.open || isChanged(file, pages)) return;
  writeSeal(file, { generation: raiseGeneration(db, readNowMs()), pages });
}
