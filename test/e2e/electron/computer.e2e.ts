import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Desktop, ROOT } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { BUSY_CATALOG, connect, countProducts, expectComplete, importHalf } from './support/import.ts';
import { clickTray, readSpied } from './support/spied.ts';

const tell = ({ app }: Desktop, event: 'suspend' | 'resume') =>
  app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name as 'suspend'), event);

test('sleep stops the import between two writes; after waking it goes on to its end', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const desktop = await start();
  const runId = await importHalf(desktop, practice);
  await tell(desktop, 'suspend');
  await desktop.waitForEnd();
  const written = practice.storeService.state.products.size;
  expect(written).toBeLessThan(countProducts(practice.facts));
  await desktop.page().then((page) => page.waitForTimeout(500));
  expect(practice.storeService.state.products.size).toBe(written);
  await tell(desktop, 'resume');
  await expectComplete(desktop, runId, practice);
});

test('the computer’s shutdown ends the app in order within two seconds, and the next start goes on', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const first = await start();
  const runId = await importHalf(first, practice);
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  const startMs = Date.now();
  await first.app.evaluate(({ powerMonitor }) => {
    // Linux and macOS let a program ask for a moment.
    const event = { preventDefault: () => undefined };
    setTimeout(() => powerMonitor.emit('shutdown' as 'suspend', event));
  });
  expect(await ended).toBe(0);
  expect(Date.now() - startMs).toBeLessThan(2500);
  await expectComplete(await start(), runId, practice);
});

test('when the network is back both sides are asked whether they answer', async ({ start, openPractice }) => {
  test.slow();
  const practice = await openPractice();
  const desktop = await start();
  await connect(desktop, practice);
  const setOnline = (isOnline: boolean) =>
    desktop.app.evaluate(({ net }, value) => void Object.assign(net, { isOnline: () => value }), isOnline);
  await setOnline(false);
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  const { reach } = await desktop.call('status:get', {});
  await setOnline(true);
  await expect
    .poll(async () => (await desktop.call('status:get', {})).reach.askedMs, { timeout: 12_000 })
    .toBeGreaterThan(reach.askedMs ?? 0);
});

test.describe('start at login', () => {
  test.skip(process.platform !== 'linux', 'Linux has a file for it; elsewhere the system is asked');

  const START = '[x] Start when I log in';
  const readMenu = async (desktop: Desktop) => (await readSpied(desktop)).tray.menu;

  test('the tray writes and removes the desktop’s entry, which starts this app on this data, hidden', async ({
    start,
    home,
  }) => {
    const entry = join(home.configDir, 'autostart', 'tillbridge.desktop');
    const desktop = await start();
    await desktop.page();
    await clickTray(desktop, 'Start when I log in');
    await expect.poll(() => readMenu(desktop)).toContain(START);
    const command = await desktop.app.evaluate(() => process.execPath);
    expect(readFileSync(entry, 'utf8').split('\n')).toContain(
      `Exec="${command}" "${ROOT.replace(/\/$/, '')}" "--data=${home.dataDir}" "--hidden"`,
    );
    expect(await desktop.call('autostart:get', {})).toEqual({ isAvailable: true, isOn: true });
    await clickTray(desktop, 'Start when I log in');
    await expect.poll(() => readMenu(desktop)).not.toContain(START);
    expect(existsSync(entry)).toBe(false);
  });

  test('the setting shows how it stands, also when it was changed behind its back', async ({
    start,
    home,
  }) => {
    const entry = join(home.configDir, 'autostart', 'tillbridge.desktop');
    const desktop = await start();
    expect(await desktop.call('autostart:set', { isOn: true })).toMatchObject({ isOn: true });
    await expect.poll(() => readMenu(desktop)).toContain(START);
    writeFileSync(entry, `${readFileSync(entry, 'utf8')}Hidden=true\n`);
    expect(await desktop.call('autostart:get', {})).toMatchObject({ isOn: false });
    rmSync(entry);
    expect(await desktop.call('autostart:get', {})).toMatchObject({ isOn: false });
    await desktop.call('connection:test', {});
    await expect.poll(() => readMenu(desktop)).not.toContain(START);
  });

  test('an entry that cannot be written is told, and the app lives on', async ({ start, home }) => {
    const desktop = await start();
    await desktop.page();
    // A file where the folder must be.
    mkdirSync(home.configDir, { recursive: true });
    const folder = dirname(join(home.configDir, 'autostart', 'tillbridge.desktop'));
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, '');
    await clickTray(desktop, 'Start when I log in');
    const refused = await desktop
      .call('autostart:set', { isOn: true })
      .catch((error: Error) => error.message);
    expect(refused).toContain('AUTOSTART_REFUSED');
    await expect.poll(() => readMenu(desktop)).toContain('[ ] Start when I log in');
  });
});
