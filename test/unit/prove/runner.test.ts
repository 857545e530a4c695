import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Proof, runProofs } from '../../prove/runner.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

describe('the long proofs', () => {
  it('go on where they were stopped, and remember what went wrong', async () => {
    const stateFile = join(makeTemporaryFolder(), 'deep', 'prove.json');
    const ran: number[] = [];
    let stopAt = 3;
    const proof: Proof = {
      name: 'fake',
      total: 5,
      runPart: async (number) => {
        if (number === stopAt) throw new Error('the power went');
        ran.push(number);
        return number === 2 ? 'two is bad' : null;
      },
    };
    const options = { stateFile, say: () => undefined, restart: false };
    await expect(runProofs([proof], options)).rejects.toThrow('the power went');
    stopAt = 0;
    expect(await runProofs([proof], options)).toBe(false);
    expect(ran).toEqual([1, 2, 3, 4, 5]);
    expect(await runProofs([proof], { ...options, restart: true, only: 'other' })).toBe(false);
  });
});
