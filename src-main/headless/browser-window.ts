import { parseArgs } from 'node:util';
import { describeFailure } from '../../src-preload/contract/failures.ts';
import { readAppVersion } from '../boot/app-version.ts';
import type { Core } from '../boot/core.ts';
import type { Attempt } from '../engine/face.ts';
import { createDeviceLanguage, type DeviceLanguage } from '../ipc/device-language.ts';
import { type LastingEngine, openLastingEngine } from '../ipc/recovery/lasting-engine.ts';
import type { StartPractice } from '../ipc/session.ts';
import { openCrashFile } from '../log/crash-file.ts';
import { createMachineClock, createMachineRandom, createMachineTimers } from '../runtime/machine.ts';
import { findDataFolder } from './data-folder.ts';
import { openLanguageFile } from './device-file.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { buildWindow, findCheckout, findPageFolder } from './page-build.ts';
import { createStaffActor } from './practice-actor.ts';
import { openRooms } from './room.ts';
import type { Surroundings } from './surroundings.ts';
import { openBrowser, openWebWindow, type PageOptions, servePage, type WebWindow } from './web.ts';

const ROOT = findCheckout();
const HIGHEST_PORT = 65_535;
/** Practice as the services are: it takes the time that they take. */
const PRACTICE_LATENCY_MS = 60;
const LARGE_MENU_ITEMS = 2000;

export type WindowMachine = Pick<
  Surroundings,
  'env' | 'platform' | 'homeDir' | 'hostName' | 'stdout' | 'stderr' | 'fetch' | 'onStop' | 'onDefect'
>;

export interface WindowFlags {
  readonly dataDir: string | null;
  readonly port: number;
  readonly opensBrowser: boolean;
  /** A browser was asked for, by its own flag or by one that means nothing without it. */
  readonly isBrowser: boolean;
  /** Everything can be read, and nothing is written to either side. */
  readonly isSafe?: boolean;
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
        'safe-mode': { type: 'boolean' },
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
      ...(values['safe-mode'] ? { isSafe: true } : {}),
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
  const language = readDeviceLanguage(flags, machine);
  const engine = await openEngine(flags, machine, language);
  if (!engine.ok) {
    const { message, hint, code } = describeFailure(engine.failure);
    say(`${message} ${hint} ${code}`);
    return exitCodeOf(code);
  }
  const watch = machine.onDefect((error) => engine.value.crash(error));
  try {
    return await serve((page) => servePage(engine.value.desk, { ...page, language }), flags, machine);
  } finally {
    await engine.value.close();
    watch.release();
  }
}

/** The engine of a window that stays: it is started anew after a defect. */
function openEngine(
  flags: WindowFlags,
  machine: WindowMachine,
  language: DeviceLanguage,
): Promise<Attempt<LastingEngine>> {
  const dataDir = flags.dataDir ?? findDataFolder(machine);
  const clock = createMachineClock();
  const timers = createMachineTimers();
  const crashes = openCrashFile(dataDir);
  const version = readAppVersion();
  return openLastingEngine({
    openRoom: openRooms(
      {
        dataDir,
        secretKey: machine.env.TILLBRIDGE_SECRET_KEY || null,
        nativeBinding: null,
        holder: 'browser',
        cloverAppId: machine.env.TILLBRIDGE_CLOVER_APP_ID || null,
        crashes,
      },
      (core) => ({
        clock,
        timers,
        language,
        actAsStaff: createStaffActor(core, machine.fetch),
        hostName: machine.hostName,
        info: { version, platform: process.platform, isDesktop: false },
      }),
    ),
    startPractice: createLifelikePractice(null),
    crashes,
    clock,
    timers,
    version,
    isSafe: flags.isSafe === true,
  });
}

const readDeviceLanguage = ({ dataDir }: WindowFlags, machine: WindowMachine): DeviceLanguage =>
  createDeviceLanguage(openLanguageFile(dataDir ?? findDataFolder(machine)));

/** Serves the built window of an engine that runs already, until Ctrl-C or SIGTERM. @returns the exit code */
export const serveWindow = (core: Core, flags: WindowFlags, machine: WindowMachine): Promise<ExitCode> =>
  serve(
    (page) =>
      openWebWindow({
        ...page,
        core,
        startPractice: createLifelikePractice(null),
        version: readAppVersion(),
        clock: createMachineClock(),
        timers: createMachineTimers(),
        fetch: machine.fetch,
        hostName: machine.hostName,
        language: readDeviceLanguage(flags, machine),
      }),
    flags,
    machine,
  );

type Open = (page: Omit<PageOptions, 'language'>) => Promise<WebWindow>;

async function serve(open: Open, flags: WindowFlags, machine: WindowMachine): Promise<ExitCode> {
  const say = (text: string): void => void machine.stderr.write(`${text}\n`);
  const stopped = new Promise<void>((resolve) => void machine.onStop(resolve));
  const opened = await openAt(open, flags);
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

async function openAt(open: Open, flags: WindowFlags): Promise<WebWindow | string> {
  try {
    return await open({
      port: flags.port,
      pageDir: findPageFolder(ROOT),
      timers: createMachineTimers(),
      random: createMachineRandom(),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return `Another program has port ${flags.port}, or you may not use it. Give another --port, or none.`;
  }
}

/** Practice servers that answer as slowly as the real ones. @param nativeBinding as `CoreOptions` has it */
export const createLifelikePractice =
  (nativeBinding: string | null): StartPractice =>
  async (menu) => {
    // With the relay it is a third of the program, and most starts need none of it.
    const { startPractice } = await import('../boot/practice.ts');
    return startPractice(
      {
        ...(menu === 'pizza' ? { menu } : { menu: 'generated', items: LARGE_MENU_ITEMS }),
        latencyMs: PRACTICE_LATENCY_MS,
        work: 'measured',
      },
      nativeBinding,
    );
  };
