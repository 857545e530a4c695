import { runHubKillTrial } from '../../support/hub-kill-trial.ts';
import type { Proof } from '../runner.ts';

const KILLS = 10;

/** 500 kills of the relay under load, ten on one file: nothing that was answered 200 is lost (H1). */
export const hubKillProof: Proof = {
  name: 'kill-hub',
  total: 50,
  runPart: async (number) => {
    const { lost, integrity } = await runHubKillTrial(number, KILLS);
    if (integrity !== 'ok') return `the file is damaged: ${integrity}`;
    return lost.length === 0 ? null : `${lost.length} lost, the first ${lost[0]}`;
  },
};
