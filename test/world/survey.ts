import { availableParallelism } from 'node:os';
import { addNotes } from './stories.ts';
import { runWorlds } from './world-crew.ts';
import type { WorldKind } from './world-job.ts';

export interface Survey {
  readonly kind: WorldKind;
  readonly from: number;
  readonly to: number;
  /** The name of a planted bug that they are lived with. */
  readonly bug?: string;
}

/**
 * Lives the worlds of some seeds and says every complaint of each that breaks, and what happened how often in all of
 * them; true where none breaks.
 */
export async function surveyWorlds(
  { kind, from, to, bug }: Survey,
  say: (line: string) => void,
): Promise<boolean> {
  const notes = new Map<string, number>();
  const jobs = Array.from({ length: to - from + 1 }, (_, at) => ({ kind, seed: from + at }));
  let cpuMs = 0;
  let broken = 0;
  await runWorlds(jobs, {
    processes: availableParallelism(),
    ...(bug === undefined ? {} : { bug }),
    onReport: (report) => {
      addNotes(notes, report);
      cpuMs += report.cpuMs;
      if (report.broken.length > 0) broken += 1;
      for (const complaint of report.broken) say(`seed ${report.seed}: ${complaint}`);
    },
  });
  say(
    [...notes]
      .sort()
      .map(([note, times]) => `${note} ${times}`)
      .join(', '),
  );
  say(`${broken} of ${jobs.length} worlds broke, in ${(cpuMs / 1_000).toFixed(0)} s of a processor`);
  return broken === 0;
}
