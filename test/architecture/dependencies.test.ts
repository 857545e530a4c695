import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findFaults,
  isLicenceAllowed,
  type Lock,
  listImported,
  listShipped,
  type Manifest,
} from '../../scripts/check-dependencies.mjs';
import { ROOT } from '../support/source-files.ts';

const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const lock: Lock = readJson('package-lock.json');
const manifest: Manifest = readJson('package.json');
const shipped = listShipped(lock, manifest, listImported(ROOT));

/** The lock file with one package changed. */
const change = (name: string, entry: object) => {
  const place = `node_modules/${name}`;
  return { packages: { ...lock.packages, [place]: { ...lock.packages[place], ...entry } } };
};

describe('S9: the packages of others', () => {
  it('have an allowed licence and a hash, come from the registry, and only the allowed ones run a program', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
    expect(findFaults(lock, manifest, shipped)).toEqual([]);
  });

  it.each([
    ['ws', { license: 'GPL-3.0-only' }, 'ws: its licence "GPL-3.0-only" is not allowed'],
    ['ws', { license: undefined }, 'ws: its licence "none" is not allowed'],
    ['ws', { integrity: undefined }, 'ws: it has no hash'],
    ['ws', { integrity: 'sha1-abc' }, 'ws: it has no hash'],
    ['ws', { hasInstallScript: true }, 'ws: it runs a program when it is installed'],
    ['ws', { version: '0.0.1' }, 'ws: the lock file has another version than package.json'],
    [
      'ws',
      { resolved: 'git+ssh://git@github.com/a/b.git#1' },
      'ws: it comes from git+ssh://git@github.com/a/b.git#1, not from the registry',
    ],
    ['ws', { link: true }, 'ws: it comes from a folder, not from the registry'],
    [
      'ws',
      { resolved: 'https://elsewhere.example/ws.tgz' },
      'ws: it comes from https://elsewhere.example/ws.tgz, not from the registry',
    ],
  ])('%s with %o is told', (name, entry, fault) => {
    expect(findFaults(change(name, entry), manifest, shipped)).toEqual([fault]);
  });

  it('what only tools may have, nothing that is shipped may', () => {
    expect(findFaults(lock, manifest, [...shipped, 'node_modules/axe-core'])).toEqual([
      'axe-core: its licence "MPL-2.0" is not allowed',
    ]);
    expect(isLicenceAllowed('(MIT OR GPL-3.0-only)')).toBe(true);
    expect(isLicenceAllowed('MIT AND GPL-3.0-only')).toBe(false);
    expect(isLicenceAllowed('(MIT OR ISC) AND GPL-3.0-only')).toBe(false);
  });

  it('a package that is not held at one version is told, and one that may run a program for no reason', () => {
    const loose = { ...manifest, dependencies: { ...manifest.dependencies, ws: '^8.0.0' } };
    expect(findFaults(lock, loose, shipped)).toContain('ws: "^8.0.0" is not one version');
    const open = { ...manifest, allowScripts: { ...manifest.allowScripts, ws: true } };
    expect(findFaults(lock, open, shipped)).toEqual([
      'ws: package.json lets it run a program, for no reason that is known',
    ]);
  });

  it('that are shipped stand in the page of their licences, each with the version that is installed', () => {
    const page = readFileSync(join(ROOT, 'resources/THIRD-PARTY.md'), 'utf8');
    const listed = [...page.matchAll(/^\| (\S+ \d\S*) \| (.+) \|$/gm)].map(([, title, licence]) => [
      title,
      licence,
    ]);
    const wanted = shipped.map((place) => {
      const { version, license } = lock.packages[place] ?? {};
      return [`${place.split('node_modules/').at(-1)} ${version}`, license];
    });
    expect(listed.length).toBeGreaterThan(100);
    expect(new Map(listed as [string, string][])).toEqual(new Map(wanted as [string, string][]));
    for (const name of ['react', '@mantine/core', 'better-sqlite3', 'keytar', 'electron-updater', 'zustand'])
      expect(listed.some(([title]) => title?.startsWith(`${name} `))).toBe(true);
    expect(page).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  });
});
