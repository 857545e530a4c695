import { existsSync, readFileSync } from 'node:fs';

/**
 * What became of the newest commits, which stand in the log beside the data file (`-wal`):
 * `whole`: all are there; `copied`: the log is cut off, but the data file holds all of it already; `cut`: the newest
 * commits are lost, and the data file is as it was before the first of them; `torn`: some of what is lost was half copied.
 */
export type WalTail = 'whole' | 'copied' | 'cut' | 'torn';

const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const WAL_BIG_ENDIAN = 0x377f0683;
const WAL_LITTLE_ENDIAN = 0x377f0682;
/** Of the index beside the log, whose numbers are in this machine's own order (https://sqlite.org/walformat.html). */
const INDEX = { version: 0, frames: 16, salt: 32, end: 48, copied: 96, tried: 128, least: 136 } as const;
const INDEX_VERSION = 3_007_000;

/**
 * SQLite takes a log as far as its sums are right and forgets the rest without a word. The index beside it (`-shm`) stays
 * when a process is killed, and is written after the log has reached the disk: what it counts must be there.
 */
export function readWalTail(file: string): WalTail {
  const index = readIndex(`${file}-shm`);
  if (index === null || index.frames === 0) return 'whole';
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  const isOther = log.length >= WAL_HEADER && !log.subarray(16, 24).equals(index.salt);
  // The head itself may be what is damaged.
  if (isOther && countFrames(log) > 0) return 'whole';
  if (countFrames(log) >= index.frames) return 'whole';
  if (index.copied >= index.frames) return 'copied';
  return index.tried === 0 && index.copied === 0 ? 'cut' : 'torn';
}

interface WalIndex {
  readonly frames: number;
  readonly salt: Buffer;
  /** Frames that are in the data file, and those that were on their way there. */
  readonly copied: number;
  readonly tried: number;
}

function readIndex(file: string): WalIndex | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  if (bytes.length < INDEX.least) return null;
  const first = bytes.subarray(0, INDEX.end);
  // Both copies are the same unless somebody was just writing them.
  if (!first.equals(bytes.subarray(INDEX.end, 2 * INDEX.end))) return null;
  if (first.readUInt32LE(INDEX.version) !== INDEX_VERSION) return null;
  return {
    frames: first.readUInt32LE(INDEX.frames),
    salt: first.subarray(INDEX.salt, INDEX.salt + 8),
    copied: bytes.readUInt32LE(INDEX.copied),
    tried: bytes.readUInt32LE(INDEX.tried),
  };
}

/** How many frames of the log SQLite would take. */
function countFrames(log: Buffer): number {
  if (log.length < WAL_HEADER) return 0;
  const magic = log.readUInt32BE(0);
  if (magic !== WAL_LITTLE_ENDIAN && magic !== WAL_BIG_ENDIAN) return 0;
  const sum = createSum(magic === WAL_BIG_ENDIAN);
  sum.add(log.subarray(0, 24));
  if (!sum.isAt(log, 24)) return 0;
  const pageBytes = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let frames = 0;
  for (
    let at = WAL_HEADER;
    at + FRAME_HEADER + pageBytes <= log.length;
    at += FRAME_HEADER + pageBytes, frames += 1
  ) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    sum.add(log.subarray(at, at + 8));
    sum.add(log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageBytes));
    if (!sum.isAt(log, at + 16)) break;
  }
  return frames;
}

/** The running sum of the log (walformat.html, 4.2). */
function createSum(isBigEndian: boolean) {
  let first = 0;
  let second = 0;
  return {
    add: (bytes: Buffer): void => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = 0; at < bytes.length; at += 8) {
        first = (first + view.getUint32(at, !isBigEndian) + second) >>> 0;
        second = (second + view.getUint32(at + 4, !isBigEndian) + first) >>> 0;
      }
    },
    isAt: (log: Buffer, at: number): boolean =>
      log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second,
  };
}
