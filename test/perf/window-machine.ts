import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

const TICKS_PER_SECOND = 100;
const MIB = 1024 * 1024;

/** Seconds of processor time that a process has used (Linux). */
export function readCpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export interface Memory {
  readonly rssMiB: number;
  /** Shared pages counted by their share. */
  readonly pssMiB: number;
}

/** What a process holds in memory (Linux). */
export function readMemory(pid: number): Memory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const read = (name: string): number =>
    (Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024) / MIB;
  return { rssMiB: Math.round(read('Rss')), pssMiB: Math.round(read('Pss')) };
}

/** The browser's processes by what they do; of several pages, the one that has worked most. */
export async function findProcesses(browser: Browser): Promise<ReadonlyMap<string, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = new Map<string, number>();
  for (const { type, id } of [...processInfo].sort((a, b) => a.cpuTime - b.cpuTime)) found.set(type, id);
  return found;
}

export interface BundleSize {
  readonly files: number;
  readonly rawKiB: number;
  readonly gzipKiB: number;
}

/** A page in English loads none of them, another one of them. */
const LANGUAGE = /(^|[\\/])(es|de)-[^\\/]*$/;

/** The built page's files of one kind, in English. */
export function measureBundle(folder: string, ending: string): BundleSize {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(ending) && !LANGUAGE.test(name),
  );
  const bodies = files.map((name) => readFileSync(join(folder, name)));
  const sum = (sizes: readonly number[]): number =>
    Math.round(sizes.reduce((all, size) => all + size, 0) / 102.4) / 10;
  return {
    files: files.length,
    rawKiB: sum(bodies.map((body) => body.length)),
    gzipKiB: sum(bodies.map((body) => gzipSync(body, { level: 9 }).length)),
  };
}
