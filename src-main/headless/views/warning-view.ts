import { describeFailure, type Failure, type FailureView } from '../../../src-preload/contract/failures.ts';
import { cleanText } from '../terminal/display-width.ts';
import type { Palette } from '../terminal/palette.ts';

/** Warnings as scripts get them. */
export const listWarnings = (warnings: readonly Failure[]): FailureView[] => warnings.map(describeFailure);

/** Warnings for people, a line each. */
export const describeWarnings = (warnings: readonly Failure[], paint: Palette): string[] =>
  listWarnings(warnings).map(
    ({ message, hint, code }) =>
      `${paint.yellow('Note')}  ${cleanText(message)} ${cleanText(hint)} ${paint.dim(code)}`,
  );
