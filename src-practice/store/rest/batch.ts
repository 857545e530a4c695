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
  const creates = listRows(call.params['create']);
  const updates = listRows(call.params['update']);
  const removals = listItems(call.params['delete']);
  if (creates.length + updates.length + removals.length > limit) {
    const message = `Unable to accept more than ${limit} items for this request.`;
    throw new RestFailure(413, 'woocommerce_rest_request_entity_too_large', message);
  }
  const answer: Record<string, unknown[]> = {};
  for (const row of creates) {
    (answer['create'] ??= []).push(await attempt(0, worker, () => worker.create(row)));
  }
  for (const row of updates) {
    (answer['update'] ??= []).push(await attempt(row['id'] ?? null, worker, () => worker.update(row)));
  }
  for (const item of removals) {
    const id = toId(item);
    if (id > 0) (answer['delete'] ??= []).push(await attempt(id, worker, () => worker.remove(id)));
  }
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
