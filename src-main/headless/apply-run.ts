import type { RunId } from '../domain/ids.ts';
import type { Attempt, Engine, RunResult } from '../engine/face.ts';
import { type Answer, answer, refuse } from './command.ts';
import type { CommandContext } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { watchForStop } from './stop-watch.ts';
import { formatPieces } from './terminal/figures.ts';
import { createRunDocument, describeRun } from './views/run-view.ts';

type Work<Result> = Parameters<Engine['apply']>[1] extends infer Options
  ? (options: Options) => Promise<Attempt<Result>>
  : never;

/** Does a run's work with progress; Ctrl-C lets what is on its way arrive and stops before the rest. */
export async function watchRun<Result>(
  work: Work<Result>,
  context: CommandContext,
): Promise<Attempt<Result>> {
  const progress = context.openProgress();
  const stop = watchForStop(context.surroundings, () =>
    context.note('\nStopping: what is on its way arrives first. Ctrl-C again ends at once.'),
  );
  try {
    return await work({ signal: stop.signal, onProgress: progress.show });
  } finally {
    progress.end();
    stop.release();
  }
}

/** Applies an approved plan, or takes up a run that stopped, and says what came of it. */
export async function applyRun(
  runId: RunId,
  engine: Engine,
  context: CommandContext,
): Promise<Attempt<Answer>> {
  const result = await watchRun((options) => engine.apply(runId, options), context);
  if (!result.ok) return explainStop(result, runId, engine, context);
  const conflicts = countConflicts(engine, runId);
  return answer({
    document: createRunDocument(result.value),
    lines: (paint) => [
      ...describeRun(result.value, paint),
      ...(conflicts === 0 ? [] : [paint.violet(`${describeConflicts(conflicts)}; "plan" shows what.`)]),
    ],
    exitCode: chooseExit(result.value, conflicts),
  });
}

const describeConflicts = (count: number): string =>
  `${formatPieces(count, 'product was', 'products were')} changed on both sides and left alone`;

function countConflicts(engine: Engine, runId: RunId): number {
  const rows = engine.rows(runId, { action: 'conflict', limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  return rows.ok ? rows.value.length : 0;
}

/** A failed row weighs more than a conflict, which waits for a person. */
function chooseExit({ state, counts }: RunResult, conflicts: number): ExitCode {
  if (state !== 'done' || counts.failed > 0) return EXIT.failed;
  return conflicts > 0 ? EXIT.needsPerson : EXIT.done;
}

function explainStop(
  { failure }: Extract<Attempt<never>, { ok: false }>,
  runId: RunId,
  engine: Engine,
  context: CommandContext,
) {
  if (failure.code === 'RUN_BRAKED') return refuse(failure.code, { ...failure.facts, run: runId });
  if (engine.findUnfinished()?.id === runId)
    context.note(`The run can go on where it stopped: apply ${runId}`);
  return { ok: false as const, failure };
}
