import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasNeed, hasProgram } from '../../support/needs.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const WRAPPER = fileURLToPath(new URL('../../../scripts/with-keyring.sh', import.meta.url));
const CHILD = fileURLToPath(new URL('../../support/keychain-child.ts', import.meta.url));
const isThere = hasNeed(
  'the keychain (gnome-keyring and dbus are needed)',
  hasProgram('gnome-keyring-daemon') && hasProgram('dbus-run-session'),
);

describe.skipIf(!isThere)('the system’s keychain', () => {
  it('keeps a secret for one data folder, and nothing of it on disk', () => {
    const dataDir = makeTemporaryFolder();
    const child = spawnSync(WRAPPER, [process.execPath, CHILD, dataDir], {
      encoding: 'utf8',
      timeout: 25_000,
    });
    expect(JSON.parse(child.stdout || JSON.stringify({ error: child.stderr }))).toEqual({
      mine: 'pâté-secret',
      others: null,
      after: null,
    });
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
