import { ALERT_KINDS } from '../../../src-main/domain/alert.ts';
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
  await expect(markup).toBeDisabled();
  await expect(page.getByText('Without effect while store prices are the same').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Store price' }).selectOption({ label: 'With a markup' });
  await expect(markup).toBeEnabled();
  await markup.fill('a lot');
  await markup.press('Enter');
  await expect(page.getByText('SETTING_REFUSED')).toBeVisible();
  await expect(markup).toHaveValue('a lot');
  await look(page, 'settings-refused');
  await markup.fill('10');
  await markup.press('Enter');
  await expect(page.getByText('SETTING_REFUSED')).toHaveCount(0);
});

test('values that do not fit each other are refused at their field, in words', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Alerts' }).click();
  const mail = page.getByRole('switch', { name: /^E-mail/ });
  await mail.click();
  await expect(page.getByText('E-mail cannot be on while nobody is named who gets it.')).toBeVisible();
  await expect(mail).not.toBeChecked();
  await look(page, 'settings-mail-refused');
  const address = page.getByRole('textbox', { name: 'Send to' });
  await address.fill('boss@example.com');
  await address.press('Enter');
  await expect(page.getByText('SETTING_MAIL_WITHOUT_ADDRESS')).toHaveCount(0);
  await mail.click();
  await expect(mail).toBeChecked();
  await address.fill('');
  await address.press('Enter');
  await expect(page.getByText('SETTING_MAIL_WITHOUT_ADDRESS')).toBeVisible();

  await page.getByRole('tab', { name: 'Orders' }).click();
  const tender = page.getByRole('textbox', { name: 'Tender' });
  await tender.fill('');
  await tender.press('Enter');
  await expect(page.getByText('This cannot be empty.')).toBeVisible();
  await look(page, 'settings-tender-refused');
});

test('every kind of alert can be switched', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Alerts' }).click();
  const kinds = page.getByRole('region', { name: 'What you are told' });
  await expect(kinds.getByRole('row')).toHaveCount(1 + ALERT_KINDS.length);
  const print = kinds.getByRole('row', { name: /^Tickets that were not printed/ });
  await expect(print.getByRole('switch')).toHaveCount(2);
  await print.getByRole('switch', { name: /e-mail/ }).click();
  await expect(print.getByRole('switch', { name: /e-mail No/ })).not.toBeChecked();
  await page.reload();
  await expect(print.getByRole('switch', { name: /e-mail No/ })).not.toBeChecked();
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
