import type { Attempt } from '../../engine/face.ts';
import { applyRun } from '../apply-run.ts';
import { obtainApproval } from '../approval.ts';
import type { Answer, Command } from '../command.ts';
import { PROGRESS_FLAG, YES_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { makePlan } from '../make-plan.ts';
import { CHOICE_FLAGS, readChoices } from '../plan-choices.ts';
import { describeCounts } from '../views/plan-view.ts';
import { describeWarnings } from '../views/warning-view.ts';
import { askToApply } from './apply.ts';

export const IMPORT: Command = {
  name: 'import',
  summary: 'Plans and applies in one; an import that was stopped is taken up first.',
  isWriter: true,
  flags: { ...CHOICE_FLAGS, ...YES_FLAG, ...PROGRESS_FLAG },
  notes: ['Ends as "apply" does.'],
  run: importCatalog,
};

async function importCatalog(context: CommandContext): Promise<Attempt<Answer>> {
  const choices = readChoices(context.input);
  if (!choices.ok) return choices;
  const core = await context.openCore();
  if (!core.ok) return core;
  const { engine } = core.value;
  const unfinished = engine.findUnfinished();
  if (unfinished) {
    context.note(`Taking up run ${unfinished.id}, which stopped before its end.`);
    return applyRun(unfinished.id, engine, context);
  }
  const plan = await makePlan(engine, context);
  if (!plan.ok) return plan;
  const { runId, counts, obstacle, brake, warnings } = plan.value;
  if (obstacle) return { ok: false, failure: obstacle };
  const told = [...describeCounts(plan.value, context.paint), ...describeWarnings(warnings, context.paint)];
  context.note([`Plan ${runId}`, ...told].join('\n'));
  // Applying a braked plan changes nothing but its state: it then waits for "approve".
  if (!brake) {
    const how = `Look at plan ${runId}, then say "apply ${runId} --yes".`;
    const approved = await obtainApproval(askToApply({ id: runId, counts }), how, context);
    if (!approved.ok) return approved;
  }
  return applyRun(runId, engine, context);
}
