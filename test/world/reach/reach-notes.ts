import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of a run that watches what is reached; a run of single tests has none. */
const { TILLBRIDGE_REACH: folder } = process.env;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const isWatchedRun = folder !== undefined;

const noted = new Set<string>();

/** Notes, once in a process, that a test file reached it. It is on the disk at once: the process may be killed. */
export function noteReached(testFile: string, what: string): void {
  const line = `${relative(ROOT, testFile).replaceAll('\\', '/')}\t${what}\n`;
  if (folder === undefined || noted.has(line)) return;
  noted.add(line);
  appendFileSync(join(folder, `${process.pid}.txt`), line);
}

/** What a run has reached, each with the test files that did. */
export function readReached(from: string): ReadonlyMap<string, ReadonlySet<string>> {
  const reached = new Map<string, Set<string>>();
  const lines = readdirSync(from).flatMap((name) => readFileSync(join(from, name), 'utf8').split('\n'));
  for (const line of lines) {
    const [testFile = '', what = ''] = line.split('\t');
    if (line !== '') reached.set(what, (reached.get(what) ?? new Set()).add(testFile));
  }
  return reached;
}
