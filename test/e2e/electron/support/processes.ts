import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of Electron's main processes with each of these in their arguments. Linux alone tells. */
export function findProcesses(...wanted: readonly string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const line = readArguments(pid);
      return wanted.every((part) => line.includes(part)) && !line.includes('--type=');
    });
}

function readArguments(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return ''; // it has just ended
    throw error;
  }
}
