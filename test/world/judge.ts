import { findMisasked } from './oracles/asked-as-it-stands.ts';
import { findUnasked } from './oracles/both-counts-asked.ts';
import type { Evidence, Oracle } from './oracles/evidence.ts';
import { findLateDifferences } from './oracles/found-soon.ts';
import { findDifferences } from './oracles/in-step.ts';
import { findLateAnswers } from './oracles/late-answers-refused.ts';
import { findMenuTroubles } from './oracles/menu-kept.ts';
import { findInexact } from './oracles/money-exact.ts';
import { findDoubles } from './oracles/no-double.ts';
import { findEchoes } from './oracles/no-echo.ts';
import { findLostValues } from './oracles/no-lost-value.ts';
import { findWaiting } from './oracles/nothing-waits.ts';
import { findUnexplained } from './oracles/parked-explained.ts';
import { findLateRest } from './oracles/rest-in-time.ts';
import { findStockDrift } from './oracles/stock-conserved.ts';
import { findWrongUndos } from './oracles/undo-true.ts';
import { findExcess } from './oracles/within-limits.ts';
import { compareAll, findRest } from './passes.ts';
import type { SimWorld } from './sim-world.ts';
import type { Sameness, Wares } from './wares.ts';

/** What a look at each side's changes is enough for. */
const BEFORE_ALL_IS_COMPARED: Readonly<Record<string, Oracle>> = {
  'found soon': findLateDifferences,
  'nothing waits': findWaiting,
};

const AT_REST: Readonly<Record<string, Oracle>> = {
  'no lost value': findLostValues,
  'late answers refused': findLateAnswers,
  'undo true': findWrongUndos,
  'no double': findDoubles,
  'stock conserved': findStockDrift,
  'asked as it stands': findMisasked,
  'both counts asked': findUnasked,
  'nothing waits': findWaiting,
  'no echo': findEchoes,
  'in step': findDifferences,
  'menu kept': findMenuTroubles,
  'within limits': findExcess,
  'parked explained': findUnexplained,
  'money exact': findInexact,
  'rest in time': findLateRest,
};

/** Lets the world come to rest in fair weather and asks every oracle; answers what is broken. */
export async function judgeWorld(world: SimWorld, wares: Wares, isSame: Sameness): Promise<string[]> {
  const { story } = world;
  world.network.clear();
  story.tell('--- the faults are over ---');
  const broken: string[] = [];
  const ask = (
    oracles: Readonly<Record<string, Oracle>>,
    unrest: string | null,
    echoes: number | string = 0,
  ): void => {
    wares.refresh();
    const { eye } = world;
    const evidence: Evidence = {
      world,
      wares,
      isSame,
      conflicts: eye.conflicts(),
      parked: eye.parked(),
      echoes,
      unrest,
    };
    for (const [name, oracle] of Object.entries(oracles))
      broken.push(...oracle(evidence).map((line) => `${name}: ${line}`));
  };
  ask(BEFORE_ALL_IS_COMPARED, await findRest(world));
  let unrest: string | null = null;
  let compared = await compareAll(world);
  if (compared !== 0) {
    unrest = await findRest(world);
    compared = await compareAll(world);
  }
  ask(AT_REST, unrest, compared);
  for (const { field } of world.eye.conflicts()) story.note(`conflict ${field}`);
  if (world.eye.parked().length > 0) story.note('parked');
  broken.push(...world.unannounced.splice(0).map((line) => `prior intent: ${line}`));
  broken.push(...world.strayed.splice(0).map((line) => `right shop: ${line}`));
  return broken;
}
