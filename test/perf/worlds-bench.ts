import { availableParallelism } from 'node:os';
import { runWorlds } from '../world/world-crew.ts';
import type { WorldKind, WorldReport } from '../world/world-job.ts';

const HOUR_MS = 3_600_000;
const CASES: readonly (readonly [name: string, kind: WorldKind, worlds: number])[] = [
  ['shops', 'shop', 200],
  ['100 web orders each', 'orders', 8],
];

/** `npm run bench -- worlds`: how much of the worlds' own time passes in a second of this computer's, on all cores. */
export async function runWorldBenches(): Promise<void> {
  const processes = availableParallelism();
  console.log(
    `| worlds | processes | worlds a second | simulated hours a second | processor a world |\n|---|---|---|---|---|`,
  );
  for (const [name, kind, worlds] of CASES) {
    const reports: WorldReport[] = [];
    const startedMs = performance.now();
    const jobs = Array.from({ length: worlds }, (_, at) => ({ kind, seed: at + 1 }));
    await runWorlds(jobs, { processes, onReport: (report) => void reports.push(report) });
    const seconds = (performance.now() - startedMs) / 1_000;
    const sumUp = (read: (report: WorldReport) => number): number =>
      reports.reduce((sum, report) => sum + read(report), 0);
    const hours = sumUp(({ virtualMs }) => virtualMs) / HOUR_MS;
    const cpuMs = sumUp(({ cpuMs }) => cpuMs) / worlds;
    console.log(
      `| ${worlds} ${name} | ${processes} | ${(worlds / seconds).toFixed(1)} | ${(hours / seconds).toFixed(2)} | ${cpuMs.toFixed(0)} ms |`,
    );
    const broken = reports.filter((report) => report.broken.length > 0);
    if (broken.length > 0) console.log(`  broken: ${broken.map(({ seed }) => seed).join(', ')}`);
  }
}
