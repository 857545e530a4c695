import type { RunId } from '../../domain/ids.ts';
import type { Run } from '../../engine/ledger-ports.ts';
import { applyRun } from '../apply-run.ts';
import { obtainApproval } from '../approval.ts';
import { answer, type Command } from '../command.ts';
import { PROGRESS_FLAG, YES_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { formatCount } from '../terminal/figures.ts';

/** As far back as a person would go to apply a plan. */
const RUNS_LOOKED_THROUGH = 1000;

export const APPLY: Command = {
  name: 'apply',
  summary: 'Applies a plan, or takes up a run that was stopped.',
  isWriter: true,
  arguments: [{ name: 'PLAN', least: 1 }],
  flags: { ...YES_FLAG, ...PROGRESS_FLAG },
  notes: [
    'Without --yes it asks; where nobody can be asked it ends with 3 and changes nothing.',
    'Ends with 0 when all is written, with 1 when rows failed or it was stopped, and with 3 when the plan has conflicts or would change so much at once that it waits for "approve". Rows to look at are left as they are and are no failure.',
    'Ctrl-C lets what is on its way arrive and stops; the same command goes on later.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const runId = readRunId(context, 'PLAN');
    const known = engine.rows(runId, { limit: 1, offset: 0 });
    if (!known.ok) return known;
    const run = engine.runs(RUNS_LOOKED_THROUGH).find((it) => it.id === runId);
    if (run?.state === 'planned') {
      const approved = await obtainApproval(
        askToApply(run),
        `Look at the plan, then say "apply ${runId} --yes".`,
        context,
      );
      if (!approved.ok) return approved;
    }
    return applyRun(runId, engine, context);
  },
};

export const APPROVE: Command = {
  name: 'approve',
  summary: 'Lets a run go on that stopped because it would change much at once.',
  isWriter: true,
  arguments: [{ name: 'RUN', least: 1 }],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const runId = readRunId(context, 'RUN');
    const approved = core.value.engine.approve(runId);
    if (!approved.ok) return approved;
    return answer({
      document: { run: runId, approved: true },
      lines: (paint) => [`Run ${runId} is approved. Next: ${paint.bold(`apply ${runId}`)}`],
    });
  },
};

export const readRunId = ({ input }: CommandContext, name: string): RunId =>
  Number(input.argument(name)) as RunId;

/** The question before a plan is applied. */
export function askToApply({ id, counts }: Pick<Run, 'id' | 'counts'>): string {
  const words = [
    [counts.create_woo + counts.create_clover, 'to create'],
    [counts.link, 'to link'],
    [counts.update_woo + counts.update_clover, 'to update'],
  ] as const;
  const told = words.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  const place = counts.create_clover + counts.update_clover > 0 ? 'both sides' : 'the store';
  return `Apply plan ${id} to ${place}${told.length > 0 ? ` (${told.join(', ')})` : ''}?`;
}
