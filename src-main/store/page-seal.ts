import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { writeWhole } from '../runtime/write-whole.ts';

/** The sums of a data file's pages, good while the file is as it was when they were taken. */
export interface PageSums {
  readonly size: number;
  /** Of the file, in Unix milliseconds. A write changes it; a disk that forgets a bit does not. */
  readonly changedMs: number;
  readonly pageBytes: number;
  /** CRC-32 of each page, four bytes each, in base64. */
  readonly sums: string;
}

/** What is known of a data file from outside: by this a rotten, an exchanged and a missing one are told. */
export interface Seal {
  /** Rises with every start; the file holds it too, and one that holds less is an older one. */
  readonly generation: number;
  /** null where nothing can be said of the pages. */
  readonly pages: PageSums | null;
}

const PAGE_BYTES = 4096;
const PORTION_BYTES = 256 * PAGE_BYTES;
/** File systems may tell times in steps of two seconds: a file must rest before its time says anything. */
const REST_MS = 5_000;
/** What a copy with its times loses of them. */
const SAME_MS = 1;

const sealOf = (file: string): string => `${file}.seal`;

/** null where there is none, or it is itself damaged: it then says nothing. */
export function readSeal(file: string): Seal | null {
  try {
    const { check, ...seal } = JSON.parse(readFileSync(sealOf(file), 'utf8')) as Seal & { check: number };
    return check === crc32(JSON.stringify(seal)) ? seal : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole or not at all. */
export const writeSeal = (file: string, seal: Seal): void =>
  writeWhole(sealOf(file), JSON.stringify({ ...seal, check: crc32(JSON.stringify(seal)) }));

export const removeSeal = (file: string): void => rmSync(sealOf(file), { force: true });

/** The sums of a file that nobody writes to now. */
export function sumPages(file: string): PageSums {
  const { mtimeMs } = statSync(file);
  const bytes = readFileSync(file);
  return describeSums(bytes.length, mtimeMs, sumPortion(bytes));
}

/** The same, portion by portion, for a file of any size: the event loop runs in between. */
export async function sumPagesGently(file: string): Promise<PageSums> {
  const handle = await open(file, 'r');
  try {
    const { mtimeMs } = await handle.stat();
    const portion = Buffer.alloc(PORTION_BYTES);
    const sums: Buffer[] = [];
    let size = 0;
    for (;;) {
      const { bytesRead } = await handle.read(portion, 0, PORTION_BYTES, size);
      if (bytesRead === 0) break;
      // A portion ends where a page does, but for the last one.
      sums.push(sumPortion(portion.subarray(0, bytesRead)));
      size += bytesRead;
    }
    return describeSums(size, mtimeMs, Buffer.concat(sums));
  } finally {
    await handle.close();
  }
}

function sumPortion(bytes: Buffer): Buffer {
  const sums = Buffer.alloc(4 * Math.ceil(bytes.length / PAGE_BYTES));
  for (let page = 0; page * PAGE_BYTES < bytes.length; page += 1)
    sums.writeUInt32LE(crc32(bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)), page * 4);
  return sums;
}

const describeSums = (size: number, changedMs: number, sums: Buffer): PageSums => ({
  size,
  changedMs,
  pageBytes: PAGE_BYTES,
  sums: sums.toString('base64'),
});

/**
 * The pages (from 1) that are no longer what they were, though nobody has written to the file since.
 * @returns none where somebody has, for then the sums say nothing
 */
export function findRottenPages(file: string, pages: PageSums): number[] {
  if (isChanged(file, pages)) return [];
  const sums = Buffer.from(pages.sums, 'base64');
  const now = Buffer.from(sumPages(file).sums, 'base64');
  const rotten: number[] = [];
  for (let at = 0; at < sums.length; at += 4)
    if (sums.readUInt32LE(at) !== now.readUInt32LE(at)) rotten.push(at / 4 + 1);
  return rotten;
}

/** Whether the file was written to since its sums were taken. */
export function isChanged(file: string, { size, changedMs }: PageSums): boolean {
  const now = statSync(file);
  return now.size !== size || Math.abs(now.mtimeMs - changedMs) > SAME_MS;
}

/** Whether the file's time would tell of the next write. By the file system's time: this computer's may be anything. */
export function isAtRest(file: string): boolean {
  const probe = `${sealOf(file)}.new`;
  closeSync(openSync(probe, 'w', 0o600));
  return statSync(probe).mtimeMs - statSync(file).mtimeMs >= REST_MS;
}
