import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src-main/shell/ask.ts';
import { findUnderWay } from '../../../src-main/shell/updates/under-way.ts';
import { readUpdateSource } from '../../../src-main/shell/updates/update-source.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

describe('where updates come from', () => {
  const write = (name: string, content: unknown): string => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, name), JSON.stringify(content));
    return folder;
  };
  const readInstalled = (updates: unknown) => {
    const env = { TILLBRIDGE_UPDATE_SOURCE: '/nowhere.json' };
    return readUpdateSource({ isPackaged: true, appPath: write('package.json', { updates }), env });
  };

  it('stands in the program itself, and nothing outside can change it', () => {
    expect(readInstalled({ url: 'https://updates.example.com/till', keys: ['KEY'] })).toEqual({
      url: new URL('https://updates.example.com/till/'),
      keys: ['KEY'],
      config: null,
    });
    expect(readInstalled(undefined)).toBe(null);
  });

  it.each([
    ['an address without encryption', { url: 'http://updates.example.com', keys: ['KEY'] }],
    ['no key', { url: 'https://updates.example.com', keys: [] }],
    ['no address', { keys: ['KEY'] }],
  ])('with %s is refused', (_what, updates) => {
    expect(() => readInstalled(updates)).toThrow();
  });

  it('is nowhere in a copy that was not installed, unless a file is named', () => {
    const appPath = write('package.json', { updates: { url: 'https://updates.example.com', keys: ['KEY'] } });
    expect(readUpdateSource({ isPackaged: false, appPath, env: {} })).toBe(null);
    const folder = write('source.json', { url: 'http://127.0.0.1:1', keys: ['KEY'], config: '/c.yml' });
    const env = { TILLBRIDGE_UPDATE_SOURCE: join(folder, 'source.json') };
    expect(readUpdateSource({ isPackaged: false, appPath, env })).toMatchObject({ config: '/c.yml' });
  });
});

describe('what an update would interrupt', () => {
  const AWAY = { code: 'NET_UNREACHABLE', message: '', hint: '' };
  const ask =
    (
      activeRunId: number | null,
      lanes: Record<string, number>,
      away: { till: unknown; store: unknown },
    ): Ask =>
    async (channel) => {
      const values: Readonly<Record<string, unknown>> = {
        'status:get': { activeRunId },
        'sync:state': { isRunning: true, away },
        'orders:needs': { lanes },
      };
      return { ok: true, value: values[channel] } as never;
    };
  const NOBODY_AWAY = { till: null, store: null };

  it.each([
    ['a run', 7, { placed: 1 }, NOBODY_AWAY, 'import'],
    ['an order that has just come', null, { received: 1 }, NOBODY_AWAY, 'orders'],
    ['an order on the till', null, { placed: 1 }, NOBODY_AWAY, 'orders'],
    ['an order that waits for its paper', null, { paid: 1 }, NOBODY_AWAY, 'orders'],
    [
      'orders that are done, or wait for a person',
      null,
      { printed: 3, done: 4, person: 1 },
      NOBODY_AWAY,
      null,
    ],
    [
      'an order that cannot go on while the till is away',
      null,
      { received: 2 },
      { till: AWAY, store: null },
      null,
    ],
  ])('%s', async (_what, run, lanes, away, found) => {
    expect(await findUnderWay(ask(run, lanes, away))).toBe(found);
  });
});
