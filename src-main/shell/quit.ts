import type { App } from 'electron';
import type { Timers } from '../engine/ports.ts';

/** A run ends between two writes; a network that hangs must not hold the computer's shutdown. */
const LONGEST_CLOSE_MS = 10_000;

export interface Quit {
  quit(): void;
  isQuitting(): boolean;
  /** Called once, when quitting begins. */
  before(step: () => void): void;
}

/** Quits in order: what is shown first, then the engine; the process ends when the data file is closed. */
export function createQuit(
  app: Pick<App, 'on' | 'exit' | 'quit'>,
  close: () => Promise<void>,
  timers: Pick<Timers, 'after'>,
): Quit {
  const steps: (() => void)[] = [];
  let isQuitting = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isQuitting) return;
    isQuitting = true;
    const patience = timers.after(LONGEST_CLOSE_MS, () => app.exit(1));
    for (const step of steps) step();
    close().then(
      () => {
        patience.cancel();
        app.exit(0);
      },
      () => app.exit(1),
    );
  });
  return {
    quit: () => app.quit(),
    isQuitting: () => isQuitting,
    before: (step) => void steps.push(step),
  };
}
