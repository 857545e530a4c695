import { type App, type BrowserWindow, dialog } from 'electron';
import type { Records } from '../engine/face.ts';
import type { Clock } from '../engine/ports.ts';
import { createCrashBudget } from '../ipc/recovery/crash-budget.ts';
import { say } from '../ipc/speech.ts';

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
      message: say('The window keeps failing'),
      detail: say(
        'The sync goes on without it. Quit Tillbridge from its icon in the bar and start it again.',
      ),
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

/** A defect in the engine's own process is told to whoever starts the engine anew; the program goes on. */
export function watchEngine(
  app: Pick<App, 'on'>,
  machine: Pick<NodeJS.Process, 'on'>,
  { journal, crash }: Pick<CrashWatchDeps, 'journal'> & { readonly crash: (error: unknown) => void },
): void {
  machine.on('uncaughtException', crash);
  machine.on('unhandledRejection', crash);
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit')
      journal({ level: 'warn', action: 'crash', entity: type, message: `${type} process: ${reason}` });
  });
}
