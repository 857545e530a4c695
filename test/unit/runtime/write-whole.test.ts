import { readdirSync, readFileSync, type renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renameOver, writeWhole } from '../../../src-main/runtime/write-whole.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

/** A rename that is refused some times, as by a virus scanner. */
function createHeld(code: string, times: number) {
  const seen = { tries: 0 };
  const rename = (() => {
    seen.tries += 1;
    if (seen.tries <= times) throw Object.assign(new Error(code), { code });
  }) as typeof renameSync;
  return { rename, seen };
}

describe('a file that is kept whole or not at all', () => {
  it('takes the other’s place, and leaves nothing beside it', () => {
    const folder = makeTemporaryFolder();
    const file = join(folder, 'a.json');
    writeWhole(file, 'one');
    writeWhole(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'is put there once a virus scanner has let go of it (%s on Windows)',
    (code) => {
      const { rename, seen } = createHeld(code, 3);
      renameOver('a.new', 'a', { rename, platform: 'win32' });
      expect(seen.tries).toBe(4);
    },
  );

  it('says so where it is held for longer', () => {
    const { rename, seen } = createHeld('EPERM', 1_000);
    expect(() => renameOver('a.new', 'a', { rename, platform: 'win32' })).toThrow('EPERM');
    expect(seen.tries).toBe(20);
  });

  it('is refused at once where the refusal is one of rights', () => {
    const { rename, seen } = createHeld('EPERM', 1_000);
    expect(() => renameOver('a.new', 'a', { rename, platform: 'linux' })).toThrow('EPERM');
    expect(seen.tries).toBe(1);
  });
});
