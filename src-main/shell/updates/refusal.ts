import { createFailure, type Failure } from '../../domain/failure.ts';

/** Carries a failure through electron-updater, which knows only errors. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: Failure['code'], facts: Failure['facts'] = {}) {
    super(code);
    this.failure = createFailure(code, facts);
  }
}

/** Faults of this computer, where nothing can be written or started. */
const LOCAL = /^E(ACCES|PERM|ROFS|NOSPC|DQUOT|IO|MFILE|XDEV|NOENT)$/;
const LONGEST_DETAIL = 120;

/** What an error of a check or a download means; its own words only as far as they help to find the cause. */
export function explainFault(error: unknown, version: string | null): Failure {
  if (error instanceof Refusal) return error.failure;
  const known = version === null ? {} : { version };
  const code = readCode(error);
  if (code === 'ERR_CHECKSUM_MISMATCH') return createFailure('UPDATE_FILE_DAMAGED', known);
  if (LOCAL.test(code)) return createFailure('UPDATE_NOT_INSTALLED', { ...known, detail: code });
  return createFailure('UPDATE_UNREACHABLE', { detail: describeNetwork(error) });
}

/** `net::ERR_...` or a status, never an address: where updates come from is nobody's puzzle. */
function describeNetwork(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const found = /net::ERR_[A-Z_]+|\b[45]\d\d\b/.exec(text)?.[0] ?? readCode(error);
  return found.slice(0, LONGEST_DETAIL);
}

const readCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
