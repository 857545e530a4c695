import { openCore } from '../../boot/core.ts';
import { serveWindow, type WindowMachine } from '../browser-window.ts';
import { findElectron, hasDisplay, isRefusedByElectron, runElectron } from '../electron-app.ts';
import { buildApp, buildWindow, findCheckout } from '../page-build.ts';
import { DemoFailure, demand } from './stage.ts';

const ROOT = findCheckout();

/**
 * Opens the demonstration's data in the window: the desktop app where its program is there already, else a browser.
 * Ends when the app is quit, or at Ctrl-C.
 */
export async function showInWindow(
  { dataDir, secretKey }: { readonly dataDir: string; readonly secretKey: string },
  machine: WindowMachine,
): Promise<void> {
  const say = (text: string): void => void machine.stderr.write(`${text}\n`);
  const program = hasDisplay(machine) && !isRefusedByElectron(machine) ? findElectron(ROOT, machine) : null;
  const trouble = program === null ? await buildWindow(ROOT, say) : await buildApp(ROOT, say);
  if (trouble !== null) throw new DemoFailure(trouble);
  if (program !== null) {
    await runElectron(program, ROOT, { dataDir, env: { TILLBRIDGE_SECRET_KEY: secretKey } });
    return;
  }
  const core = demand(
    await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true, holder: 'demo' }),
  );
  try {
    await serveWindow(core, { dataDir, port: 0, opensBrowser: true, isBrowser: true }, machine);
  } finally {
    await core.close();
  }
}
