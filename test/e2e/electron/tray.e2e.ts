import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TRAY_ICONS } from '../../../src-main/shell/tray-state.ts';
import { type Desktop, ROOT } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { BUSY_CATALOG, countProducts, expectComplete, importHalf } from './support/import.ts';
import { clickTray, readSpied } from './support/spied.ts';

const readIcon = async (desktop: Desktop): Promise<string> =>
  basename((await readSpied(desktop)).tray.image ?? '').replace(/-(dark|light)\.png$/, '');
const readToolTip = async (desktop: Desktop): Promise<string> =>
  (await readSpied(desktop)).tray.toolTip ?? '';
const readMenu = async (desktop: Desktop): Promise<readonly string[]> => (await readSpied(desktop)).tray.menu;

const REST = ['-', '[ ] Start when I log in', '-', 'Quit Tillbridge'];

test('the tray shows its four states in a picture and in words, and offers what is possible', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const desktop = await start();
  await test.step('waiting: nothing is set up', async () => {
    await expect.poll(() => readToolTip(desktop)).toBe('Tillbridge - Not set up yet.');
    expect(await readMenu(desktop)).toEqual([
      ...['Not set up yet. (off)', '-', 'Open Tillbridge', 'Sync now (off)'],
      ...['Pause for 15 minutes (off)', 'Pause for 60 minutes (off)', ...REST],
    ]);
  });
  await test.step('working: an import, and how far it is', async () => {
    const runId = await importHalf(desktop, practice);
    expect(await readIcon(desktop)).toBe('working');
    expect(await readToolTip(desktop)).toMatch(/^Tillbridge - Working: \d+ of \d+ products\.$/);
    const menu = await readMenu(desktop);
    expect(menu[0]).toMatch(/^Working: \d+ of \d+ products\. \(off\)$/);
    expect(menu.slice(1)).toEqual([
      ...['-', 'Open Tillbridge', 'Sync now (off)', 'Pause for 15 minutes', 'Pause for 60 minutes', ...REST],
    ]);
    await expectComplete(desktop, runId, practice);
  });
  await test.step('in step: all is done', async () => {
    await expect.poll(() => readIcon(desktop)).toBe('in-step');
    expect(await readMenu(desktop)).toEqual([
      ...['Everything is in step. (off)', '-', 'Open Tillbridge', 'Sync now'],
      ...['Pause for 15 minutes', 'Pause for 60 minutes', ...REST],
    ]);
  });
  await test.step('trouble: a side cannot be reached', async () => {
    await practice.close();
    await desktop.call('connection:test', {});
    await expect.poll(() => readIcon(desktop)).toBe('trouble');
    expect(await readToolTip(desktop)).toBe('Tillbridge - Cannot reach the till and the store.');
  });
});

test('a pause from the tray stops the import between two writes; going on ends it', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const desktop = await start();
  const runId = await importHalf(desktop, practice);
  await clickTray(desktop, 'Pause for 15 minutes');
  await desktop.waitForEnd();
  const written = practice.storeService.state.products.size;
  expect(written).toBeLessThan(countProducts(practice.facts));
  expect(await readIcon(desktop)).toBe('waiting');
  expect(await readToolTip(desktop)).toMatch(/^Tillbridge - Paused until \d\d?:\d\d/);
  expect(await readMenu(desktop)).toContain('Go on now');
  expect((await readMenu(desktop)).join()).not.toContain('Pause for');
  await clickTray(desktop, 'Go on now');
  await expectComplete(desktop, runId, practice);
  await clickTray(desktop, 'Pause for 60 minutes');
  const until = /Paused until (\d\d?):(\d\d) ?(AM|PM)?/.exec(await readToolTip(desktop));
  expect(until).not.toBeNull();
});

test('Open brings the hidden window back; Quit ends the app and takes the icon away', async ({
  start,
  home,
}) => {
  const desktop = await start();
  await desktop.page();
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const isVisible = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(false);
  await clickTray(desktop, 'Open Tillbridge');
  await expect.poll(isVisible).toBe(true);
  const ended = new Promise((resolve) => desktop.app.process().once('exit', resolve));
  await clickTray(desktop, 'Quit Tillbridge').catch((error: Error) => {
    // The app may be gone before it can answer.
    if (!/closed|crashed/.test(error.message)) throw error;
  });
  expect(await ended).toBe(0);
  expect(readdirSync(home.dataDir)).toContain('tillbridge.sqlite');
});

test('each state has pictures of its own, for light and dark bars and for fine screens', () => {
  const folder = join(ROOT, 'resources', 'tray');
  const names = TRAY_ICONS.flatMap((icon) =>
    ['dark', 'light'].flatMap((bar) => ['', '@2x'].map((scale) => `${icon}-${bar}${scale}.png`)),
  );
  const pictures = names.map((name) => readFileSync(join(folder, name)));
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(names.length);
  // A PNG says its width at byte 16.
  expect(pictures.map((picture) => picture.readUInt32BE(16))).toEqual(
    names.map((name) => (name.includes('@2x') ? 44 : 22)),
  );
});
