import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguage } from '../../src-preload/contract/languages/dictionary.ts';
import type { LanguagePreference } from '../ipc/device-language.ts';
import { writeWhole } from '../runtime/write-whole.ts';

/** Beside the data, where the desktop window keeps what belongs to this computer (`shell/device-preferences.ts`). */
const FOLDER = 'window';
const FILE = 'device.json';

/**
 * The language in the file of the desktop window, for a window without a desktop; everything else in it stays. A file
 * that cannot be read counts as empty. @param dataDir the data folder
 */
export function openLanguageFile(dataDir: string): LanguagePreference {
  const file = join(dataDir, FOLDER, FILE);
  return {
    read: () => {
      const { language } = readKept(file);
      return typeof language === 'string' && isLanguage(language) ? language : null;
    },
    keep: (language) => {
      mkdirSync(join(dataDir, FOLDER), { recursive: true, mode: 0o700 });
      writeWhole(file, JSON.stringify({ ...readKept(file), language }, null, '\t'));
    },
  };
}

function readKept(file: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
