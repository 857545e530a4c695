import { asWooId, type WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import type { ProductWrite, RowOutcome } from '../../engine/ports.ts';
import { succeed } from '../outcomes.ts';
import { readText, type WireRow } from '../wire-values.ts';
import { type BodyContext, buildProductBody } from './product-body.ts';
import { parseProduct, parseVariation } from './product-row.ts';
import type { StoreParent, StoreParents } from './store-parents.ts';
import { type BatchAnswer, sendBatch } from './woo-batch.ts';
import { PRODUCTS } from './woo-catalog.ts';
import type { WooClient } from './woo-client.ts';
import { describeRowError } from './woo-failures.ts';

/** Writes products in one batch; existing ones whose attributes change are first looked at. */
export async function writeProductRows(
  client: WooClient,
  parents: StoreParents,
  digits: number,
  writes: readonly ProductWrite[],
): Promise<Outcome<RowOutcome[]>> {
  const attributes = new Map<WooId | null, readonly WireRow[]>();
  for (const { id, patch } of writes) {
    if (id === null || patch.attributes === undefined) continue;
    const parent = await parents.find(id);
    if (parent.kind !== 'done') return parent;
    attributes.set(id, parent.value.attributes);
  }
  return writeRows(client, PRODUCTS, writes, {
    describe: ({ id }) => ({ digits, kind: 'product', attributes: attributes.get(id) ?? [] }),
    parse: (row) => {
      parents.note([row]);
      return parseProduct(row, digits);
    },
  });
}

/** Writes variations of one parent in one batch. */
export async function writeVariationRows(
  client: WooClient,
  parent: StoreParent,
  digits: number,
  writes: readonly ProductWrite[],
): Promise<Outcome<RowOutcome[]>> {
  const { attributes } = parent;
  return writeRows(client, `${PRODUCTS}/${parent.id}/variations`, writes, {
    describe: () => ({ digits, kind: 'variation', attributes }),
    // What a row asked for it has, even where the parent has the same.
    parse: (row, { patch }) => {
      const product = parseVariation(row, digits, parent);
      return patch.sku && readText(row.sku) === patch.sku ? { ...product, sku: patch.sku } : product;
    },
  });
}

interface RowKind {
  describe(write: ProductWrite): BodyContext;
  parse(row: WireRow, write: ProductWrite): StoreProduct;
}

/** Rows that are no values are answered here and not sent; one of them never stops the others. */
async function writeRows(
  client: WooClient,
  path: string,
  writes: readonly ProductWrite[],
  kind: RowKind,
): Promise<Outcome<RowOutcome[]>> {
  const outcomes: RowOutcome[] = [];
  const sent: { readonly at: number; readonly write: ProductWrite; readonly body: WireRow }[] = [];
  writes.forEach((write, at) => {
    const built = buildProductBody(write, kind.describe(write));
    if (built.ok) sent.push({ at, write, body: built.body });
    else outcomes[at] = { isDone: false, failure: built.failure, resourceId: null };
  });
  if (sent.length === 0) return succeed(outcomes, '');
  const answers = await sendBatch(
    client,
    path,
    sent.map(({ body }) => body),
  );
  if (answers.kind !== 'done') return answers;
  answers.value.forEach((answer, index) => {
    const row = sent[index];
    if (row) outcomes[row.at] = readOutcome(answer, row.write, kind);
  });
  return succeed(outcomes, answers.requestId);
}

function readOutcome(answer: BatchAnswer, write: ProductWrite, kind: RowKind): RowOutcome {
  if (answer.isDone) return { isDone: true, product: kind.parse(answer.row, write) };
  const { failure, ownerId } = describeRowError(answer.error, write.patch.sku ?? '');
  const resourceId: WooId | null = ownerId > 0 ? asWooId(ownerId) : null;
  return { isDone: false, failure, resourceId };
}
