import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import type { LoggedLine } from '../../engine/ledger-ports.ts';

/** An entry in words: a refusal says why, what to do, and its code. */
export function toLogEntry({ failure, ...entry }: LoggedLine): LogEntryShape {
  if (!failure) return entry;
  const { message, hint, code } = describeFailure(failure);
  return { ...entry, message: `${message} ${hint} ${code}` };
}
