import { fuzzWindow } from '../../support/payload-fuzz.ts';
import type { Proof } from '../runner.ts';

const CALLS_A_PART = 1000;

/** 100,000 random calls from windows, every other thousand over a real websocket: no crash, no call without an answer, no value against its schema. */
export const fuzzProof: Proof = {
  name: 'fuzz-window',
  total: 100,
  runPart: async (number) => {
    const { violations } = await fuzzWindow(number, CALLS_A_PART, number % 2 === 0 ? 'websocket' : 'gate');
    return violations.length === 0 ? null : violations.slice(0, 3).join('; ');
  },
};
