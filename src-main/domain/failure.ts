/**
 * Every way in which something can go wrong that a person may hear of. The sentence and the next step
 * for each stand in `src-preload/contract/failures.ts`; a test holds the two lists together.
 */
export const FAILURE_CODES = [
  // using the program
  'USE_UNKNOWN_COMMAND',
  'USE_UNKNOWN_FLAG',
  'USE_MISSING_ARGUMENT',
  'USE_BAD_VALUE',
  'USE_UNKNOWN_PLAN',
  'USE_UNKNOWN_RUN',
  'USE_UNKNOWN_PRODUCT',
  'USE_AMBIGUOUS_PRODUCT',
  'USE_UNKNOWN_CONFLICT',
  'USE_UNKNOWN_ORDER',
  'USE_APPROVAL_NEEDED',
  'USE_NOT_PRACTICE',
  'SETTING_UNKNOWN',
  'SETTING_REFUSED',
  'SETTING_FILE_UNREADABLE',
  // this computer
  'DATA_IN_USE',
  'DATA_DAMAGED',
  'DATA_TOO_NEW',
  'DATA_UNWRITABLE',
  'SECRET_NO_KEYCHAIN',
  'SECRET_KEY_WRONG',
  'SECRET_MISSING',
  'AUTOSTART_REFUSED',
  // the network
  'NET_UNREACHABLE',
  'NET_UNKNOWN_HOST',
  'NET_TLS_FAILED',
  'NET_TIMED_OUT',
  'NET_BROKEN_ANSWER',
  'NET_PLAIN_HTTP',
  'NET_BAD_URL',
  'NET_PROXY_REFUSED',
  'NET_CAPTIVE_PORTAL',
  // the till
  'CLOVER_NOT_CONNECTED',
  'CLOVER_TOKEN_REFUSED',
  'CLOVER_WRONG_REGION',
  'CLOVER_PERMISSION_MISSING',
  'CLOVER_NOT_CLOVER',
  'CLOVER_LIMITED',
  'CLOVER_REFUSED',
  'CLOVER_FAILING',
  'CLOVER_THING_GONE',
  'CLOVER_CATEGORY_NOT_MOVED',
  'CLOVER_NO_PRINTER',
  'CLOVER_PRINT_NOT_AVAILABLE',
  // web orders
  'ORDER_CHOICE_TOO_MANY',
  'ORDER_CHOICE_TOO_FEW',
  'ORDER_CHOICE_PRICE_DRIFTED',
  'ORDER_CHOICE_PRICE_FORGED',
  'ORDER_CHOICE_UNAVAILABLE',
  'ORDER_CHOICE_UNKNOWN',
  'ORDER_GONE',
  'ORDER_GONE_ON_TILL',
  'ORDER_NOT_PLACED',
  'ORDER_NOT_PAID',
  'ORDER_NOT_WAITING',
  'ORDER_NO_TYPE',
  'ORDER_NO_TENDER',
  'ORDER_PRINT_FAILED',
  'ORDER_PRINT_UNPROVED',
  'ORDER_MAY_PRINT_TWICE',
  'ORDER_SHOWN_TWICE',
  'ORDER_CURRENCY_DIFFERS',
  'ORDER_UNREADABLE',
  'ORDER_TOO_LONG',
  'ORDER_TOTAL_ADJUSTED',
  'ORDER_GIFT_CARD',
  'ORDER_LINE_UNLINKED',
  'ORDER_LINE_ODD',
  'ORDER_CHOICES_ABOVE_PRICE',
  'ORDER_NOT_DUE',
  'ORDER_STATUS_UNKNOWN',
  'ORDER_BEFORE_CONNECTED',
  'ORDER_ENDED_EARLY',
  'ORDER_STATUS_CONTRADICTS',
  'ORDER_TILL_CANNOT_FOLLOW',
  'ORDER_TILL_KEEPS_PAYMENT',
  'ORDER_PAYMENT_FAILED',
  'ORDER_DONE_UNPAID',
  'ORDER_PAID_AT_TILL',
  'ORDER_REFUNDED_IN_STORE',
  'ORDER_REFUNDED_ON_TILL',
  'ORDER_REFUSED',
  'ORDER_BROKEN',
  'ORDER_BY_HAND',
  'ORDER_ON_ITS_WAY',
  'ORDER_DAMAGED',
  // the store
  'WOO_NOT_CONNECTED',
  'WOO_KEYS_REFUSED',
  'WOO_SECRET_WRONG',
  'WOO_READ_ONLY',
  'WOO_ROLE_TOO_LOW',
  'WOO_NO_REST',
  'WOO_PLAIN_PERMALINKS',
  'WOO_NOT_INSTALLED',
  'WOO_LIMITED',
  'WOO_REFUSED',
  'WOO_FAILING',
  'WOO_SKU_TAKEN',
  'WOO_SKU_IN_TRASH',
  'WOO_BARCODE_TAKEN',
  'WOO_BATCH_TOO_LARGE',
  'WOO_PRODUCT_GONE',
  'WOO_STOCK_NOT_COUNTED',
  'WOO_CATEGORY_EXISTS',
  'WOO_CATEGORY_NOT_MOVED',
  'WOO_ADD_ONS_ONE_WAY',
  // e-mail
  'MAIL_NOT_SET_UP',
  'MAIL_NO_PASSWORD',
  'MAIL_NOT_SAFE',
  'MAIL_UNKNOWN_HOST',
  'MAIL_UNREACHABLE',
  'MAIL_TLS_FAILED',
  'MAIL_NO_TLS',
  'MAIL_LOGIN_REFUSED',
  'MAIL_ADDRESS_REFUSED',
  'MAIL_REFUSED',
  'MAIL_STOPPED',
  // both
  'PAIR_CURRENCY_DIFFERS',
  'PAIR_TAX_MODE_DIFFERS',
  // runs
  'RUN_BRAKED',
  'RUN_STALE_PLAN',
  'RUN_OTHER_SHOP',
  'RUN_STALE_ROW',
  'RUN_NOT_APPLIABLE',
  'RUN_PARENT_FAILED',
  'RUN_CANCELLED',
  'RUN_DIRECTION_OFF',
  'RUN_NOTHING_TO_UNDO',
  'RUN_BUSY',
  'SYNC_NOT_IMPORTED',
  // conflicts and stock
  'CONFLICT_STALE',
  'CSV_REFUSED',
  'CSV_COUNT_MOVED',
  'CSV_MORE_MOVED',
  // the window
  'IPC_REFUSED_CALLER',
  'IPC_UNKNOWN_CHANNEL',
  'IPC_BAD_PAYLOAD',
  'PRACTICE_REAL_DATA',
  'BUG',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** A failure with the facts its sentence needs: names, hosts, numbers; never a secret. */
export interface Failure {
  readonly code: FailureCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const createFailure = (code: FailureCode, facts: Failure['facts'] = {}): Failure => ({ code, facts });

/** Carries a failure out of a constructor or an opening; caught where the program is put together. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
