import { expect } from 'vitest';
import { type OrderSimResult, simulateOrders } from './simulate-orders.ts';

/** Of one world: enough for waves, few enough for a timeline that a person can read. */
export const ORDERS_A_WORLD = 100;

/** What must have happened in a range of seeds: a run that never lost an answer proves nothing. */
const SOMETIMES: readonly string[] = [
  'fault lost-answer',
  'fault drop-before',
  'fault truncated',
  'fault too-many',
  'fault server-error',
  'fault refused-connection',
  'crash',
  'store completed',
  'store cancelled',
  'store refunded',
  'store refunded a part',
  'till fulfilled',
  'till paid',
  'till refunded',
  'till refunded a part',
  'jam',
  'no printer',
  'order type removed',
  'order type made again',
  'alert failed-print',
  'begun anew',
  'end reported',
  'end closed',
  'print printed',
  'print failed',
  'print no-printer',
  'print unknown',
  'unpaid order',
  'till payment',
  'till print',
];

/** Runs worlds of orders and fails with the story of the first broken one and the seeds of all. */
export async function runOrderSeeds(from: number, count: number): Promise<void> {
  const only = process.env.ORDER_SEED;
  if (only !== undefined) return replay(Number(only));
  const notes = new Map<string, number>();
  const broken: OrderSimResult[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const result = await simulateOrders(seed, ORDERS_A_WORLD);
    for (const [note, times] of result.notes) notes.set(note, (notes.get(note) ?? 0) + times);
    if (result.broken.length > 0) broken.push(result);
  }
  const lines = [...notes].sort().map(([note, times]) => `${note} ${times}`);
  process.stdout.write(`order seeds ${from} to ${from + count - 1}: ${lines.join(', ')}\n`);
  const [first] = broken;
  const seeds = broken.map(({ seed }) => seed).join(', ');
  expect(first === undefined, first && `${tellBroken(first)}\nbroken seeds: ${seeds}`).toBe(true);
  expect(SOMETIMES.filter((note) => !notes.has(note))).toEqual([]);
}

async function replay(seed: number): Promise<void> {
  const result = await simulateOrders(seed, ORDERS_A_WORLD);
  process.stdout.write(`${result.story.join('\n')}\n`);
  expect(result.broken).toEqual([]);
}

/** What broke, with the timeline of each order; the whole story of the world is told when its seed is run alone. */
export const tellBroken = ({ seed, broken, hash }: OrderSimResult): string =>
  [
    ...broken.slice(0, 10),
    `${broken.length} broken; trace ${hash}; again: ORDER_SEED=${seed} vitest run test/world/orders/orders-low.test.ts`,
  ].join('\n');
