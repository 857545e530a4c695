import { runKillTrial } from '../../support/kill-trial.ts';
import type { Proof } from '../runner.ts';

/** 200 imports, each killed up to three times at moments that its number chooses. */
export const killProof: Proof = {
  name: 'kill-import',
  total: 200,
  runPart: async (number) => {
    const { differences } = await runKillTrial(number);
    return differences.length === 0 ? null : differences.slice(0, 3).join('; ');
  },
};
