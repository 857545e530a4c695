import { expect, it } from 'vitest';
import { runBackupTrial } from '../../support/backup-trial.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const PRODUCTS = 5_000;
const MOST_HELD_MS = 50;

it('D5: a copy that is made during 500 writes a second is whole when it is restored, and holds nobody up for 50 ms', {
  timeout: 60_000,
}, async () => {
  const { writes, heldMs, tookMs, troubles } = await runBackupTrial(makeTemporaryFolder(), PRODUCTS, 1);
  expect(troubles).toEqual([]);
  expect(writes).toBeGreaterThan((tookMs / 1000) * 200); // else it proved nothing
  expect(heldMs).toBeLessThan(MOST_HELD_MS);
});
