import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { acquireWriterLock } from '../../../src-main/store/writer-lock.ts';
import { expect, test } from './support/electron-test.ts';
import { startAlone } from './support/lone-process.ts';
import { readSpied } from './support/spied.ts';

const PHASES = [
  ...['system', 'preferences', 'language', 'guards', 'page'],
  ...['updates', 'engine', 'calls', 'desktop'],
];

test('the app starts in named phases, and the log says how long each took', async ({ start }) => {
  const { call } = await start();
  const { entries } = await call('log:page', {
    action: 'start',
    sort: 'atMs',
    isDescending: true,
    limit: 5,
    offset: 0,
  });
  const names = (entries[0]?.message ?? '').split(', ').map((part) => part.replace(/ \d+ ms$/, ''));
  expect(names).toEqual(PHASES);
});

test('a start that fails says in which phase, what happened and what to do', async ({ session, home }) => {
  const lock = acquireWriterLock(home.dataDir, null);
  const app = startAlone(session, home);
  const [code] = await once(app.child, 'exit');
  lock.release();
  expect(code).toBe(1);
  const box = JSON.parse(
    app
      .readOutput()
      .split('\n')
      .find((line) => line.startsWith('{')) ?? '{}',
  );
  expect(box.title).toBe('Tillbridge could not start');
  expect(box.content).toMatch(
    /^While starting \(engine\): Tillbridge is already at work on this data .*\(DATA_IN_USE\)$/s,
  );
});

test('a damaged data file stops the start in its phase, and stays as it is', async ({ session, home }) => {
  const file = join(home.dataDir, 'tillbridge.sqlite');
  writeFileSync(file, 'not a database '.repeat(500));
  const app = startAlone(session, home);
  const [code] = await once(app.child, 'exit');
  expect(code).toBe(1);
  expect(app.readOutput()).toContain('While starting (engine)');
});

const isVisible = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

test('a second start ends at once, and the window of the first is shown', async ({
  session,
  home,
  start,
}) => {
  const { app, page } = await start();
  await page();
  // It is shown once its first picture is ready; hidden before that, it would be shown again.
  await expect.poll(() => isVisible(app)).toBe(true);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await isVisible(app)).toBe(false);
  const second = startAlone(session, home);
  const [code] = await once(second.child, 'exit');
  expect(code).toBe(0);
  await expect.poll(() => isVisible(app)).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('of many starts at once one lives, and a lock that a killed one left hinders nobody', async ({
  session,
  home,
}) => {
  const count = 6;
  const all = Array.from({ length: count }, () => startAlone(session, home));
  const ends = all.map(({ child }) => once(child, 'exit'));
  const living = () => all.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  await expect.poll(() => living().length).toBe(1);
  living()[0]?.child.kill('SIGKILL');
  await Promise.all(ends);
  const next = startAlone(session, home);
  await next.waitForWindow();
  const ended = once(next.child, 'exit');
  next.child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});

test('a start at login shows no window and runs the engine', async ({ start }) => {
  const desktop = await start({ args: ['--hidden'] });
  await expect.poll(async () => (await readSpied(desktop)).tray.toolTip).toBe('Tillbridge - Not set up yet.');
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
});
