import { expect, it } from 'vitest';
import { asCloverId } from '../../../../src-main/domain/ids.ts';
import type { TillItem } from '../../../../src-main/domain/till-catalog.ts';
import { readShelved } from '../../../../src-main/engine/flows/shelves-shown.ts';

const [ITEM, FOOD, DRINKS] = ['ITEM', 'FOOD', 'DRINKS'].map((id) => asCloverId(id.padEnd(13, '0'))) as [
  TillItem['id'],
  TillItem['id'],
  TillItem['id'],
];

/** A till that shows these categories, look by look; the last one stays. */
function createTill(shown: readonly (readonly TillItem['id'][])[]) {
  let looks = 0;
  const sleeps: number[] = [];
  return {
    read: async () => {
      const categoryIds = shown[Math.min(looks, shown.length - 1)] ?? [];
      looks += 1;
      return new Map([[ITEM, { categoryIds } as TillItem]]);
    },
    timers: { sleep: async (delayMs: number) => void sleeps.push(delayMs) },
    countLooks: () => looks,
    sleeps,
  };
}

const written = new Map([[ITEM, { added: [FOOD], removed: [DRINKS] }]]);

it('categories that the till shows at once cost one look', async () => {
  const till = createTill([[FOOD]]);
  await readShelved(till.read, written, till.timers);
  expect([till.countLooks(), till.sleeps]).toEqual([1, []]);
});

it('are looked for until the till shows what was added, and no more what was taken away', async () => {
  const till = createTill([[DRINKS], [DRINKS, FOOD], [FOOD]]);
  const items = await readShelved(till.read, written, till.timers);
  expect(items.get(ITEM)?.categoryIds).toEqual([FOOD]);
  expect(till.countLooks()).toBe(3);
});

it('that somebody changed meanwhile are not waited for without end', async () => {
  const till = createTill([[]]);
  await readShelved(till.read, written, till.timers);
  expect(till.countLooks()).toBe(4);
});

it('of an item that is gone are not looked for', async () => {
  let looks = 0;
  const read = async () => {
    looks += 1;
    return new Map();
  };
  await readShelved(read, written, createTill([[]]).timers);
  expect(looks).toBe(1);
});
