import type { Ask } from './ask.ts';

/** A run that the program itself has stopped (sleep, a pause, its end), and how often it was taken up since. */
export interface HeldRun {
  readonly runId: number;
  readonly tries: number;
}

/** Kept over the program's end. */
export interface HeldRuns {
  read(): HeldRun | null;
  keep(run: HeldRun | null): void;
}

/** A run that ends the program each time it is taken up is left to a person. */
const MOST_TRIES = 2;
const NEWEST = { limit: 10, offset: 0 } as const;

/**
 * The import that nobody has stopped and that is not at its end: held by the program, or cut off by a crash. null when
 * there is none, when a person has stopped it, or while a side cannot be reached.
 */
export async function findRunToTakeUp(ask: Ask, held: Pick<HeldRuns, 'read'>): Promise<HeldRun | null> {
  const status = await ask('status:get', {});
  const runId = status.ok && status.value.activeRunId === null ? status.value.unfinishedRunId : null;
  if (runId === null) return null;
  const kept = held.read();
  const isHeld = kept?.runId === runId;
  const tries = isHeld ? kept.tries : 0;
  if (tries >= MOST_TRIES || !(isHeld || (await isCutOff(ask, runId)))) return null;
  const tested = await ask('connection:test', {});
  const isReached = tested.ok && tested.value.reach.till === null && tested.value.reach.store === null;
  return isReached ? { runId, tries } : null;
}

/** A run whose end was written down, good or bad, is in another state. */
async function isCutOff(ask: Ask, runId: number): Promise<boolean> {
  const runs = await ask('run:list', NEWEST);
  return runs.ok && runs.value.some((run) => run.runId === runId && run.state === 'applying');
}
