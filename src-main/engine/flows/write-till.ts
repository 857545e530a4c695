import { createFailure, type Failure } from '../../domain/failure.ts';
import { asWooId, type CloverId, type RunId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { TillCategoryRef, TillPatch } from '../../domain/till-patch.ts';
import { lookFreshly } from '../fresh-look.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import type { TillRowOutcome, TillWrite } from '../ports.ts';
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
 * fresh look first, and read back; writes set absolute values, so one whose answer was lost is repeated, and one that
 * was answered never: what stands there by then may be somebody's own.
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

/** As a row's patch is kept: once the till has answered it, only what it then says is still to be read. */
interface KeptPatch extends TillPatch {
  readonly isAnswered?: true;
}

const readPatch = (row: OutboxRow): KeptPatch => JSON.parse(row.payload) as KeptPatch;

function keepAnswered(rows: readonly OutboxRow[], { ledger }: ImportDeps): void {
  ledger.transaction(() => {
    for (const row of rows) {
      const answered: KeptPatch = { ...readPatch(row), isAnswered: true };
      ledger.outbox.setPayload(row.seq, JSON.stringify(answered));
    }
  });
}

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
  const { ledger } = context.deps;
  const isGroup = (row: OutboxRow): boolean => ledger.changes.get(row.changeId)?.kind === 'variable';
  for (const row of rows.filter(isGroup)) await renameGroup(row, context);
  const items = rows.filter((row) => !isGroup(row));
  const answered = items.filter((row) => readPatch(row).isAnswered);
  await readBack(answered, '', context);
  const open = items.filter((row) => !answered.includes(row));
  if (open.length > 0) await sendItems(open, context, isRetry);
}

async function sendItems(rows: readonly OutboxRow[], context: TillContext, isRetry: boolean): Promise<void> {
  const { sent, outcome } = await sendLooking(rows, context, isRetry);
  if (outcome.kind === 'rejected') return failAll(sent, outcome.failure, context, outcome.requestId);
  if (outcome.kind === 'unknown') return splitLost(sent, outcome.failure, context);
  if (outcome.kind !== 'done') return retry(sent, outcome.failure, false, context);
  const done = sent.filter((row, at) => {
    const answer = outcome.value[at];
    if (answer?.isDone) return true;
    failAll([row], answer ? answer.failure : createFailure('CLOVER_FAILING', {}), context);
    return false;
  });
  keepAnswered(done, context.deps);
  await readBack(done, outcome.requestId, context);
}

/** Each time that the till lets us try, the items are looked at anew: it may have asked to wait for minutes. */
async function sendLooking(
  rows: readonly OutboxRow[],
  context: TillContext,
  isRetry: boolean,
): Promise<{ readonly sent: readonly OutboxRow[]; readonly outcome: Outcome<readonly TillRowOutcome[]> }> {
  const { deps } = context;
  let sent = rows;
  let isTried = isRetry;
  const outcome = await keepTrying(deps, async () => {
    const ready = await prepare(sent, context, isTried);
    sent = ready.map(({ row }) => row);
    // One that is told to wait may have done a part: fields, and categories not yet.
    isTried = true;
    if (ready.length === 0) return NOTHING_SENT;
    return deps.till.writeItems(ready.map(({ write }) => write));
  });
  return { sent, outcome };
}

const NOTHING_SENT = { kind: 'done', value: [], requestId: '' } as const;

/** What the till says of items after it has answered: that is agreed on, and anything else by then is news of the till. */
async function readBack(rows: readonly OutboxRow[], requestId: string, context: TillContext): Promise<void> {
  if (rows.length === 0) return;
  const shelvings = new Map(rows.flatMap((row) => listShelving(row, context.deps)));
  const present = await readShelved(() => readPresent(rows, context), shelvings, context.deps.timers);
  for (const row of rows) {
    context.recorder.recordWritten(row, present.get(row.cloverId as CloverId) ?? null, requestId);
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
  const ids = rows.map((row) => row.cloverId as CloverId);
  const read = await keepTrying(deps, () => deps.till.readItems(ids));
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return new Map(read.value.map((item) => [item.id, item]));
}

function listShelving(row: OutboxRow, deps: ImportDeps): [CloverId, Shelving][] {
  const { categories } = readPatch(row);
  if (!categories) return [];
  const added = resolveCategories(categories.add, deps);
  return [[row.cloverId as CloverId, { added, removed: categories.remove }]];
}

interface ReadyRow {
  readonly row: OutboxRow;
  readonly write: TillWrite;
}

/** A fresh look at every item: what moved since the plan is looked at again, what is there already is done. */
async function prepare(
  rows: readonly OutboxRow[],
  context: TillContext,
  isRetry: boolean,
): Promise<readonly ReadyRow[]> {
  const { ledger, clock } = context.deps;
  const { seen } = await lookFreshly(() => readPresent(rows, context), clock);
  const ready: ReadyRow[] = [];
  for (const row of rows) {
    const item = seen.get(row.cloverId as CloverId);
    const change = ledger.changes.get(row.changeId);
    const isTried = isRetry || row.attempt > 0;
    const patch = readPatch(row);
    const intent = change && { decisions: change.decisions, patch };
    if (!item || !intent || hasMoved(intent, item) || (!isTried && isNewsOfTheirs(intent, item))) {
      context.recorder.recordOutdated(row);
      context.onRow(row);
      continue;
    }
    const addCategoryIds = resolveCategories(patch.categories?.add ?? [], context.deps);
    ready.push({ row, write: { id: item.id, patch, addCategoryIds } });
  }
  return ready;
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
