import { look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';

const OFFLINE = /^Offline: the till and the store cannot be reached\./;

test('sides that are switched off are a state of every screen, and no failure', async ({
  page,
  server,
  imported,
}) => {
  test.setTimeout(90_000);
  await page.goto(server.url);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await imported.close();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText(OFFLINE)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Waiting until both sides can be reached again.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  for (const name of ['Home', 'Import', 'Products', 'Log', 'Settings']) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByText(OFFLINE)).toBeVisible();
    await look(page, `${name.toLowerCase()}-offline`);
  }
  await page.getByRole('button', { name: 'Go through the setup' }).click();
  await page.getByRole('button', { name: /Checks/ }).click();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeDisabled();
  await look(page, 'setup-4-checks-offline');
});
