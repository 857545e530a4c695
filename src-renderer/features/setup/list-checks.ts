import type { FailureShape, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

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
    checkSide(t('The till answers'), till !== null, status.reach.till, 1),
    checkSide(t('The store answers'), store !== null, status.reach.store, 2),
    ...(till ? checkPermissions(till.permissions) : []),
    ...(till && store ? [checkCurrency(till.currency, store.currency)] : []),
    ...status.warnings.filter(isNotListed).map((failure) => ({
      what: t('To know'),
      result: 'waiting' as const,
      word: t('Look at it'),
      failure,
      step: null,
    })),
  ];
}

/** Whether nothing stands in the way of a plan. */
export const isReadyToPlan = ({ till, store, reach }: StatusShape): boolean =>
  till !== null && store !== null && reach.till === null && reach.store === null;

function checkSide(what: string, isConnected: boolean, failure: FailureShape | null, step: number): Check {
  if (!isConnected) return { what, result: 'bad', word: t('Not connected'), failure: null, step };
  return failure
    ? { what, result: 'bad', word: t('No'), failure, step }
    : { what, result: 'good', word: t('Yes'), failure: null, step: null };
}

/** The lines of the token say it already. */
const isNotListed = ({ code }: FailureShape): boolean => code !== 'CLOVER_ORDER_PERMISSION_MISSING';

const AREAS: Readonly<Record<string, string>> = {
  merchant: t('shop details'),
  inventory: t('items'),
  orders: t('orders'),
  payments: t('payments'),
  customers: t('customers'),
};
const RIGHTS: Readonly<Record<string, string>> = {
  rw: t('Read and write'),
  r: t('Read only'),
  none: t('None'),
};
/** What is worth a word where it is not there in full. */
const MISSING: Readonly<Record<string, string>> = {
  orders: t(
    'Without it no web order goes to the till. Give the token read and write for Orders in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.',
  ),
  payments: t(
    'Without it web orders wait unpaid on the till. Give the token read and write for Payments in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.',
  ),
  customers: t(
    'Only needed if everything about a customer goes to the till (Settings, Orders). Give the token read and write for Customers in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.',
  ),
};
/** Without these there is no sync at all. */
const NEEDED: readonly string[] = ['merchant', 'inventory'];

const checkPermissions = (permissions: Readonly<Record<string, string>>): Check[] =>
  Object.entries(permissions).map(([area, right]) => {
    const help = MISSING[area];
    // Merchant facts are only read.
    const isFine = right === 'rw' || (area === 'merchant' && right === 'r');
    return {
      what: t('What Tillbridge may do at the till: {{area}}', { area: AREAS[area] ?? area }),
      result: isFine ? 'good' : right === 'none' && NEEDED.includes(area) ? 'bad' : 'waiting',
      word: RIGHTS[right] ?? right,
      failure: null,
      step: right === 'none' || (help && !isFine) ? 1 : null,
      ...(help && !isFine ? { help } : {}),
    };
  });

const checkCurrency = (till: string, store: string): Check => ({
  what: t('Both sides have the same currency'),
  result: till === store ? 'good' : 'bad',
  word: till === store ? till : t('{{till}} and {{store}}', { till, store }),
  failure: null,
  step: null,
});
