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

export interface RunHold {
  /** Stops the run under way between two writes, and remembers that no person did it. */
  hold(): Promise<void>;
  /** Goes on with the import that no person has stopped, when both sides answer. */
  takeUp(): Promise<void>;
}

/** A run that fails or ends the program each time it is taken up is left to a person. */
const MOST_TRIES = 2;
const NEWEST = { limit: 10, offset: 0 } as const;

export function createRunHold(ask: Ask, kept: HeldRuns): RunHold {
  return {
    hold: async () => {
      const status = await ask('status:get', {});
      if (!status.ok || status.value.activeRunId === null) return;
      kept.keep({ runId: status.value.activeRunId, tries: 0 });
      await ask('run:cancel', {});
    },
    takeUp: async () => {
      const run = await findRunToTakeUp(ask, kept);
      if (run === null) return;
      kept.keep({ runId: run.runId, tries: run.tries + 1 });
      // Its end, good or bad, is told by the events that every run has.
      const end = await ask('run:apply', { runId: run.runId });
      const isHeldAgain = kept.read()?.tries === 0;
      if (end.ok && !isHeldAgain) kept.keep(null);
    },
  };
}

/**
 * The import that nobody has stopped and that is not at its end: held by the program, or cut off by a crash. null when
 * there is none, when a person has stopped it, or while a side cannot be reached.
 */
async function findRunToTakeUp(ask: Ask, held: Pick<HeldRuns, 'read'>): Promise<HeldRun | null> {
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
