import { shrinkWorld } from './shrink.ts';
import { liveWorld, type WorldJob, type WorldReport } from './world-job.ts';

/** As long as a person waits for a story to be made short. */
const SHRINK_MS = 60_000;
const COMMANDS = {
  shop: 'worlds',
  orders: 'order-worlds',
  'few orders': 'few-order-worlds',
  whole: 'whole-worlds',
  hints: 'hint-worlds',
} as const;

/** How often each thing happened in many worlds. */
export function addNotes(sums: Map<string, number>, { notes }: Pick<WorldReport, 'notes'>): void {
  for (const [note, times] of notes) sums.set(note, (sums.get(note) ?? 0) + times);
}

/** The story of a broken world, made as short as it goes, with the command that tells it again. */
export async function tellShort(broken: WorldReport): Promise<string> {
  if (broken.happened.length === 0) return tellWhole(broken);
  const untilMs = performance.now() + SHRINK_MS;
  const { report, tries } = await shrinkWorld(broken, {
    live: liveWorld,
    hasTime: () => performance.now() < untilMs,
  });
  const few = `${report.happened.length} of ${broken.happened.length} things still break it, after ${tries} tries`;
  return [...report.story, `(${few}: ${report.happened.join('; ')})`, ...tellEnd(broken, report.broken)].join(
    '\n',
  );
}

/** The same without making it short. */
export const tellWhole = (broken: WorldReport): string =>
  [...broken.story, ...tellEnd(broken, broken.broken)].join('\n');

const tellEnd = ({ kind, seed, hash }: WorldReport, broken: readonly string[]): string[] => [
  ...broken.map((line) => `BROKEN ${line}`),
  `trace ${hash}; again: npm run prove -- ${COMMANDS[kind]} --seed ${seed}`,
];

/** Lives one world again and tells its story, once more made short where it is broken; true where it keeps every promise. */
export async function retell(job: WorldJob, say: (line: string) => void): Promise<boolean> {
  const report = await liveWorld({ ...job, isTold: true });
  say(tellWhole(report));
  if (report.broken.length === 0) return true;
  say(`\n=== made short ===\n${await tellShort(report)}`);
  return false;
}
