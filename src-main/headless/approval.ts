import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';
import type { CommandContext } from './context.ts';
import { askYes } from './terminal/prompt.ts';

/**
 * A person's word before something is changed: --yes, or yes to the question where somebody can be asked.
 * @param how what to do instead, for the refusal
 */
export async function obtainApproval(
  question: string,
  how: string,
  context: CommandContext,
): Promise<Attempt<void>> {
  if (context.input.has('yes')) return { ok: true, value: undefined };
  const { stdin, stderr } = context.surroundings;
  if (canAsk(context) && (await askYes(stdin, stderr, question))) return { ok: true, value: undefined };
  return refuse('USE_APPROVAL_NEEDED', { how });
}

/** Whether somebody sits there to be asked. */
export const canAsk = ({
  surroundings: { stdin, stderr },
  isJson,
}: Pick<CommandContext, 'surroundings' | 'isJson'>): boolean =>
  stdin.isTTY === true && stderr.isTTY === true && !isJson;
