import { expect, it } from 'vitest';
import { runSettingsKillTrial } from '../../support/settings-kill-trial.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 5;
const ROUNDS = 200;

it('D8: of 1,000 settings written in five lives that are killed none is lost, half written or reset', {
  timeout: 90_000,
}, async () => {
  const { writes, troubles } = await runSettingsKillTrial(makeTemporaryFolder(), 1, KILLS, ROUNDS);
  expect(troubles).toEqual([]);
  expect(writes).toBeGreaterThan(KILLS * ROUNDS);
});
