import type { Failure } from '../../domain/failure.ts';
import { createFailure } from '../../domain/failure.ts';
import type { RunId } from '../../domain/ids.ts';
import { TILL_CURSOR } from '../cursors.ts';
import { type Attempt, fail, succeed } from '../face.ts';
import {
  type ImportDeps,
  type ProgressListener,
  type RunDetails,
  readDetails,
  refuseOtherShop,
} from '../import-deps.ts';
import type { Run, RunState } from '../ledger-ports.ts';
import { findOtherShop, noteLinkedShop } from '../linked-shop.ts';
import { guardOthers } from '../live/put-back.ts';
import { createResultRecorder } from '../result-recorder.ts';
import { summarizeRun } from '../run-summary.ts';
import { RunStop } from '../store-writer.ts';
import { createTillRecorder } from '../till-recorder.ts';
import { makeOnTill } from './make-on-till.ts';
import { moveStock } from './move-stock.ts';
import { listOddPrices, noteOddPrices } from './odd-prices.ts';
import { recoverLostRows, removeDoubles } from './recover-run.ts';
import { removeCategories } from './remove-categories.ts';
import { createProgressCount, writeCategories, writeProducts } from './write-queue.ts';
import { writeTill } from './write-till.ts';

const RESUMABLE: readonly RunState[] = ['approved', 'applying', 'cancelled', 'stopped'];
/** A plan is a picture of two sides; a day later it is a picture of yesterday. */
const MOST_PLAN_AGE_MS = 24 * 60 * 60 * 1000;

export interface ApplyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: ProgressListener;
  /** The app goes on with it by itself: whoever aborts it only makes way. Runs of the sync are always such. */
  readonly isResumed?: boolean;
  /** What belongs to the end, also of a run that was stopped or cancelled: it is committed with it. */
  readonly onEnd?: () => void;
}

/**
 * Applies a plan: approval writes links and queue rows in one transaction, then the queue is drained:
 * categories, products, variations. Taken up again after a cancel, a stop or a crash, it first finds out what
 * lost answers have done. Ends in state done, cancelled or stopped.
 */
export async function applyRun(
  given: ImportDeps,
  runId: RunId,
  options: ApplyOptions,
): Promise<Attempt<Run>> {
  const deps = guardOthers(given);
  const { ledger } = deps;
  const refusal = admitRun(deps, runId);
  if (refusal) return fail(refusal);
  const recorder = createResultRecorder(ledger, deps.clock);
  if (ledger.runs.get(runId)?.state === 'planned') approve(deps, runId, recorder);
  noteLinkedShop(deps);
  ledger.runs.setState(runId, 'applying');
  const progress = createProgressCount(deps, runId, options.onProgress);
  const till = createTillRecorder(ledger, deps.clock);
  const context = { deps, runId, recorder, till, progress, signal: options.signal };
  const side = {
    deps,
    recorder: till,
    signal: options.signal,
    onRow: () => undefined,
    illness: { lostRows: 0 },
  };
  try {
    await recoverLostRows(context);
    // What may not wait comes first: stock before prices and texts.
    await moveStock(side, runId);
    await writeCategories(context);
    await writeProducts(context);
    await writeTill(side, runId);
    await makeOnTill(side, runId, () => readTillTime(deps));
    await removeCategories(runId, options.signal, { deps, till });
    await removeDoubles(context);
  } catch (error) {
    if (!(error instanceof RunStop)) throw error;
    ledger.transaction(() => {
      ledger.runs.setState(runId, 'stopped');
      note(deps, runId, 'warn', `stopped: ${error.failure.code}`);
      options.onEnd?.();
    });
    return fail(error.failure);
  }
  finish(deps, runId, options);
  progress.finish();
  const run = ledger.runs.get(runId);
  if (!run) throw new Error(`run ${runId} vanished`);
  return succeed(run);
}

/** The newest change that the till has told of, by its own clock. */
async function readTillTime({ ledger }: ImportDeps): Promise<number> {
  return Number(ledger.meta.get(TILL_CURSOR) ?? 0);
}

function admitRun(deps: ImportDeps, runId: RunId): Failure | null {
  const run = deps.ledger.runs.get(runId);
  if (!run) return createFailure('USE_UNKNOWN_PLAN', { plan: runId });
  const otherShop = refuseOtherShop(run, deps.shop);
  const otherLinks = otherShop ?? findOtherShop(deps);
  if (otherLinks) return otherLinks;
  if (RESUMABLE.includes(run.state)) return null;
  const details: RunDetails | null = run.state === 'planning' ? null : readDetails(run.details);
  if (run.state === 'superseded') return createFailure('RUN_STALE_PLAN', { plan: runId });
  if (details === null || (run.state !== 'planned' && run.state !== 'braked')) {
    return createFailure('RUN_NOT_APPLIABLE', { run: runId, state: run.state });
  }
  if (details.obstacle) return details.obstacle;
  if (deps.clock.nowMs() - run.createdMs > MOST_PLAN_AGE_MS)
    return createFailure('RUN_STALE_PLAN', { plan: runId });
  if (run.state === 'braked' && details.brake) return details.brake;
  if (!details.brake) return null;
  deps.ledger.runs.setState(runId, 'braked');
  note(deps, runId, 'warn', 'braked: waits for approval');
  return details.brake;
}

function approve(deps: ImportDeps, runId: RunId, recorder: ReturnType<typeof createResultRecorder>): void {
  const { ledger, clock } = deps;
  const run = ledger.runs.get(runId);
  if (!run) return;
  ledger.transaction(() => {
    ledger.outbox.approve(runId, clock.nowMs());
    ledger.runs.setDetails(runId, JSON.stringify({ ...readDetails(run.details), startedMs: clock.nowMs() }));
    const linked = ledger.changes.page(runId, {
      action: 'link',
      limit: Number.MAX_SAFE_INTEGER,
      offset: 0,
    });
    recorder.recordLinked(linked);
  });
}

function finish(deps: ImportDeps, runId: RunId, { signal, isResumed, onEnd }: ApplyOptions): void {
  const { ledger, clock } = deps;
  const isOver = ledger.outbox.countOpen(runId) === 0;
  if (!isOver && signal.aborted) {
    // Nobody gave up what the sync was about to write: it only makes way, and its next pass goes on.
    const goesOn = isResumed || ledger.runs.get(runId)?.kind === 'sync';
    ledger.transaction(() => {
      ledger.runs.setState(runId, goesOn ? 'stopped' : 'cancelled');
      note(deps, runId, 'info', goesOn ? 'interrupted: the next pass goes on' : 'cancelled by a person');
      onEnd?.();
    });
    return;
  }
  const odd = listOddPrices(ledger, runId);
  ledger.transaction(() => {
    ledger.runs.setState(runId, 'done', clock.nowMs());
    ledger.outbox.prune(runId);
    noteOddPrices(odd, runId, deps);
    const { side, text } = tellCounts(deps, runId);
    note(deps, runId, 'info', `finished: ${text}`, side);
    onEnd?.();
  });
  if (odd.length > 0) deps.onOddPrices?.(odd, runId);
}

/** What was done, and where: a run of the sync writes to both sides. */
function tellCounts({ ledger }: ImportDeps, runId: RunId): { readonly side: string; readonly text: string } {
  const run = ledger.runs.get(runId);
  if (!run) return { side: 'store', text: '' };
  const { created, updated, linked, failed } = summarizeRun(ledger, run, 0).counts;
  const onTill = { create_clover: 0, update_clover: 0 };
  for (const { action, kind, state, count } of ledger.changes.count(runId))
    if (action in onTill && state === 'done' && kind !== 'category' && kind !== 'variable')
      onTill[action as keyof typeof onTill] += count;
  const made = tellSides(created, 'made', onTill.create_clover);
  const changed = tellSides(updated, 'changed', onTill.update_clover);
  const till = onTill.create_clover + onTill.update_clover;
  const side = till === 0 ? 'store' : till === created + updated ? 'till' : 'app';
  return { side, text: `${made}, ${changed}, ${linked} linked, ${failed} refused` };
}

/** "3 changed", "3 changed on the till", "3 changed (2 on the till, 1 in the store)". */
function tellSides(all: number, word: string, till: number): string {
  if (till === 0) return `${all} ${word}`;
  return till >= all
    ? `${all} ${word} on the till`
    : `${all} ${word} (${till} on the till, ${all - till} in the store)`;
}

function note(deps: ImportDeps, runId: RunId, level: 'info' | 'warn', message: string, side = 'store'): void {
  const kind = deps.ledger.runs.get(runId)?.kind ?? 'import';
  const entry = {
    atMs: deps.clock.nowMs(),
    level,
    action: kind,
    side,
    entity: `run ${runId}`,
    message,
  };
  deps.ledger.journal.add({ ...entry, runId });
}
