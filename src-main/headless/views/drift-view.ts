import type { Drift, DriftReport } from '../../engine/face.ts';
import { SERVICE_OF_SIDE } from '../side-words.ts';
import { cleanText, cutText } from '../terminal/display-width.ts';
import { formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';
import { nameField, type ValueFormat } from './field-values.ts';

const WIDEST_NAME = 40;

/** A difference between both sides as scripts get it. */
export const createDriftDocument = ({ cloverId, wooId, name, field, till, store, why }: Drift) => ({
  wooId,
  cloverId,
  name,
  field,
  [SERVICE_OF_SIDE.store]: store,
  [SERVICE_OF_SIDE.till]: till,
  why,
});

const WHY_WORDS: Readonly<Record<Drift['why'], string>> = {
  waiting: 'on its way',
  conflict: 'a person decides',
  left: 'left so on purpose',
};

/** A difference as it was found, and whether it was mended since. */
export interface ListedDrift extends Drift {
  readonly isFixed: boolean;
}

export const listDrifts = (drifts: readonly ListedDrift[], values: ValueFormat, paint: Palette): string[] =>
  layOutTable(
    [{ title: 'Name' }, { title: 'Field' }, { title: 'Till' }, { title: 'Store' }, { title: 'Why' }],
    drifts.map(({ name, field, till, store, why, isFixed }) => [
      cutText(cleanText(name), WIDEST_NAME),
      nameField(field),
      values.format(field, till),
      values.format(field, store),
      isFixed ? paint.green('put right') : why === 'conflict' ? paint.violet(WHY_WORDS[why]) : WHY_WORDS[why],
    ]),
  );

/** What was put right, and what of the rest waits for whom. */
export function summarizeDrifts(
  { drifts, fixed, braked }: DriftReport,
  wasFixing: boolean,
  paint: Palette,
): string[] {
  const count = (why: Drift['why']): number => drifts.filter((drift) => drift.why === why).length;
  const [waiting, conflicts, left] = [count('waiting'), count('conflict'), count('left')];
  const next = wasFixing ? 'not written yet: "parked" shows what was refused.' : 'on the way: drift --fix';
  return [
    ...(fixed > 0 ? [paint.green(`${formatPieces(fixed, 'difference')} put right.`)] : []),
    ...(braked === null
      ? []
      : [paint.yellow(`Run ${braked} would change much at once and waits: approve ${braked}`)]),
    ...(waiting > 0 && braked === null
      ? [`${formatPieces(waiting, 'difference is', 'differences are')} ${next}`]
      : []),
    ...(conflicts > 0
      ? [
          paint.violet(
            `${formatPieces(conflicts, 'difference waits', 'differences wait')} for you: conflicts`,
          ),
        ]
      : []),
    ...(left > 0
      ? [`${formatPieces(left, 'difference stays', 'differences stay')} so on purpose: "why" says why.`]
      : []),
  ];
}
