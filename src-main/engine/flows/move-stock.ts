import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId, WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import { isGone } from '../refusal.ts';
import { RunStop } from '../store-writer.ts';
import type { TillRecorder } from '../till-recorder.ts';
import { judgeEarlierTry, readSold, readTarget, type StockIntent } from './earlier-try.ts';
import { createTillCounts, readTillCount, type TillCounts } from './till-counts.ts';

/** A small portion keeps the time between reading a count and writing it short. */
const ROWS_A_PORTION = 25;
/** An answer that stays lost this often: the store or the till is ill, not the row. */
const MOST_TRIES = 3;
/** A side may go on working after the line broke (woocommerce.md 1), so one look is not enough. */
const LOOK_EVERY_MS = 1_500;
const MOST_LOOKS = 4;
const MOST_WAITS = 8;
const LONGEST_WAIT_MS = 60_000;

type TriedLater = Extract<Outcome<number>, { kind: 'retryAfter' | 'authLost' }>;

/** A row of the store that is tried now, with its intent as it was. */
interface Ready {
  readonly row: OutboxRow;
  readonly intent: StockIntent;
  readonly tried: StockIntent;
}

export interface StockContext {
  readonly deps: ImportDeps;
  readonly recorder: TillRecorder;
  readonly signal: AbortSignal;
  readonly onRow: (row: OutboxRow) => void;
  /** What an earlier start left is only sorted out now; nothing was tried yet that a side could be ill of. */
  readonly isRecovering?: boolean;
}

/**
 * Carries out the stock movements of a run. The till takes whole counts only (clover.md 6.4) and the store's
 * difference is not safe to repeat (woocommerce.md 3.1), so the count is read, the intent committed with it,
 * the write made, and after a lost answer the count says whether it arrived. If it can say neither, nothing
 * is repeated: a person decides.
 * @throws RunStop when a side is away or refuses our keys
 */
export async function moveStock(context: StockContext, runId: OutboxRow['runId']): Promise<void> {
  const { outbox } = context.deps.ledger;
  while (!context.signal.aborted) {
    const rows = outbox.take(runId, 'woo.stock', ROWS_A_PORTION);
    if (rows.length === 0) break;
    await moveInStore(rows, context);
  }
  while (!context.signal.aborted) {
    const rows = outbox.take(runId, 'till.stock', ROWS_A_PORTION);
    if (rows.length === 0) break;
    const counts = createTillCounts(rows.length >= ROWS_A_PORTION, context.deps);
    for (const [at, row] of rows.entries()) await moveOnTill(row, counts, rows.length - at, context);
  }
}

const readIntent = (row: OutboxRow): StockIntent => JSON.parse(row.payload) as StockIntent;

/** As it is by now: a call of ours that came between notes there what it saw. */
const rereadIntent = (row: OutboxRow, { ledger }: ImportDeps): StockIntent =>
  JSON.parse(ledger.outbox.readPayload(row.seq) ?? row.payload) as StockIntent;

const keepIntent = ({ ledger }: ImportDeps, row: OutboxRow, intent: StockIntent): void =>
  ledger.outbox.setPayload(row.seq, JSON.stringify(intent));

// --- the till ---

async function moveOnTill(
  row: OutboxRow,
  counts: TillCounts,
  left: number,
  context: StockContext,
): Promise<void> {
  const { ledger, timers } = context.deps;
  for (let waits = 0; ; waits += 1) {
    const tryNow = () => tryOnTill(row, { counts, left, isAnew: waits > 0 }, context);
    const outcome = await inTillsTurn(context, tryNow);
    if (outcome === null) return;
    if (outcome.kind !== 'retryAfter' || waits >= MOST_WAITS) {
      ledger.outbox.requeue([row.seq]);
      throw new RunStop(outcome.failure);
    }
    await timers.sleep(Math.min(outcome.delayMs, LONGEST_WAIT_MS));
  }
}

/** No other call of ours moves the till's counts meanwhile. */
const inTillsTurn = <T>({ deps }: StockContext, work: () => Promise<T>): Promise<T> =>
  deps.counts ? deps.counts.till.take(work) : work();

/**
 * Reads the count, writes it and finds out what became of that. Null once the row has its end; else nothing arrived,
 * and it may be tried later.
 */
async function tryOnTill(
  row: OutboxRow,
  { counts, left, isAnew }: { readonly counts: TillCounts; readonly left: number; readonly isAnew: boolean },
  context: StockContext,
): Promise<TriedLater | null> {
  const { deps, recorder } = context;
  const id = row.cloverId as CloverId;
  // After a wait the count is read anew: a sale meanwhile must not be overwritten.
  const from = await (isAnew ? readTillCount(id, deps) : counts.read(id, left));
  if (from === null) {
    leaveOutdated(row, context);
    return null;
  }
  const intent = rereadIntent(row, deps);
  if (await settleEarlier(row, intent, from, context)) return null;
  const { seen: _, ...first } = intent;
  const tried = { ...first, from, sold: readSold(row, 'till', deps), triedMs: deps.clock.nowMs() };
  keepIntent(deps, row, tried);
  const outcome = await deps.till.writeStock(id, readTarget(intent, from));
  // The portion may hold one more row of this item.
  counts.forget(id);
  if (outcome.kind === 'retryAfter' || outcome.kind === 'authLost') {
    keepIntent(deps, row, intent);
    return outcome;
  }
  if (outcome.kind === 'unknown') {
    await settleLostWrite(row, context);
    return null;
  }
  if (outcome.kind === 'done') recorder.recordMoved(row, outcome.requestId, tried.triedMs);
  else recorder.recordFailed(row, outcome.failure, outcome.requestId);
  context.onRow(row);
  return null;
}

/** Whether an earlier try has done it already, or may have. */
async function settleEarlier(
  row: OutboxRow,
  intent: StockIntent,
  now: number,
  { deps, recorder, onRow }: StockContext,
): Promise<boolean> {
  const end = await judgeEarlierTry(row, intent, now, 'till', deps);
  if (end === 'none') return false;
  if (end === 'moved') recorder.recordMoved(row, 'found done', intent.triedMs);
  else recorder.recordUnsure(row, { till: now, store: readAgreedStore(row, deps) });
  onRow(row);
  return true;
}

/** Certainly not done: the next try starts from whatever the count is then. */
function leaveForLater(
  left: readonly { readonly row: OutboxRow; readonly intent: StockIntent }[],
  failure: Failure,
  deps: ImportDeps,
): never {
  deps.ledger.transaction(() => {
    for (const { row, intent } of left) keepIntent(deps, row, intent);
    deps.ledger.outbox.requeue(left.map(({ row }) => row.seq));
  });
  throw new RunStop(failure);
}

/** Looks until the count is another than it was, or nothing has happened for a while. */
async function lookForMove<Count>(
  look: () => Promise<Count>,
  from: number,
  deps: ImportDeps,
): Promise<Count> {
  for (let looks = 1; ; looks += 1) {
    const now = await look();
    if (now !== from || looks >= MOST_LOOKS) return now;
    await deps.timers.sleep(LOOK_EVERY_MS);
  }
}

/** What was deleted since the plan holds up nothing: the next comparison sees that it is gone. */
function leaveOutdated(row: OutboxRow, { recorder, onRow }: StockContext): void {
  recorder.recordOutdated(row);
  onRow(row);
}

/** What became of a till write that an earlier start left; it waits again only where it certainly did not arrive. */
export const settleTillStock = (row: OutboxRow, context: StockContext): Promise<void> =>
  inTillsTurn(context, () => settleLostWrite(row, context));

async function settleLostWrite(row: OutboxRow, context: StockContext): Promise<void> {
  const { deps } = context;
  const intent = rereadIntent(row, deps);
  if (intent.from === undefined) return deps.ledger.outbox.requeue([row.seq]);
  const now = await lookForMove(() => readTillCount(row.cloverId as CloverId, deps), intent.from, deps);
  if (now === null) return leaveOutdated(row, context);
  if (!(await settleEarlier(row, intent, now, context))) retryLater(row, context, 'the till');
}

// --- the store ---

async function moveInStore(rows: readonly OutboxRow[], context: StockContext): Promise<void> {
  const parents = new Map<WooId | null, OutboxRow[]>();
  for (const row of rows) {
    const parent = readParent(row, context.deps);
    parents.set(parent, [...(parents.get(parent) ?? []), row]);
  }
  for (const [parent, siblings] of parents) await moveSiblings(parent, siblings, context);
}

/** The variable product of a variation; null for a product. */
function readParent(row: OutboxRow, { ledger }: ImportDeps): WooId | null {
  return row.linkId === null ? null : (ledger.links.get(row.linkId)?.parentWooId ?? null);
}

async function readStoreCounts(
  parent: WooId | null,
  ids: readonly WooId[],
  deps: ImportDeps,
): Promise<ReadonlyMap<WooId, number | null>> {
  const read = await keepTrying(deps, () =>
    parent === null ? deps.store.readProducts(ids) : deps.store.readVariations(parent),
  );
  // The parent of these variations is gone, and they with it.
  if (isGone(read)) return new Map();
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return new Map(
    read.value.map((product) => [product.id, product.managesStock === true ? product.stock : null]),
  );
}

async function moveSiblings(
  parent: WooId | null,
  rows: readonly OutboxRow[],
  context: StockContext,
): Promise<void> {
  const { deps, recorder } = context;
  const ids = rows.map((row) => row.wooId as WooId);
  const counts = await readStoreCounts(parent, ids, deps);
  const ready: Ready[] = [];
  for (const row of rows) {
    const intent = readIntent(row);
    const from = counts.get(row.wooId as WooId);
    const earlier =
      typeof from === 'number' ? await judgeEarlierTry(row, intent, from, 'store', deps) : 'none';
    if (earlier !== 'none') {
      if (earlier === 'moved') recorder.recordMoved(row, 'found done', intent.triedMs);
      else recorder.recordUnsure(row, { till: readAgreedTill(row, deps), store: from ?? null });
      context.onRow(row);
      continue;
    }
    if (typeof from === 'number' && (await isSureOfZero(row, from, deps))) {
      const tried = { ...intent, from, sold: readSold(row, 'store', deps), triedMs: deps.clock.nowMs() };
      ready.push({ row, intent, tried });
    } else leaveOutdated(row, context);
  }
  if (ready.length === 0) return;
  // Only now: a row that stops the run while the others are looked at leaves them untried.
  deps.ledger.transaction(() => {
    for (const { row, tried } of ready) keepIntent(deps, row, tried);
  });
  await sendMoves(parent, ready, context);
}

async function sendMoves(
  parent: WooId | null,
  ready: readonly Ready[],
  context: StockContext,
): Promise<void> {
  const { deps, recorder } = context;
  const moves = ready.map(({ row, intent }) => ({ id: row.wooId as WooId, delta: intent.stockDelta ?? 0 }));
  const outcome = await keepTrying(deps, () => deps.store.moveStock(parent, moves));
  if (outcome.kind === 'retryAfter' || outcome.kind === 'authLost')
    leaveForLater(ready, outcome.failure, deps);
  for (const [at, { row, tried }] of ready.entries()) {
    if (outcome.kind === 'unknown') {
      await settleStoreStock(row, context);
      continue;
    }
    const answer = outcome.kind === 'done' ? outcome.value[at] : undefined;
    if (outcome.kind === 'done' && answer?.isDone)
      recorder.recordMoved(row, outcome.requestId, tried.triedMs);
    else recorder.recordFailed(row, readFailure(outcome, answer));
    context.onRow(row);
  }
}

/** An unverified zero is never written (features.md X7): the till is asked once more before one is. */
async function isSureOfZero(row: OutboxRow, from: number, deps: ImportDeps): Promise<boolean> {
  if (from <= 0 || readTarget(readIntent(row), from) > 0) return true;
  const planned = deps.ledger.changes.get(row.changeId)?.decisions[0];
  const read = await keepTrying(deps, () => deps.till.readStock(row.cloverId as CloverId));
  // The item is gone: what its count is to be nobody can say.
  if (isGone(read)) return false;
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return read.value === (planned?.till ?? planned?.wanted);
}

const readFailure = (outcome: Outcome<unknown>, answer: { readonly isDone: boolean } | undefined) => {
  if (outcome.kind !== 'done') return outcome.failure;
  return answer && 'failure' in answer
    ? (answer.failure as ReturnType<typeof createFailure>)
    : createFailure('WOO_FAILING', {});
};

/** What became of a store write whose answer never came. */
export async function settleStoreStock(row: OutboxRow, context: StockContext): Promise<void> {
  const { deps, recorder } = context;
  const intent = rereadIntent(row, deps);
  if (intent.from === undefined) return deps.ledger.outbox.requeue([row.seq]);
  const look = async (): Promise<number | null | undefined> =>
    (await readStoreCounts(readParent(row, deps), [row.wooId as WooId], deps)).get(row.wooId as WooId);
  const now = await lookForMove(look, intent.from, deps);
  if (now === undefined) return leaveOutdated(row, context);
  const end = now === null ? 'unsure' : await judgeEarlierTry(row, intent, now, 'store', deps);
  if (end === 'moved') recorder.recordMoved(row, 'found done', intent.triedMs);
  else if (end === 'unsure') recorder.recordUnsure(row, { till: readAgreedTill(row, deps), store: now });
  else return retryLater(row, context, 'the store');
  context.onRow(row);
}

function retryLater(row: OutboxRow, { deps, isRecovering }: StockContext, host: string): void {
  deps.ledger.outbox.requeue([row.seq]);
  if (!isRecovering && row.attempt + 1 >= MOST_TRIES)
    throw new RunStop(createFailure('NET_UNREACHABLE', { host }));
}

const readAgreedStore = (row: OutboxRow, deps: ImportDeps): number | null => readAgreed(row, deps, 'store');
const readAgreedTill = (row: OutboxRow, deps: ImportDeps): number | null => readAgreed(row, deps, 'till');

function readAgreed({ linkId }: OutboxRow, { ledger }: ImportDeps, side: 'till' | 'store'): number | null {
  const value = linkId === null ? null : (ledger.shadows.get(linkId)?.stock?.[side] ?? null);
  return typeof value === 'number' ? value : null;
}
