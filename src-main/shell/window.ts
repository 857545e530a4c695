import { BrowserWindow, screen, type WebContents } from 'electron';
import { PAGE_URL } from './app-protocol.ts';
import type { DevicePreferences } from './device-preferences.ts';
import { placeWindow, SMALLEST } from './window-state.ts';

export interface MainWindowDeps {
  readonly preload: string;
  readonly icon: string;
  readonly preferences: DevicePreferences;
  /** Lets the page call the engine. */
  readonly admit: (contents: WebContents) => void;
  /** False: closing only hides, and the engine goes on. */
  readonly isQuitting: () => boolean;
  readonly onHidden: () => void;
  readonly onMade: (window: BrowserWindow) => void;
}

export interface MainWindow {
  /** Brings it to the front, at an address of the page such as `#/products`; makes it when there is none. */
  show(address?: string): void;
  /** In front of the person right now. */
  isFocused(): boolean;
  /** Quitting closes no window, so its place is kept before. */
  keepState(): void;
}

/** The one window. It is made at the first `show`, so a start at login costs no renderer. */
export function createMainWindow(deps: MainWindowDeps): MainWindow {
  let window: BrowserWindow | null = null;
  const make = (address: string): BrowserWindow => {
    const made = openWindow(deps);
    made.once('closed', () => {
      window = null;
    });
    deps.onMade(made);
    void made.loadURL(`${PAGE_URL}${address}`);
    return made;
  };
  return {
    show: (address = '') => {
      if (!window) {
        window = make(address);
        return;
      }
      goTo(window, address);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    isFocused: () => window?.isFocused() ?? false,
    keepState: () => {
      if (window) keepWindowState(window, deps.preferences);
    },
  };
}

/** Within the page that is loaded; the same address again would load it anew. */
function goTo({ webContents }: BrowserWindow, address: string): void {
  const url = `${PAGE_URL}${address}`;
  if (address !== '' && webContents.getURL() !== url) void webContents.loadURL(url);
}

function openWindow({
  preload,
  icon,
  preferences,
  admit,
  isQuitting,
  onHidden,
}: MainWindowDeps): BrowserWindow {
  const state = preferences.readWindow();
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeWindow(state.bounds, areas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Tillbridge',
    icon,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (state.isMaximized) window.maximize();
  admit(window.webContents);
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    keepWindowState(window, preferences);
    if (isQuitting()) return;
    event.preventDefault();
    window.hide();
    onHidden();
  });
  return window;
}

const keepWindowState = (window: BrowserWindow, preferences: DevicePreferences): void =>
  preferences.keepWindow({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
