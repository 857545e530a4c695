import { describe, expect, it } from 'vitest';
import { runMigrationKillTrial } from '../../support/migration-kill-trial.ts';
import { hasNeed, hasProgram } from '../../support/needs.ts';
import { NEWEST } from '../../support/old-files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

/** In the copy that is kept, in the log, and while the log is copied to the file. */
const WRITES = [3, 90, 200];
const isReady = hasNeed('a migration that is killed (strace is not installed)', hasProgram('strace'));

describe.skipIf(!isReady)('D6: a data file of an earlier version', () => {
  it.each(Array.from({ length: NEWEST - 1 }, (_, at) => at + 1))(
    '%i is whole or untouched wherever its migration is killed, and whole the next time',
    { timeout: 60_000 },
    (version) => {
      let kills = 0;
      for (const write of WRITES) {
        const { isKilled, troubles } = runMigrationKillTrial(makeTemporaryFolder(), version, write);
        expect(troubles, `killed at write ${write}`).toEqual([]);
        if (isKilled) kills += 1;
      }
      expect(kills).toBeGreaterThan(1); // else it proved nothing
    },
  );
});
