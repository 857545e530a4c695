import { expect } from 'vitest';
import { type SimResult, simulate } from './simulate.ts';
import { MEANT_FIELDS } from './ware.ts';
import { FAULTS } from './weather.ts';

/** What must have happened in a range of seeds: a run that never lost an answer proves nothing. */
const SOMETIMES: readonly string[] = [
  ...FAULTS.map((fault) => `fault ${fault}`),
  ...MEANT_FIELDS.flatMap((field) => [`edit till ${field}`, `edit store ${field}`]),
  'crash',
  'pass made way',
  'sale',
  'purchase',
  'cancel',
  'refund',
  'recount till',
  'recount store',
  'new item',
  'new product',
  'new variable product',
  'delete till',
  'delete store',
  'rename category till',
  'rename category store',
  'edit modifier',
  'change modifiers',
  'resolve',
  'pass done',
  'conflict name',
  'conflict price',
  'conflict sku',
  'conflict categories',
  'conflict stock',
  'deed during a pass',
];

/**
 * Runs the seeds and fails with the story of the first broken one and the numbers of all.
 * @param rare what may be missing, since the other half of the seeds has it
 */
export async function runSeeds(from: number, count: number, rare: readonly string[] = []): Promise<void> {
  const only = process.env.SEED;
  if (only !== undefined) return replay(Number(only));
  const notes = new Map<string, number>();
  const broken: SimResult[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const result = await simulate(seed);
    for (const [note, times] of result.notes) notes.set(note, (notes.get(note) ?? 0) + times);
    if (result.broken.length > 0) broken.push(result);
  }
  tellNotes(from, count, notes);
  const [first] = broken;
  const others = broken.map(({ seed }) => seed).join(', ');
  expect(first === undefined, first && `${tellStory(first)}\nbroken seeds: ${others}`).toBe(true);
  expect(SOMETIMES.filter((note) => !notes.has(note) && !rare.includes(note))).toEqual([]);
}

async function replay(seed: number): Promise<void> {
  const result = await simulate(seed);
  process.stdout.write(`${tellStory(result)}\n`);
  expect(result.broken).toEqual([]);
}

const tellStory = ({ seed, story, broken, hash }: SimResult): string =>
  [
    ...story,
    ...broken.map((line) => `BROKEN ${line}`),
    `trace ${hash}; again: SEED=${seed} vitest run test/world/seeds-low.test.ts`,
  ].join('\n');

function tellNotes(from: number, count: number, notes: ReadonlyMap<string, number>): void {
  const lines = [...notes].sort().map(([note, times]) => `${note} ${times}`);
  process.stdout.write(`seeds ${from} to ${from + count - 1}: ${lines.join(', ')}\n`);
}
