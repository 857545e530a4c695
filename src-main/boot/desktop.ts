import { homedir, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, ipcMain, Menu, protocol, session } from 'electron';
import { describeFailure } from '../../src-preload/contract/failures.ts';
import { createLifelikePractice } from '../headless/browser-window.ts';
import { findDataFolder } from '../headless/data-folder.ts';
import { createStaffActor } from '../headless/practice-actor.ts';
import { serveWindowCalls } from '../ipc/electron.ts';
import { readPageFiles } from '../ipc/loopback-page.ts';
import { openWindowDesk } from '../ipc/window-desk.ts';
import { createMachineClock, createMachineRandom, createMachineTimers } from '../runtime/machine.ts';
import { APP_SCHEME, serveApp } from '../shell/app-protocol.ts';
import { HIDDEN_FLAG } from '../shell/autostart.ts';
import { watchEngine } from '../shell/crash-watch.ts';
import { openDesktop } from '../shell/desktop.ts';
import { openDevicePreferences } from '../shell/device-preferences.ts';
import { writeAppMenu } from '../shell/menu.ts';
import { openAutostart } from '../shell/open-autostart.ts';
import { openLinkOf, showLoginPage } from '../shell/open-link.ts';
import { denyPermissions, guardApp } from '../shell/security.ts';
import { readAppVersion } from './app-version.ts';
import { type Core, openCore } from './core.ts';
import { createPhases } from './phases.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATA_FLAG = '--data=';

export interface Place {
  readonly dataDir: string;
  readonly startsHidden: boolean;
  /** With which another start finds the same data. */
  readonly args: readonly string[];
}

/** What must be settled before the app is ready: the data folder and the page's scheme. */
export function prepareDesktop(app: App, { argv, env, platform }: NodeJS.Process): Place {
  const given = argv.find((arg) => arg.startsWith(DATA_FLAG))?.slice(DATA_FLAG.length);
  const dataDir = given ? resolve(given) : findDataFolder({ platform, env, homeDir: homedir() });
  // The single-instance lock lies in here too: one window for each data folder.
  app.setPath('userData', join(dataDir, 'window'));
  app.setAppUserModelId('com.tillbridge.app');
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  const args = given ? [`${DATA_FLAG}${dataDir}`] : [];
  return { dataDir, startsHidden: argv.includes(HIDDEN_FLAG), args };
}

/** Starts the app in named phases. @throws Error that names the phase which failed */
export async function startDesktop(app: App, { dataDir, startsHidden, args }: Place): Promise<void> {
  const clock = createMachineClock();
  const timers = createMachineTimers();
  const random = createMachineRandom();
  const phases = createPhases(clock);

  await phases.run('system', () => app.whenReady());
  const core = await phases.run('engine', () => openEngine(dataDir));
  const journal = core.engine.records.note;
  await phases.run('guards', () => {
    watchEngine(app, process, { clock, journal });
    guardApp(app, { openLink: openLinkOf(core.engine.connections) });
    denyPermissions(session.defaultSession);
    Menu.setApplicationMenu(Menu.buildFromTemplate(writeAppMenu(process.platform)));
  });
  await phases.run('page', () => serveApp(protocol, readPageFiles(join(ROOT, 'out', 'renderer')), random));
  const autostart = openAutostart(app, process, args);
  const desk = await phases.run('desk', () =>
    openWindowDesk({
      engine: core.engine,
      clock,
      timers,
      startPractice: createLifelikePractice(readNativeBinding()),
      actAsStaff: createStaffActor(core, fetch),
      tillLogin: core.tillLogin,
      showPage: showLoginPage,
      hostName: hostname(),
      info: { version: readAppVersion(), platform: process.platform, isDesktop: true },
      autostart,
    }),
  );
  const calls = await phases.run('calls', () => serveWindowCalls({ desk, ipcMain, journal }));
  const preferences = await phases.run('preferences', () => openDevicePreferences(app.getPath('userData')));
  await phases.run('desktop', () =>
    openDesktop({
      app,
      root: ROOT,
      startsHidden,
      clock,
      timers,
      desk,
      calls,
      journal,
      preferences,
      alerts: core.engine.alerts,
      autostart,
      close: async () => {
        calls.close();
        await desk.close();
        await core.close();
      },
    }),
  );
  journal({ level: 'info', action: 'start', entity: 'desktop', message: phases.describe() });
}

async function openEngine(dataDir: string): Promise<Core> {
  const core = await openCore({
    dataDir,
    secretKey: process.env.TILLBRIDGE_SECRET_KEY || null,
    nativeBinding: readNativeBinding(),
    isWriter: true,
    holder: 'window',
    cloverAppId: process.env.TILLBRIDGE_CLOVER_APP_ID || null,
  });
  if (core.ok) return core.value;
  const { message, hint, code } = describeFailure(core.failure);
  throw new Error(`${message} ${hint} (${code})`);
}

/** An Electron with an older Node-API brings its own build of better-sqlite3. */
const readNativeBinding = (): string | null => process.env.BETTER_SQLITE3_BINDING || null;
