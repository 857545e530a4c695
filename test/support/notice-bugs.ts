import { readFileSync, writeFileSync } from 'node:fs';
import { runWorlds } from '../world/world-crew.ts';
import type { WorldJob, WorldKind } from '../world/world-job.ts';
import type { PlantedBug } from './planted-bugs.ts';

/** So many seeds are tried before a bug counts as unnoticed. */
const MOST_SEEDS: Readonly<Record<WorldKind, number>> = {
  shop: 150,
  orders: 6,
  'few orders': 30,
  whole: 30,
  hints: 60,
};

export interface Notice {
  readonly bug: PlantedBug;
  /** The seed of the world that noticed it; null where none did. */
  readonly seed: number | null;
  readonly complaint: string;
  readonly worlds: number;
  /** What its process took, with its start. */
  readonly cpuMs: number;
}

/** The seed that noticed each bug last, by its name. */
const SEEDS = new URL('noticed-seeds.json', import.meta.url);
const readSeeds = (): Record<string, number> =>
  JSON.parse(readFileSync(SEEDS, 'utf8')) as Record<string, number>;

/** Keeps which seeds noticed them: these are tried first the next time. */
export function rememberNotices(notices: readonly Notice[]): void {
  const seeds = readSeeds();
  for (const { bug, seed } of notices) if (seed !== null) seeds[bug.name] = seed;
  writeFileSync(SEEDS, `${JSON.stringify(seeds, null, 2)}\n`);
}

/** The seed that noticed a bug last, then all from the first on. */
export function* listJobs({ kind = 'shop', name }: PlantedBug): Generator<WorldJob> {
  const { [name]: seed = 1 } = readSeeds();
  yield { kind, seed };
  for (let next = 1; next <= MOST_SEEDS[kind]; next += 1) if (next !== seed) yield { kind, seed: next };
}

/** Plants a bug in a process of its own and lives worlds there until one breaks. */
export async function noticeBug(bug: PlantedBug): Promise<Notice> {
  let notice: Notice = { bug, seed: null, complaint: 'nobody noticed', worlds: 0, cpuMs: 0 };
  await runWorlds(listJobs(bug), {
    processes: 1,
    bug: bug.name,
    isEnough: () => notice.seed !== null,
    onReport: ({ seed, broken: [complaint], processCpuMs }) => {
      const worlds = notice.worlds + 1;
      notice =
        complaint === undefined
          ? { ...notice, worlds, cpuMs: processCpuMs }
          : { bug, seed, complaint, worlds, cpuMs: processCpuMs };
    },
  });
  return notice;
}

/** All of them, so many at a time. */
export async function noticeBugs(
  bugs: readonly PlantedBug[],
  atATime: number,
  onNotice: (notice: Notice) => void,
): Promise<void> {
  const left = [...bugs];
  const work = async (): Promise<void> => {
    for (let bug = left.shift(); bug !== undefined; bug = left.shift()) onNotice(await noticeBug(bug));
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

/** A line for a person: what noticed it, and what that took. */
export const sayNotice = ({ bug, seed, complaint, worlds, cpuMs }: Notice): string =>
  `${bug.name}: ${seed === null ? 'NOBODY NOTICED' : `seed ${seed}`} (${worlds} worlds, ${(cpuMs / 1_000).toFixed(1)} s): ${complaint.split('\n')[0]?.slice(0, 160)}`;
