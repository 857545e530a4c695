import { describe, expect, it } from 'vitest';
import { isPracticeUrl } from '../../../src-main/domain/practice-url.ts';
import { findDataFolder } from '../../../src-main/headless/data-folder.ts';
import { exitCodeOf } from '../../../src-main/headless/exit-code.ts';
import { findNearest } from '../../../src-main/headless/nearest-word.ts';
import { FAILURE_SENTENCES, type FailureCode } from '../../../src-preload/contract/failures.ts';

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ann/.local/share/tillbridge'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/tillbridge'],
    ['darwin', {}, '/home/ann/Library/Application Support/Tillbridge'],
    [
      'win32',
      { APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' },
      'C:\\Users\\ann\\AppData\\Roaming\\Tillbridge',
    ],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(findDataFolder({ platform, env, homeDir: '/home/ann' })).toBe(folder);
  });
});

describe('exit codes', () => {
  it.each([
    ['USE_UNKNOWN_FLAG', 2],
    ['SETTING_REFUSED', 2],
    ['NET_PLAIN_HTTP', 2],
    ['USE_APPROVAL_NEEDED', 3],
    ['RUN_BRAKED', 3],
    ['CLOVER_NOT_CONNECTED', 4],
    ['WOO_NOT_CONNECTED', 4],
    ['DATA_IN_USE', 5],
    ['CLOVER_TOKEN_REFUSED', 1],
    ['BUG', 1],
  ] as const)('%s ends with %i', (code, exitCode) => {
    expect(exitCodeOf(code)).toBe(exitCode);
  });

  it('no failure ends as if all were well', () => {
    const codes = Object.keys(FAILURE_SENTENCES) as FailureCode[];
    expect(codes.filter((code) => ![1, 2, 3, 4, 5].includes(exitCodeOf(code)))).toEqual([]);
  });
});

describe('the nearest word', () => {
  const flags = ['merchant', 'environment', 'api-url', 'data'];
  it.each([
    ['merchnat', 'merchant'],
    ['enviroment', 'environment'],
    ['apiurl', 'api-url'],
    ['DATA', 'data'],
    ['colour', null],
    ['x', null],
  ])('to %s is %s', (given, nearest) => {
    expect(findNearest(given, flags)).toBe(nearest);
  });
});

describe('staff', () => {
  it('act on this computer only', () => {
    expect(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:9'].every(isPracticeUrl)).toBe(true);
    const foreign = [
      'https://api.clover.com',
      'http://127.0.0.1.example.com',
      'http://10.0.0.1',
      'localhost',
      '',
    ];
    expect(foreign.some(isPracticeUrl)).toBe(false);
  });
});
