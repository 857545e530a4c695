import type { UpdateStateShape } from '../../../src-preload/contract/update-channels.ts';
import { createFailure } from '../../domain/failure.ts';
import { fail, succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps, UpdateState } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';

type Channels = 'updates:get' | 'updates:check' | 'updates:install' | 'updates:choose';

export function createUpdateHandlers({
  updates,
  info,
}: Pick<HandlerDeps, 'updates' | 'info'>): Pick<Handlers, Channels> {
  const none = succeed(sayUpdateState(describeNone(info.version)));
  return {
    'updates:get': () => (updates ? succeed(sayUpdateState(updates.read())) : none),
    'updates:check': async () => (updates ? succeed(sayUpdateState(await updates.check())) : none),
    'updates:install': async ({ isWanted }) => {
      if (!updates) return fail(createFailure('UPDATE_NOT_READY'));
      const wanted = await updates.want(isWanted);
      return wanted.ok ? succeed(sayUpdateState(wanted.value)) : wanted;
    },
    'updates:choose': async ({ channel }) =>
      updates ? succeed(sayUpdateState(await updates.choose(channel))) : none,
  };
}

export const sayUpdateState = (state: UpdateState): UpdateStateShape => ({
  ...state,
  failure: state.failure && describeFailure(state.failure),
});

/** Where updates do not come from within: a browser, or a copy that was not installed. */
const describeNone = (version: string): UpdateState => ({
  isAvailable: false,
  version,
  channel: 'stable',
  phase: 'none',
  checkedMs: null,
  offer: null,
  percent: null,
  waitsFor: null,
  installsOnQuit: false,
  failure: null,
});
