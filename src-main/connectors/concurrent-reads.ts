import type { Outcome } from '../domain/outcome.ts';
import { gatherValues } from './outcomes.ts';

/**
 * Runs reads side by side, so many at once, and ends early when one fails: what has not begun by then never
 * does.
 * @returns the values in the order of the subjects, or the first failure
 */
export async function readConcurrently<Subject, T>(
  subjects: readonly Subject[],
  workers: number,
  read: (subject: Subject) => Promise<Outcome<T>>,
): Promise<Outcome<T[]>> {
  const outcomes: Outcome<T>[] = [];
  let failed: Outcome<T> | null = null;
  let next = 0;
  const work = async (): Promise<void> => {
    while (failed === null && next < subjects.length) {
      const at = next;
      next += 1;
      const subject = subjects[at];
      if (subject === undefined) return;
      const outcome = await read(subject);
      outcomes[at] = outcome;
      if (outcome.kind !== 'done') failed ??= outcome;
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, subjects.length) }, work));
  return gatherValues(failed === null ? outcomes : [failed]);
}
