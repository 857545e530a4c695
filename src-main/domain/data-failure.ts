import { createFailure, type Failure, FailureError } from './failure.ts';

const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;
const UNWRITABLE = /^(SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM)|EACCES|EROFS|ENOSPC|EPERM|ENOTDIR|EDQUOT)/;
/** A virus scanner, a copying program or a database viewer has it for itself. */
const HELD = /^(SQLITE_(BUSY|LOCKED)|EBUSY)/;

/** A step of an engine that was dropped finds its data file closed; that is no defect of the one at work. */
export const isLeftOver = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'The database connection is not open';

/**
 * What an error says of the data file itself: damaged, not to be written, or held by another program. Such trouble does not go by starting anew.
 * @param file its path, for the sentence; '' leaves it out
 * @returns null for every other error
 */
export function findDataFailure(error: unknown, file = ''): Failure | null {
  if (error instanceof FailureError) return error.failure.code.startsWith('DATA_') ? error.failure : null;
  const code = (error as { code?: unknown } | null | undefined)?.code;
  if (typeof code !== 'string') return null;
  const detail = error instanceof Error ? error.message : code;
  if (DAMAGED.test(code)) return createFailure('DATA_DAMAGED', { file, detail });
  if (HELD.test(code)) return createFailure('DATA_HELD', { file, detail });
  return UNWRITABLE.test(code) ? createFailure('DATA_UNWRITABLE', { file, detail }) : null;
}
