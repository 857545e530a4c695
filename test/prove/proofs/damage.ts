import { createRandom } from '../../../src-practice/random.ts';
import { startDamageWorld } from '../../support/damage-world.ts';
import { DAMAGES, FLIP } from '../../support/damages.ts';
import { judgeDamage } from '../../support/judge-damage.ts';
import type { Proof } from '../runner.ts';

const FLIPS = 20;

/** 200 bits flipped in any place of a data file, and 100 of every other damage, in ten parts (promises.md D4). */
export const damageProof: Proof = {
  name: 'damage',
  total: 10,
  runPart: async (number) => {
    const random = createRandom(number);
    const world = startDamageWorld();
    const found: string[] = [];
    for (let round = 0; round < FLIPS; round += 1)
      for (const { name, ending, make } of round < FLIPS / 2 ? [FLIP, ...DAMAGES] : [FLIP]) {
        const why = judgeDamage(await world.try(ending, (dataDir, file) => make(dataDir, file, random)));
        if (why !== null) found.push(`${name}: ${why}`);
      }
    world.close();
    return found.length === 0 ? null : found.slice(0, 3).join('; ');
  },
};
