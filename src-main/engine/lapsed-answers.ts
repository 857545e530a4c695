import type { FieldName, FieldValue } from '../domain/fields.ts';
import { formatMoney } from '../domain/money.ts';
import { isUnchanged } from '../domain/stored-fields.ts';
import type { Conflict, Ledger, LogLevel, Ruling } from './ledger-ports.ts';

/** A field of a product, with what each side has now. */
type Now = Pick<Conflict, 'linkId' | 'field' | 'till' | 'store'>;

export interface LogTime {
  readonly nowMs: number;
  /** Of prices. */
  readonly currency: string;
}

/**
 * Opens a conflict, or brings its values up to date; where that overtakes what a person answered, the log says so.
 * To be called inside the transaction that keeps the plan, so that no answer goes without a word.
 */
export function openConflict(ledger: Ledger, found: Now & Pick<Conflict, 'base'>, time: LogTime): void {
  const lapsed = ledger.conflicts.open(found, time.nowMs);
  if (lapsed) noteOvertaken(ledger, found, lapsed, 'it waits for them again', time);
}

/** To the log: what a person decided will not be written. @param outcome what becomes of it instead */
export const noteOvertaken = (
  ledger: Ledger,
  now: Now,
  ruling: Ruling,
  outcome: string,
  time: LogTime,
): void =>
  note(
    ledger,
    'warn',
    now,
    `${describeNews(now, ruling, time.currency)} after a person decided: ${outcome}`,
    time,
  );

/** To the log: both sides came to the same value before the answer was written. */
export const noteAgreed = (ledger: Ledger, now: Now, time: LogTime): void =>
  note(
    ledger,
    'info',
    now,
    'both sides have the same now: what a person decided is not needed any more',
    time,
  );

function note(
  ledger: Ledger,
  level: LogLevel,
  { linkId, field }: Now,
  what: string,
  { nowMs }: LogTime,
): void {
  ledger.journal.add({
    atMs: nowMs,
    level,
    action: 'conflict',
    side: 'app',
    entity: ledger.links.get(linkId)?.name ?? '',
    message: `${field}: ${what}`,
    runId: null,
  });
}

function describeNews(
  { field, till, store }: Now,
  { seenTill, seenStore }: Ruling,
  currency: string,
): string {
  const changed = [
    ...(isUnchanged(till, seenTill) ? [] : [`the till’s value changed${sayTo(field, till, currency)}`]),
    ...(isUnchanged(store, seenStore) ? [] : [`the store’s value changed${sayTo(field, store, currency)}`]),
  ];
  return changed.length === 0 ? 'the values changed' : changed.join(' and ');
}

/** Longer than this, a value is not put into a line of the log. */
const LONGEST = 40;

/** Lists and long texts only changed. */
function sayTo(field: FieldName, value: FieldValue, currency: string): string {
  if (value === null || value === '') return ' to nothing';
  if (typeof value === 'number') return ` to ${field === 'price' ? formatMoney(value, currency) : value}`;
  return typeof value === 'string' && value.length <= LONGEST ? ` to “${value}”` : '';
}
