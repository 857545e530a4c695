import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PracticeRandom } from '../../src-practice/random.ts';
import type { Ending } from './damage-world.ts';

export interface Damage {
  readonly name: string;
  readonly ending: Ending;
  make(dataDir: string, file: string, random: PracticeRandom): void;
}

/** As a disk does it: the file says that nobody has written to it. */
function rot(file: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const { atime, mtime } = statSync(file);
  const bytes = readFileSync(file);
  writeFileSync(file, change(bytes) ?? bytes);
  utimesSync(file, atime, mtime);
}

function flip(bytes: Buffer, random: PracticeRandom): void {
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
}

const newestCopy = (dataDir: string): string => {
  const folder = join(dataDir, 'backups');
  const names = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  return join(folder, names.sort().at(-1) ?? '');
};

/** One bit in any place of the data file. */
export const FLIP: Damage = {
  name: 'a bit is flipped',
  ending: 'closed',
  make: (_dataDir, file, random) => rot(file, (bytes) => void flip(bytes, random)),
};

/** What else becomes of files. */
export const DAMAGES: readonly Damage[] = [
  {
    name: 'a page is torn',
    ending: 'closed',
    make: (_dataDir, file, random) =>
      rot(file, (bytes) => {
        const page = random.below(bytes.length / 4096);
        bytes.fill(0, page * 4096 + 2048, (page + 1) * 4096);
        return bytes;
      }),
  },
  {
    name: 'the file ends in the middle',
    ending: 'closed',
    make: (_dataDir, file, random) => rot(file, (bytes) => bytes.subarray(0, random.below(bytes.length))),
  },
  { name: 'the file is deleted', ending: 'closed', make: (_dataDir, file) => rmSync(file) },
  {
    name: 'the file is an older one',
    ending: 'closed',
    make: (dataDir, file) => copyFileSync(newestCopy(dataDir), file),
  },
  {
    name: 'the log is cut off',
    ending: 'killed',
    make: (_dataDir, file, random) => {
      const bytes = readFileSync(`${file}-wal`);
      writeFileSync(`${file}-wal`, bytes.subarray(0, random.below(bytes.length)));
    },
  },
  {
    name: 'a bit of the log is flipped',
    ending: 'killed',
    make: (_dataDir, file, random) => rot(`${file}-wal`, (bytes) => void flip(bytes, random)),
  },
  {
    name: 'the log is deleted',
    ending: 'killed',
    make: (_dataDir, file) => rmSync(`${file}-wal`),
  },
  {
    name: 'the log and its index are deleted',
    ending: 'killed',
    make: (_dataDir, file) => {
      rmSync(`${file}-wal`);
      rmSync(`${file}-shm`);
    },
  },
  {
    name: 'the seal is rotten',
    ending: 'closed',
    make: (_dataDir, file, random) => rot(`${file}.seal`, (bytes) => void flip(bytes, random)),
  },
  {
    name: 'the seal is gone',
    ending: 'killed',
    make: (_dataDir, file) => rmSync(`${file}.seal`),
  },
];
