import { availableParallelism } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { noteReached } from './reach/reach-notes.ts';
import { listUnreached, nameReached } from './reach/unreached.ts';
import { SOMETIMES } from './sometimes.ts';
import { addNotes, tellShort } from './stories.ts';
import { runWorlds } from './world-crew.ts';
import { liveWorld, type WorldJob, type WorldReport } from './world-job.ts';

const WORLDS = 1_000;
const ORDER_WORLDS = 20;
const WHOLE_WORLDS = 15;
const PROCESSES = Math.max(2, availableParallelism());
/** 90 seconds on two cores, and as much again for a machine that has other things to do. */
const MOST_CPU_MS = 2 * 2 * 90_000;

const listJobs = (kind: WorldJob['kind'], count: number): WorldJob[] =>
  Array.from({ length: count }, (_, at) => ({ kind, seed: at + 1 }));

const notes = new Map<string, number>();
const lived: WorldReport[] = [];

/** Lives them all; fails with the short story of the first that is broken, and the seeds of the others. */
async function live(jobs: readonly WorldJob[]): Promise<readonly WorldReport[]> {
  const reports: WorldReport[] = [];
  await runWorlds(jobs, { processes: PROCESSES, onReport: (report) => void reports.push(report) });
  for (const report of reports) addNotes(notes, report);
  lived.push(...reports);
  const broken = reports
    .filter(({ broken }) => broken.length > 0)
    .sort((left, right) => left.seed - right.seed);
  const [first] = broken;
  if (first) {
    const others = broken.map(({ seed }) => seed).join(', ');
    expect.fail(`${await tellShort(first)}\nbroken seeds: ${others}`);
  }
  return reports;
}

const sumUp = (reports: readonly WorldReport[], read: (report: WorldReport) => number): number =>
  reports.reduce((sum, report) => sum + read(report), 0);

afterAll(() => {
  const lines = [...notes].sort().map(([note, times]) => `${note} ${times}`);
  process.stdout.write(`${lived.length} worlds: ${lines.join(', ')}\n`);
  for (const what of nameReached(notes)) noteReached(import.meta.filename, what);
});

describe('a shop whose people work on both sides while the network fails and the app dies', () => {
  it.runIf(KEPT_SEEDS.length > 0)(
    'does not break again where it once did',
    { timeout: 300_000 },
    async () => {
      await live(KEPT_SEEDS);
    },
  );

  it('keeps every promise in 1,000 worlds', { timeout: 900_000 }, async () => {
    const reports = await live(listJobs('shop', WORLDS));
    const cpuMs = sumUp(reports, ({ cpuMs }) => cpuMs);
    const hours = sumUp(reports, ({ virtualMs }) => virtualMs) / 3_600_000;
    process.stdout.write(
      `${reports.length} worlds, ${hours.toFixed(0)} hours in ${(cpuMs / 1_000).toFixed(0)} s of a processor\n`,
    );
    expect(cpuMs).toBeLessThan(MOST_CPU_MS);
  });

  it('goes the same way twice, and in another process', { timeout: 60_000 }, async () => {
    for (const seed of [1, 7, 38, 40]) {
      const elsewhere = lived.find((report) => report.kind === 'shop' && report.seed === seed);
      const [first, second] = [
        await liveWorld({ kind: 'shop', seed }),
        await liveWorld({ kind: 'shop', seed }),
      ];
      expect(first.hash).toBe(second.hash);
      expect(elsewhere?.hash).toBe(first.hash);
    }
  });
});

describe('web orders while a fifth of all answers is lost, the app dies and people act on both sides', () => {
  it('are on the till once, paid once to the cent, and printed once: 2,000 of them', {
    timeout: 900_000,
  }, async () => {
    await live(listJobs('orders', ORDER_WORLDS));
  });

  it('go the same way twice, and in another process', { timeout: 60_000 }, async () => {
    const elsewhere = lived.find(({ kind, seed }) => kind === 'orders' && seed === 5);
    expect(elsewhere?.hash).toBe((await liveWorld({ kind: 'orders', seed: 5 })).hash);
  });
});

describe('a shop that is open as a whole: people at work on both sides, guests, the kitchen, and the app with its two loops', () => {
  it('keeps the promises of the sync and those of web orders at once', { timeout: 900_000 }, async () => {
    await live(listJobs('whole', WHOLE_WORLDS));
  });
});

it('has seen all that it is to prove something about', () => {
  expect([...SOMETIMES.filter((what) => !notes.has(what)), ...listUnreached(notes)]).toEqual([]);
});
