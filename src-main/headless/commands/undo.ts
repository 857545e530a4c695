import type { UndoResult } from '../../engine/face.ts';
import { watchRun } from '../apply-run.ts';
import { type Answer, answer, type Command } from '../command.ts';
import { PROGRESS_FLAG } from '../command-rules.ts';
import { EXIT } from '../exit-code.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatDuration, formatPieces } from '../terminal/figures.ts';
import { nameField } from '../views/field-values.ts';
import { createRunDocument, describeRun } from '../views/run-view.ts';
import { readRunId } from './apply.ts';

/** Products left alone that a person sees at once. */
const KEPT_SHOWN = 10;

export const UNDO: Command = {
  name: 'undo',
  summary: 'Puts back what a run changed; what was changed since stays.',
  isWriter: true,
  arguments: [{ name: 'RUN', least: 1 }],
  flags: PROGRESS_FLAG,
  notes: ['What the run made goes to the store’s trash, and comes back from there with the next import.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const runId = readRunId(context, 'RUN');
    const result = await watchRun((options) => core.value.engine.undo(runId, options), context);
    return result.ok ? answer(describeUndo(result.value, runId)) : result;
  },
};

function describeUndo(result: UndoResult, undoes: number): Answer {
  const { undone, kept, counts, state, durationMs } = result;
  return {
    document: { ...createRunDocument(result), undoes, undone, kept },
    lines: (paint) => {
      if (state !== 'done') return describeRun(result, paint);
      const names = kept
        .slice(0, KEPT_SHOWN)
        .map(
          ({ name, fields }) =>
            `  ${cleanText(name)}${fields.length > 0 ? `: ${fields.map(nameField).join(', ')}` : ''}`,
        );
      return [
        `${paint.green('Undone')} in ${formatDuration(durationMs)}: ${formatPieces(undone, 'row')} of run ${undoes}.`,
        ...(kept.length > 0
          ? [`Left as they are, for they were changed since: ${kept.length}`, ...names]
          : []),
        ...(kept.length > KEPT_SHOWN
          ? [`  and ${kept.length - KEPT_SHOWN} more; --json lists them all`]
          : []),
        ...(counts.failed > 0 ? [paint.yellow(`${formatPieces(counts.failed, 'row')} failed.`)] : []),
      ];
    },
    exitCode: state === 'done' && counts.failed === 0 ? EXIT.done : EXIT.failed,
  };
}
