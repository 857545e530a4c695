import { runOrderKillTrial } from '../../support/order-kill-trial.ts';
import type { Proof } from '../runner.ts';

const KILLS = 10;

/** 500 kills of an app that takes web orders and syncs, ten on one file, at moments that its number chooses. */
export const orderKillProof: Proof = {
  name: 'kill-orders',
  total: 50,
  runPart: async (number) => {
    const { troubles } = await runOrderKillTrial(number, KILLS);
    return troubles.length === 0 ? null : troubles.slice(0, 3).join('; ');
  },
};
