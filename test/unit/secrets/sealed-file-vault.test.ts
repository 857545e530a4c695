import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVault } from '../../../src-main/secrets/vault.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const makeKey = (): string => randomBytes(32).toString('base64');
const open = (dataDir: string, secretKey: string | null) =>
  openVault({
    dataDir,
    secretKey,
    loadKeytar: () => Promise.reject(new Error('Cannot autolaunch D-Bus\nmore')),
  });

describe('the sealed file', () => {
  it('gives back what it was given, and holds none of it in plain text', async () => {
    const folder = makeTemporaryFolder();
    const key = makeKey();
    const vault = await open(folder, key);
    await vault.set('clover.token', 'planted-secret-0001');
    await vault.set('woo.keys', 'planted-secret-0002');
    expect(await (await open(folder, key)).get('clover.token')).toBe('planted-secret-0001');
    await vault.remove('clover.token');
    expect(await vault.get('clover.token')).toBeNull();
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain('planted-secret');
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('another key opens nothing and overwrites nothing', async () => {
    const folder = makeTemporaryFolder();
    const key = makeKey();
    await (await open(folder, key)).set('a', 'first');
    const wrong = await open(folder, makeKey());
    const refusal = { failure: expect.objectContaining({ code: 'SECRET_KEY_WRONG' }) };
    await expect(wrong.get('a')).rejects.toMatchObject(refusal);
    await expect(wrong.set('b', 'second')).rejects.toMatchObject(refusal);
    expect(await (await open(folder, key)).get('a')).toBe('first');
  });

  it('a sealed value moved under another name does not open', async () => {
    const folder = makeTemporaryFolder();
    const key = makeKey();
    const vault = await open(folder, key);
    await vault.set('a', 'first');
    const file = join(folder, 'secrets.sealed');
    const { a } = JSON.parse(readFileSync(file, 'utf8'));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, JSON.stringify({ b: a }));
    await expect(vault.get('b')).rejects.toMatchObject({
      failure: expect.objectContaining({ code: 'SECRET_KEY_WRONG' }),
    });
  });
});

describe('without a keychain', () => {
  it('opening is refused with the reason, and nothing is written', async () => {
    const folder = makeTemporaryFolder();
    await expect(open(folder, null)).rejects.toMatchObject({
      failure: { code: 'SECRET_NO_KEYCHAIN', facts: { detail: 'Cannot autolaunch D-Bus' } },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
