import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { connectShop, holdWrites, importShop, openShop } from '../support/shop.ts';
import { pauseSync, syncShop, workBothSides } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const planAgain = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Import' }).click();
  await press(page, 'Make the plan');
};
const result = (page: Page) => page.getByRole('region', { name: 'Result' });

test('Import before there is anything: no sides, then the first plan being made', async ({
  page,
  server,
  shop,
}) => {
  const wire = await openWire(page);
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: 'Connect both sides first' })).toBeVisible();
  await look(page, 'import-empty-no-sides');
  await connectShop(server, shop);
  await expect(page.getByRole('heading', { name: 'Ready for the first import' })).toBeVisible();
  await look(page, 'import-empty');
  wire.hold('plan:make');
  await press(page, 'Make the plan');
  await expect(page.getByText('Nothing is written while a plan is made.')).toBeVisible();
  await look(page, 'import-loading-plan');
  wire.release();
  await expect(page.getByRole('button', { name: /^Approve and start/ })).toBeVisible();
});

test('a plan is looked through: chips, search, one row, nothing found', async ({
  page,
  server,
  connected: _,
}) => {
  const wire = await openWire(page);
  await page.goto(server.url);
  wire.hold('plan:rows');
  await press(page, 'Sync now');
  await expect(page.getByText('Reading the plan…')).toBeVisible();
  await look(page, 'import-plan-loading');
  wire.release();
  const table = page.getByRole('grid', { name: 'Rows of the plan' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await look(page, 'import-plan-full');

  await page.getByRole('searchbox', { name: 'Search the plan' }).fill('garlic');
  const row = table.getByRole('row', { name: /Garlic Knots/ });
  await expect(row).toBeVisible();
  await row.click();
  const drawer = page.getByRole('dialog', { name: 'Garlic Knots' });
  await expect(drawer.getByRole('rowheader', { name: 'price' })).toBeVisible();
  await look(page, 'import-plan-row');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Search the plan' }).fill('no such dish');
  await expect(page.getByText('No row of the plan contains “no such dish”.')).toBeVisible();
  await look(page, 'import-plan-nothing-found');
});

test('a plan whose rows cannot be read says so, and reads them again', async ({
  page,
  server,
  connected: _,
}) => {
  const wire = await openWire(page);
  await page.goto(server.url);
  wire.refuse('plan:rows', { code: 'BUG', message: 'The plan could not be read.', hint: 'Try again.' });
  await press(page, 'Sync now');
  await expect(page.getByRole('alert')).toContainText('The plan could not be read.');
  await look(page, 'import-plan-failed');
  wire.release();
  await press(page, 'Try again');
  await expect(page.getByRole('grid', { name: 'Rows of the plan' })).toBeVisible();
});

test('an item that may be a product already is a question to a person', async ({
  page,
  server,
  connected,
}) => {
  const { storeService } = connected;
  storeService.staff.addProduct({
    name: 'Garlic Knot',
    type: 'simple',
    status: 'publish',
    regular_price: '5',
  });
  await page.goto(server.url);
  await press(page, 'Sync now');
  await press(page, /^Review/);
  await page.getByRole('row', { name: /Garlic Knots/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Garlic Knots' });
  await drawer.getByRole('radio', { name: 'Garlic Knot', exact: true }).check();
  await look(page, 'import-plan-review');
  await page.keyboard.press('Escape');
  await press(page, 'Plan again with my decision');
  await expect(page.getByText(/1 to link/)).toBeVisible();
});

test('a refused product is named with its cause, and is found again from Home', async ({
  page,
  server,
  imported,
}) => {
  await pauseSync(server);
  imported.tillService.staff.addItem({ name: 'Tiramisu', price: 550, priceType: 'FIXED', sku: 'SIDE-TIRA' });
  await page.goto(server.url);
  await planAgain(page);
  await expect(page.getByText('1 to create.')).toBeVisible();
  // Somebody uses the SKU in the store while the plan waits.
  imported.storeService.staff.addProduct({ name: 'Cake', type: 'simple', sku: 'SIDE-TIRA' });
  await press(page, /^Approve and start/);
  await expect(result(page)).toContainText('Done, but 1 product was refused.');
  const refused = page.getByRole('region', { name: 'Refused' });
  await expect(refused).toContainText('Tiramisu');
  await expect(refused).toContainText('has the SKU SIDE-TIRA already');
  await look(page, 'import-result-failed');

  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('1 product could not be brought in step.')).toBeVisible();
  await look(page, 'home-errors');
  await press(page, 'Show the errors');
  const row = page.getByRole('grid', { name: 'Products' }).getByRole('row', { name: /Tiramisu/ });
  await expect(row).toContainText('has the SKU SIDE-TIRA already');
  await look(page, 'products-errors');
  await row.click();
  await expect(page.getByRole('dialog', { name: 'Tiramisu' }).getByRole('alert')).toContainText(
    'Give one of the two another SKU',
  );
  await look(page, 'product-refused');
});

test('an import under way shows how far it is, on Import and on Home, and can be stopped', async ({
  page,
  server,
}) => {
  const shop = await openShop({ menu: 'generated', items: 1000 });
  await connectShop(server, shop);
  await page.goto(server.url);
  await press(page, 'Sync now');
  await expect(page.getByRole('button', { name: /^Approve and start/ })).toBeEnabled();
  const hold = holdWrites(shop, 3);
  await press(page, /^Approve and start/);
  await expect(page.getByText(/^\d[\d,]* of [\d,]+/)).toBeVisible();
  await look(page, 'import-running');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('An import is under way.')).toBeVisible();
  await look(page, 'home-running');
  await press(page, 'Show');
  await press(page, 'Stop after this step');
  hold.release();
  await expect(result(page)).toContainText(/^Stopped by you after [\d,]+ products\./);
  await look(page, 'import-result-stopped');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText(/^Import \d+ stopped before its end\.$/)).toBeVisible();
  await look(page, 'home-unfinished');
  await shop.close();
});

test('an import and its undo, and what they came to', async ({ page, server, imported }) => {
  const { tillService } = imported;
  await pauseSync(server);
  const knots = [...tillService.state.items.values()].find(({ name }) => name === 'Garlic Knots');
  tillService.staff.editItem(knots?.id ?? '', { price: 725 });
  await importShop(server);
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: 'Look for what changed' })).toBeVisible();
  await look(page, 'import-full');
  await press(page, 'Open import 2');
  await expect(result(page)).toContainText('Done: the store got what the till had.');
  const wrote = page.getByRole('table', { name: 'What it wrote' }).getByRole('row');
  await expect(wrote.filter({ hasText: 'Garlic Knots' })).toContainText(/Price.*Store.*\$6\.95.*\$7\.25/);
  await look(page, 'import-result-done');
  await press(page, 'Undo this import');
  const question = page.getByRole('dialog', { name: 'Undo import 2?' });
  await expect(question).toContainText('1 product gets its old values back. Changed: Garlic Knots.');
  await expect(question).not.toContainText('trash');
  await look(page, 'import-undo-asked');
  await press(page, 'Undo it');
  await expect(result(page)).toContainText('1 product was put back.');
  await look(page, 'import-result-undone');
});

test('a sync that was overtaken shows what it wrote, and is not called undone where nothing was put back', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, [{ side: 'store', verb: 'edit', target: 'Garlic Knots', price: '7.45' }]);
  await syncShop(server);
  const setTill = (price: string) =>
    workBothSides(server, [{ side: 'till', verb: 'edit', target: 'Garlic Knots', price }]);
  await setTill('8.00');
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Import' }).click();
  await press(page, /^Open sync \d+: Garlic Knots$/);
  const wrote = page.getByRole('table', { name: 'What it wrote' }).getByRole('row');
  await expect(wrote.filter({ hasText: 'Garlic Knots' })).toContainText(/Price.*Till.*\$6\.95.*\$7\.45/);
  await press(page, 'Undo this sync');
  const question = page.getByRole('dialog', { name: /^Undo sync \d+\?$/ });
  await expect(question).toContainText('1 product was changed since and is left alone.');
  await expect(question).toContainText('Left alone: Garlic Knots.');
  await expect(question.getByRole('button', { name: 'Undo it' })).toHaveCount(0);
  await look(page, 'import-undo-overtaken');
  await question.getByRole('button', { name: 'Close', exact: true }).last().click();
  await setTill('7.45');
  await press(page, 'Undo this sync');
  await expect(question).toContainText('1 product gets its old values back. Changed: Garlic Knots.');
  await setTill('8.00');
  await press(page, 'Undo it');
  await expect(result(page)).toContainText('Nothing was put back: 1 product was left alone.');
  const earlier = page.getByRole('table', { name: 'Earlier runs' }).getByRole('row');
  await expect(earlier.filter({ hasText: /^Sync \d+: Garlic Knots/ })).toContainText(
    'Not undone: left alone',
  );
  await look(page, 'import-undo-left');
});

test('a plan that changes unusually much is asked about once more', async ({ page, server, imported }) => {
  const { tillService } = imported;
  await pauseSync(server);
  for (const { id } of [...tillService.state.items.values()].slice(0, 40))
    tillService.staff.editItem(id, { price: 9900 });
  await page.goto(server.url);
  await planAgain(page);
  await expect(page.getByText('Much would change at once')).toBeVisible();
  await expect(page.getByText('RUN_BRAKED')).toHaveCount(0);
  await look(page, 'import-plan-braked');
  await press(page, /^Approve and start/);
  const question = page.getByRole('dialog', { name: 'This changes unusually much' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await look(page, 'import-plan-braked-asked');
  await question.getByRole('button', { name: 'Do it all the same' }).click();
  await expect(result(page)).toContainText('Done: the store got what the till had.');
});

test('prices with tax on one side only are a question that is answered where it is asked', async ({
  page,
  server,
  shop,
}) => {
  shop.storeService.staff.setting('general', 'woocommerce_calc_taxes', 'yes');
  shop.storeService.staff.setting('tax', 'woocommerce_prices_include_tax', 'yes');
  await connectShop(server, shop);
  await page.goto(server.url);
  await press(page, 'Sync now');
  await expect(page.getByText('PAIR_TAX_MODE_DIFFERS')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approve and start/ })).toBeDisabled();
  await look(page, 'import-plan-tax-question');
  await press(page, 'Copy the figure as it is');
  await expect(page.getByRole('button', { name: /^Approve and start/ })).toBeEnabled();
});

test('what only the store has is made on the till, and both ways at once, as a person chooses', async ({
  page,
  server,
  imported,
}) => {
  const { storeService, tillService } = imported;
  await pauseSync(server);
  storeService.staff.addProduct({
    name: 'Gift Card Sleeve',
    type: 'simple',
    status: 'publish',
    sku: 'GIFT-1',
    regular_price: '2.50',
  });
  tillService.staff.addItem({ name: 'Tiramisu', price: 550, priceType: 'FIXED', sku: 'SIDE-TIRA' });
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('radio', { name: /^Both ways/ }).click();
  await look(page, 'import-direction');
  await press(page, 'Make the plan');
  const table = page.getByRole('grid', { name: 'Rows of the plan' });
  await expect(page.getByRole('heading', { name: /^2 to create/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /Gift Card Sleeve/ })).toContainText('Create on till');
  await expect(table.getByRole('row', { name: /Tiramisu/ })).toContainText('Create in store');
  await look(page, 'import-plan-both');
  await table.getByRole('row', { name: /Gift Card Sleeve/ }).click();
  await expect(page.getByRole('dialog', { name: 'Gift Card Sleeve' })).toContainText('$2.50');
  await look(page, 'import-plan-row-till');
  await page.keyboard.press('Escape');

  await press(page, 'Not now');
  await page.getByRole('radio', { name: /^Store to till/ }).click();
  await press(page, 'Make the plan');
  await expect(page.getByRole('heading', { name: /^1 to create/ })).toBeVisible();
  await press(page, /^Approve and start/);
  await expect(result(page)).toContainText('Done');
  const made = [...tillService.state.items.values()].map(({ name }) => name);
  expect(made).toContain('Gift Card Sleeve');
  await look(page, 'import-result-both');
});

test('a plan fits a narrow window without scrolling sideways', async ({ page, server, connected: _ }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await page.goto(server.url);
  await planAgain(page);
  const table = page.getByRole('grid', { name: 'Rows of the plan' });
  await page.getByRole('searchbox', { name: 'Search the plan' }).fill('garlic');
  await expect(table.getByRole('row', { name: /Garlic Knots SIDE-KNOT/ })).toContainText('Name, categories');
  const hidden = await table.evaluate((grid) => grid.scrollWidth - grid.clientWidth);
  expect(hidden).toBeLessThanOrEqual(0);
});

test('under a direction that the settings forbid, a plan cannot be asked for', async ({
  page,
  server,
  connected: _,
}) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'What syncs' }).click();
  await page.getByRole('combobox', { name: 'Changes go' }).selectOption({ label: 'Till to store only' });
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('radio', { name: /^Till to store/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Both ways/ })).toBeDisabled();
  await expect(page.getByText('Settings, What syncs, lets changes go this one way only.')).toBeVisible();
});
