import { createFailure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { succeed } from '../outcomes.ts';
import { isRow, type WireRow } from '../wire-values.ts';
import { isProductRow } from './product-row.ts';
import type { WooClient } from './woo-client.ts';
import { readWooError, type WooError } from './woo-failures.ts';

/** What became of one row of a batch. */
export type BatchAnswer =
  | { readonly isDone: true; readonly row: WireRow }
  | { readonly isDone: false; readonly error: WooError };

/**
 * Sends rows as one batch: those with an id are updates. The answers come in the order of the rows.
 * An answer that does not fit the request is a lost one: the rows may have been written.
 */
export async function sendBatch(
  client: WooClient,
  path: string,
  rows: readonly WireRow[],
): Promise<Outcome<BatchAnswer[]>> {
  const creates = rows.filter((row) => row.id === undefined);
  const updates = rows.filter((row) => row.id !== undefined);
  const outcome = await client.post(`${path}/batch`, {
    ...(creates.length > 0 ? { create: creates } : {}),
    ...(updates.length > 0 ? { update: updates } : {}),
  });
  if (outcome.kind !== 'done') return outcome;
  const lists = isRow(outcome.value.json) ? outcome.value.json : {};
  const created = readAnswers(lists.create, creates.length);
  const updated = readAnswers(lists.update, updates.length);
  if (!created || !updated) return { kind: 'unknown', failure: createFailure('NET_BROKEN_ANSWER') };
  const nextCreated = created.values();
  const nextUpdated = updated.values();
  const answers: BatchAnswer[] = [];
  for (const row of rows) {
    const { value } = (row.id === undefined ? nextCreated : nextUpdated).next();
    if (value) answers.push(value);
  }
  return succeed(answers, outcome.requestId);
}

function readAnswers(list: unknown, count: number): BatchAnswer[] | null {
  if (count === 0) return [];
  if (!Array.isArray(list) || list.length !== count) return null;
  const answers: BatchAnswer[] = [];
  for (const row of list) {
    // Some errors come in the row's place, without the wrapper (woocommerce.md 2.3).
    const error = isRow(row) ? (readWooError(row.error) ?? readWooError(row)) : null;
    if (error) answers.push({ isDone: false, error });
    else if (isProductRow(row)) answers.push({ isDone: true, row });
    else return null;
  }
  return answers;
}
