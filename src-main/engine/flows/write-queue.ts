import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId, RunId, WooId } from '../../domain/ids.ts';
import { asWooId } from '../../domain/ids.ts';
import type { Progress } from '../face.ts';
import { isOld } from '../fresh-look.ts';
import { type ImportDeps, type ProgressListener, readDetails } from '../import-deps.ts';
import type { OutboxKind, OutboxRow } from '../ledger-ports.ts';
import { findLostProducts, findLostVariations } from '../lost-answer.ts';
import type { ResultRecorder } from '../result-recorder.ts';
import { createStaleFailure, prepareRows } from '../row-preparer.ts';
import { type Job, runPool } from '../run-pool.ts';
import { type BatchTarget, type PreparedRow, RunStop, type WriterDeps, writeBatch } from '../store-writer.ts';
import type { TillRecorder } from '../till-recorder.ts';
import { isMove, moveStoreCategories } from './move-categories.ts';
import { renameStoreCategories } from './rename-categories.ts';

/** WooCommerce's limit for create, update and delete together (woocommerce.md 2.3). */
const BATCH_LIMIT = 100;
/** A store works on as many requests as its server has cores; two is the usual and the measured one. */
const STORE_WORKERS = 2;
/** One more than the workers, so that the next request waits there and not here. */
const IN_FLIGHT = STORE_WORKERS + 1;
/** Fewer rows than this are not worth another request. */
const SMALL_BATCH = 25;

/** What the steps of one run share. */
export interface RunContext {
  readonly deps: ImportDeps;
  readonly runId: RunId;
  readonly recorder: ResultRecorder;
  readonly till: TillRecorder;
  readonly progress: ProgressCount;
  readonly signal: AbortSignal;
}

/** Makes the missing categories, parents before children. */
export async function writeCategories({
  deps,
  runId,
  recorder,
  till,
  progress,
  signal,
}: RunContext): Promise<void> {
  const { ledger, store } = deps;
  while (!signal.aborted) {
    const taken = ledger.outbox.takeCategories(runId, BATCH_LIMIT);
    if (taken.length === 0) return;
    progress.enter('categories');
    const updates = taken.filter((row) => row.wooId !== null);
    const renames = updates.filter((row) => !isMove(row));
    if (renames.length > 0) await renameStoreCategories(renames, { deps, till });
    const moves = updates.filter(isMove);
    if (moves.length > 0) await moveStoreCategories(moves, { deps, till });
    const rows = taken.filter((row) => row.wooId === null);
    if (rows.length === 0) continue;
    const requests = rows.map((row) => ({
      name: (JSON.parse(row.payload) as { name: string }).name,
      parentId:
        row.parentCloverId === null
          ? null
          : (ledger.links.findByClover('category', row.parentCloverId)?.wooId ?? null),
    }));
    const outcome = await store.createCategories(requests);
    if (outcome.kind === 'done') {
      rows.forEach((row, at) => {
        const answer = outcome.value[at];
        if (answer?.isDone) recorder.recordCategory(row, answer.id, outcome.requestId);
        else recorder.recordFailed(row, answer?.failure ?? createFailure('WOO_FAILING'));
      });
      continue;
    }
    if (outcome.kind === 'rejected') {
      for (const row of rows) recorder.recordFailed(row, outcome.failure);
      continue;
    }
    // Repeating is safe: a category that was made is answered as `term_exists` and adopted.
    ledger.outbox.requeue(rows.map((row) => row.seq));
    const attempt = rows[0]?.attempt ?? 0;
    if (outcome.kind === 'authLost' || attempt >= 5) throw new RunStop(outcome.failure);
    await deps.timers.sleep(outcome.kind === 'retryAfter' ? outcome.delayMs : 1000 * 2 ** attempt);
  }
}

/** Drains products, and the variations of each parent as soon as the store has it. */
export async function writeProducts(context: RunContext): Promise<void> {
  const { deps, runId, signal, progress } = context;
  const { outbox } = deps.ledger;
  const categories = listCategoryIds(deps);
  const batch = createBatchSize(outbox.countWaiting(runId, 'woo.product'));
  const writer = createWriterDeps(context, batch.shrink);
  let highestId = readFloor(deps, runId);
  progress.enter('products');

  const nextProducts = (): Job | null => {
    const rows = outbox.takeProducts(runId, batch.size(), highestId);
    if (rows.length === 0) return null;
    const floor = highestId;
    const noteHighest = (id: WooId): void => {
      if (id > highestId) highestId = id;
    };
    return () => writeRows(rows, createProductTarget(deps, floor, noteHighest), context, categories, writer);
  };
  const nextVariations = (): Job | null => {
    const taken = outbox.takeVariations(runId, Math.min(BATCH_LIMIT, batch.limit()));
    if (taken === null) return null;
    const target = createVariationTarget(deps, taken.parentWooId);
    return () => writeRows(taken.rows, target, context, categories, writer);
  };

  await runPool(() => (signal.aborted ? null : (nextProducts() ?? nextVariations())), IN_FLIGHT);
  if (signal.aborted) return;
  // Whatever is left belongs to parents that could not be made.
  for (const row of outbox.orphanVariations(runId)) writer.onRow(row, recordOrphan(row, context));
}

function recordOrphan(row: OutboxRow, { recorder }: RunContext): Failure {
  const failure = createFailure('RUN_PARENT_FAILED', { parent: row.parentCloverId ?? '' });
  recorder.recordFailed(row, failure);
  return failure;
}

/** One kind of row: how it is looked at and how it is written. */
interface RowTarget extends Omit<BatchTarget, 'renew'> {
  read(ids: readonly WooId[]): ReturnType<ImportDeps['store']['readProducts']>;
}

async function writeRows(
  rows: readonly OutboxRow[],
  target: RowTarget,
  context: RunContext,
  categories: ReadonlyMap<CloverId, WooId>,
  writer: WriterDeps,
): Promise<void> {
  const { deps } = context;
  const read = async (ids: readonly WooId[]) => {
    const outcome = await target.read(ids);
    if (outcome.kind !== 'done') throw new RunStop(outcome.failure);
    return outcome.value;
  };
  const look = async (of: readonly OutboxRow[]): Promise<readonly PreparedRow[]> => {
    const { ready, stale, done } = await prepareRows(of, categories, read, deps);
    for (const row of done) {
      context.till.recordWritten(row, null, 'found done');
      writer.onRow(row, null);
    }
    for (const row of stale) leaveStale(row, context, writer);
    return ready;
  };
  const renew = async (prepared: readonly PreparedRow[]): Promise<readonly PreparedRow[]> =>
    prepared.some(({ lookedMs }) => lookedMs !== null && isOld(lookedMs, deps.clock))
      ? look(prepared.map(({ row }) => row))
      : prepared;
  const ready = await look(rows);
  if (ready.length > 0) await writeBatch(ready, { ...target, renew }, writer);
}

/** What the sync planned is planned anew, what an undo found changed stays; of an import a person is told. */
function leaveStale(row: OutboxRow, { deps, runId, till, recorder }: RunContext, writer: WriterDeps): void {
  const kind = deps.ledger.runs.get(runId)?.kind;
  if (kind === 'sync' || kind === 'undo') {
    till.recordOutdated(row);
    return;
  }
  const failure = createStaleFailure(row);
  recorder.recordFailed(row, failure);
  writer.onRow(row, failure);
}

function createProductTarget(deps: ImportDeps, floor: WooId, noteHighest: (id: WooId) => void): RowTarget {
  const { store, timers } = deps;
  return {
    read: (ids) => store.readProducts(ids),
    send: async (rows) => {
      const outcome = await store.writeProducts(rows);
      if (outcome.kind === 'done')
        for (const row of outcome.value) if (row.isDone) noteHighest(row.product.id);
      return outcome;
    },
    findLost: (rows) => findLostProducts(rows, floor, store, timers),
    findOwn: async (row, resourceId) => {
      const found = await store.readProducts([resourceId]);
      const product = found.kind === 'done' ? found.value[0] : undefined;
      return product?.itemId === row.cloverId ? { row, product } : null;
    },
  };
}

function createVariationTarget(deps: ImportDeps, parentId: WooId): RowTarget {
  const { store, timers } = deps;
  return {
    read: () => store.readVariations(parentId),
    send: (rows) => store.writeVariations(parentId, rows),
    findLost: (rows) => findLostVariations(rows, parentId, store, timers),
    findOwn: async (row) => {
      const found = await store.readVariations(parentId);
      const product =
        found.kind === 'done' ? found.value.find((it) => it.itemId === row.cloverId) : undefined;
      return product ? { row, product } : null;
    },
  };
}

export function createWriterDeps(
  { deps, runId, recorder, progress, signal }: RunContext,
  shrink: (rows: number) => void,
): WriterDeps {
  return {
    timers: deps.timers,
    recorder,
    signal,
    shrink,
    illness: { lostRows: 0 },
    noteLost: () => noteLost(deps, runId),
    onRow: (row, failure) => progress.count(row, failure),
  };
}

/** Remembers that an answer was lost, so that the end of the run looks for doubles. */
export function noteLost(deps: ImportDeps, runId: RunId): void {
  const run = deps.ledger.runs.get(runId);
  if (run)
    deps.ledger.runs.setDetails(runId, JSON.stringify({ ...readDetails(run.details), hasLostAnswers: true }));
}

export function listCategoryIds(deps: ImportDeps): Map<CloverId, WooId> {
  const ids = new Map<CloverId, WooId>();
  for (const link of deps.ledger.links.all()) {
    if (link.kind === 'category' && link.wooId !== null) ids.set(link.cloverId, link.wooId);
  }
  return ids;
}

export function readFloor(deps: ImportDeps, runId: RunId): WooId {
  const run = deps.ledger.runs.get(runId);
  return asWooId(run ? readDetails(run.details).floorId : 0);
}

/** Batches as even as can be over the store's workers, so that none works alone at the end. */
function createBatchSize(rows: number) {
  let limit = BATCH_LIMIT;
  const fewest = Math.ceil(rows / BATCH_LIMIT);
  const even = rows <= SMALL_BATCH ? fewest : Math.ceil(fewest / STORE_WORKERS) * STORE_WORKERS;
  const planned = Math.max(1, Math.ceil(rows / Math.max(1, even)));
  return {
    size: () => Math.min(planned, limit),
    limit: () => limit,
    shrink: (to: number): void => {
      limit = Math.max(1, Math.min(limit, to));
    },
  };
}

/** Counts rows as they end and tells the listener. */
export interface ProgressCount {
  enter(phase: Progress['phase']): void;
  count(row: OutboxRow, failure: Failure | null): void;
  finish(): void;
}

export function createProgressCount(deps: ImportDeps, runId: RunId, listen: ProgressListener): ProgressCount {
  const { changes, outbox } = deps.ledger;
  const kinds: readonly OutboxKind[] = ['woo.product', 'woo.variation'];
  const waiting = kinds.reduce((sum, kind) => sum + outbox.countWaiting(runId, kind), 0);
  let earlier = { created: 0, updated: 0, failed: 0 };
  for (const { kind, state, count, isCreated, action } of changes.count(runId)) {
    if (kind === 'category' || (state !== 'done' && state !== 'failed') || action === 'skip') continue;
    const key = state === 'failed' ? 'failed' : isCreated ? 'created' : 'updated';
    earlier = { ...earlier, [key]: earlier[key] + count };
  }
  const progress = { phase: 'products' as Progress['phase'], ...earlier };
  const start = earlier.created + earlier.updated + earlier.failed;
  let done = start;
  const tell = (failure?: Progress['failure']): void =>
    listen({ ...progress, done, total: start + waiting, ...(failure ? { failure } : {}) });
  return {
    enter: (phase) => {
      progress.phase = phase;
      tell();
    },
    count: (row, failure) => {
      done += 1;
      progress[failure ? 'failed' : row.wooId === null ? 'created' : 'updated'] += 1;
      tell(failure ? { name: changes.get(row.changeId)?.name ?? row.cloverId ?? '', failure } : undefined);
    },
    finish: () => {
      progress.phase = 'finished';
      tell();
    },
  };
}
