import { answerOk, type RestAnswer, type RestCall } from './call.ts';
import { type Fields, RestFailure } from './failure.ts';
import { isRow, toId } from './values.ts';

/** What one resource does with the rows of a batch, one after the other. */
export interface BatchWorker {
  create(row: Fields): Promise<unknown>;
  update(row: Fields): Promise<unknown>;
  /** Always for good: batch knows no trash (woocommerce.md 2.3). */
  remove(id: number): Promise<unknown>;
  /** Refusals WooCommerce puts in the row's place without the `error` wrapper. */
  readonly bareCodes: ReadonlySet<string>;
}

/**
 * Works a batch: creates, then updates, then deletes, each on its own; always 200 (woocommerce.md 2.3).
 * @throws RestFailure 413 when the three lists together pass the store's limit
 */
export async function runBatch(call: RestCall, limit: number, worker: BatchWorker): Promise<RestAnswer> {
  const creates = listRows(call.params.create);
  const updates = listRows(call.params.update);
  const removals = listItems(call.params.delete)
    .map(toId)
    .filter((id) => id > 0);
  if (creates.length + updates.length + listItems(call.params.delete).length > limit) {
    const message = `Unable to accept more than ${limit} items for this request.`;
    throw new RestFailure(413, 'woocommerce_rest_request_entity_too_large', message);
  }
  const created: unknown[] = [];
  for (const row of creates) created.push(await attempt(0, worker, () => worker.create(row)));
  const updated: unknown[] = [];
  for (const row of updates) {
    updated.push(await attempt(row.id ?? null, worker, () => worker.update(row)));
  }
  const removed: unknown[] = [];
  for (const id of removals) removed.push(await attempt(id, worker, () => worker.remove(id)));
  const lists = { create: created, update: updated, delete: removed };
  const answer = Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows.length > 0));
  return answerOk(Object.keys(answer).length > 0 ? answer : []);
}

async function attempt(id: unknown, worker: BatchWorker, job: () => Promise<unknown>): Promise<unknown> {
  try {
    return await job();
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    return worker.bareCodes.has(error.code) ? error.toBody() : { id, error: error.toBody() };
  }
}

function listItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function listRows(value: unknown): readonly Fields[] {
  return listItems(value).map((item) => (isRow(item) ? item : {}));
}
