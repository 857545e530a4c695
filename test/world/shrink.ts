import { namePromise, type WorldJob, type WorldReport } from './world-job.ts';

export interface ShrinkOptions {
  /** Lives a world and says what came of it. */
  readonly live: (job: WorldJob) => Promise<WorldReport>;
  /** Whether there is time for one more world. */
  readonly hasTime: () => boolean;
}

export interface Shrunk {
  readonly without: readonly string[];
  readonly report: WorldReport;
  readonly tries: number;
}

/**
 * Makes a broken world small: leaves out what happened in it, by halves and then one by one, as long as the same
 * promise stays broken.
 */
export async function shrinkWorld(first: WorldReport, { live, hasTime }: ShrinkOptions): Promise<Shrunk> {
  const promise = namePromise(first.broken[0] ?? '');
  let best = first;
  let without: readonly string[] = [];
  let tries = 0;
  const leaveOut = async (names: readonly string[]): Promise<boolean> => {
    tries += 1;
    const tried = [...without, ...names];
    const report = await live({ kind: first.kind, seed: first.seed, without: tried });
    if (!report.broken.some((complaint) => namePromise(complaint) === promise)) return false;
    without = tried;
    best = report;
    return true;
  };
  let size = Math.ceil(first.happened.length / 2);
  while (size >= 1 && best.happened.length > 0 && hasTime()) {
    let isSmaller = false;
    // From the end: what comes later rests on what came before, and goes more easily.
    for (let end = best.happened.length; end > 0 && hasTime(); end -= size) {
      const names = best.happened.slice(Math.max(0, end - size), end);
      if (names.length > 0 && (await leaveOut(names))) isSmaller = true;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (!isSmaller) break;
  }
  return { without, report: best, tries };
}
