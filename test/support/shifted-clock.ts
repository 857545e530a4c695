import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../fixtures/shifted-clock.cc', import.meta.url));
const COMPILER = 'g++';

/** A clock that can be set, for another process. */
export interface ShiftedClock {
  readonly env: Readonly<Record<string, string>>;
  /** From now on that process is told a time so many seconds later (negative: earlier). */
  shift(seconds: number): void;
}

/** Compiles it. @param folder for what is made */
export function makeShiftedClock(folder: string): ShiftedClock {
  const library = join(folder, 'shifted-clock.so');
  const { status, stderr } = spawnSync(COMPILER, ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the clock is not compiled: ${stderr}`);
  const file = join(folder, 'shift');
  const shift = (seconds: number): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    // Written in place: the process has the file in its memory.
    writeFileSync(file, bytes, { flag: 'r+' });
  };
  writeFileSync(file, Buffer.alloc(8));
  return { env: { LD_PRELOAD: library, TILLBRIDGE_CLOCK_FILE: file }, shift };
}
