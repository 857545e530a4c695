import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { RunCounts, RunResult } from '../../engine/face.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatCount, formatDuration, formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';

/** Failures that a person sees at once. */
const FAILURES_SHOWN = 10;

/** A run's result as scripts get it. */
export function createRunDocument(result: RunResult) {
  return {
    run: result.runId,
    state: result.state,
    counts: result.counts,
    also: { categories: result.categoriesCreated, variableProducts: result.variableProductsCreated },
    failures: result.failures.map(({ name, cloverId, failure }) => {
      const { code, message, hint } = describeFailure(failure);
      return { name, reason: message, code, hint, cloverId };
    }),
    ms: Math.round(result.durationMs),
  };
}

/** A run's result for people. */
export function describeRun(result: RunResult, paint: Palette): string[] {
  const isOver = result.state === 'done';
  const verdict = !isOver
    ? paint.yellow('Stopped')
    : result.counts.failed > 0
      ? paint.yellow('Done')
      : paint.green('Done');
  return [
    `${verdict} in ${formatDuration(result.durationMs)}: ${countWords(result.counts, isOver)}.${describeBesides(result)}`,
    ...describeRowFailures(result, paint),
    ...(isOver ? [] : [`It can go on where it stopped: ${paint.bold(`apply ${result.runId}`)}`]),
  ];
}

/** "136 created, 2 failed"; what is zero is left out, unless all is. */
export function countWords(counts: RunCounts, isOver = true): string {
  const skipped = isOver ? 'left as they are' : 'still to do';
  const words = (Object.entries(counts) as [keyof RunCounts, number][])
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${formatCount(count)} ${what === 'skipped' ? skipped : what}`);
  return words.length === 0 ? 'nothing to do' : words.join(', ');
}

function describeBesides({ variableProductsCreated, categoriesCreated }: RunResult): string {
  const made = [
    ...(variableProductsCreated > 0
      ? [formatPieces(variableProductsCreated, 'product with variants', 'products with variants')]
      : []),
    ...(categoriesCreated > 0 ? [formatPieces(categoriesCreated, 'category', 'categories')] : []),
  ];
  return made.length === 0 ? '' : ` Made for these: ${made.join(' and ')}.`;
}

function describeRowFailures({ failures, counts }: RunResult, paint: Palette): string[] {
  const shown = failures.slice(0, FAILURES_SHOWN).map(({ name, failure }) => {
    const { message, hint, code } = describeFailure(failure);
    return `  ${paint.red(cleanText(name))}: ${cleanText(message)} ${cleanText(hint)} ${paint.dim(code)}`;
  });
  const hidden = counts.failed - shown.length;
  return hidden > 0 ? [...shown, `  and ${formatCount(hidden)} more; --json lists them all`] : shown;
}
