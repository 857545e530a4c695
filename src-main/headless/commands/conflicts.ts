import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { LiveState } from '../../engine/face.ts';
import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { describeRest, type Portion, readPortion } from '../list-portion.ts';
import type { Palette } from '../terminal/palette.ts';
import { createConflictDocument, listConflicts } from '../views/conflict-view.ts';
import { createValueFormat } from '../views/field-values.ts';
import { describeHolder } from '../views/holder-view.ts';

const ALL_ROWS: Portion = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

export const CONFLICTS: Command = {
  name: 'conflicts',
  summary: 'Lists what both sides changed differently, with all three values.',
  flags: {
    field: { takes: 'FIELD', meaning: 'only this field', choices: Object.keys(FIELD_WORDS) },
    ...LIST_FLAGS,
  },
  notes: [
    'Only the field in conflict waits; everything else of the product stays in step. "resolve" settles it.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const portion = readPortion(context);
    const field = context.input.text('field') as FieldName | null;
    const list = (rows: Portion) => engine.conflicts.list({ ...(field === null ? {} : { field }), ...rows });
    const { conflicts, total } = list(portion);
    return answer({
      document: { conflicts: conflicts.map(createConflictDocument) },
      lines: (paint) =>
        conflicts.length === 0
          ? ['There are no conflicts.']
          : [
              ...listConflicts(conflicts, createValueFormat(engine), paint),
              ...describeRest(conflicts.length, total, portion, paint),
              ...(list(ALL_ROWS).conflicts.some(({ ruling }) => ruling === null)
                ? describeNext(engine.sync.state(), paint)
                : describeDecided(engine.sync.state(), paint)),
            ],
    });
  },
};

const describeNext = (state: LiveState, paint: Palette): string[] => [
  `To settle one: ${paint.bold('resolve ID --take till|store|value --seen STAMP')}`,
  ...describeHolder(state, paint),
];

const describeDecided = ({ isLooking }: LiveState, paint: Palette): string[] => [
  isLooking
    ? 'All are decided; the next look carries it out.'
    : `All are decided; the next look carries it out: ${paint.bold('sync --once')}`,
];
