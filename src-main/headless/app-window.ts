import { runBrowserWindow, type WindowFlags, type WindowMachine } from './browser-window.ts';
import {
  downloadElectron,
  findElectron,
  hasDisplay,
  isRefusedByElectron,
  runElectron,
} from './electron-app.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { buildApp, findCheckout } from './page-build.ts';

const ROOT = findCheckout();

/** The desktop app where there is a display and an Electron, else the window in a browser. @returns the exit code */
export async function runAppOrBrowser(flags: WindowFlags, machine: WindowMachine): Promise<ExitCode> {
  const say = (text: string): void => void machine.stderr.write(`${text}\n`);
  if (flags.isBrowser) return runBrowserWindow(flags, machine);
  const program = await chooseElectron(machine, say);
  if (program === null) return runBrowserWindow(flags, machine);
  const trouble = await buildApp(ROOT, say);
  if (trouble !== null) {
    say(trouble);
    return EXIT.failed;
  }
  const code = await runElectron(program, ROOT, {
    dataDir: flags.dataDir,
    env: {},
    args: flags.isSafe === true ? ['--safe-mode'] : [],
  });
  return code === 0 ? EXIT.done : EXIT.failed;
}

/** Electron's program; null, and a word why, where the browser must do. */
async function chooseElectron(machine: WindowMachine, say: (text: string) => void): Promise<string | null> {
  if (!hasDisplay(machine)) {
    say('There is no display here, so the window is for a browser.');
    return null;
  }
  if (isRefusedByElectron(machine)) {
    say('As root the desktop app does not start (its sandbox refuses), so the window is for a browser.');
    return null;
  }
  const found = findElectron(ROOT, machine);
  if (found !== null) return found;
  say('Downloading Electron (about 120 MB, once) ...');
  const downloaded = await downloadElectron(ROOT, machine);
  if (downloaded === null) say('Electron cannot be downloaded here, so the window is for a browser.');
  return downloaded;
}
