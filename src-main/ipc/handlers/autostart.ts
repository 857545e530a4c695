import type { AutostartShape } from '../../../src-preload/contract/shapes.ts';
import { createFailure } from '../../domain/failure.ts';
import { type Attempt, fail, succeed } from '../../engine/face.ts';
import { announceStatus } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { AutostartPort, HandlerDeps } from '../handler-deps.ts';

export function createAutostartHandlers(
  deps: HandlerDeps,
): Pick<Handlers, 'autostart:get' | 'autostart:set'> {
  const { autostart } = deps;
  return {
    'autostart:get': () => succeed(readAutostart(autostart)),
    'autostart:set': ({ isOn }) => {
      if (!autostart) return succeed(readAutostart(null));
      const set = setAutostart(autostart, isOn);
      // The tray shows it too, and looks at every status.
      announceStatus(deps);
      return set;
    },
  };
}

const readAutostart = (autostart: AutostartPort | null): AutostartShape => ({
  isAvailable: autostart !== null,
  isOn: autostart?.isOn() ?? false,
});

/** The system has the last word: what it says afterwards is what counts. */
function setAutostart(autostart: AutostartPort, isOn: boolean): Attempt<AutostartShape> {
  try {
    autostart.set(isOn);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail(createFailure('AUTOSTART_REFUSED', { detail }));
  }
  return autostart.isOn() === isOn
    ? succeed(readAutostart(autostart))
    : fail(createFailure('AUTOSTART_REFUSED'));
}
