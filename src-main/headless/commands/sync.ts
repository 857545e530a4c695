import type { Failure } from '../../../src-preload/contract/failures.ts';
import type { LiveState, SyncResult } from '../../engine/face.ts';
import { answer, type Command } from '../command.ts';
import { PROGRESS_FLAG } from '../command-rules.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import { watchForStop } from '../stop-watch.ts';
import { createValueFormat } from '../views/field-values.ts';
import { createAwayDocument, createSyncDocument, describeSync } from '../views/sync-view.ts';

export const SYNC: Command = {
  name: 'sync',
  summary: 'Looks at both sides once for changes, writes all that waits, and ends.',
  isWriter: true,
  flags: {
    once: { takes: null, meaning: 'one look; "run" goes on', isRequired: true },
    full: { takes: null, meaning: 'reads everything, not only what changed since the last look' },
    ...PROGRESS_FLAG,
  },
  notes: [
    'Ends with 0 when all is written, with 1 when rows failed or a side did not answer, with 4 when a side is not connected, and with 3 when a conflict or a run that would change much at once waits for a person.',
    'Ctrl-C lets what is on its way arrive; what is left waits for the next look.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const { sync } = engine;
    const { input } = context;
    if (input.has('progress')) context.note('Looking for changes on both sides.');
    const stop = watchForStop(context.surroundings, () =>
      context.note('\nStopping: what is on its way arrives first. Ctrl-C again ends at once.'),
    );
    const synced = await sync.once({ full: input.has('full'), signal: stop.signal }).finally(stop.release);
    const { away } = sync.state();
    if (!synced.ok) {
      const absent = nameAbsent(away, synced.failure);
      if (absent !== null) context.note(absent);
      return synced;
    }
    return answer({
      document: { ...createSyncDocument(synced.value), away: createAwayDocument(away) },
      lines: (paint) => describeSync(synced.value, away, createValueFormat(engine).money, paint),
      exitCode: stop.signal.aborted ? EXIT.failed : chooseExit(synced.value, away),
    });
  },
};

/** The failure that ends the command is about one side, and names its host. */
function nameAbsent({ till, store }: LiveState['away'], { code }: Failure): string | null {
  if (![till?.code, store?.code].includes(code)) return null;
  if (till && store) return 'Neither the till nor the store answers. What waits goes on with the next look.';
  if (till || store)
    return `The ${till ? 'till' : 'store'} does not answer. What waits goes on with the next look.`;
  return null;
}

/** What failed weighs more than what waits for a person. */
function chooseExit({ failed, conflicts, braked }: SyncResult, away: LiveState['away']): ExitCode {
  const troubles = [away.till, away.store].filter((failure): failure is Failure => failure !== null);
  const codes = troubles.map(({ code }) => exitCodeOf(code));
  if (failed > 0 || codes.includes(EXIT.failed)) return EXIT.failed;
  return codes[0] ?? (conflicts > 0 || braked !== null ? EXIT.needsPerson : EXIT.done);
}
