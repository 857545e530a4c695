import { homedir, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, ipcMain, Menu, protocol, session } from 'electron';
import type { Failure } from '../domain/failure.ts';
import type { Records } from '../engine/face.ts';
import type { Clock, Timers } from '../engine/ports.ts';
import { createLifelikePractice } from '../headless/browser-window.ts';
import { findDataFolder } from '../headless/data-folder.ts';
import { createStaffActor } from '../headless/practice-actor.ts';
import { openRooms } from '../headless/room.ts';
import { createDeviceLanguage } from '../ipc/device-language.ts';
import { serveWindowCalls } from '../ipc/electron.ts';
import { readPageFiles } from '../ipc/loopback-page.ts';
import { type LastingEngine, openLastingEngine } from '../ipc/recovery/lasting-engine.ts';
import { describeFailure } from '../ipc/speech.ts';
import type { WindowDeskDeps } from '../ipc/window-desk.ts';
import { type CrashFile, openCrashFile } from '../log/crash-file.ts';
import { recordCrash } from '../log/crash-record.ts';
import { createMachineClock, createMachineRandom, createMachineTimers } from '../runtime/machine.ts';
import { createMachineHeap, giveBackMemory } from '../runtime/spare-memory.ts';
import { APP_SCHEME, serveApp } from '../shell/app-protocol.ts';
import { HIDDEN_FLAG } from '../shell/autostart.ts';
import { watchEngine } from '../shell/crash-watch.ts';
import { openDesktop } from '../shell/desktop.ts';
import { openDevicePreferences } from '../shell/device-preferences.ts';
import { askErase, tellErased } from '../shell/erase-box.ts';
import { writeAppMenu } from '../shell/menu.ts';
import { openAutostart } from '../shell/open-autostart.ts';
import { openLinkOf, showLoginPage } from '../shell/open-link.ts';
import { denyPermissions, guardApp } from '../shell/security.ts';
import { openUpdates } from '../shell/updates/open-updates.ts';
import { readAppVersion } from './app-version.ts';
import { openCore } from './core.ts';
import { createPhases, StartRefusal } from './phases.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATA_FLAG = '--data=';
const SAFE_FLAG = '--safe-mode';
const ERASE_FLAG = '--erase';

export interface Place {
  readonly dataDir: string;
  readonly startsHidden: boolean;
  /** Everything can be read, and nothing is written to either side. */
  readonly isSafe: boolean;
  /** Nothing is started: what is held here is erased, when a person has said so. */
  readonly isErasing: boolean;
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
  // Else Electron makes one of its own as soon as the app is ready, and ours replaces it at once.
  Menu.setApplicationMenu(null);
  const args = given ? [`${DATA_FLAG}${dataDir}`] : [];
  return {
    dataDir,
    startsHidden: argv.includes(HIDDEN_FLAG),
    isSafe: argv.includes(SAFE_FLAG),
    isErasing: argv.includes(ERASE_FLAG),
    args,
  };
}

/**
 * Starts the app in named phases. What fails in one is on the disk before it is told.
 * @throws Error that names the phase which failed
 */
export async function startDesktop(app: App, place: Place): Promise<void> {
  const { dataDir, startsHidden, args } = place;
  const ports = { clock: createMachineClock(), timers: createMachineTimers(), random: createMachineRandom() };
  const { clock, timers, random } = ports;
  const version = readAppVersion();
  const crashes = openCrashFile(dataDir);
  const writeDown = (error: unknown, where: string): void =>
    crashes.add(recordCrash(error, { where, atMs: clock.nowMs(), version }));
  const phases = createPhases(clock, (error, phase) => writeDown(error, `start: ${phase}`));
  let lasting: LastingEngine | null = null;
  const journal: Records['note'] = (line) => noteIn(lasting, line);

  await phases.run('system', () => app.whenReady());
  watchEngine(app, process, {
    journal,
    // Before there is an engine to start anew, a phase fails by it.
    crash: (error) => (lasting ? lasting.crash(error) : writeDown(error, 'start')),
  });
  const preferences = await phases.run('preferences', () => openDevicePreferences(app.getPath('userData')));
  const language = createDeviceLanguage(preferences.language, showAppMenu);
  // Before anything is said to anybody.
  await phases.run('language', () => language.meet(app.getPreferredSystemLanguages()));
  await phases.run('guards', () => {
    const readStore = () => lasting?.readEngine()?.connections.readStore() ?? null;
    guardApp(app, { openLink: openLinkOf({ readStore }) });
    denyPermissions(session.defaultSession);
    showAppMenu();
  });
  await phases.run('page', () => serveApp(protocol, readPageFiles(join(ROOT, 'out', 'renderer')), random));
  const updates = await phases.run('updates', () =>
    openUpdates({ app, process, version, clock, timers, journal, preferences: preferences.updates }),
  );
  const autostart = openAutostart(app, process, args);
  const engine = await phases.run('engine', () =>
    openEngine(place, { ...ports, crashes, language, autostart, ...(updates ? { updates } : {}) }),
  );
  lasting = engine;
  const { desk } = engine;
  const calls = await phases.run('calls', () => serveWindowCalls({ desk, ipcMain, journal }));
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
      updates,
      engine,
      autostart,
      close: async () => {
        calls.close();
        await engine.close();
      },
    }),
  );
  journal({ level: 'info', action: 'start', entity: 'desktop', message: phases.describe() });
  giveBackMemory(timers, createMachineHeap());
}

/** Erases what this computer holds and ends, for who removes the program. @throws StartRefusal where it cannot be opened */
export async function eraseData(app: App, { dataDir }: Place): Promise<void> {
  await app.whenReady();
  const preferences = openDevicePreferences(app.getPath('userData'));
  await createDeviceLanguage(preferences.language).meet(app.getPreferredSystemLanguages());
  if (await askErase()) {
    const core = await openCore({ ...readCoreOptions(dataDir), isWriter: true });
    if (!core.ok) throw refuseStart(core.failure);
    await tellErased((await core.value.support.erase()).map(describeFailure));
  }
  app.exit(0);
}

/** Into the log of the engine of now; for the moment between two there is none. */
function noteIn(lasting: LastingEngine | null, line: Parameters<Records['note']>[0]): void {
  lasting?.readEngine()?.records.note(line);
}

/** Written anew when another language is spoken. */
const showAppMenu = (): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(writeAppMenu(process.platform)));

type DeskParts = Pick<WindowDeskDeps, 'clock' | 'timers' | 'language' | 'autostart' | 'updates'>;

/** The engine that is started anew after a defect. @throws StartRefusal where the data cannot be used */
async function openEngine(
  { dataDir, isSafe }: Place,
  {
    crashes,
    ...parts
  }: DeskParts & { readonly crashes: CrashFile; readonly timers: Timers; readonly clock: Clock },
): Promise<LastingEngine> {
  const version = readAppVersion();
  const opened = await openLastingEngine({
    openRoom: openRooms({ ...readCoreOptions(dataDir), crashes }, (core) => ({
      ...parts,
      actAsStaff: createStaffActor(core, fetch),
      showPage: showLoginPage,
      hostName: hostname(),
      info: { version, platform: process.platform, isDesktop: true },
    })),
    startPractice: createLifelikePractice(readNativeBinding()),
    crashes,
    clock: parts.clock,
    timers: parts.timers,
    version,
    isSafe,
  });
  if (opened.ok) return opened.value;
  throw refuseStart(opened.failure);
}

const readCoreOptions = (dataDir: string) => ({
  dataDir,
  secretKey: process.env.TILLBRIDGE_SECRET_KEY || null,
  nativeBinding: readNativeBinding(),
  holder: 'window',
  cloverAppId: process.env.TILLBRIDGE_CLOVER_APP_ID || null,
});

function refuseStart(failure: Failure): StartRefusal {
  const { message, hint, code } = describeFailure(failure);
  return new StartRefusal(`${message} ${hint} (${code})`);
}

/** An Electron with an older Node-API brings its own build of better-sqlite3. */
const readNativeBinding = (): string | null => process.env.BETTER_SQLITE3_BINDING || null;
