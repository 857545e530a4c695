import { createFailure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { PrintWord } from '../../engine/order-ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, readText } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { createRow } from './clover-creates.ts';
import { readId } from './clover-rows.ts';

const NO_PRINTER = /default printing device is missing/i;
const WORDS: Readonly<Record<string, PrintWord>> = {
  CREATED: 'created',
  PRINTING: 'printing',
  DONE: 'done',
  FAILED: 'failed',
};

/** Every call prints a ticket (clover.md 7.10). */
export async function printTillOrder(client: CloverClient, orderId: CloverId): Promise<Outcome<CloverId>> {
  const made = await createRow(client, '/print_event', { orderRef: { id: orderId } }, orderId);
  if (made.kind !== 'rejected') return mapValue(made, readId);
  const message = String(made.failure.facts.message ?? '');
  if (NO_PRINTER.test(message)) return { ...made, failure: createFailure('CLOVER_NO_PRINTER') };
  // Not offered in every region and plan: then the address itself is refused.
  const isAbsent = made.status === 403 || made.status === 404 || made.status === 405 || made.status === 501;
  return isAbsent ? { ...made, failure: createFailure('CLOVER_PRINT_NOT_AVAILABLE') } : made;
}

/** A printed event is discarded (clover.md 7.10), so one that is gone says little by itself. */
export async function readTillPrint(client: CloverClient, id: CloverId): Promise<Outcome<PrintWord>> {
  const outcome = await client.get(`/print_event/${encodeURIComponent(id)}`);
  if (outcome.kind === 'rejected' && outcome.status === 404) return succeed('gone', '');
  return mapValue(outcome, ({ json }) =>
    isRow(json) ? (WORDS[readText(json.state).toUpperCase()] ?? 'created') : 'gone',
  );
}
