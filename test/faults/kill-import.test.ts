import { describe, expect, it } from 'vitest';
import { runKillTrial } from '../support/kill-trial.ts';

const SEEDS = [2, 3, 4, 6];

describe('kill -9 in the middle of an import', () => {
  it('loses nothing and doubles nothing, whenever it comes', { timeout: 240_000 }, async () => {
    let kills = 0;
    for (const seed of SEEDS) {
      const trial = await runKillTrial(seed);
      expect(trial.differences, `seed ${seed}`).toEqual([]);
      kills += trial.kills;
    }
    expect(kills).toBeGreaterThan(SEEDS.length); // else it proved nothing
  });
});
