import type { FailureCode } from '../../src-preload/contract/failures.ts';

/** What scripts go by; stable. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  needsPerson: 3,
  notConnected: 4,
  dataInUse: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const SPECIAL: Partial<Record<FailureCode, ExitCode>> = {
  USE_APPROVAL_NEEDED: EXIT.needsPerson,
  RUN_BRAKED: EXIT.needsPerson,
  PAIR_TAX_MODE_DIFFERS: EXIT.needsPerson,
  CONFLICT_STALE: EXIT.needsPerson,
  CSV_REFUSED: EXIT.wrongUse,
  CLOVER_NOT_CONNECTED: EXIT.notConnected,
  WOO_NOT_CONNECTED: EXIT.notConnected,
  SECRET_MISSING: EXIT.notConnected,
  CLOVER_LOGIN_LOST: EXIT.notConnected,
  DATA_IN_USE: EXIT.dataInUse,
  NET_BAD_URL: EXIT.wrongUse,
  NET_PLAIN_HTTP: EXIT.wrongUse,
};

/** The exit code of a failure. */
export const exitCodeOf = (code: FailureCode): ExitCode =>
  SPECIAL[code] ?? (/^(USE|SETTING)_/.test(code) ? EXIT.wrongUse : EXIT.failed);
