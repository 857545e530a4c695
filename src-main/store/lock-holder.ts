import { readFileSync, writeFileSync } from 'node:fs';
import { findDataFailure } from '../domain/data-failure.ts';
import type { Failure } from '../domain/failure.ts';

/** Who writes to a data folder: the app's window, the same in a browser, or a command by its name. */
export type HolderName = 'window' | 'browser' | (string & {});

const IN_THE_WINDOW = {
  holder: 'in its window',
  how: 'Do it in that window, or quit Tillbridge there and try again.',
};

/** What is said of whoever holds the folder. Only these stay until somebody stops them; others end by themselves. */
const STAYING: Readonly<Record<string, { readonly holder: string; readonly how: string }>> = {
  window: IN_THE_WINDOW,
  browser: { ...IN_THE_WINDOW, holder: 'in its browser window' },
  run: {
    holder: 'with the command "run"',
    how: 'Stop that one (Ctrl-C where it runs), do this, then start it again: it goes on where it was.',
  },
};

/** Leaves word of who writes, for whoever comes while the folder is taken; on a full disk nobody is told. */
export function writeHolder(file: string, name: HolderName | null): void {
  try {
    writeFileSync(file, `${process.pid}${name === null ? '' : ` ${name}`}`, { mode: 0o600 });
  } catch (error) {
    if (findDataFailure(error) === null) throw error;
  }
}

/** Who holds the folder, as facts of DATA_IN_USE. */
export function readHolder(file: string): Failure['facts'] {
  const text = readText(file);
  const [pid = '', ...name] = text.split(' ');
  if (!/^\d+$/.test(pid)) return { pid: text };
  const command = name.join(' ');
  if (command === '') return { pid };
  const { holder, how } = STAYING[command] ?? {
    holder: `with the command "${command}"`,
    how: 'Wait until that one has ended, then try again.',
  };
  return { pid, holder, how };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    return (error as { code?: unknown }).code === 'ENOENT' ? 'unknown' : String(error);
  }
}
