import { app, dialog } from 'electron';
import { eraseData, prepareDesktop, startDesktop } from './boot/desktop.ts';
import { say } from './ipc/speech.ts';

// Before anything is ready: every renderer is sandboxed, and one data folder has one window.
app.enableSandbox();
const place = prepareDesktop(app, process);

if (app.requestSingleInstanceLock()) {
  const begin = place.isErasing ? eraseData : startDesktop;
  begin(app, place).catch((error: unknown) => {
    dialog.showErrorBox(
      say('Tillbridge could not start'),
      error instanceof Error ? error.message : String(error),
    );
    app.exit(1);
  });
} else {
  app.quit();
}
