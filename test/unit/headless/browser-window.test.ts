import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWindowFlags } from '../../../src-main/headless/browser-window.ts';
import { buildPage, isPageStale } from '../../../src-main/headless/page-build.ts';
import { findStartHelp } from '../../../src-main/headless/start-help.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const HOUR_S = 3600;

/** A checkout whose page was built an hour after its sources were written. */
function makeCheckout(): { root: string; touch(path: string, atSeconds: number): void } {
  const root = makeTemporaryFolder();
  const touch = (path: string, atSeconds: number): void => utimesSync(join(root, path), atSeconds, atSeconds);
  for (const folder of ['src-renderer/features', 'src-preload/contract', 'out/renderer'])
    mkdirSync(join(root, folder), { recursive: true });
  const files = [
    'src-renderer/features/home.tsx',
    'src-preload/contract/shapes.ts',
    'out/renderer/index.html',
  ];
  for (const file of files) writeFileSync(join(root, file), 'x');
  const sources = ['src-renderer/features', 'src-renderer', 'src-preload/contract', ...files.slice(0, 2)];
  for (const source of sources) touch(source, HOUR_S);
  touch('out/renderer/index.html', 2 * HOUR_S);
  return { root, touch };
}

describe('npm start', () => {
  it('builds the window when it was never built, or a source or the contract changed since', () => {
    const { root, touch } = makeCheckout();
    expect(isPageStale(root)).toBe(false);
    touch('src-renderer/features/home.tsx', 3 * HOUR_S);
    expect(isPageStale(root)).toBe(true);
    touch('src-renderer/features/home.tsx', HOUR_S);
    touch('src-preload/contract/shapes.ts', 3 * HOUR_S);
    expect(isPageStale(root)).toBe(true);
    expect(isPageStale(makeTemporaryFolder())).toBe(true);
  });

  it('a build that fails says what went wrong', async () => {
    expect(await buildPage(makeTemporaryFolder())).toContain('vite');
  });

  it('takes its flags and names a wrong one', () => {
    expect(readWindowFlags([])).toEqual({ dataDir: null, port: 0, opensBrowser: true, isBrowser: false });
    expect(readWindowFlags(['--browser', '--data', '/d', '--port', '8123', '--no-open'])).toEqual({
      dataDir: '/d',
      port: 8123,
      opensBrowser: false,
      isBrowser: true,
    });
    expect(readWindowFlags(['--port', '65536'])).toContain('65535');
    expect(readWindowFlags(['--sideways'])).toContain('--sideways');
  });

  it('explains itself, with every flag that it takes', () => {
    expect(findStartHelp(['--browser'])).toBeNull();
    const help = (findStartHelp(['--port', '1', '--help']) ?? []).join('\n');
    for (const flag of ['--browser', '--data', '--port', '--no-open', '--safe-mode']) {
      expect(help).toContain(flag);
      expect(readWindowFlags(flag === '--data' || flag === '--port' ? [flag, '1'] : [flag])).toBeTypeOf(
        'object',
      );
    }
    expect(help).toContain('practice');
    expect(help.split('\n').every((line) => line.length <= 120)).toBe(true);
    expect(findStartHelp(['-h'])).not.toBeNull();
  });
});
