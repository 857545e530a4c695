import type { Timers } from '../engine/ports.ts';

const LOOK_EVERY_MS = 10_000;

export interface NetworkWatch {
  isOnline(): boolean;
  close(): void;
}

/** Looks whether this computer has a network; the system tells the main process nothing of a change. */
export function watchNetwork(deps: {
  readonly isOnline: () => boolean;
  readonly timers: Pick<Timers, 'after'>;
  readonly onChange: (isOnline: boolean) => void;
}): NetworkWatch {
  let isOnline = deps.isOnline();
  const look = (): void => {
    const now = deps.isOnline();
    if (now !== isOnline) {
      isOnline = now;
      deps.onChange(now);
    }
    timer = deps.timers.after(LOOK_EVERY_MS, look);
  };
  let timer = deps.timers.after(LOOK_EVERY_MS, look);
  return { isOnline: () => isOnline, close: () => timer.cancel() };
}
