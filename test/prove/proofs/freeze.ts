import { runFreezeTrial } from '../../support/freeze-trial.ts';
import type { Proof } from '../runner.ts';

const FROZEN_MS = 10 * 60_000;
const [CONNECTED_MS, DRAINED_MS] = [10_000, 60_000];

/** The app stands still for ten minutes, three times (promises.md C3). */
export const freezeProof: Proof = {
  name: 'freeze',
  total: 3,
  runPart: async () => {
    const { connectedMs, drainedMs, mostAsked, troubles } = await runFreezeTrial(FROZEN_MS);
    console.log(`back after ${Math.round(connectedMs)} ms, drained after ${Math.round(drainedMs)} ms`);
    if (troubles.length > 0) return troubles.slice(0, 3).join('; ');
    if (mostAsked.times !== 1) return `${mostAsked.list} was asked ${mostAsked.times} times at once`;
    return connectedMs > CONNECTED_MS || drainedMs > DRAINED_MS ? 'too late' : null;
  },
};
