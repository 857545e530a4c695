import { parseArgs } from 'node:util';
import { describeFailure } from '../../src-preload/contract/failures.ts';
import { readAppVersion } from '../boot/app-version.ts';
import { type Core, openCore } from '../boot/core.ts';
import { startPractice } from '../boot/practice.ts';
import type { StartPractice } from '../ipc/session.ts';
import { createMachineClock, createMachineRandom, createMachineTimers } from '../runtime/machine.ts';
import { findDataFolder } from './data-folder.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { buildWindow, findCheckout, findPageFolder } from './page-build.ts';
import type { Surroundings } from './surroundings.ts';
import { openBrowser, openWebWindow, type WebWindow } from './web.ts';

const ROOT = findCheckout();
const HIGHEST_PORT = 65_535;
/** Practice as the services are: it takes the time that they take. */
const PRACTICE_LATENCY_MS = 60;
const LARGE_MENU_ITEMS = 2000;

export type WindowMachine = Pick<
  Surroundings,
  'env' | 'platform' | 'homeDir' | 'hostName' | 'stdout' | 'stderr' | 'fetch' | 'onStop'
>;

export interface WindowFlags {
  readonly dataDir: string | null;
  readonly port: number;
  readonly opensBrowser: boolean;
  /** A browser was asked for, by its own flag or by one that means nothing without it. */
  readonly isBrowser: boolean;
}

/** What follows `npm start --`. @returns a sentence when a flag is wrong */
export function readWindowFlags(args: readonly string[]): WindowFlags | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
      },
    });
    const port = values.port ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > HIGHEST_PORT)
      return `--port takes a number up to ${HIGHEST_PORT}, not "${port}".`;
    return {
      dataDir: values.data ?? null,
      port: Number(port),
      opensBrowser: !values['no-open'],
      isBrowser: Boolean(values.browser || values.port || values['no-open']),
    };
  } catch (error) {
    if (error instanceof TypeError) return `${error.message.replace(/\.$/, '')}.`;
    throw error;
  }
}

/** Runs the window in a browser until Ctrl-C or SIGTERM. @returns the exit code */
export async function runBrowserWindow(flags: WindowFlags, machine: WindowMachine): Promise<ExitCode> {
  const say = (text: string): void => void machine.stderr.write(`${text}\n`);
  const trouble = await buildWindow(ROOT, say);
  if (trouble !== null) {
    say(trouble);
    return EXIT.failed;
  }
  const core = await openCore({
    dataDir: flags.dataDir ?? findDataFolder(machine),
    secretKey: machine.env.TILLBRIDGE_SECRET_KEY || null,
    nativeBinding: null,
    isWriter: true,
    holder: 'browser',
    cloverAppId: machine.env.TILLBRIDGE_CLOVER_APP_ID || null,
  });
  if (!core.ok) {
    const { message, hint, code } = describeFailure(core.failure);
    say(`${message} ${hint} ${code}`);
    return exitCodeOf(code);
  }
  try {
    return await serveWindow(core.value, flags, machine);
  } finally {
    await core.value.close();
  }
}

/** Serves the built window of an engine that runs already, until Ctrl-C or SIGTERM. @returns the exit code */
export async function serveWindow(core: Core, flags: WindowFlags, machine: WindowMachine): Promise<ExitCode> {
  const say = (text: string): void => void machine.stderr.write(`${text}\n`);
  const stopped = new Promise<void>((resolve) => void machine.onStop(resolve));
  const opened = await openWindow(core, flags.port, machine);
  if (typeof opened === 'string') {
    say(opened);
    return EXIT.wrongUse;
  }
  machine.stdout.write(`${opened.url}\n`);
  const isShown = flags.opensBrowser && openBrowser(opened.url, machine);
  say(
    `${isShown ? 'The window opens in your browser.' : 'Open this address in a browser of this computer.'} Ctrl-C ends it.`,
  );
  await stopped;
  await opened.close();
  return EXIT.done;
}

async function openWindow(core: Core, port: number, machine: WindowMachine): Promise<WebWindow | string> {
  try {
    return await openWebWindow({
      core,
      port,
      startPractice: createLifelikePractice(null),
      pageDir: findPageFolder(ROOT),
      version: readAppVersion(),
      clock: createMachineClock(),
      timers: createMachineTimers(),
      random: createMachineRandom(),
      fetch: machine.fetch,
      hostName: machine.hostName,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return `Another program has port ${port}, or you may not use it. Give another --port, or none.`;
  }
}

/** Practice servers that answer as slowly as the real ones. @param nativeBinding as `CoreOptions` has it */
export const createLifelikePractice =
  (nativeBinding: string | null): StartPractice =>
  (menu) =>
    startPractice(
      {
        ...(menu === 'pizza' ? { menu } : { menu: 'generated', items: LARGE_MENU_ITEMS }),
        latencyMs: PRACTICE_LATENCY_MS,
        work: 'measured',
      },
      nativeBinding,
    );
