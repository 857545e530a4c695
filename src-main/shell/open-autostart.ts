import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { type Autostart, createAutostart } from './autostart.ts';
import { openAutostartEntry } from './autostart-entry.ts';

/**
 * The start with this computer, of the very program that runs.
 * @param args that it needs to find its data
 */
export function openAutostart(
  app: App,
  { platform, env, execPath }: NodeJS.Process,
  args: readonly string[],
): Autostart {
  // An AppImage is mounted anew at each start; its own file is what stays.
  const program = env.APPIMAGE || execPath;
  return createAutostart({
    platform,
    app,
    command: [program, ...(app.isPackaged ? [] : [app.getAppPath()]), ...args],
    entry: openAutostartEntry(env.XDG_CONFIG_HOME || join(homedir(), '.config')),
  });
}
