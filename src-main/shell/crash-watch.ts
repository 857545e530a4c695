import { type App, type BrowserWindow, dialog } from 'electron';
import type { Records } from '../engine/face.ts';
import type { Clock } from '../engine/ports.ts';
import { createCrashBudget, planRestart } from './crash.ts';

export interface CrashWatchDeps {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly journal: Records['note'];
}

/** Loads the window's page again when its process died; the engine is not touched by it. */
export function watchWindow(window: BrowserWindow, { clock, journal }: CrashWatchDeps): void {
  const budget = createCrashBudget(clock);
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    journal({
      level: 'error',
      action: 'crash',
      entity: 'window',
      message: `${reason}, exit code ${exitCode}`,
    });
    if (budget.spend()) {
      window.webContents.reload();
      return;
    }
    void dialog.showMessageBox({
      type: 'error',
      message: 'The window keeps failing',
      detail: 'The sync goes on without it. Quit Tillbridge from its icon in the bar and start it again.',
    });
  });
  window.on('unresponsive', () =>
    journal({
      level: 'warn',
      action: 'unresponsive',
      entity: 'window',
      message: 'The window does not answer',
    }),
  );
}

/** A defect in the engine's own process: it is written down, and the program starts anew from what is on disk. */
export function watchEngine(
  app: Pick<App, 'relaunch' | 'exit' | 'on'>,
  machine: Pick<NodeJS.Process, 'argv' | 'on'>,
  { clock, journal }: CrashWatchDeps,
): void {
  const startedMs = clock.monotonicMs();
  let isEnding = false;
  const end = (error: unknown): void => {
    if (isEnding) return;
    isEnding = true;
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      journal({ level: 'error', action: 'crash', entity: 'engine', message: message.slice(0, 2000) });
    } catch (failure) {
      // The data file may be what failed; the words go where they still can.
      console.error(message, failure);
    }
    const args = planRestart(machine.argv.slice(1), clock.monotonicMs() - startedMs);
    if (args) app.relaunch({ args });
    else dialog.showErrorBox('Tillbridge had to stop', `Nothing is lost. It said: ${message.slice(0, 300)}`);
    app.exit(1);
  };
  machine.on('uncaughtException', end);
  machine.on('unhandledRejection', end);
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit')
      journal({ level: 'warn', action: 'crash', entity: type, message: `${type} process: ${reason}` });
  });
}
