import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../runtime/write-whole.ts';
import type { CrashRecord } from './crash-record.ts';

/** Beside the data file, and not in it: that may be what failed. */
export const CRASH_FILE = 'crashes.json';
const MOST_KEPT = 20;

const record = z.object({
  atMs: z.number(),
  version: z.string(),
  where: z.string(),
  error: z.string(),
  code: z.string(),
  frames: z.array(z.string()),
});

export interface CrashFile {
  /** Newest first. A file that cannot be read holds none. */
  read(): CrashRecord[];
  /** On the disk when it returns; where that fails it is kept for this process alone. Throws nothing. */
  add(crash: CrashRecord): void;
}

/** The newest crashes of one data folder. */
export function openCrashFile(dataDir: string): CrashFile {
  const file = join(dataDir, CRASH_FILE);
  let kept: CrashRecord[] | null = null;
  const read = (): CrashRecord[] => {
    kept ??= readKept(file);
    return kept;
  };
  return {
    read: () => [...read()],
    add: (crash) => {
      kept = [crash, ...read()].slice(0, MOST_KEPT);
      try {
        mkdirSync(dataDir, { recursive: true, mode: 0o700 });
        writeWhole(file, JSON.stringify(kept, null, 1));
      } catch (error) {
        if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
        // A full disk is what is told; its record stays in memory.
      }
    },
  };
}

function readKept(file: string): CrashRecord[] {
  try {
    const parsed = z.array(record).safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    // None yet, or a file that a power cut has halved.
    return [];
  }
}
