import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { FieldName } from '../../domain/fields.ts';
import { answer, type Command, refuse } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { cutPortion, describeRest, readPortion } from '../list-portion.ts';
import { formatIso, formatTime } from '../terminal/figures.ts';
import { layOutTable } from '../terminal/table.ts';
import { nameField } from '../views/field-values.ts';

export const RULES: Command = {
  name: 'rules',
  summary: 'Lists the rules that settle conflicts by themselves ("always do this").',
  flags: LIST_FLAGS,
  notes: ['"resolve --field F --take till|store --all --always" makes one, "rules remove F" ends it.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const all = core.value.engine.conflicts.rules();
    const portion = readPortion(context);
    const rules = cutPortion(all, portion);
    return answer({
      document: {
        rules: rules.map(({ field, take, sinceMs }) => ({ field, take, since: formatIso(sinceMs) })),
      },
      lines: (paint) =>
        rules.length === 0
          ? ['There are no rules: a person settles every conflict.']
          : [
              ...layOutTable(
                [{ title: 'Field' }, { title: 'Decides' }, { title: 'Since' }],
                rules.map(({ field, take, sinceMs }) => [nameField(field), take, formatTime(sinceMs)]),
              ),
              ...describeRest(rules.length, all.length, portion, paint),
            ],
    });
  },
};

export const RULES_REMOVE: Command = {
  name: 'rules remove',
  summary: 'Ends a rule; later conflicts of the field wait for a person again.',
  isWriter: true,
  arguments: [{ name: 'FIELD', choices: Object.keys(FIELD_WORDS) }],
  run: async ({ input, openCore }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const field = input.argument('FIELD') as FieldName;
    if (!core.value.engine.conflicts.removeRule(field))
      return refuse('USE_BAD_VALUE', {
        name: 'FIELD',
        why: `there is no rule for ${nameField(field)}`,
        how: 'The command "rules" lists those there are.',
      });
    return answer({
      document: { removed: field },
      lines: () => [`The rule for ${nameField(field)} is gone; a person settles its conflicts.`],
    });
  },
};
