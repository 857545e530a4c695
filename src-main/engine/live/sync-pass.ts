import { createFailure, type Failure } from '../../domain/failure.ts';
import type { RunId } from '../../domain/ids.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import { applyRun } from '../flows/import-catalog.ts';
import { finishUndos } from '../flows/undo-run.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunState } from '../ledger-ports.ts';
import { findOtherShop, noteLinkedShop } from '../linked-shop.ts';
import type { SyncResult } from '../live-face.ts';
import type { OddPrice } from '../results.ts';
import type { CoverMemory } from './covered-sales.ts';
import { createLookout, type Fresh, type LookMemory, type Silence } from './look.ts';
import { listSubjects } from './planned-creates.ts';
import { type AroundMemory, createSurroundings } from './surroundings.ts';
import { createSyncPlanner } from './sync-planner.ts';

/** Hints that are planned together: few enough to be quick, many enough for full batches. */
const HINTS_A_ROUND = 500;
/**
 * Rounds for what a pass itself hints at: new categories, and rows that were out of date when their turn came. What
 * is still moving then waits for the next pass, which looks first.
 */
const SPARE_ROUNDS = 10;
/** `planned`: a crash came before it was begun, or a person has just let a braked one go on. */
const TO_BE_FINISHED: readonly RunState[] = ['planned', 'approved', 'applying', 'stopped'];

/** What passes on one till and store remember of each other; lost at no cost but some reads. */
export type SyncMemory = LookMemory & AroundMemory & CoverMemory;

export const createSyncMemory = (): SyncMemory => ({
  counts: new Map(),
  seen: new Map(),
  tillNewest: null,
  around: null,
  orders: new Map(),
  canRead: { till: true, store: true },
  sinceMs: 0,
  found: [],
  suspects: { till: new Map(), store: new Map() },
  taken: new Map(),
  looks: { till: [], store: [] },
});

export interface SyncPass {
  /**
   * Looks at both sides and does all that follows. `isFull` compares everything; `silent` sides were asked just now,
   * in vain.
   */
  run(options: {
    readonly isFull: boolean;
    readonly signal: AbortSignal;
    readonly silent?: Silence;
    /** What changed is in the inbox already; only orders are looked for. */
    readonly isHinted?: boolean;
  }): Promise<Attempt<SyncResult>>;
}

/**
 * One pass of the sync: finishes what was stopped, looks for changes, compares what was touched with what
 * was agreed, and writes each difference to the side that does not have it.
 */
export function createSyncPass(deps: ImportDeps, memory: SyncMemory): SyncPass {
  const { ledger, clock } = deps;
  const lookout = createLookout(deps, memory);
  const surroundings = createSurroundings(deps, memory);
  const planner = createSyncPlanner(deps, surroundings, memory);

  const finish = async (runId: RunId, signal: AbortSignal, tally: Tally): Promise<Failure | null> => {
    const watched: ImportDeps = {
      ...deps,
      onOddPrices: (odd, from) => {
        tally.addOdd(odd);
        deps.onOddPrices?.(odd, from);
      },
    };
    const run = await applyRun(watched, runId, { signal, onProgress: () => undefined });
    // What we wrote and somebody takes back at once looks as it did before: nothing seen until now is old news any more.
    memory.seen = new Map([...memory.seen.keys()].map((key) => [key, '']));
    // What was made or renamed is part of the surroundings from now on, even where the run was stopped.
    if (hasWrittenCategories(deps, runId)) surroundings.forget();
    if (run.ok || run.failure.code === 'RUN_BRAKED') return null;
    if (run.failure.code !== 'RUN_STALE_PLAN' && run.failure.code !== 'RUN_OTHER_SHOP') return run.failure;
    dropRun(deps, runId);
    return null;
  };

  return {
    run: async ({ isFull, signal, silent, isHinted }) => {
      const startedMs = clock.monotonicMs();
      const unfinished = await finishUndos(deps, signal);
      if (unfinished) return fail(unfinished);
      if (!hasPairs(deps)) return fail(createFailure('SYNC_NOT_IMPORTED'));
      const otherShop = findOtherShop(deps);
      if (otherShop) return fail(otherShop);
      noteLinkedShop(deps);
      const tally = createTally(deps);
      // First of all: what a side that answers has to say is kept, whatever becomes of the other one.
      const seen = await lookout.look(silent, isHinted);
      if (!seen.ok) return seen;
      let fresh: Fresh | null = seen.value;
      let isWhole = isFull || seen.value.needsFull;
      for (const runId of listUnfinished(deps)) {
        const failure = await finish(runId, signal, tally);
        if (failure) return fail(failure);
        tally.add(runId);
        fresh = null;
        isWhole ||= hasMadeCategories(deps, runId);
      }
      const rounds = SPARE_ROUNDS + Math.ceil(ledger.inbox.count().waiting / HINTS_A_ROUND);
      for (let round = 0; round < rounds && !signal.aborted; round += 1) {
        const entries = ledger.inbox.take(HINTS_A_ROUND);
        if (entries.length === 0 && !isWhole) break;
        const planned = await planner.plan(entries, fresh, isWhole);
        if (!planned.ok) return planned;
        isWhole = false;
        // What was read before a write may be older than what that write agreed on.
        fresh = null;
        if (planned.value === null) continue;
        const failure = await finish(planned.value, signal, tally);
        if (failure) return fail(failure);
        tally.add(planned.value);
        isWhole = hasMadeCategories(deps, planned.value);
      }
      const { applied } = tally.read();
      // What nothing followed from was no change of anybody's, or our own.
      if (applied.till + applied.store > 0) deps.onFound?.(memory.found);
      return succeed({ ...tally.read(), ms: Math.round(clock.monotonicMs() - startedMs) });
    },
  };
}

/** Before the first import nothing is in step, and making everything without asking would be a surprise. */
const hasPairs = ({ ledger }: ImportDeps): boolean => ledger.links.page({ limit: 1, offset: 0 }).length > 0;

const listUnfinished = ({ ledger }: ImportDeps): RunId[] =>
  ledger.runs.listIn('sync', TO_BE_FINISHED).map((run) => run.id);

const hasWrittenCategories = ({ ledger }: ImportDeps, runId: RunId): boolean =>
  ledger.changes.count(runId).some(({ kind }) => kind === 'category' || kind === 'variable');

/** The products that a new category was made for can be put into it now: everything is looked at once more. */
const hasMadeCategories = ({ ledger }: ImportDeps, runId: RunId): boolean =>
  ledger.changes
    .count(runId)
    .some(({ kind, action, state }) => kind === 'category' && action === 'create_clover' && state === 'done');

/** A plan that is too old to be carried out: its products are looked at again instead. */
function dropRun({ ledger, clock }: ImportDeps, runId: RunId): void {
  const rows = ledger.changes.page(runId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  ledger.transaction(() => {
    ledger.runs.setState(runId, 'superseded');
    ledger.inbox.add(rows.flatMap(listSubjects), clock.nowMs());
  });
}

type Tally = ReturnType<typeof createTally>;

function createTally({ ledger }: ImportDeps) {
  const applied = { till: 0, store: 0 };
  let failed = 0;
  let braked: RunId | null = null;
  const oddPrices: OddPrice[] = [];
  return {
    addOdd: (odd: readonly OddPrice[]): void => void oddPrices.push(...odd),
    add: (runId: RunId): void => {
      for (const { side, state, count } of ledger.changes.countBySide(runId)) {
        if (state === 'done') applied[side] += count;
        if (state === 'failed') failed += count;
      }
      if (ledger.runs.get(runId)?.state === 'braked') braked = runId;
    },
    read: (): Omit<SyncResult, 'ms'> => {
      const queue = ledger.outbox.countByState();
      const lapsed = ledger.conflicts.countLapsed();
      return {
        applied,
        failed,
        waiting: ledger.inbox.count().waiting + queue.waiting + queue.running + queue.unknown,
        parked: ledger.changes.countParked(),
        conflicts: ledger.conflicts.count(),
        braked,
        ...(lapsed > 0 ? { lapsed } : {}),
        ...(oddPrices.length > 0 ? { oddPrices } : {}),
      };
    },
  };
}
