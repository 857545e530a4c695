import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadHubKey } from '../../../../src-hub/tenants/hub-key.ts';
import { createSeal } from '../../../../src-hub/tenants/seal.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

describe('the hub’s key', () => {
  it('is made at the first start, readable by its owner alone, and the same at the next', () => {
    const folder = makeTemporaryFolder();
    const key = loadHubKey(folder, null, randomBytes);
    expect(key).toHaveLength(32);
    expect(statSync(join(folder, 'hub.key')).mode & 0o777).toBe(0o600);
    expect(loadHubKey(folder, null, randomBytes)).toEqual(key);
    expect(readFileSync(join(folder, 'hub.key'), 'utf8').trim()).toBe(key.toString('base64'));
  });

  it('may come from the environment in base64 or hex; anything else is refused in words', () => {
    const key = randomBytes(32);
    for (const form of ['base64', 'hex'] as const)
      expect(loadHubKey('/nowhere', key.toString(form), randomBytes)).toEqual(key);
    for (const wrong of ['', 'secret', key.subarray(1).toString('base64')])
      expect(() => loadHubKey('/nowhere', wrong, randomBytes)).toThrow(/openssl rand -base64 32/);
  });
});

describe('a sealed text', () => {
  const seal = createSeal(randomBytes(32), randomBytes);
  it('opens for the purpose it was sealed for alone', () => {
    const sealed = seal.close('woo_secret s_1', 'a secret of the store');
    expect(seal.open('woo_secret s_1', sealed)).toBe('a secret of the store');
    expect(seal.open('woo_secret s_2', sealed)).toBeNull();
    expect(createSeal(randomBytes(32), randomBytes).open('woo_secret s_1', sealed)).toBeNull();
  });

  it('opens no more when any byte is changed or missing', () => {
    const sealed = seal.close('x', 'a secret of the store');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(seal.open('x', changed)).toBeNull();
      expect(seal.open('x', sealed.subarray(0, at))).toBeNull();
    }
  });
});
