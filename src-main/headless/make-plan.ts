import type { Attempt, Engine, PlanSummary } from '../engine/face.ts';
import type { CommandContext } from './context.ts';
import { readChoices, readSource } from './plan-choices.ts';

/** Makes a plan as the command line asks for it, with progress. */
export async function makePlan(engine: Engine, context: CommandContext): Promise<Attempt<PlanSummary>> {
  const choices = readChoices(context.input);
  if (!choices.ok) return choices;
  const from = readSource(context.input);
  if (!from.ok) return from;
  const progress = context.openProgress();
  const plan = await engine.plan({ choices: choices.value, from: from.value, onProgress: progress.show });
  progress.end();
  return plan;
}
