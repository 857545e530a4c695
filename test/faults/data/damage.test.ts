import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src-practice/random.ts';
import { startDamageWorld } from '../../support/damage-world.ts';
import { DAMAGES, FLIP } from '../../support/damages.ts';
import { judgeDamage } from '../../support/judge-damage.ts';

const FLIPS = 20;

describe('D4: a data file that is damaged', () => {
  const world = startDamageWorld();
  afterAll(world.close);

  it('nowhere is as it was, and says nothing', async () => {
    for (const ending of ['closed', 'killed'] as const)
      expect(await world.try(ending, () => undefined)).toEqual({
        mended: null,
        refused: null,
        isSame: true,
        troubles: [],
        writes: 0,
      });
  });

  it(`by a bit in any of ${FLIPS} places is found before it is used, or it harms nothing`, async () => {
    const random = createRandom(4);
    let found = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const result = await world.try(FLIP.ending, (dataDir, file) => FLIP.make(dataDir, file, random));
      expect(judgeDamage(result), `flip ${flip}`).toBeNull();
      if (result.mended !== null) found += 1;
    }
    expect(found).toBe(FLIPS);
  });

  it.each(DAMAGES.map((damage) => [damage.name, damage] as const))(
    'where %s goes on from a good one, and does nothing twice',
    async (_name, damage) => {
      for (const seed of [1, 2, 3]) {
        const random = createRandom(seed);
        const result = await world.try(damage.ending, (dataDir, file) => damage.make(dataDir, file, random));
        expect(judgeDamage(result), `seed ${seed}`).toBeNull();
      }
    },
  );
});
