import type { Evidence, Oracle } from './oracles/evidence.ts';
import { findDifferences } from './oracles/in-step.ts';
import { findMenuTroubles } from './oracles/menu-kept.ts';
import { findDoubles } from './oracles/no-double.ts';
import { findEchoes } from './oracles/no-echo.ts';
import { findLostValues } from './oracles/no-lost-value.ts';
import { findStockDrift } from './oracles/stock-conserved.ts';
import { findExcess } from './oracles/within-limits.ts';
import { countWrites, findRest, runPass } from './passes.ts';
import type { SimWorld } from './sim-world.ts';
import type { Sameness, Wares } from './wares.ts';

const ORACLES: Readonly<Record<string, Oracle>> = {
  'no lost value': findLostValues,
  'no double': findDoubles,
  'stock conserved': findStockDrift,
  'no echo': findEchoes,
  'in step': findDifferences,
  'menu kept': findMenuTroubles,
  'within limits': findExcess,
};

/** Lets the world come to rest in fair weather and asks every oracle; answers what is broken. */
export async function judgeWorld(world: SimWorld, wares: Wares, isSame: Sameness): Promise<string[]> {
  const { story } = world;
  world.network.clear();
  story.tell('--- the faults are over ---');
  const unrest = await findRest(world);
  const before = countWrites(world);
  const full = await runPass(world, true);
  const echoes = countWrites(world) - before + (full === null ? 0 : 1);
  wares.refresh();
  const conflicts = world.eye.conflicts();
  for (const { field } of conflicts) story.note(`conflict ${field}`);
  const parked = world.eye.parked();
  if (parked.length > 0) story.note('parked');
  const evidence: Evidence = { world, wares, isSame, conflicts, parked, echoes, unrest };
  const broken = Object.entries(ORACLES).flatMap(([name, oracle]) =>
    oracle(evidence).map((line) => `${name}: ${line}`),
  );
  broken.push(...world.unannounced.splice(0).map((line) => `prior intent: ${line}`));
  return broken;
}
