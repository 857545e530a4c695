import type { RunResult } from './face.ts';
import { readDetails } from './import-deps.ts';
import type { Ledger, Run } from './ledger-ports.ts';

/** Failures a result carries by name; the rest are in `rows`. */
const MOST_FAILURES = 1000;

/** What a product of several sizes may get of its own, such as being published. */
const UPDATES: ReadonlySet<string> = new Set(['update_woo', 'update_clover']);

/** What a run came to, counted as the till counts: items and variants. */
export function summarizeRun(ledger: Ledger, run: Run, durationMs: number): RunResult {
  const counts = { created: 0, linked: 0, updated: 0, skipped: 0, failed: 0 };
  let categoriesCreated = 0;
  let variableProductsCreated = 0;
  for (const { action, kind, state, isCreated, count } of ledger.changes.count(run.id)) {
    const isMade = state === 'done' && isCreated;
    if (kind === 'category') {
      if (isMade) categoriesCreated += count;
      else if (state === 'failed') counts.failed += count;
      continue;
    }
    if (state === 'failed') counts.failed += count;
    else if (kind === 'variable' && isMade) variableProductsCreated += count;
    else if (kind === 'variable' && !(state === 'done' && UPDATES.has(action))) continue;
    else if (state !== 'done' || action === 'skip' || action === 'review') counts.skipped += count;
    else if (action === 'create_woo' || action === 'create_clover') counts.created += count;
    else if (action === 'link') counts.linked += count;
    else counts.updated += count;
  }
  return {
    runId: run.id,
    state: run.state,
    counts,
    categoriesCreated,
    variableProductsCreated,
    left: ledger.changes.countLeft(run.id),
    failures: ledger.changes
      .failures(run.id, MOST_FAILURES)
      .flatMap(({ name, cloverId, failure }) => (failure ? [{ name, cloverId, failure }] : [])),
    durationMs:
      run.finishedMs === null
        ? durationMs
        : run.finishedMs - (readDetails(run.details).startedMs ?? run.createdMs),
  };
}
