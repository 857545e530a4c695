import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf } from '../../../src-preload/contract/channels.ts';
import { STABLE_FEED, startUpdateServer, type UpdateServer } from '../../support/update-server.ts';
import type { Desktop, StartOptions } from './support/desktop.ts';
import { test as base, expect } from './support/electron-test.ts';
import { BUSY_CATALOG, importHalf } from './support/import.ts';

const NEW = '99.0.0';
/** As large as a download that has steps. */
const INSTALLER = `#!/bin/sh\necho "$0" > "$UPDATE_MARK"\nexit 0\n# ${'x'.repeat(300_000)}\n`;

interface Fixtures {
  readonly updates: UpdateServer;
  /** Starts the app as one that was installed from an AppImage and gets its updates from the server. */
  readonly startInstalled: () => Promise<Desktop>;
  readonly appImage: string;
  /** Written by an installer that was started. */
  readonly mark: string;
}

const test = base.extend<Fixtures>({
  updates: async ({ home }, use) => {
    const server = await startUpdateServer(join(home.dataDir, 'server'));
    await use(server);
    await server.close();
  },
  appImage: async ({ home }, use) => {
    const file = join(home.dataDir, 'Tillbridge.AppImage');
    writeFileSync(file, 'the version that runs');
    chmodSync(file, 0o755);
    await use(file);
  },
  mark: async ({ home }, use) => use(join(home.dataDir, 'installed')),
  startInstalled: async ({ home, start, updates, appImage, mark }, use) => {
    const config = join(home.dataDir, 'app-update.yml');
    writeFileSync(config, 'provider: generic\nupdaterCacheDirName: tillbridge-updater\n');
    const source = join(home.dataDir, 'source.json');
    writeFileSync(source, JSON.stringify({ url: updates.url, keys: [updates.key.publicKey], config }));
    const cache = join(home.dataDir, 'cache');
    mkdirSync(cache, { recursive: true });
    const env: NonNullable<StartOptions['env']> = {
      TILLBRIDGE_UPDATE_SOURCE: source,
      APPIMAGE: appImage,
      XDG_CACHE_HOME: cache,
      UPDATE_MARK: mark,
    };
    await use(() => start({ env }));
  },
});

test.skip(process.platform !== 'linux', 'the installer that is played here is that of Linux');

type State = OutputOf<'updates:get'>;
const readState = (desktop: Desktop): Promise<State> => desktop.call('updates:get', {});

/** Checks, and waits until what it brings is there or refused. */
async function checkAndWait(desktop: Desktop): Promise<State> {
  await desktop.call('updates:check', {});
  const resting = ['none', 'available', 'ready', 'refused'];
  await expect.poll(async () => resting.includes((await readState(desktop)).phase)).toBe(true);
  return readState(desktop);
}

test('of all feeds only one that is signed, whole, in date, newer and meant for this computer is taken', async ({
  updates,
  startInstalled,
}) => {
  const desktop = await startInstalled();
  const feed = `${STABLE_FEED}.yml`;
  const expectRefused = async (code: string): Promise<void> => {
    const { phase, failure } = await checkAndWait(desktop);
    expect({ phase, code: failure?.code }).toEqual({ phase: 'refused', code });
  };

  expect(await checkAndWait(desktop)).toMatchObject({ phase: 'none', failure: null });

  updates.release({ version: NEW, file: INSTALLER });
  const [good, signature] = [updates.read(feed), updates.read(`${feed}.sig`)];
  updates.write(feed, good.replace(NEW, '99.0.1'));
  await expectRefused('UPDATE_UNSIGNED');
  updates.write(feed, good);
  updates.write(`${feed}.sig`, '');
  await expectRefused('UPDATE_UNSIGNED');
  updates.write(`${feed}.sig`, signature);
  updates.cut(feed);
  await expectRefused('UPDATE_UNSIGNED');
  updates.cut(null);
  updates.release({ version: NEW, file: INSTALLER, key: updates.makeKey('stranger') });
  await expectRefused('UPDATE_UNSIGNED');
  updates.release({ version: '0.0.1' });
  await expectRefused('UPDATE_OLDER');
  updates.release({ version: NEW, feed: 'beta-linux', file: INSTALLER });
  updates.write(feed, updates.read('beta-linux.yml'));
  updates.write(`${feed}.sig`, updates.read('beta-linux.yml.sig'));
  await expectRefused('UPDATE_OTHER_PLACE');

  const installer = updates.release({ version: NEW, file: INSTALLER });
  updates.write(installer, INSTALLER.replace('exit 0', 'exit 1'));
  await expectRefused('UPDATE_FILE_DAMAGED');
  updates.write(installer, INSTALLER);
  updates.cut(installer);
  await expectRefused('UPDATE_FILE_DAMAGED');
  updates.cut(null);
  updates.release({ version: NEW, file: INSTALLER, percent: 0 });
  expect(await checkAndWait(desktop)).toMatchObject({ phase: 'none', offer: null, failure: null });

  updates.release({ version: NEW, file: INSTALLER, notes: 'Faster.\nAnd calmer.' });
  expect(await checkAndWait(desktop)).toMatchObject({
    phase: 'ready',
    failure: null,
    offer: { version: NEW, notes: 'Faster.\nAnd calmer.' },
  });
  const told = JSON.stringify(updates.asked.map(({ headers }) => headers));
  expect(told).not.toContain('staging');
});

test('an update that is wanted waits for the import, then replaces the program and starts it', async ({
  updates,
  startInstalled,
  openPractice,
  appImage,
  mark,
}) => {
  updates.release({ version: NEW, file: INSTALLER });
  const desktop = await startInstalled();
  expect(await checkAndWait(desktop)).toMatchObject({ phase: 'ready' });
  await importHalf(desktop, await openPractice(BUSY_CATALOG));
  expect(await desktop.call('updates:install', { isWanted: true })).toMatchObject({
    phase: 'waiting',
    waitsFor: 'import',
  });
  expect(readFileSync(appImage, 'utf8')).toBe('the version that runs');
  expect(await desktop.call('updates:install', { isWanted: false })).toMatchObject({ phase: 'ready' });
  await desktop.call('updates:install', { isWanted: true });
  await expect.poll(() => existsSync(mark), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(appImage, 'utf8')).toBe(INSTALLER);
});

test('what is ready is installed at the next quit, unless its file was changed meanwhile', async ({
  updates,
  startInstalled,
  home,
  appImage,
}) => {
  const installer = updates.release({ version: NEW, file: INSTALLER });
  const pending = join(home.dataDir, 'cache', 'tillbridge-updater', 'pending', installer);
  const first = await startInstalled();
  expect(await checkAndWait(first)).toMatchObject({ phase: 'ready', installsOnQuit: true });
  writeFileSync(pending, INSTALLER.replace('exit 0', 'exit 1'));
  await first.quit();
  expect(readFileSync(appImage, 'utf8')).toBe('the version that runs');

  const second = await startInstalled();
  expect((await readState(second)).failure?.code).toBe('UPDATE_NOT_INSTALLED');
  expect(await checkAndWait(second)).toMatchObject({ phase: 'ready' });
  await second.quit();
  await expect.poll(() => readFileSync(appImage, 'utf8')).toBe(INSTALLER);
});

test('the window says what is ready, and another channel is asked when it is chosen', async ({
  updates,
  startInstalled,
}) => {
  updates.release({ version: '99.1.0-beta.1', feed: 'beta-linux', file: INSTALLER, notes: 'Try it.' });
  const desktop = await startInstalled();
  const page = await desktop.page();
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'This app' }).click();
  const section = page.getByRole('region', { name: 'Updates' });
  await expect(section).toContainText('Not checked yet');
  await section.getByRole('button', { name: 'Check for updates' }).click();
  await expect(section).toContainText('Up to date');
  await section.getByRole('combobox', { name: 'Versions' }).selectOption('beta');
  await expect(section).toContainText('Version 99.1.0-beta.1 is ready');
  await expect(section).toContainText('Try it.');
  await expect(page.getByRole('link', { name: 'Version 99.1.0-beta.1 is ready' })).toBeVisible();
  await section.getByRole('combobox', { name: 'Versions' }).selectOption('stable');
  await expect(section).toContainText('Up to date');
  await updates.close();
  await section.getByRole('button', { name: 'Check for updates' }).click();
  await expect(section).toContainText('The update server cannot be reached');
});
