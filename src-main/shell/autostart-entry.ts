import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EntryFile } from './autostart.ts';

/** The entry in the desktop's autostart folder. @param configHome `$XDG_CONFIG_HOME`, or `~/.config` */
export function openAutostartEntry(configHome: string): EntryFile {
  const file = join(configHome, 'autostart', 'tillbridge.desktop');
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    write: (text) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    remove: () => rmSync(file, { force: true }),
  };
}
