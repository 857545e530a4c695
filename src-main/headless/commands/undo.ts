import type { RunId } from '../../domain/ids.ts';
import type { Attempt, Engine } from '../../engine/face.ts';
import { watchRun } from '../apply-run.ts';
import { canAsk, obtainApproval } from '../approval.ts';
import { answer, type Command } from '../command.ts';
import { PROGRESS_FLAG, YES_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { describeUndo, summarizePreview, takesAway } from '../views/undo-view.ts';
import { readRunId } from './apply.ts';

export const UNDO: Command = {
  name: 'undo',
  summary: 'Puts back what a run changed; what was changed since stays.',
  isWriter: true,
  arguments: [{ name: 'RUN', least: 1 }],
  flags: { ...YES_FLAG, ...PROGRESS_FLAG },
  notes: [
    'What the run made goes to the store’s trash, and comes back from there with the next import.',
    'Without --yes it says what it would do and asks. Where nobody can be asked, an undo that takes products away, or ends their link, ends with 3 and changes nothing; one that only puts values back is done.',
    'Where a person had settled a conflict in that run, the conflict is open again.',
  ],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const runId = readRunId(context, 'RUN');
    const approved = await approveUndo(runId, engine, context);
    if (!approved.ok) return approved;
    const result = await watchRun((options) => engine.undo(runId, options), context);
    return result.ok ? answer(describeUndo(result.value, runId)) : result;
  },
};

async function approveUndo(runId: RunId, engine: Engine, context: CommandContext): Promise<Attempt<void>> {
  const approved = { ok: true, value: undefined } as const;
  if (context.input.has('yes')) return approved;
  const preview = await engine.previewUndo(runId);
  if (!preview.ok) return preview;
  if (preview.value.isBegun) return approved;
  if (!takesAway(preview.value) && !canAsk(context)) return approved;
  const effect = summarizePreview(preview.value);
  return obtainApproval(
    `Undo run ${runId} (${effect})?`,
    `It means: ${effect}. If that is right, say "undo ${runId} --yes".`,
    context,
  );
}
