import type { CommandContext } from './context.ts';
import { formatCount } from './terminal/figures.ts';
import type { Palette } from './terminal/palette.ts';

/** Rows that a person gets when none are asked for; scripts get all. */
const ROWS_FOR_PEOPLE = 50;

/** Which rows of a list. */
export interface Portion {
  readonly limit: number;
  readonly offset: number;
}

/** What --limit and --offset say. */
export const readPortion = ({ input, isJson }: Pick<CommandContext, 'input' | 'isJson'>): Portion => ({
  limit: input.count('limit') ?? (isJson ? Number.MAX_SAFE_INTEGER : ROWS_FOR_PEOPLE),
  offset: input.count('offset') ?? 0,
});

export const cutPortion = <Row>(rows: readonly Row[], { limit, offset }: Portion): readonly Row[] =>
  rows.slice(offset, offset + limit);

/** Says that there is more than is shown; nothing where there is not. */
export function describeRest(shown: number, total: number, { offset }: Portion, paint: Palette): string[] {
  if (offset + shown >= total || shown === 0) return [];
  const from = formatCount(offset + 1);
  const to = formatCount(offset + shown);
  return [paint.dim(`${from} to ${to} of ${formatCount(total)}; --limit and --offset show others.`)];
}
