import { createFailure } from '../../domain/failure.ts';
import { asWooId, type WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { CategoryUpdate, TermOutcome } from '../../engine/ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { readNumber } from '../wire-values.ts';
import { readProductId } from './product-row.ts';
import { encodeText } from './store-text.ts';
import { type BatchAnswer, sendBatch } from './woo-batch.ts';
import { CATEGORIES, PRODUCTS } from './woo-catalog.ts';
import type { WooClient } from './woo-client.ts';
import { describeRowError, isNotFound } from './woo-failures.ts';
import { readCount } from './woo-pages.ts';

export interface CategoryWrite {
  readonly name: string;
  readonly parentId: WooId | null;
}

/** Creates categories in one batch; one that exists under its parent already is taken as ours. */
export async function createCategoryRows(
  client: WooClient,
  rows: readonly CategoryWrite[],
): Promise<Outcome<TermOutcome[]>> {
  const named = rows.filter(isNamed);
  const answers =
    named.length === 0
      ? succeed<BatchAnswer[]>([], '')
      : await sendBatch(client, CATEGORIES, named.map(buildCategory));
  return mapValue(answers, (list) => {
    const next = list.values();
    return rows.map((row) => (isNamed(row) ? readTerm(next.next().value) : refuseUnnamed()));
  });
}

const refuseUnnamed = (): TermOutcome => ({
  isDone: false,
  failure: createFailure('BUG', { where: 'category', field: 'name' }),
});

const isNamed = ({ name }: CategoryWrite): boolean => name.trim() !== '';

const buildCategory = ({ name, parentId }: CategoryWrite) => ({
  name: encodeText(name),
  ...(parentId === null ? {} : { parent: parentId }),
});

function readTerm(answer: BatchAnswer | undefined): TermOutcome {
  if (!answer) return { isDone: false, failure: createFailure('WOO_FAILING') };
  if (answer.isDone) return { isDone: true, id: readProductId(answer.row) };
  const { code, data } = answer.error;
  const ownerId = readNumber(data.resource_id, 0);
  if (code === 'term_exists' && ownerId > 0) return { isDone: true, id: asWooId(ownerId) };
  return { isDone: false, failure: describeRowError(answer.error, '').failure };
}

/** Renames and moves categories in one batch. A name that another category has there already is refused. */
export async function updateCategoryRows(
  client: WooClient,
  rows: readonly CategoryUpdate[],
): Promise<Outcome<TermOutcome[]>> {
  const named = rows.filter(hasName);
  const answers =
    named.length === 0
      ? succeed<BatchAnswer[]>([], '')
      : await sendBatch(client, CATEGORIES, named.map(buildUpdate));
  return mapValue(answers, (list) => {
    const next = list.values();
    return rows.map((row) => (hasName(row) ? readUpdated(row, next.next().value) : refuseUnnamed()));
  });
}

const hasName = ({ name }: CategoryUpdate): boolean => name === undefined || name.trim() !== '';

const buildUpdate = ({ id, name, parentId }: CategoryUpdate) => ({
  id,
  ...(name === undefined ? {} : { name: encodeText(name) }),
  ...(parentId === undefined ? {} : { parent: parentId ?? 0 }),
});

function readUpdated({ name = '', parentId }: CategoryUpdate, answer: BatchAnswer | undefined): TermOutcome {
  if (answer && !answer.isDone && NAME_TAKEN.has(answer.error.code)) {
    return { isDone: false, failure: createFailure('WOO_CATEGORY_EXISTS', { name }) };
  }
  if (answer?.isDone && parentId !== undefined && readNumber(answer.row.parent, 0) !== (parentId ?? 0)) {
    // A place below itself is dropped without a word (woocommerce.md 3.3).
    return { isDone: false, failure: createFailure('WOO_CATEGORY_NOT_MOVED', { name }) };
  }
  return readTerm(answer);
}

/** Under the name, or under the text of addresses that is made from it. */
const NAME_TAKEN: ReadonlySet<string> = new Set(['term_exists', 'duplicate_term_slug']);

/**
 * Deletes a category without products, drafts included, and without categories below it, which would rise a
 * level (woocommerce.md 3.3). The store's default category is never deleted.
 * @returns true when the category is gone
 */
export async function deleteEmptyCategory(client: WooClient, id: WooId): Promise<Outcome<boolean>> {
  const [products, children] = await Promise.all([
    client.get(PRODUCTS, { category: id, status: 'any', per_page: 1, _fields: 'id' }),
    client.get(CATEGORIES, { parent: id, per_page: 1, _fields: 'id' }),
  ]);
  if (products.kind !== 'done') return products;
  if (children.kind !== 'done') return children;
  const isEmpty = [products, children].every(({ value }) => {
    const { json, headers } = value;
    return Array.isArray(json) && json.length === 0 && (readCount(headers, 'x-wp-total') ?? 0) === 0;
  });
  if (!isEmpty) return succeed(false, products.requestId);
  const deleted = await client.remove(`${CATEGORIES}/${id}`, { force: 'true' });
  if (isNotFound(deleted)) return succeed(true, '');
  if (deleted.kind === 'rejected' && deleted.failure.facts.reason === 'woocommerce_rest_cannot_delete') {
    return succeed(false, '');
  }
  return mapValue(deleted, () => true);
}
