import { createFailure } from '../../domain/failure.ts';
import { asWooId, type CloverId, type WooId } from '../../domain/ids.ts';
import { readDetails } from '../import-deps.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { type FoundCreates, findLostProducts, findLostVariations } from '../lost-answer.ts';
import type { ProductWrite } from '../ports.ts';
import { RunStop, recordFound } from '../store-writer.ts';
import { settleStoreStock, settleTillStock } from './move-stock.ts';
import { createWriterDeps, noteLost, type RunContext, readFloor } from './write-queue.ts';

/** How many products are put into the trash in one batch. */
const TRASH_BATCH = 100;

/**
 * Rows that were on their way when the app died have an unknown outcome: what they made is found by its mark
 * and recorded, the rest waits again. Updates and categories are simply repeated: the one sets absolute
 * values, the other adopts what exists.
 */
export async function recoverLostRows(context: RunContext): Promise<void> {
  const { deps, runId, progress } = context;
  const rows = deps.ledger.outbox.claimUnknown(runId);
  if (rows.length === 0) return;
  progress.enter('recovering');
  const moves = rows.filter((row) => row.kind === 'woo.stock' || row.kind === 'till.stock');
  for (const row of moves) await settleStock(row, context);
  const others = rows.filter((row) => !moves.includes(row));
  const creates = others.filter(
    (row) => row.wooId === null && (row.kind === 'woo.product' || row.kind === 'woo.variation'),
  );
  if (creates.length > 0) noteLost(deps, runId);
  const asked: (FoundCreates | null)[] = [];
  const products = creates.filter((row) => row.kind === 'woo.product');
  if (products.length > 0)
    asked.push(await findLostProducts(products, readLowestFloor(products, context), deps.store, deps.timers));
  for (const [parentId, variations] of groupByParent(creates, context)) {
    asked.push(await findLostVariations(variations, parentId, deps.store, deps.timers));
  }
  if (asked.includes(null)) throw new RunStop(createFailure('NET_UNREACHABLE', { host: 'the store' }));
  const found = asked.flatMap((answer) => answer?.found ?? []);
  recordFound(
    found,
    createWriterDeps(context, () => undefined),
  );
  const settled = new Set(found.map(({ row }) => row.seq));
  deps.ledger.outbox.requeue(others.map((row) => row.seq).filter((seq) => !settled.has(seq)));
}

function settleStock(row: OutboxRow, { deps, signal, till }: RunContext): Promise<void> {
  const context = { deps, signal, recorder: till, onRow: () => undefined, isRecovering: true };
  return row.kind === 'till.stock' ? settleTillStock(row, context) : settleStoreStock(row, context);
}

function readLowestFloor(rows: readonly OutboxRow[], { deps, runId }: RunContext): WooId {
  let lowest = readFloor(deps, runId);
  const floors = rows.map((row) => row.floorId).filter((floor) => floor !== null);
  if (floors.length === rows.length) lowest = asWooId(Math.min(...floors));
  return lowest;
}

function groupByParent(rows: readonly OutboxRow[], { deps }: RunContext): Map<WooId, OutboxRow[]> {
  const groups = new Map<WooId, OutboxRow[]>();
  for (const row of rows) {
    if (row.kind !== 'woo.variation' || row.parentCloverId === null) continue;
    const parentId = deps.ledger.links.findByClover('product', row.parentCloverId)?.wooId;
    if (parentId === null || parentId === undefined) continue;
    groups.set(parentId, [...(groups.get(parentId) ?? []), row]);
  }
  return groups;
}

/**
 * A store that was slower than our patience may have finished an abandoned batch after its rows were sent
 * again. Where answers were lost the run ends with one more look: of two products with one mark the linked
 * one stays, the other goes to the trash.
 */
export async function removeDoubles(context: RunContext): Promise<void> {
  const { deps, runId, signal } = context;
  const run = deps.ledger.runs.get(runId);
  if (!run || signal.aborted || !readDetails(run.details).hasLostAnswers) return;
  const above = await deps.store.findProductsAbove(readFloor(deps, runId));
  if (above.kind !== 'done') throw new RunStop(above.failure);
  const doubles: ProductWrite[] = [];
  for (const { id, itemId } of above.value) {
    if (itemId === null) continue;
    const linked = readLinkedId(itemId, context);
    if (linked !== null && linked !== id) doubles.push({ id, patch: { status: 'trash' }, categoryIds: null });
  }
  for (let from = 0; from < doubles.length; from += TRASH_BATCH) {
    const outcome = await deps.store.writeProducts(doubles.slice(from, from + TRASH_BATCH));
    if (outcome.kind !== 'done') throw new RunStop(outcome.failure);
  }
  if (doubles.length === 0) return;
  const message = `${doubles.length} products that a slow answer had made twice went to the trash`;
  const entry = {
    atMs: deps.clock.nowMs(),
    level: 'warn' as const,
    action: 'import',
    side: 'store',
    entity: `run ${runId}`,
  };
  deps.ledger.journal.add({ ...entry, message, runId });
}

function readLinkedId(itemId: CloverId, { deps }: RunContext): WooId | null {
  return deps.ledger.links.findByClover('product', itemId)?.wooId ?? null;
}
