import { succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readHubState } from '../views/hub-view.ts';

export function createSettingHandlers(deps: HandlerDeps): Pick<Handlers, 'settings:list' | 'settings:set'> {
  const { engine, publish } = deps;
  return {
    'settings:list': () => succeed(engine.settings.list()),
    'settings:set': ({ values }) => {
      const set = engine.settings.set(values);
      if (!set.ok) return set;
      publish('settings:changed', {});
      // Whether the relay is used, and whether its word is needed to write.
      if (set.value.some((key) => key.startsWith('hub.'))) publish('hub:changed', readHubState(deps));
      // What counts as low may have changed.
      announceProducts(deps);
      return succeed(engine.settings.list());
    },
  };
}
