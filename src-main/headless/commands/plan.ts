import { answer, type Command } from '../command.ts';
import { LIST_FLAGS, PROGRESS_FLAG } from '../command-rules.ts';
import { makePlan } from '../make-plan.ts';
import { CHOICE_FLAGS, readChoices, readSource } from '../plan-choices.ts';
import { createPlanDocument } from '../views/plan-document.ts';
import { describePlan, isIdle } from '../views/plan-view.ts';

/** Rows of each kind that a person sees first. */
const ROWS_EACH = 10;

export const PLAN: Command = {
  name: 'plan',
  summary: 'Reads both sides and says what would be done; writes nothing outside.',
  isWriter: true,
  flags: { ...CHOICE_FLAGS, ...PROGRESS_FLAG, ...LIST_FLAGS },
  notes: [
    'Rows to look at are no failure: the plan can be applied, and leaves them as they are.',
    'With --json all rows are printed unless --limit and --offset say which; without, --limit is for each kind.',
  ],
  run: async (context) => {
    const { input } = context;
    const choices = readChoices(input);
    if (!choices.ok) return choices;
    const from = readSource(input);
    if (!from.ok) return from;
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const plan = await makePlan(engine, context);
    if (!plan.ok) return plan;
    const portion = {
      limit: input.count('limit') ?? Number.MAX_SAFE_INTEGER,
      offset: input.count('offset') ?? 0,
    };
    return answer({
      document: context.isJson ? createPlanDocument(plan.value, engine, portion) : null,
      lines: (paint) => [
        ...describePlan(plan.value, engine, { paint, rowsEach: input.count('limit') ?? ROWS_EACH }),
        ...(isIdle(plan.value) ? [] : ['', `Next: ${paint.bold(`apply ${plan.value.runId}`)}`]),
      ],
    });
  },
};
