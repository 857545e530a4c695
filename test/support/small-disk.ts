import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeTemporaryFolder } from './temporary-folder.ts';

const BALLAST = 'ballast';
const BLOCK = Buffer.alloc(64 * 1024, 1);
const CRUMB = Buffer.alloc(512, 1);

/** A disk of its own that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  makeRoom(): void;
}

const run = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = `/tmp/tillbridge-mount-${process.pid}`;
  mkdirSync(probe, { recursive: true });
  const isMounted = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe);
  if (isMounted) run('umount', probe);
  rmSync(probe, { recursive: true, force: true });
  return isMounted;
})();

/** A disk of so many KiB in memory, gone with the test. */
export function mountSmallDisk(kib: number): SmallDisk {
  const folder = makeTemporaryFolder();
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kib}k,mode=700`, 'tmpfs', folder))
    throw new Error('a small disk cannot be mounted');
  onTestFinished(() => void run('umount', '--lazy', folder));
  const ballast = join(folder, BALLAST);
  return {
    folder,
    fill: () => {
      const handle = openSync(ballast, 'a');
      for (const block of [BLOCK, CRUMB]) while (writeWhole(handle, block));
      closeSync(handle);
    },
    makeRoom: () => rmSync(ballast),
  };
}

function writeWhole(handle: number, block: Buffer): boolean {
  try {
    return writeSync(handle, block) === block.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
