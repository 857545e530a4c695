import { posix, win32 } from 'node:path';
import type { Surroundings } from './surroundings.ts';

/** Where the app keeps its data when nothing else is said: the system's own place for it. */
export function findDataFolder({
  platform,
  env,
  homeDir,
}: Pick<Surroundings, 'platform' | 'env' | 'homeDir'>): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.APPDATA || win32.join(homeDir, 'AppData', 'Roaming'), 'Tillbridge');
    case 'darwin':
      return posix.join(homeDir, 'Library', 'Application Support', 'Tillbridge');
    default:
      return posix.join(env.XDG_DATA_HOME || posix.join(homeDir, '.local', 'share'), 'tillbridge');
  }
}
