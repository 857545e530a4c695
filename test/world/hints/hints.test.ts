import { describe, expect, it } from 'vitest';
import { tellHintStory } from './hint-world.ts';

const STORIES = 25;

describe('hints that come twice, a day late and in any order, to an app that dies again and again', () => {
  it('are on the disk before the relay forgets them: none that was acknowledged is lost', {
    timeout: 60_000,
  }, async () => {
    const totals = { crashes: 0, duplicates: 0 };
    for (let seed = 1; seed <= STORIES; seed += 1) {
      const { lost, hinted, kept, crashes, duplicates } = await tellHintStory(seed);
      expect(lost, `seed ${seed}`).toEqual([]);
      expect(kept, `seed ${seed}: each thing waits once`).toEqual(hinted);
      totals.crashes += crashes;
      totals.duplicates += duplicates;
    }
    // Else it proved nothing.
    expect(totals.crashes).toBeGreaterThan(STORIES);
    expect(totals.duplicates).toBeGreaterThan(STORIES);
  });
});
