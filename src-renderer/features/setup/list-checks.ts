import type { FailureShape, StatusShape } from '../../../src-preload/contract/shapes.ts';

export interface Check {
  readonly what: string;
  readonly result: 'good' | 'waiting' | 'bad';
  readonly word: string;
  /** What is wrong and its fix. */
  readonly failure: FailureShape | null;
  /** What it is for, where it is missing. */
  readonly help?: string;
  /** The step where it is put right; null where it is put right elsewhere. */
  readonly step: number | null;
}

/** What the connections say, line by line. */
export function listChecks(status: StatusShape): Check[] {
  const { till, store } = status;
  return [
    checkSide('The till answers', till !== null, status.reach.till, 1),
    checkSide('The store answers', store !== null, status.reach.store, 2),
    ...(till ? checkPermissions(till.permissions) : []),
    ...(till && store ? [checkCurrency(till.currency, store.currency)] : []),
    ...status.warnings.filter(isNotListed).map((failure) => ({
      what: 'To know',
      result: 'waiting' as const,
      word: 'Look at it',
      failure,
      step: null,
    })),
  ];
}

/** Whether nothing stands in the way of a plan. */
export const isReadyToPlan = ({ till, store, reach }: StatusShape): boolean =>
  till !== null && store !== null && reach.till === null && reach.store === null;

function checkSide(what: string, isConnected: boolean, failure: FailureShape | null, step: number): Check {
  if (!isConnected) return { what, result: 'bad', word: 'Not connected', failure: null, step };
  return failure
    ? { what, result: 'bad', word: 'No', failure, step }
    : { what, result: 'good', word: 'Yes', failure: null, step: null };
}

/** The lines of the token say it already. */
const isNotListed = ({ code }: FailureShape): boolean => code !== 'CLOVER_ORDER_PERMISSION_MISSING';

const AREAS: Readonly<Record<string, string>> = {
  merchant: 'merchant facts',
  inventory: 'items',
  orders: 'orders',
  payments: 'payments',
  customers: 'customers',
};
const RIGHTS: Readonly<Record<string, string>> = { rw: 'Read and write', r: 'Read only', none: 'None' };
const WHERE = 'in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.';
/** What is worth a word where it is not there in full. */
const MISSING: Readonly<Record<string, string>> = {
  orders: `Without it no web order goes to the till. Give the token read and write for Orders ${WHERE}`,
  payments: `Without it web orders wait unpaid on the till. Give the token read and write for Payments ${WHERE}`,
  customers: `Only needed if everything about a customer goes to the till (Settings, Orders). Give the token read and write for Customers ${WHERE}`,
};
/** Without these there is no sync at all. */
const NEEDED: readonly string[] = ['merchant', 'inventory'];

const checkPermissions = (permissions: Readonly<Record<string, string>>): Check[] =>
  Object.entries(permissions).map(([area, right]) => {
    const help = MISSING[area];
    // Merchant facts are only read.
    const isFine = right === 'rw' || (area === 'merchant' && right === 'r');
    return {
      what: `The till’s token: ${AREAS[area] ?? area}`,
      result: isFine ? 'good' : right === 'none' && NEEDED.includes(area) ? 'bad' : 'waiting',
      word: RIGHTS[right] ?? right,
      failure: null,
      step: right === 'none' || (help && !isFine) ? 1 : null,
      ...(help && !isFine ? { help } : {}),
    };
  });

const checkCurrency = (till: string, store: string): Check => ({
  what: 'Both sides have the same currency',
  result: till === store ? 'good' : 'bad',
  word: till === store ? till : `${till} and ${store}`,
  failure: null,
  step: null,
});
