import { createFailure, type Failure } from '../../domain/failure.ts';
import { asWooId, type CloverId, type RunId } from '../../domain/ids.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { TillCategoryRef, TillPatch } from '../../domain/till-patch.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import type { TillWrite } from '../ports.ts';
import { RunStop } from '../store-writer.ts';
import type { TillRecorder } from '../till-recorder.ts';
import { agreeName, yieldName } from './category-name.ts';
import { isMove, moveTillCategory } from './move-categories.ts';
import { readSeenName } from './rename-categories.ts';
import { readShelved, type Shelving } from './shelves-shown.ts';
import { hasMoved, isNewsOfTheirs } from './till-news.ts';

/** The till takes thousands at once (clover.md 6.2); a portion is what is re-read and lost together. */
const ROWS_A_PORTION = 250;
const MOST_TRIES = 3;
const MOST_LOST_ROWS = 3;
/** So old a look may be when its items are written. */
const FRESH_MS = 2_000;
const MOST_READS = 3;

export interface TillContext {
  readonly deps: ImportDeps;
  readonly recorder: TillRecorder;
  readonly signal: AbortSignal;
  readonly onRow: (row: OutboxRow) => void;
  /** Lone rows whose answers stayed lost: past a few it is the till that is ill, not the rows. */
  readonly illness: { lostRows: number };
}

/**
 * Writes a run's rows for the till: categories, new things, changed items. Every change is checked against a
 * fresh look first, and read back; writes set absolute values, so one whose answer was lost is repeated.
 * @throws RunStop when the till is away or refuses our token
 */
export async function writeTill(context: TillContext, runId: RunId): Promise<void> {
  const { outbox } = context.deps.ledger;
  const take = (kind: 'till.category' | 'till.item', limit: number): OutboxRow[] =>
    context.signal.aborted ? [] : outbox.take(runId, kind, limit);
  for (let rows = take('till.category', 1); rows[0]; rows = take('till.category', 1))
    await changeCategory(rows[0], context);
  for (
    let rows = take('till.item', ROWS_A_PORTION);
    rows.length > 0;
    rows = take('till.item', ROWS_A_PORTION)
  )
    await writeItems(rows, context);
}

const readPatch = (row: OutboxRow): TillPatch => JSON.parse(row.payload) as TillPatch;

async function changeCategory(row: OutboxRow, context: TillContext): Promise<void> {
  if (!isMove(row)) return renameCategory(row, context);
  await moveTillCategory(row, { deps: context.deps, till: context.recorder });
  context.onRow(row);
}

/** Looked at first, as in the store: a name that somebody has given it since is planned anew. */
async function renameCategory(row: OutboxRow, context: TillContext): Promise<void> {
  const { deps, recorder } = context;
  const name = readPatch(row).name ?? '';
  const lists = await keepTrying(deps, () => deps.till.readLists());
  if (lists.kind !== 'done') throw new RunStop(lists.failure);
  const now = lists.value.categories.get(row.cloverId as CloverId)?.name;
  if (now !== name && now !== readSeenName(row, 'till', deps.ledger)) {
    if (now !== undefined) yieldName(row, 'till', name, deps.ledger);
    recorder.recordOutdated(row);
    return context.onRow(row);
  }
  const outcome = await keepTrying(deps, () => deps.till.renameCategory(row.cloverId as CloverId, name));
  if (outcome.kind === 'done') {
    agreeName(row, 'till', name, deps.ledger);
    recorder.recordWritten(row, null, outcome.requestId);
  } else if (outcome.kind === 'rejected') recorder.recordFailed(row, outcome.failure, outcome.requestId);
  else return retry([row], outcome.failure, outcome.kind === 'unknown', context);
  context.onRow(row);
}

/** @param isRetry a try of these rows has just lost its answer: what it did is no news */
async function writeItems(rows: readonly OutboxRow[], context: TillContext, isRetry = false): Promise<void> {
  const { ready, groups } = await prepare(rows, context, isRetry);
  for (const row of groups) await renameGroup(row, context);
  if (ready.length === 0) return;
  const { deps } = context;
  const outcome = await keepTrying(deps, () => deps.till.writeItems(ready.map(({ write }) => write)));
  const written = ready.map(({ row }) => row);
  if (outcome.kind === 'rejected') return failAll(written, outcome.failure, context, outcome.requestId);
  if (outcome.kind === 'unknown') return splitLost(written, outcome.failure, context);
  if (outcome.kind !== 'done') return retry(written, outcome.failure, false, context);
  const done = written.filter((row, at) => {
    const answer = outcome.value[at];
    if (answer?.isDone) return true;
    failAll([row], answer ? answer.failure : createFailure('CLOVER_FAILING', {}), context);
    return false;
  });
  const shelvings = new Map(
    ready.flatMap(({ row, write }) => (done.includes(row) ? listShelving(write) : [])),
  );
  const present = await readShelved(() => readPresent(done, context), shelvings, deps.timers);
  for (const row of done) {
    const item = present.get(row.cloverId as CloverId) ?? null;
    context.recorder.recordWritten(row, item, outcome.requestId);
    context.onRow(row);
  }
}

/** One row that the till cannot bear must not hold up the others: halves, until it is alone and named. */
async function splitLost(rows: readonly OutboxRow[], failure: Failure, context: TillContext): Promise<void> {
  if (rows.length > 1) {
    const half = Math.ceil(rows.length / 2);
    await writeItems(rows.slice(0, half), context, true);
    return writeItems(rows.slice(half), context, true);
  }
  const [row] = rows;
  if (!row || row.attempt + 1 < MOST_TRIES) return retry(rows, failure, true, context);
  failAll(rows, failure, context);
  context.illness.lostRows += 1;
  if (context.illness.lostRows > MOST_LOST_ROWS) throw new RunStop(failure);
}

function failAll(
  rows: readonly OutboxRow[],
  failure: Failure,
  { recorder, onRow }: TillContext,
  requestId?: string,
): void {
  for (const row of rows) {
    recorder.recordFailed(row, failure, requestId);
    onRow(row);
  }
}

/** Absolute values may be written twice; a till that stays silent ends the run for now. */
function retry(rows: readonly OutboxRow[], failure: Failure, isLost: boolean, { deps }: TillContext): void {
  deps.ledger.outbox.requeue(rows.map((row) => row.seq));
  if (!isLost || rows.some((row) => row.attempt + 1 >= MOST_TRIES)) throw new RunStop(failure);
}

async function readPresent(
  rows: readonly OutboxRow[],
  { deps }: TillContext,
): Promise<ReadonlyMap<CloverId, TillItem>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map((row) => row.cloverId as CloverId);
  const read = await keepTrying(deps, () => deps.till.readItems(ids));
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return new Map(read.value.map((item) => [item.id, item]));
}

function listShelving({ id, patch, addCategoryIds }: TillWrite): [CloverId, Shelving][] {
  if (!patch.categories) return [];
  return [[id, { added: addCategoryIds, removed: patch.categories.remove }]];
}

/** A read that had to be made again is old for the items that it began with: a newer edit would be written over. */
async function readFresh(
  rows: readonly OutboxRow[],
  context: TillContext,
): Promise<ReadonlyMap<CloverId, TillItem>> {
  const { clock } = context.deps;
  for (let reads = 1; ; reads += 1) {
    const beganMs = clock.monotonicMs();
    const present = await readPresent(rows, context);
    if (clock.monotonicMs() - beganMs <= FRESH_MS || reads >= MOST_READS) return present;
  }
}

interface Prepared {
  readonly ready: readonly { readonly row: OutboxRow; readonly write: TillWrite }[];
  readonly groups: readonly OutboxRow[];
}

/** A fresh look at every item: what moved since the plan is looked at again, what is there already is done. */
async function prepare(
  rows: readonly OutboxRow[],
  context: TillContext,
  isRetry: boolean,
): Promise<Prepared> {
  const { ledger } = context.deps;
  const changes = new Map(rows.map((row) => [row.seq, ledger.changes.get(row.changeId)]));
  const groups = rows.filter((row) => changes.get(row.seq)?.kind === 'variable');
  const items = rows.filter((row) => changes.get(row.seq)?.kind !== 'variable');
  const present = await readFresh(items, context);
  const ready: { row: OutboxRow; write: TillWrite }[] = [];
  for (const row of items) {
    const item = present.get(row.cloverId as CloverId);
    const change = changes.get(row.seq);
    const isTried = isRetry || row.attempt > 0;
    const intent = change && { decisions: change.decisions, patch: readPatch(row) };
    if (!item || !intent || hasMoved(intent, item) || (!isTried && isNewsOfTheirs(intent, item))) {
      context.recorder.recordOutdated(row);
      context.onRow(row);
      continue;
    }
    const patch = readPatch(row);
    const addCategoryIds = resolveCategories(patch.categories?.add ?? [], context.deps);
    ready.push({ row, write: { id: item.id, patch, addCategoryIds } });
  }
  return { ready, groups };
}

/** Till ids of categories; one that the till does not have is left out. */
export function resolveCategories(refs: readonly TillCategoryRef[], { ledger }: ImportDeps): CloverId[] {
  return refs
    .map((ref) =>
      'till' in ref ? ref.till : (ledger.links.findByWoo('category', asWooId(ref.store))?.cloverId ?? null),
    )
    .filter((id) => id !== null);
}

async function renameGroup(row: OutboxRow, context: TillContext): Promise<void> {
  const { deps, recorder } = context;
  const name = readPatch(row).name;
  if (name === undefined) return failAll([row], createFailure('CLOVER_FAILING', {}), context);
  const outcome = await keepTrying(deps, () => deps.till.renameItemGroup(row.cloverId as CloverId, name));
  if (outcome.kind === 'done') recorder.recordWritten(row, null, outcome.requestId);
  else if (outcome.kind === 'rejected') recorder.recordFailed(row, outcome.failure, outcome.requestId);
  else return retry([row], outcome.failure, outcome.kind === 'unknown', context);
  context.onRow(row);
}
