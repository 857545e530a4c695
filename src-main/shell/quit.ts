import type { App } from 'electron';
import type { Timers } from '../engine/ports.ts';

/** A run ends between two writes; a network that hangs must not hold the computer's shutdown. */
const LONGEST_CLOSE_MS = 5_000;
/** What systems give a program before they end it. */
const LONGEST_SHUTDOWN_MS = 2_000;

export interface Quit {
  quit(): void;
  /** The same, with less patience. */
  quitForShutdown(): void;
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
  let longestMs = LONGEST_CLOSE_MS;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isQuitting) return;
    isQuitting = true;
    const patience = timers.after(longestMs, () => app.exit(1));
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
    quitForShutdown: () => {
      longestMs = LONGEST_SHUTDOWN_MS;
      app.quit();
    },
    isQuitting: () => isQuitting,
    before: (step) => void steps.push(step),
  };
}
