import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName } from '../../domain/fields.ts';
import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { createConflictDocument, listConflicts } from '../views/conflict-view.ts';
import { createValueFormat } from '../views/field-values.ts';

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
    const { conflicts, total } = engine.conflicts.list({ ...(field === null ? {} : { field }), ...portion });
    return answer({
      document: { conflicts: conflicts.map(createConflictDocument) },
      lines: (paint) =>
        conflicts.length === 0
          ? ['There are no conflicts.']
          : [
              ...listConflicts(conflicts, createValueFormat(engine), paint),
              ...describeRest(conflicts.length, total, portion, paint),
              `To settle one: ${paint.bold('resolve ID --take till|store|value --seen STAMP')}`,
            ],
    });
  },
};
