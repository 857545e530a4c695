import { createFailure } from '../../domain/failure.ts';
import { FIELD_NAMES } from '../../domain/fields.ts';
import { fail, succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { CheckedInput, Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { createFieldView } from '../views/field-value.ts';
import { toConflict } from '../views/live-view.ts';

type Channels =
  | 'conflicts:list'
  | 'conflicts:resolve'
  | 'conflicts:resolveAll'
  | 'rules:list'
  | 'rules:remove';

const FIRST = { limit: 1, offset: 0 };

export function createConflictHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { conflicts } = deps.engine;
  return {
    'conflicts:list': ({ field, limit, offset }) => {
      const found = conflicts.list({ limit, offset, ...(field === undefined ? {} : { field }) });
      const view = createFieldView(deps.engine.records.categoryNames());
      return succeed({
        conflicts: found.conflicts.map((conflict) => toConflict(conflict, view)),
        total: found.total,
        fields: countByField(deps),
      });
    },
    'conflicts:resolve': (answer) => resolveOne(deps, answer),
    'conflicts:resolveAll': ({ field, take, isAlways }) => {
      const resolved = conflicts.resolveAll({ field, take, always: isAlways });
      if (!resolved.ok) return resolved;
      announceProducts(deps);
      return succeed({ resolved: resolved.value });
    },
    'rules:list': () => succeed(conflicts.rules().map((rule) => ({ ...rule }))),
    'rules:remove': ({ field }) => {
      const isRemoved = conflicts.removeRule(field);
      announceProducts(deps);
      return succeed({ isRemoved });
    },
  };
}

/** A stale answer is told to every window too: the values they show are old. */
function resolveOne(
  deps: HandlerDeps,
  { id, take, value, seen }: CheckedInput<'conflicts:resolve'>,
): ReturnType<Handlers['conflicts:resolve']> {
  const { conflicts } = deps.engine;
  const answer = { id, take, seen, ...(value === undefined ? {} : { value }) };
  const resolved = conflicts.resolve(answer);
  announceProducts(deps);
  if (resolved.ok) return succeed({});
  // The window shows it at the conflict itself, which has no number there.
  return resolved.failure.code === 'CONFLICT_STALE' ? fail(createFailure('CONFLICT_STALE')) : resolved;
}

function countByField({ engine }: HandlerDeps) {
  return FIELD_NAMES.map((field) => ({
    field,
    count: engine.conflicts.list({ field, ...FIRST }).total,
  })).filter(({ count }) => count > 0);
}
