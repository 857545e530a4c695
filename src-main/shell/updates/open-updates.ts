import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import type { Records } from '../../engine/face.ts';
import type { Clock, Timers } from '../../engine/ports.ts';
import { describeDefect } from '../../log/crash-record.ts';
import type { UpdatePreferences } from './update-board.ts';
import { createUpdateDesk, type UpdateDesk } from './update-desk.ts';
import { readUpdateSource } from './update-source.ts';
import { createUpdater } from './updater.ts';

export interface OpenUpdatesDeps {
  readonly app: Pick<App, 'isPackaged' | 'getAppPath'>;
  readonly process: Pick<NodeJS.Process, 'platform' | 'env' | 'resourcesPath'>;
  readonly version: string;
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'after'>;
  readonly preferences: UpdatePreferences;
  readonly journal: Records['note'];
}

/** The updates of this installation; null where it has none: a checkout, a copied folder, a build without a source. */
export function openUpdates(deps: OpenUpdatesDeps): UpdateDesk | null {
  const { app, process, journal, preferences } = deps;
  try {
    const source = readUpdateSource({
      isPackaged: app.isPackaged,
      appPath: app.getAppPath(),
      env: process.env,
    });
    const kind = findKind(process);
    if (source === null || kind === null) return null;
    const updater = createUpdater({
      ...deps,
      // It looks for Electron as soon as it is touched.
      load: async () => (await import('electron-updater')).default.autoUpdater,
      source,
      platform: process.platform,
      readChannel: preferences.readChannel,
    });
    return createUpdateDesk({ ...deps, updater, installsOnQuit: kind === 'quiet' });
  } catch (error) {
    // Without updates everything else goes on.
    journal({ level: 'error', action: 'update', entity: 'source', message: describeDefect(error) });
    return null;
  }
}

/**
 * How this installation is replaced: `quiet` fits a quit; a package of the system asks for a password, and macOS opens
 * the app again, so those are `asked`. null: it is no installation, but an unpacked folder.
 */
function findKind({ platform, env, resourcesPath }: OpenUpdatesDeps['process']): 'quiet' | 'asked' | null {
  if (platform === 'win32') return 'quiet';
  if (platform !== 'linux') return 'asked';
  if (existsSync(join(resourcesPath, 'package-type'))) return 'asked';
  return env.APPIMAGE ? 'quiet' : null;
}
