import type { UndoPreview, UndoResult } from '../../engine/face.ts';
import type { Answer } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatCount, formatDuration, formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { nameField } from './field-values.ts';
import { createRunDocument, describeRun } from './run-view.ts';

/** Products left alone that a person sees at once. */
const KEPT_SHOWN = 10;

/** Whether more would happen than that old values come back: things would be gone, or no longer kept in step. */
export const takesAway = ({ trashed, unpublished, hidden, unlinked }: UndoPreview): boolean =>
  trashed + unpublished + hidden + unlinked > 0;

/** "165 products to the store’s trash, 3 put back"; what is zero is left out. */
export function summarizePreview(preview: UndoPreview): string {
  const { trashed, trashedVariants, unpublished, hidden, putBack, unlinked, kept } = preview;
  const withVariants = trashedVariants > 0 ? ` with ${formatPieces(trashedVariants, 'variant')}` : '';
  const parts = [
    [trashed, `${formatPieces(trashed, 'product')}${withVariants} to the store’s trash`],
    [unpublished, `${formatPieces(unpublished, 'product')} taken off the shop`],
    [hidden, `${formatPieces(hidden, 'item')} hidden on the till`],
    [putBack, `${formatCount(putBack)} put back as before`],
    [unlinked, `${formatPieces(unlinked, 'product')} no longer kept in step`],
    [kept, `${formatCount(kept)} left, for they were changed since`],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([, words]) => words);
  return told.length === 0 ? 'nothing to write' : told.join(', ');
}

/** What an undo did. */
export function describeUndo(result: UndoResult, undoes: number): Answer {
  const { undone, kept, reopened = 0, counts, state } = result;
  return {
    document: { ...createRunDocument(result), undoes, undone, kept, reopened },
    lines: (paint) =>
      state === 'done' ? describeEnded(result, undoes, paint) : describeStopped(result, undoes, paint),
    exitCode: state === 'done' && counts.failed === 0 ? EXIT.done : EXIT.failed,
  };
}

function describeEnded(
  { undone, kept, reopened = 0, counts, durationMs }: UndoResult,
  undoes: number,
  paint: Palette,
): string[] {
  const names = kept
    .slice(0, KEPT_SHOWN)
    .map(
      ({ name, fields }) =>
        `  ${cleanText(name)}${fields.length > 0 ? `: ${fields.map(nameField).join(', ')}` : ''}`,
    );
  return [
    `${paint.green('Undone')} in ${formatDuration(durationMs)}: ${formatPieces(undone, 'row')} of run ${undoes}.`,
    ...(kept.length > 0 ? [`Left as they are, for they were changed since: ${kept.length}`, ...names] : []),
    ...(kept.length > KEPT_SHOWN ? [`  and ${kept.length - KEPT_SHOWN} more; --json lists them all`] : []),
    ...(reopened > 0
      ? [paint.violet(`${formatPieces(reopened, 'conflict is', 'conflicts are')} open again: conflicts`)]
      : []),
    ...(counts.failed > 0 ? [paint.yellow(`${formatPieces(counts.failed, 'row')} failed.`)] : []),
  ];
}

/** It goes on by the same command; `apply` would write and leave the links. */
const describeStopped = (result: UndoResult, undoes: number, paint: Palette): string[] => [
  ...describeRun(result, paint).slice(0, -1),
  `It can go on where it stopped: ${paint.bold(`undo ${undoes}`)}`,
];
