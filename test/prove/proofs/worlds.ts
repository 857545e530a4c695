import { availableParallelism } from 'node:os';
import { ORDERS_A_WORLD } from '../../world/orders/simulate-orders.ts';
import { runWorlds } from '../../world/world-crew.ts';
import type { WorldKind, WorldReport } from '../../world/world-job.ts';
import type { Proof } from '../runner.ts';

/** Behind the seeds that `npm test` runs. */
const FIRST_SEED = 1_000;
const HOUR_MS = 3_600_000;

/** So many worlds of a kind, a part of them at a time on all cores. */
function proveWorlds(name: string, kind: WorldKind, worlds: number, worldsAPart: number): Proof {
  return {
    name,
    total: worlds / worldsAPart,
    unit: { name: 'worlds', aPart: worldsAPart },
    runPart: async (number) => {
      const first = FIRST_SEED + (number - 1) * worldsAPart + 1;
      const jobs = Array.from({ length: worldsAPart }, (_, at) => ({ kind, seed: first + at }));
      const reports: WorldReport[] = [];
      const startedMs = performance.now();
      await runWorlds(jobs, {
        processes: availableParallelism(),
        onReport: (report) => void reports.push(report),
      });
      const seconds = (performance.now() - startedMs) / 1_000;
      const hours = reports.reduce((sum, { virtualMs }) => sum + virtualMs, 0) / HOUR_MS;
      console.log(
        `${name}: seeds ${first} to ${first + worldsAPart - 1}, ${hours.toFixed(0)} hours in ${seconds.toFixed(0)} s`,
      );
      const broken = reports.filter((report) => report.broken.length > 0);
      if (broken.length === 0) return null;
      return broken
        .map(
          ({ seed, broken: [complaint] }) => `${complaint}; again: npm run prove -- ${name} --seed ${seed}`,
        )
        .join('; ');
    },
  };
}

/** 100,000 shops under every fault: none lost, doubled or overwritten anything. */
export const worldProof = proveWorlds('worlds', 'shop', 100_000, 200);

/** Shops with their web orders, people at work on both sides: the promises of both at once. */
export const wholeProof = proveWorlds('whole-worlds', 'whole', 5_000, 20);

/** 100,000 web orders (promises.md P3, P4, P5): none lost, doubled, paid twice or printed twice. */
export const orderProof = proveWorlds('order-worlds', 'orders', 100_000 / ORDERS_A_WORLD, 10);
