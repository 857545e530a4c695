import type { FieldEvent } from './compare-field.ts';

const PLACES = { till: 'to the till', store: 'to the store' } as const;
const OWNERS = { till: 'The till’s value', store: 'The store’s value', person: 'A person’s word' } as const;

/** Whose value went where, and whether it arrived. */
export function sayWay({ side, to, failure }: Pick<FieldEvent, 'side' | 'to' | 'failure'>): string {
  if (to === null) return 'Both sides kept what they had';
  return failure
    ? `${OWNERS[side]} was to go ${PLACES[to]} and was refused`
    : `${OWNERS[side]} went ${PLACES[to]}`;
}
