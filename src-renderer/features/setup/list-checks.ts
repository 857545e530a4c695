import type { FailureShape, StatusShape } from '../../../src-preload/contract/shapes.ts';

export interface Check {
  readonly what: string;
  readonly result: 'good' | 'waiting' | 'bad';
  readonly word: string;
  /** What is wrong and its fix. */
  readonly failure: FailureShape | null;
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
    ...status.warnings.map((failure) => ({
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

const AREAS: Readonly<Record<string, string>> = { merchant: 'merchant facts', inventory: 'items' };
const RIGHTS: Readonly<Record<string, string>> = { rw: 'Read and write', r: 'Read only', none: 'None' };

const checkPermissions = (permissions: Readonly<Record<string, string>>): Check[] =>
  Object.entries(permissions).map(([area, right]) => ({
    what: `The till’s token: ${AREAS[area] ?? area}`,
    // Merchant facts are only read.
    result: right === 'none' ? 'bad' : right === 'rw' || area === 'merchant' ? 'good' : 'waiting',
    word: RIGHTS[right] ?? right,
    failure: null,
    step: right === 'none' ? 1 : null,
  }));

const checkCurrency = (till: string, store: string): Check => ({
  what: 'Both sides have the same currency',
  result: till === store ? 'good' : 'bad',
  word: till === store ? till : `${till} and ${store}`,
  failure: null,
  step: null,
});
