import { runSyncKillTrial } from '../../support/sync-kill-trial.ts';
import type { Proof } from '../runner.ts';

const KILLS = 10;

/** 50 syncs under load, each killed ten times at moments that its number chooses. */
export const syncKillProof: Proof = {
  name: 'kill-sync',
  total: 50,
  runPart: async (number) => {
    const { troubles } = await runSyncKillTrial(number, KILLS);
    return troubles.length === 0 ? null : troubles.slice(0, 3).join('; ');
  },
};
