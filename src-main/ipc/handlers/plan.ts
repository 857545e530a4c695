import { asCloverId, asRunId, asWooId } from '../../domain/ids.ts';
import type { Choice } from '../../domain/known-link.ts';
import { succeed } from '../../engine/face.ts';
import { announceStatus } from '../announce.ts';
import type { CheckedInput, Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { noteReached } from '../reach.ts';
import { createFieldView } from '../views/field-value.ts';
import { toPlan, toPlanRow } from '../views/plan-view.ts';

const PLANNING = { name: 'a plan', runId: null };

export function createPlanHandlers(
  deps: HandlerDeps,
): Pick<Handlers, 'plan:make' | 'plan:get' | 'plan:rows'> {
  const { engine, session } = deps;
  return {
    'plan:make': async ({ choices, from = 'till' }) => {
      const planned = await session.work(PLANNING, ({ report }) =>
        engine.plan({ choices: readChoices(choices), from, onProgress: report }),
      );
      deps.flush();
      noteReached(deps, planned);
      announceStatus(deps);
      return planned.ok ? succeed(toPlan(planned.value)) : planned;
    },
    'plan:get': ({ runId }) => {
      const plan = engine.records.plan(asRunId(runId));
      return plan.ok ? succeed(toPlan(plan.value)) : plan;
    },
    'plan:rows': ({ runId, ...filter }) => {
      const found = engine.records.rows(asRunId(runId), filter);
      if (!found.ok) return found;
      const view = createFieldView(engine.records.categoryNames());
      const rows = found.value.rows.map((row) => toPlanRow(row, view));
      return succeed({ rows, total: found.value.total });
    },
  };
}

const readChoices = (choices: CheckedInput<'plan:make'>['choices']) =>
  new Map(
    choices.map(({ cloverId, choice }): [ReturnType<typeof asCloverId>, Choice] => [
      asCloverId(cloverId),
      choice === 'create' ? choice : { link: asWooId(choice) },
    ]),
  );
