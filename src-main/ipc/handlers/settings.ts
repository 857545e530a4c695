import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';

export function createSettingHandlers({
  engine,
  publish,
}: HandlerDeps): Pick<Handlers, 'settings:list' | 'settings:set'> {
  return {
    'settings:list': () => succeed(engine.settings.list()),
    'settings:set': ({ values }) => {
      const set = engine.settings.set(values);
      if (!set.ok) return set;
      publish('settings:changed', {});
      publish('log:changed', {});
      return succeed(engine.settings.list());
    },
  };
}
