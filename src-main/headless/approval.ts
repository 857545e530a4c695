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
  { input, surroundings, isJson }: CommandContext,
): Promise<Attempt<void>> {
  if (input.has('yes')) return { ok: true, value: undefined };
  const { stdin, stderr } = surroundings;
  const canAsk = stdin.isTTY === true && stderr.isTTY === true && !isJson;
  if (canAsk && (await askYes(stdin, stderr, question))) return { ok: true, value: undefined };
  return refuse('USE_APPROVAL_NEEDED', { how });
}
