import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { order } from '../support/order-shop.ts';
import { expect, test } from './support/electron-test.ts';

const PASSWORD = 'correct-horse-battery-9';

/** Files below a folder; what goes while it is read is left out. */
const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));

/** `FILE: TEXT` for each text that stands in a file, as UTF-8, as UTF-16 or in base64. */
function findInFiles(folder: string, texts: readonly string[]): string[] {
  return listFiles(folder).flatMap((path) => {
    const bytes = readFileSync(join(folder, path));
    return texts
      .filter((text) =>
        [
          Buffer.from(text),
          Buffer.from(text, 'utf16le'),
          Buffer.from(Buffer.from(text).toString('base64')),
        ].some((form) => bytes.includes(form)),
      )
      .map((text) => `${path}: ${text}`);
  });
}

test('after a whole session no file of the app has a token, key or password: data, log, crashes, Chromium’s own', async ({
  start,
  home,
  openPractice,
}) => {
  test.setTimeout(180_000);
  const practice = await openPractice();
  const { till, store } = practice;
  const desktop = await start();
  const page = await desktop.page();
  await test.step('both sides are connected by what a person types', async () => {
    await page.getByRole('button', { name: /Till$/ }).click();
    await page.getByRole('button', { name: 'Use another server' }).click();
    await page.getByLabel('Address of the API').fill(till.url);
    await page.getByLabel('Merchant id').fill(till.merchant);
    await page.getByLabel('API token', { exact: true }).fill(till.token);
    await page.getByRole('button', { name: 'Connect the till' }).click();
    await page.getByLabel('Address of the store').fill(store.url);
    await page.getByLabel('Consumer key').fill(store.key);
    await page.getByLabel('Consumer secret').fill(store.secret);
    await page.getByRole('button', { name: 'Connect the store' }).click();
    await expect(page.getByText('The store answers')).toBeVisible();
  });
  await test.step('an import, a password, an order, every screen, and a crash of the window', async () => {
    await desktop.call('settings:set', {
      values: { 'import.status': 'publish', 'poll.fastestSeconds': '2' },
    });
    await desktop.call('alerts:set-mail-password', { password: PASSWORD });
    const { runId, brake } = await desktop.call('plan:make', { choices: [] });
    if (brake) await desktop.call('run:approve', { runId });
    await desktop.call('run:apply', { runId });
    // Only what comes after the first look goes to the till.
    await desktop.call('sync:now', { isFull: false });
    order(practice, 'Garlic Knots');
    for (const name of ['Home', 'Products', 'Orders', 'Log', 'Settings'])
      await page.getByRole('link', { name, exact: true }).first().click();
    await expect
      .poll(async () => (await desktop.call('orders:list', { limit: 5, offset: 0 })).rows.length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    await desktop.call('support:diagnostics', {});
    await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => desktop.app.windows().length).toBeGreaterThan(0);
  });
  const orders = [...practice.storeService.state.orders.values()];
  const guest = orders.flatMap(({ billing }) => [billing.email ?? '', billing.phone ?? '']).filter(Boolean);
  expect(guest.length).toBeGreaterThan(0);
  const isData = (found: string): boolean => /(^|\/)(tillbridge\.sqlite|backups\/)/.test(found);
  const open = (): string[] =>
    listFiles(home.dataDir).filter((path) => (statSync(join(home.dataDir, path)).mode & 0o077) !== 0);
  const ours = (path: string): boolean =>
    !path.includes('/') || /^(backups|rehearsal)\/|device\.json$/.test(path);
  expect(listFiles(home.dataDir).some((path) => path.endsWith('device.json'))).toBe(true);
  expect(open().filter(ours)).toEqual([]);
  expect(statSync(home.dataDir).mode & 0o777).toBe(0o700);
  const userData = await desktop.app.evaluate(({ app }) => app.getPath('userData'));
  const dumps = await desktop.app.evaluate(({ app }) => app.getPath('crashDumps'));
  await desktop.quit();
  const secrets = [till.token, store.key, store.secret, PASSWORD, home.secretKey];
  const folders = [home.dataDir, userData, dumps].filter((folder) =>
    statSync(folder, { throwIfNoEntry: false }),
  );
  expect(listFiles(userData).length).toBeGreaterThan(5);
  // They are the right folders: they have what the window does show.
  expect(findInFiles(home.dataDir, [till.merchant]).length).toBeGreaterThan(0);
  expect(folders.flatMap((folder) => findInFiles(folder, secrets))).toEqual([]);
  // Of a guest, Chromium's own files and the crashes have nothing either.
  expect(folders.flatMap((folder) => findInFiles(folder, guest)).filter((found) => !isData(found))).toEqual(
    [],
  );
});
