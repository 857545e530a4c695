import type { FailureCode } from '../../../src-main/domain/failure.ts';

/** Failures that the worlds of one run must have met. */
export const CODES_IN_WORLDS: readonly FailureCode[] = [
  'CLOVER_FAILING',
  'CLOVER_NOT_CONNECTED',
  'CLOVER_NO_PRINTER',
  'CLOVER_PERMISSION_MISSING',
  'CLOVER_TOKEN_REFUSED',
  'CONFLICT_STALE',
  'NET_BROKEN_ANSWER',
  'NET_CAPTIVE_PORTAL',
  'NET_PROXY_REFUSED',
  'NET_TIMED_OUT',
  'NET_TLS_FAILED',
  'NET_UNKNOWN_HOST',
  'NET_UNREACHABLE',
  'ORDER_ENDED_EARLY',
  'ORDER_PRINT_UNPROVED',
  'RUN_CANCELLED',
  'SYNC_OTHER_SHOP',
  'WOO_FAILING',
  'WOO_KEYS_REFUSED',
  'WOO_NOT_CONNECTED',
  'WOO_NOT_INSTALLED',
  'WOO_NO_REST',
];
