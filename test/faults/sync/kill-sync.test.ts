import { describe, expect, it } from 'vitest';
import { runSyncKillTrial } from '../../support/sync-kill-trial.ts';

const SEEDS = [1, 2, 3];
const KILLS = 5;

describe('kill -9 of a sync that runs', () => {
  it('loses nothing and doubles nothing, whenever it comes', { timeout: 180_000 }, async () => {
    let hits = 0;
    for (const seed of SEEDS) {
      const trial = await runSyncKillTrial(seed, KILLS);
      expect(trial.troubles, `seed ${seed}`).toEqual([]);
      hits += trial.hits;
    }
    expect(hits).toBeGreaterThan(SEEDS.length); // else it proved nothing
  });
});
