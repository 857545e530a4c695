import type { RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { asRunId, type RunId } from '../../domain/ids.ts';
import { type Attempt, type Engine, type RunResult, succeed } from '../../engine/face.ts';
import { announceProducts, announceStatus } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { alertRunEnd } from '../raise-alerts.ts';
import { noteReached } from '../reach.ts';
import type { Work } from '../session.ts';
import { toRun, toRunResult } from '../views/run-view.ts';

type Channels = Extract<keyof Handlers, `run:${string}`>;

export function createRunHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { engine, session } = deps;
  return {
    'run:list': (page) =>
      succeed(engine.records.runs(page).map((run) => toRun(run, readFirstName(engine, run)))),
    'run:apply': ({ runId }) =>
      doRun(deps, { name: `run ${runId}`, runId }, ({ signal, report }) =>
        engine.apply(asRunId(runId), { signal, onProgress: report }),
      ),
    'run:previewUndo': async ({ runId }) => {
      const preview = await engine.previewUndo(asRunId(runId));
      if (!preview.ok) return preview;
      const { runId: _, isBegun: __, ...counts } = preview.value;
      return succeed(counts);
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

function readFirstName({ records }: Engine, { id, kind }: { readonly id: RunId; readonly kind: string }) {
  if (!SMALL_KINDS.has(kind)) return null;
  const found = records.rows(id, { limit: 1, offset: 0 });
  return found.ok ? (found.value.rows[0]?.name ?? null) : null;
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
