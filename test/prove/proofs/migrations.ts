import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrationKillTrial } from '../../support/migration-kill-trial.ts';
import { NEWEST } from '../../support/old-files.ts';
import type { Proof } from '../runner.ts';

/** A migration writes to the disk a few hundred times; each eleventh of them is one too many. */
const EVERY = 11;

/** From each earlier version, killed all along the way (promises.md D6). */
export const migrationProof: Proof = {
  name: 'migrations',
  total: NEWEST - 1,
  runPart: async (version) => {
    for (let write = 1; ; write += EVERY) {
      const folder = mkdtempSync(join(tmpdir(), 'tillbridge-migration-'));
      const { isKilled, troubles } = runMigrationKillTrial(folder, version, write);
      if (troubles.length > 0) return `write ${write}: ${troubles.slice(0, 3).join('; ')}`;
      if (!isKilled) {
        console.log(`version ${version}: killed at each ${EVERY}th of ${write} writes`);
        return null;
      }
    }
  },
};
