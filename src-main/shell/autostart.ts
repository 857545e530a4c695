import type { App } from 'electron';
import { say } from '../ipc/speech.ts';

/** Given to a start at login: no window, only the tray. */
export const HIDDEN_FLAG = '--hidden';

/** A file of the desktop's autostart folder. */
export interface EntryFile {
  /** null when there is none. */
  read(): string | null;
  write(text: string): void;
  remove(): void;
}

export interface AutostartDeps {
  readonly platform: string;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** Command and arguments that start this very program. */
  readonly command: readonly string[];
  readonly entry: EntryFile;
}

export interface Autostart {
  /** The real state, asked of the system each time: people change it there too. */
  isOn(): boolean;
  set(isOn: boolean): void;
}

export function createAutostart({ platform, app, command, entry }: AutostartDeps): Autostart {
  if (platform !== 'linux') {
    const [path = '', ...args] = command;
    const item = platform === 'win32' ? { path, args: [...args, HIDDEN_FLAG] } : {};
    return {
      isOn: () => {
        const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(item);
        // A person switches it off in Windows' own list, and the entry stays.
        return openAtLogin && (platform !== 'win32' || executableWillLaunchAtLogin);
      },
      set: (isOn) => app.setLoginItemSettings({ ...item, openAtLogin: isOn }),
    };
  }
  return {
    isOn: () => isEntryOn(entry.read()),
    set: (isOn) => (isOn ? entry.write(writeEntry([...command, HIDDEN_FLAG])) : entry.remove()),
  };
}

/** Desktops switch an entry off by a line in it, and leave the file. */
export function isEntryOn(text: string | null): boolean {
  if (text === null) return false;
  return !/^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(text);
}

/** A desktop entry (freedesktop.org, Desktop Entry Specification). */
export const writeEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tillbridge',
    `Comment=${say('Keeps the till and the store in step')}`,
    `Exec=${command.map(quoteArgument).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/** In quotes `"`, backtick, `$` and backslash are escaped; the value's own escaping doubles the backslash; `%` is a field code. */
function quoteArgument(argument: string): string {
  const quoted = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${quoted.replaceAll('\\', '\\\\')}"`;
}
