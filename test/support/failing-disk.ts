import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeTemporaryFolder } from './temporary-folder.ts';

const BYTES = 32 * 1024 * 1024;

/** A disk of its own on which the system finds a fault. */
export interface FailingDisk {
  readonly folder: string;
  /** What Linux does with a disk that fails: from now on it is read-only, whoever has files open on it. */
  turnReadOnly(): void;
  /** Somebody has seen to it: it stands in the same place again, with all that was on it. */
  mountAgain(): void;
}

/** @throws where the program fails */
function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const mount = (image: string, folder: string): void =>
  void run('mount', '-o', 'loop,errors=remount-ro', image, folder);

/** A file of its own becomes a disk, in use at a folder of this name beside it. */
function makeDisk(place: string): { readonly image: string; readonly folder: string } {
  const [image, folder] = [join(place, 'disk'), join(place, 'mounted')];
  writeFileSync(image, '');
  truncateSync(image, BYTES);
  run('mkfs.ext4', '-q', image);
  mkdirSync(folder);
  mount(image, folder);
  return { image, folder };
}

/** Whether disks can be made here: root on Linux, with loop devices and ext4. */
export const canMakeDisk = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), 'tillbridge-disk-'));
  try {
    run('umount', makeDisk(place).folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
})();

/** Gone with the test. */
export function mountFailingDisk(): FailingDisk {
  const place = makeTemporaryFolder();
  const { image, folder } = makeDisk(place);
  const unmount = (): void => void run('umount', '--lazy', folder);
  onTestFinished(unmount);
  return {
    folder,
    turnReadOnly: () => {
      // What was there before has long been written.
      run('sync', '--file-system', folder);
      const device = basename(run('findmnt', '-no', 'SOURCE', folder));
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, '1');
    },
    mountAgain: () => {
      unmount();
      // The one that failed is still held by whoever has files open on it.
      const again = `${image}-again`;
      copyFileSync(image, again);
      mount(again, folder);
    },
  };
}
