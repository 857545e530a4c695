import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** What Windows says of a file that somebody else has open. */
const HELD_THERE: ReadonlySet<string | undefined> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const MOST_TRIES = 20;
const PAUSE_MS = 25;

/** Kept whole or not at all: written beside, synced and renamed, so that a crash leaves the old file or the new one. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameOver(beside, file);
}

/**
 * Puts a file in another's place. A virus scanner has each new file open for some milliseconds, and Windows refuses the
 * rename meanwhile: it is tried for half a second.
 * @throws the last refusal
 */
export function renameOver(
  from: string,
  to: string,
  { rename, platform }: { rename: typeof renameSync; platform: string } = {
    rename: renameSync,
    platform: process.platform,
  },
): void {
  for (let left = MOST_TRIES; ; left -= 1)
    try {
      rename(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isHeld = platform === 'win32' ? HELD_THERE.has(code) : code === 'EBUSY';
      if (!isHeld || left === 1) throw error;
      pause();
    }
}

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
