import type { RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import { asRunId, type RunId } from '../../domain/ids.ts';
import { type Attempt, type Engine, type RunResult, succeed } from '../../engine/face.ts';
import type { Run } from '../../engine/ledger-ports.ts';
import { announceProducts, announceStatus } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { alertRunEnd } from '../raise-alerts.ts';
import { noteReached } from '../reach.ts';
import type { Work } from '../session.ts';
import { createFieldView } from '../views/field-value.ts';
import { toRun, toRunResult, toUndoPreview, WRITING } from '../views/run-view.ts';

type Channels = Extract<keyof Handlers, `run:${string}`>;

export function createRunHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { engine, session } = deps;
  return {
    'run:list': (page) =>
      succeed(
        engine.records
          .runs(page)
          .map((run) => toRun(run, readFirstName(engine, run), countUndone(engine, run))),
      ),
    'run:apply': ({ runId }) =>
      doRun(deps, { name: `run ${runId}`, runId }, ({ signal, report }) =>
        engine.apply(asRunId(runId), { signal, onProgress: report }),
      ),
    'run:previewUndo': async ({ runId }) => {
      const preview = await engine.previewUndo(asRunId(runId));
      if (!preview.ok) return preview;
      return succeed(toUndoPreview(preview.value, createFieldView(engine.records.categoryNames())));
    },
    'run:undo': ({ runId }) =>
      doRun(deps, { name: `the undo of run ${runId}`, runId }, ({ signal, report }) =>
        engine.undo(asRunId(runId), { signal, onProgress: report }),
      ),
    'run:cancel': () => succeed({ isCancelling: session.cancel() }),
    'run:approve': ({ runId }) => {
      const approved = engine.approve(asRunId(runId));
      if (!approved.ok) return approved;
      announceStatus(deps);
      return succeed({});
    },
    'run:result': ({ runId }) => {
      const result = engine.records.result(asRunId(runId));
      return result.ok ? succeed(toRunResult(result.value)) : result;
    },
  };
}

/** Of many small runs a person knows one by what it was about. */
const SMALL_KINDS: ReadonlySet<string> = new Set(['sync', 'push']);

/** One that the run wrote or is to write: a conflict in it was left alone. */
function readFirstName({ records }: Engine, { id, kind, counts }: Pick<Run, 'id' | 'kind' | 'counts'>) {
  if (!SMALL_KINDS.has(kind)) return null;
  const written = WRITING.filter((action) => (counts[action] ?? 0) > 0).flatMap((action) => {
    const found = records.rows(id, { action, limit: 1, offset: 0 });
    return found.ok ? found.value.rows : [];
  });
  const [first] = written.sort((one, two) => one.id - two.id);
  return first?.name ?? null;
}

/** What an undo came to, so that the run which it took back is not called undone where nothing was. */
function countUndone({ records }: Engine, { id, kind, state }: Pick<Run, 'id' | 'kind' | 'state'>) {
  if (kind !== 'undo' || state !== 'done') return null;
  const found = records.result(id);
  if (!found.ok || !('undone' in found.value)) return null;
  const { undone, kept } = found.value;
  return { back: undone, left: kept.length };
}

/** Does a run alone; its end is told to every window, also to those that did not start it. */
async function doRun(
  deps: HandlerDeps,
  what: { readonly name: string; readonly runId: number },
  doIt: (work: Work) => Promise<Attempt<RunResult>>,
): Promise<Attempt<RunResultShape>> {
  let hasBegun = false;
  const done = await deps.session.work(what, (work) => {
    hasBegun = true;
    announceStatus(deps);
    return doIt(work);
  });
  if (!hasBegun) return done.ok ? succeed(toRunResult(done.value)) : done;
  deps.flush();
  noteReached(deps, done);
  const result = done.ok ? done : readStopped(deps, asRunId(what.runId));
  if (result.ok) {
    deps.publish('run:ended', toRunResult(result.value));
    alertRunEnd(deps.engine.alerts, result.value);
  }
  announceProducts(deps);
  return done.ok ? succeed(toRunResult(done.value)) : done;
}

/** A run that the network stopped half-way has a result too. */
function readStopped({ engine }: HandlerDeps, runId: RunId): Attempt<RunResult> {
  return engine.records.result(runId);
}
