import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Step = readonly [file: string, ...flags: string[]];

/** Some minutes. */
const SHORT: readonly Step[] = [
  ['live-latency.ts'],
  ['live-latency.ts', '--relay'],
  ['live-edits.ts'],
  ['live-year.ts'],
  ['live-sweep.ts'],
  ['live-offline.ts', '--items', '1000', '--changes', '1000'],
];

/** About an hour: the whole year, 20,000 items, three days out of reach. */
const LONG: readonly Step[] = [
  ['live-latency.ts', '--deeds', '240', '--quiet', '300'],
  ['live-latency.ts', '--deeds', '240', '--relay'],
  ['live-latency.ts', '--poll', '15', '--deeds', '0'],
  ['live-latency.ts', '--items', '20000', '--deeds', '240'],
  ['live-edits.ts', '--items', '5000', '--edits', '10000'],
  ['live-year.ts', '--orders', '21350'],
  ['live-sweep.ts'],
  ['live-sweep.ts', '--items', '20000'],
  // Without a network nothing is read; with one side alone every look reads the other one, so it is shorter.
  ['live-offline.ts', '--changes', '5000', '--hours', '72', '--away', 'both'],
  ['live-offline.ts', '--changes', '5000', '--hours', '2', '--away', 'till,store'],
];

/** The figures of the two-way sync, each in a process of its own. */
export function runLiveBenches(isLong: boolean): void {
  for (const [file, ...flags] of isLong ? LONG : SHORT) {
    console.log(`\n${file} ${flags.join(' ')}`);
    const path = fileURLToPath(new URL(file, import.meta.url));
    const { status } = spawnSync(process.execPath, [path, ...flags], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
