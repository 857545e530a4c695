import { look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

test('Settings being read, not read, and each of their tabs', async ({ page, server, connected: _ }) => {
  test.setTimeout(120_000);
  const wire = await openWire(page);
  wire.hold('settings:list');
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Prices' }).click();
  await expect(page.getByText('Reading the settings…')).toBeVisible();
  await look(page, 'settings-loading');
  wire.release();
  const tabs = await page.getByRole('tab').allTextContents();
  expect(tabs.length).toBeGreaterThanOrEqual(6);
  for (const name of tabs) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
    await look(page, `settings-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  wire.refuse('settings:list', { code: 'BUG', message: 'They could not be read.', hint: 'Try again.' });
  await page.reload();
  await page.getByRole('tab', { name: 'Prices' }).click();
  await expect(page.getByRole('alert')).toContainText('They could not be read.');
  await look(page, 'settings-failed');
  wire.release();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('combobox', { name: 'Store price' })).toBeVisible();
});

test('a setting is kept as soon as it is chosen, over a restart of the engine', async ({
  page,
  server,
  complaints,
}) => {
  complaints.expect(/WebSocket connection to .* failed/);
  await page.goto(`${server.url}`);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Prices' }).click();
  await page.getByRole('combobox', { name: 'Store price' }).selectOption({ label: 'With a markup' });
  await page.getByRole('tab', { name: 'What syncs' }).click();
  const stock = page.getByRole('row', { name: /Stock/ }).getByRole('switch');
  await expect(stock).toBeChecked();
  await stock.click();
  await expect(stock).not.toBeChecked();
  await server.kill();
  await server.start();
  await page.goto('about:blank');
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Prices' }).click();
  await expect(page.getByRole('combobox', { name: 'Store price' })).toHaveValue('markup');
  await page.getByRole('tab', { name: 'What syncs' }).click();
  await expect(stock).not.toBeChecked();
});

test('a value that cannot be is refused at its field, and stays there to be mended', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Prices' }).click();
  const markup = page.getByRole('textbox', { name: 'Markup' });
  await markup.fill('a lot');
  await markup.press('Enter');
  await expect(page.getByText('SETTING_REFUSED')).toBeVisible();
  await expect(markup).toHaveValue('a lot');
  await look(page, 'settings-refused');
  await markup.fill('10');
  await markup.press('Enter');
  await expect(page.getByText('SETTING_REFUSED')).toHaveCount(0);
});

test('clean and re-sync asks first, and then forgets and plans', async ({ page, server, imported: _ }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Advanced' }).click();
  await page.getByRole('button', { name: 'Clean and re-sync…' }).click();
  const question = page.getByRole('dialog', { name: 'Forget all 165 links?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await look(page, 'settings-clean-asked');
  await question.getByRole('button', { name: 'Forget and re-sync' }).click();
  await expect(page.getByRole('heading', { name: 'Import' })).toBeVisible();
  await expect(page.getByText(/^133 to link/)).toBeVisible();
});
