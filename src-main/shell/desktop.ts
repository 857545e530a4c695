import { join } from 'node:path';
import { type App, net, powerMonitor, shell } from 'electron';
import type { Records } from '../engine/face.ts';
import type { Clock, Timers } from '../engine/ports.ts';
import type { WindowCalls } from '../ipc/electron.ts';
import type { LastingEngine } from '../ipc/recovery/lasting-engine.ts';
import { describeFailure, readRegion, say } from '../ipc/speech.ts';
import type { WindowDesk } from '../ipc/window-desk.ts';
import type { Ask } from './ask.ts';
import type { Autostart } from './autostart.ts';
import { watchWindow } from './crash-watch.ts';
import { watchDesk } from './desk-watch.ts';
import { createDesktopOutlet, type DesktopNotes, type Note } from './desktop-outlet.ts';
import type { DevicePreferences } from './device-preferences.ts';
import { createRunHold } from './held-run.ts';
import { watchNetwork } from './network.ts';
import { watchPower } from './power.ts';
import { createPresenter } from './present-note.ts';
import { createQuit, type Quit } from './quit.ts';
import { ringBell } from './ring-bell.ts';
import { createSyncControl, type SyncControl } from './sync-control.ts';
import { type AppTray, createTray } from './tray.ts';
import { readTrayState } from './tray-state.ts';
import { findUnderWay } from './updates/under-way.ts';
import type { UpdateDesk } from './updates/update-desk.ts';
import { createMainWindow, type MainWindow, type MainWindowDeps } from './window.ts';

export interface DesktopDeps {
  readonly app: App;
  /** Where `resources` and `out` lie. */
  readonly root: string;
  readonly startsHidden: boolean;
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'after'>;
  readonly desk: WindowDesk;
  readonly calls: WindowCalls;
  readonly engine: Pick<LastingEngine, 'readEngine' | 'readLost' | 'readMode' | 'attachDesktop' | 'watch'>;
  readonly autostart: Autostart;
  readonly journal: Records['note'];
  readonly preferences: DevicePreferences;
  /** null where this copy cannot be updated. */
  readonly updates: UpdateDesk | null;
  /** Closes the engine and all that leads to it. */
  readonly close: () => Promise<void>;
}

const describeTray = (): Note => ({
  title: say('Tillbridge keeps working'),
  body: say('The window is closed; the sync goes on. Its icon in the bar opens it again or quits it.'),
});

/** Window, tray and notifications around the engine, and what the computer tells them. */
export function openDesktop(deps: DesktopDeps): void {
  const { app, clock, timers, desk, preferences, autostart } = deps;
  let refresh = (): void => undefined;
  const quit = createAppQuit(deps);
  const caller = desk.admit('desktop');
  const ask: Ask = (channel, input) => desk.answer(caller, channel, input) as Promise<never>;
  const window = createMainWindow({
    ...describeWindow(deps, quit),
    onHidden: () => {
      if (preferences.hasToldTray()) return;
      preferences.noteToldTray();
      notes.say(describeTray());
    },
  });
  const notes = openNotes(deps, window);
  // First of all: its process starts while the rest is made.
  if (!deps.startsHidden && !app.getLoginItemSettings().wasOpenedAtLogin) window.show();
  const sync = createSyncControl({
    ask,
    clock,
    timers,
    runs: createRunHold(ask, preferences.heldRuns),
    noteSleep: (word) => deps.engine.readEngine()?.hub.noteSleep(word),
    tell: notes.say,
    onChange: () => refresh(),
  });
  const tray = openAppTray(deps, { window, quit, sync, notes, ask, refresh: () => refresh() });
  const network = openNetwork(deps, {
    refresh: () => refresh(),
    takeUp: () => ask('connection:test', {}).then(sync.takeUp),
  });
  const watch = watchDesk({
    desk,
    ask,
    show: (status, progress, troubledOrders) => {
      const untilMs = sync.readPausedUntilMs();
      const state = readTrayState({
        status,
        progress,
        pausedUntil: untilMs === null ? null : formatTime(untilMs),
        // Practice servers are on this computer.
        isOnline: network.isOnline() || status.mode === 'practice',
        troubledOrders,
        isSafe: deps.engine.readMode().safe !== null,
      });
      tray.show(state, {
        isPaused: untilMs !== null,
        isSetUp: status.mode !== 'setup',
        isWorking: status.activeRunId !== null,
        startsAtLogin: autostart.isOn(),
        troubledOrders,
      });
    },
  });
  refresh = watch.refresh;
  stayWithComputer(deps, { window, quit, sync, ask });
  const unwatch = watchRestarts(deps, { notes, refresh, takeUp: sync.takeUp });
  quit.before(() => {
    unwatch();
    window.keepState();
    watch.leave();
    sync.close();
    network.close();
    tray.close();
  });
  void sync.takeUp();
}

/** Quits; an update that is due is installed when everything is closed, but never while the computer shuts down. */
function createAppQuit({ app, close, timers, updates }: DesktopDeps): Quit {
  const closeAll = async (): Promise<void> => {
    updates?.close();
    await updates?.prepareEnd();
    await close();
  };
  return createQuit(app, closeAll, timers, async ({ isShutdown }) => {
    if (isShutdown || !updates) return;
    if ((await updates.finish()) === 'restart') app.relaunch();
  });
}

/** A network that is back may tell what waited, and go on with what was left. */
const openNetwork = (
  { engine, timers }: Pick<DesktopDeps, 'engine' | 'timers'>,
  { refresh, takeUp }: { refresh(): void; takeUp(): Promise<void> },
): ReturnType<typeof watchNetwork> =>
  watchNetwork({
    isOnline: () => net.isOnline(),
    timers,
    onChange: (isOnline) => {
      refresh();
      if (!isOnline) return;
      engine.readEngine()?.alerts.refresh();
      void takeUp();
    },
  });

/** After a defect the import that was cut off goes on; where no engine could be opened, a person has to know. */
function watchRestarts(
  { engine }: Pick<DesktopDeps, 'engine'>,
  { notes, refresh, takeUp }: { notes: Pick<DesktopNotes, 'say'>; refresh(): void; takeUp(): Promise<void> },
): () => void {
  return engine.watch(() => {
    refresh();
    const lost = engine.readLost();
    if (lost === null) {
      void takeUp();
      return;
    }
    const { message, hint } = describeFailure(lost);
    notes.say({ title: message, body: hint });
  });
}

function openNotes({ engine, timers }: DesktopDeps, { isFocused, show }: MainWindow): DesktopNotes {
  const notes = createDesktopOutlet({
    alerts: { seen: (ids) => engine.readEngine()?.alerts.seen(ids) ?? 0 },
    isWindowFocused: isFocused,
    openWindow: show,
    present: createPresenter(),
    ring: () => ringBell(timers, shell.beep),
  });
  engine.attachDesktop(notes);
  return notes;
}

interface TrayParts {
  readonly window: MainWindow;
  readonly quit: Quit;
  readonly sync: SyncControl;
  readonly notes: DesktopNotes;
  readonly ask: Ask;
  readonly refresh: () => void;
}

function openAppTray({ root }: DesktopDeps, { window, quit, sync, notes, ask, refresh }: TrayParts): AppTray {
  return createTray({
    findIcon: (icon, isDark) => join(root, 'resources', 'tray', `${icon}-${isDark ? 'dark' : 'light'}.png`),
    actions: {
      open: () => window.show(),
      openOrders: () => window.show('#/orders'),
      syncNow: () => void sync.syncNow(),
      pause: (minutes) => void sync.pause(minutes),
      goOn: () => void sync.goOn(),
      setStartsAtLogin: (isOn) => {
        void ask('autostart:set', { isOn }).then((set) => {
          if (!set.ok) notes.say({ title: set.failure.message, body: set.failure.hint });
          refresh();
        });
      },
      quit: quit.quit,
    },
  });
}

/** What the computer tells: sleep, shutdown, a second start; and its updates, from now on. */
function stayWithComputer(
  { app, updates }: DesktopDeps,
  { window, quit, sync, ask }: { window: MainWindow; quit: Quit; sync: SyncControl; ask: Ask },
): void {
  updates?.start({ findUnderWay: () => findUnderWay(ask), quit: quit.quit });
  watchPower(powerMonitor, {
    onSleep: () => void sync.sleep(),
    onWake: sync.wake,
    onShutdown: quit.quitForShutdown,
  });
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  // Without this Electron would quit with its last window.
  app.on('window-all-closed', () => undefined);
}

function describeWindow(
  { root, preferences, calls, clock, journal }: DesktopDeps,
  quit: Quit,
): Omit<MainWindowDeps, 'onHidden'> {
  return {
    preload: join(root, 'out', 'preload', 'index.cjs'),
    icon: join(root, 'resources', 'icons', '256.png'),
    preferences,
    admit: calls.admit,
    isQuitting: quit.isQuitting,
    onMade: (made) => {
      watchWindow(made, { clock, journal });
      // Windows ends a session by this; the other systems by the power monitor.
      made.on('session-end', quit.quitForShutdown);
    },
  };
}

const formatTime = (atMs: number): string =>
  new Date(atMs).toLocaleTimeString(readRegion(), { hour: '2-digit', minute: '2-digit' });
