import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readZip } from '../../support/read-zip.ts';
import { look } from '../support/look.ts';
import { connectShop } from '../support/shop.ts';
import { startWindow } from '../support/window-process.ts';
import { expect, test } from '../support/window-test.ts';

const CRASH_SCRIPT = join(import.meta.dirname, '../support/crash-on-signal.mjs');
const DEFECTS_UNTIL_SAFE_MODE = 4;

const openThisApp = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'This app' }).click();
};
const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'Safe mode.' });

test('the support panel says what runs, with masked accounts, and copies it', async ({
  page,
  context,
  server,
  imported,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openThisApp(page, server.url);
  const panel = page.getByRole('region', { name: 'Support' });
  await expect(panel).toContainText('Practice, on this computer · US · USD');
  await expect(panel).toContainText(`••••${imported.till.merchant.slice(-4)}`);
  await expect(panel).not.toContainText(imported.till.merchant);
  await panel.scrollIntoViewIfNeeded();
  await look(page, 'support-panel');
  await panel.getByRole('button', { name: 'Copy for support' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toContain('Tillbridge ');
  expect(copied).toContain('Engine: running');
  expect(copied).not.toContain(imported.till.merchant);
});

test('the support panel knows sides that were connected after the window was opened', async ({
  page,
  server,
  shop,
}) => {
  await openThisApp(page, server.url);
  const panel = page.getByRole('region', { name: 'Support' });
  await expect(panel).toContainText('Not connected');
  await page.getByRole('tab', { name: 'Prices' }).click();
  await connectShop(server, shop);
  await page.getByRole('tab', { name: 'This app' }).click();
  await expect(panel).toContainText(`••••${shop.till.merchant.slice(-4)}`);
});

test('the diagnostics list what is inside before they are saved, and hold no secret', async ({
  page,
  server,
  imported,
}) => {
  await openThisApp(page, server.url);
  await page.getByRole('button', { name: 'Save diagnostics…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is in the diagnostics' });
  await expect(dialog.getByRole('row')).toHaveCount(10);
  await look(page, 'support-diagnostics');
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save diagnostics' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('tillbridge-diagnostics.zip');
  const files = await readZip(readFileSync(await saved.path()));
  expect(files.size).toBe(9);
  const text = [...files.values()].join('');
  for (const secret of [imported.till.token, imported.store.secret, imported.till.merchant, 'Garlic Knots'])
    expect(text).not.toContain(secret);
  await expect(dialog).toBeHidden();
});

test('all data is exported; erasing asks first, and then nothing is connected', async ({
  page,
  server,
  imported,
}) => {
  await openThisApp(page, server.url);
  const data = page.getByRole('region', { name: 'Your data' });
  const saving = page.waitForEvent('download');
  await data.getByRole('button', { name: 'Export all data' }).click();
  const files = await readZip(readFileSync(await (await saving).path()));
  expect(files.get('data/link.json')).toContain('Garlic Knots');
  const products = imported.storeService.state.products.size;
  await data.getByRole('button', { name: 'Erase…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase what Tillbridge holds?' });
  await look(page, 'support-erase');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(data.getByRole('status')).toContainText('holds nothing on this computer');
  await expect(page.getByText('Not connected').first()).toBeVisible();
  expect(imported.storeService.state.products.size).toBe(products);
  expect(readFileSync(join(server.dataDir, 'tillbridge.sqlite')).includes('Garlic Knots')).toBe(false);
});

test('an engine that fails again and again rests in safe mode: the banner says so, and "Try again" ends it', async ({
  page,
  complaints,
}) => {
  complaints.expect(/WebSocket/);
  const server = await startWindow({ scripts: [CRASH_SCRIPT] });
  try {
    await page.goto(server.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const bridge = await server.openBridge();
    for (let defect = 1; defect <= DEFECTS_UNTIL_SAFE_MODE; defect += 1) {
      process.kill(server.pid, 'SIGUSR2');
      const crashes = () =>
        readFileSync(join(server.dataDir, 'crashes.json'), 'utf8').match(/TypeError/g)?.length;
      await expect.poll(() => tryOr(crashes, 0)).toBe(defect);
      await bridge.call('status:get', {});
    }
    bridge.close();
    await expect(banner(page)).toContainText('failed four times within ten minutes');
    expect(readFileSync(join(server.dataDir, 'crashes.json'), 'utf8')).not.toContain('Zenobia');
    await look(page, 'safe-mode');
    await banner(page).getByRole('button', { name: 'Open log' }).click();
    await expect(page.getByRole('heading', { name: 'Log', level: 1 })).toBeVisible();
    await expect(page.getByText('TypeError').first()).toBeVisible();
    await banner(page).getByRole('button', { name: 'Try again' }).click();
    await expect(banner(page)).toBeHidden();
  } finally {
    await page.close();
    await server.close();
  }
});

test('safe mode by the flag says that it was asked for', async ({ page }) => {
  const server = await startWindow({ args: ['--safe-mode'] });
  try {
    await page.goto(server.url);
    await expect(banner(page)).toContainText('was started in safe mode');
    await banner(page).getByRole('button', { name: 'Save diagnostics' }).click();
    await expect(page.getByRole('dialog', { name: 'What is in the diagnostics' })).toBeVisible();
  } finally {
    await page.close();
    await server.close();
  }
});

function tryOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
