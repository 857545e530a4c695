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

/** The program's very last step, when nothing of it is at work any more. */
export type Leave = (how: { readonly isShutdown: boolean }) => Promise<void>;

/** Quits in order: what is shown first, then the engine; the process ends when the data file is closed. */
export function createQuit(
  app: Pick<App, 'on' | 'exit' | 'quit'>,
  close: () => Promise<void>,
  timers: Pick<Timers, 'after'>,
  leave: Leave = async () => undefined,
): Quit {
  const steps: (() => void)[] = [];
  let isQuitting = false;
  let isClosed = false;
  let longestMs = LONGEST_CLOSE_MS;
  app.on('before-quit', (event) => {
    // An installer ends the app in its own way.
    if (isClosed) return;
    event.preventDefault();
    if (isQuitting) return;
    isQuitting = true;
    const patience = timers.after(longestMs, () => app.exit(1));
    for (const step of steps) step();
    const end = async (): Promise<void> => {
      await close();
      patience.cancel();
      isClosed = true;
      await leave({ isShutdown: longestMs === LONGEST_SHUTDOWN_MS });
    };
    end().then(
      () => app.exit(0),
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
