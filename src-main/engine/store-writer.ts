import { createFailure, type Failure } from '../domain/failure.ts';
import type { WooId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { OutboxRow } from './ledger-ports.ts';
import type { FoundCreates } from './lost-answer.ts';
import type { ProductWrite, RowOutcome, Timers } from './ports.ts';
import type { ResultRecorder } from './result-recorder.ts';

/** Waits together at most about five minutes before a run stops and says why. */
const MOST_WAITS = 12;
const LONGEST_WAIT_MS = 60_000;
/** How often a single row is tried while its answers stay lost. */
const MOST_LONE_TRIES = 3;
const MOST_LOST_ROWS = 3;

/** Why a run cannot go on for now; it can be taken up again. */
export class RunStop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** One queue row with what it writes. */
export interface PreparedRow {
  readonly row: OutboxRow;
  readonly write: ProductWrite;
  /** When (monotonic) the look began that says that it may be written; null for what is yet to be made. */
  readonly lookedMs: number | null;
}

/** How one kind of row (products, or one parent's variations) is written, and found after a lost answer. */
export interface BatchTarget {
  /** Looks again at rows whose look has grown old; those that somebody has changed since are recorded and left out. */
  renew(rows: readonly PreparedRow[]): Promise<readonly PreparedRow[]>;
  send(rows: readonly ProductWrite[]): Promise<Outcome<readonly RowOutcome[]>>;
  /** null when the store could not be asked. */
  findLost(rows: readonly OutboxRow[]): Promise<FoundCreates | null>;
  /** A product with this id that carries this row's mark: the store refused it as a double of itself. */
  findOwn(row: OutboxRow, resourceId: WooId): Promise<FoundCreates['found'][number] | null>;
}

export interface WriterDeps {
  readonly timers: Timers;
  readonly recorder: ResultRecorder;
  readonly signal: AbortSignal;
  /** Learns that the store takes fewer rows at once. */
  readonly shrink: (rows: number) => void;
  /** Learns that an answer was lost. */
  readonly noteLost: () => void;
  /** Lone rows in a row whose answers stayed lost: past a few it is the store that is ill, not the rows. */
  readonly illness: { lostRows: number };
  /** Hears of each row's end. */
  readonly onRow: (row: OutboxRow, failure: Failure | null) => void;
}

/**
 * Writes rows as one batch. A batch that fails or whose answer is lost is split until the bad row is alone
 * and named; one bad row never stops the others.
 * @throws RunStop when the store cannot be reached or no longer accepts our keys
 */
export async function writeBatch(
  batch: readonly PreparedRow[],
  target: BatchTarget,
  deps: WriterDeps,
): Promise<void> {
  let rows = batch;
  for (let tries = 1; ; tries += 1) {
    const sent = await sendPatiently(rows, target, deps);
    if (sent === null) return;
    const { outcome } = sent;
    rows = sent.rows;
    if (outcome.kind === 'done') return recordAnswers(rows, outcome.value, outcome.requestId, target, deps);
    let left = rows;
    if (outcome.kind === 'unknown') {
      left = await settle(rows, target, deps);
      if (left.length === 0) return;
    }
    if (left.length > 1) return splitBatch(left, target, deps);
    // What was found done must not go out again with the one that was not.
    if (left.length < rows.length) return writeBatch(left, target, deps);
    // A refusal of a lone row is final; a lost answer earns it a few more tries.
    if (outcome.kind === 'unknown' && tries < MOST_LONE_TRIES) continue;
    if (outcome.kind === 'unknown') countIllness(outcome.failure, deps);
    const requestId = outcome.kind === 'rejected' ? outcome.requestId : undefined;
    for (const { row } of left) recordFailure(row, outcome.failure, deps, requestId);
    return;
  }
}

function countIllness(failure: Failure, deps: WriterDeps): void {
  deps.illness.lostRows += 1;
  if (deps.illness.lostRows > MOST_LOST_ROWS) throw new RunStop(failure);
}

interface Sent {
  readonly rows: readonly PreparedRow[];
  readonly outcome: Exclude<Outcome<readonly RowOutcome[]>, { kind: 'retryAfter' | 'authLost' }>;
}

/** Sends what still may be sent each time; null where nothing was left of it. */
async function sendPatiently(
  batch: readonly PreparedRow[],
  target: BatchTarget,
  deps: WriterDeps,
): Promise<Sent | null> {
  let rows = batch;
  for (let waits = 0; ; waits += 1) {
    rows = await target.renew(rows);
    if (rows.length === 0) return null;
    const outcome = await target.send(rows.map((prepared) => prepared.write));
    if (outcome.kind === 'authLost') throw new RunStop(outcome.failure);
    if (outcome.kind !== 'retryAfter') return { rows, outcome };
    if (waits >= MOST_WAITS || deps.signal.aborted) throw new RunStop(outcome.failure);
    await deps.timers.sleep(Math.min(outcome.delayMs, LONGEST_WAIT_MS));
  }
}

async function splitBatch(
  rows: readonly PreparedRow[],
  target: BatchTarget,
  deps: WriterDeps,
): Promise<void> {
  const half = Math.ceil(rows.length / 2);
  deps.shrink(half);
  await writeBatch(rows.slice(0, half), target, deps);
  await writeBatch(rows.slice(half), target, deps);
}

/** After a lost answer: what was made is recorded, the rest is answered for another try. */
async function settle(
  rows: readonly PreparedRow[],
  target: BatchTarget,
  deps: WriterDeps,
): Promise<readonly PreparedRow[]> {
  const creates = rows.filter((prepared) => prepared.row.wooId === null);
  if (creates.length === 0) return rows; // an update sets absolute values: repeating it changes nothing
  deps.noteLost();
  const lost = await target.findLost(creates.map((prepared) => prepared.row));
  // Without an answer to the search nothing may be repeated: the rows stay unknown for the next start.
  if (lost === null) throw new RunStop(createFailure('NET_UNREACHABLE', { host: 'the store' }));
  recordFound(lost.found, deps);
  const missing = new Set(lost.missing.map((row) => row.seq));
  return rows.filter((prepared) => prepared.row.wooId !== null || missing.has(prepared.row.seq));
}

/** Records creates that were found in the store though their answer never came. */
export function recordFound(
  found: FoundCreates['found'],
  deps: Pick<WriterDeps, 'recorder' | 'onRow'>,
): void {
  deps.recorder.recordDone(
    found.map(({ row, product }) => ({
      row,
      product,
      requestId: 'found again by its mark',
      isCreated: true,
      isFoundLater: true,
    })),
  );
  for (const { row } of found) deps.onRow(row, null);
}

async function recordAnswers(
  rows: readonly PreparedRow[],
  answers: readonly RowOutcome[],
  requestId: string,
  target: BatchTarget,
  deps: WriterDeps,
): Promise<void> {
  const done: Parameters<ResultRecorder['recordDone']>[0][number][] = [];
  const refused: { readonly row: OutboxRow; readonly answer: Extract<RowOutcome, { isDone: false }> }[] = [];
  rows.forEach(({ row }, at) => {
    const answer = answers[at];
    if (answer?.isDone) done.push({ row, product: answer.product, requestId, isCreated: row.wooId === null });
    else
      refused.push({
        row,
        answer: answer ?? { isDone: false, failure: createFailure('WOO_FAILING', {}), resourceId: null },
      });
  });
  deps.illness.lostRows = 0;
  deps.recorder.recordDone(done);
  for (const { row } of done) deps.onRow(row, null);
  for (const { row, answer } of refused) {
    const own =
      answer.resourceId === null || row.wooId !== null ? null : await target.findOwn(row, answer.resourceId);
    if (own) recordFound([own], deps);
    else recordFailure(row, answer.failure, deps, requestId);
  }
}

function recordFailure(row: OutboxRow, failure: Failure, deps: WriterDeps, requestId?: string): void {
  deps.recorder.recordFailed(row, failure, requestId);
  deps.onRow(row, failure);
}
