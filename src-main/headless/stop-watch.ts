import { EXIT } from './exit-code.ts';
import type { Surroundings } from './surroundings.ts';

export interface StopWatch {
  readonly signal: AbortSignal;
  release(): void;
}

/**
 * While work is under way the first Ctrl-C (or SIGTERM) asks it to stop; a second one ends the program at once.
 * @param onFirst tells the person that it was heard
 */
export function watchForStop(surroundings: Surroundings, onFirst: () => void): StopWatch {
  const controller = new AbortController();
  const { release } = surroundings.onStop(() => {
    if (controller.signal.aborted) return surroundings.quit(EXIT.failed);
    onFirst();
    controller.abort();
  });
  return { signal: controller.signal, release };
}
