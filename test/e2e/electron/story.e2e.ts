import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/look.ts';
import { ROOT } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';

const SHOTS = join(ROOT, 'artefacts', 'electron');

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const open = (page: Page, name: string) => page.getByRole('link', { name }).click();
const result = (page: Page): Locator => page.getByRole('region', { name: 'Result' });

/** What the window shows now, in light and dark, and no rule of axe is broken. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, `${name}, ${colorScheme}`);
    await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Presses the export, and answers what the app would have kept where the person said. */
async function keepExport(app: ElectronApplication, page: Page): Promise<string> {
  const kept = app.evaluate(
    ({ session }, folder) =>
      new Promise<string>((resolve) =>
        session.defaultSession.once('will-download', (_event, item) => {
          // Else the system's own box would ask where.
          item.setSavePath(`${folder}/${item.getFilename()}`);
          item.once('done', (_done, state) => resolve(`${state} ${item.getSavePath()}`));
        }),
      ),
    SHOTS,
  );
  await press(page, 'Export CSV');
  const [state, file = ''] = (await kept).split(/ (.*)/s);
  expect(state).toBe('completed');
  return readFileSync(file, 'utf8');
}

async function expectPrices(page: Page, till: string, store: string): Promise<void> {
  await open(page, 'Products');
  await page.getByRole('searchbox', { name: 'Search name, SKU or id' }).fill('SIDE-KNOT');
  const cells = page.getByRole('row', { name: /Garlic Knots/ }).getByRole('gridcell');
  await expect(cells.filter({ hasText: /^\$/ })).toHaveText([till, store]);
}

test('the whole story in the app: practice, import, a changed price, and its undo; nothing asked of the network', async ({
  start,
}) => {
  mkdirSync(SHOTS, { recursive: true });
  const { app, page: openPage } = await start();
  const page = await openPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      asked.push(url);
      answer({});
    });
  });
  await page.reload();

  await test.step('practice is set up', async () => {
    await look(page, 'setup');
    await press(page, 'Practice: a pizzeria');
    await expect(page.getByText('The store answers')).toBeVisible();
    await press(page, 'Go on');
    await press(page, 'Count both sides');
    await expect(page.getByText('The till has 133 items, the store 0 products; 0 match.')).toBeVisible();
    await press(page, 'Go on');
    await press(page, 'Make the plan');
  });
  await test.step('the menu is imported', async () => {
    await expect(page.getByRole('heading', { name: '133 to create.' })).toBeVisible();
    await look(page, 'plan');
    await press(page, 'Approve and start (133)');
    await expect(result(page)).toContainText('Done: the store got what the till had.');
    await look(page, 'result');
    await expectPrices(page, '$6.95', '$6.95');
    await look(page, 'products');
  });
  await test.step('a price is changed at the till, and comes to the store', async () => {
    await open(page, 'Home');
    const staff = page.getByRole('region', { name: 'Practice staff' });
    await staff.getByText('At the till', { exact: true }).click();
    await staff.getByRole('combobox', { name: 'What' }).selectOption('Change the price');
    await staff.getByRole('combobox', { name: 'Product' }).fill('Garlic Kn');
    await page.getByRole('option', { name: 'Garlic Knots' }).click();
    await staff.getByRole('textbox', { name: 'New price' }).fill('7.25');
    await staff.getByRole('button', { name: 'Change the price' }).click();
    await look(page, 'home');
    await press(page, 'Sync now');
    await expect(page.getByText('Done: ')).toBeVisible();
    await expectPrices(page, '$7.25', '$7.25');
  });
  await test.step('it is taken back', async () => {
    await open(page, 'Import');
    await page
      .getByRole('button', { name: /^Open sync/ })
      .first()
      .click();
    await press(page, 'Undo this sync');
    await press(page, 'Undo it');
    await expect(result(page)).toContainText('1 product was put back.');
    await look(page, 'undone');
    await expectPrices(page, '$7.25', '$6.95');
    await open(page, 'Log');
    await look(page, 'log');
    expect(await keepExport(app, page)).toMatch(/^\ufeff?[^\n]*\n.*Garlic Knots/s);
    await open(page, 'Settings');
    await look(page, 'settings');
  });

  const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked.length).toBeGreaterThan(0);
  // `devtools:` and the like would show here too.
  expect(asked.filter((url) => !/^(app:\/\/tillbridge\/|data:)/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});
