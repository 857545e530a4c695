import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { connectShop } from '../support/shop.ts';
import { pauseSync } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'Products' });
/** The rows in view, without the head. */
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search name, SKU or id' });

async function openProducts(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Products' }).click();
}

test('Products without products say what fills them', async ({ page, server, shop }) => {
  await openProducts(page, server.url);
  await expect(page.getByRole('button', { name: 'Open the setup' })).toBeVisible();
  await look(page, 'products-empty-no-sides');
  await connectShop(server, shop);
  await expect(page.getByRole('button', { name: 'Go to Import' })).toBeVisible();
  await look(page, 'products-empty');
});

test('Products being read, not read, and read', async ({ page, server, imported: _ }) => {
  const wire = await openWire(page);
  wire.hold('products:page');
  await openProducts(page, server.url);
  await expect(page.getByText('Reading the products…')).toBeVisible();
  await look(page, 'products-loading');
  wire.release();
  await expect(rows(page).first()).toContainText('7" Cookie');
  await look(page, 'products-full');

  wire.refuse('products:page', { code: 'BUG', message: 'The list could not be read.', hint: 'Try again.' });
  await search(page).fill('pizza');
  await expect(page.getByRole('alert')).toContainText('The list could not be read.');
  await look(page, 'products-failed');
  wire.release();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(rows(page).first()).toContainText(/pizza/i);
});

test('products are searched, sorted and filtered, and what is found is counted', async ({
  page,
  server,
  imported: _,
}) => {
  await openProducts(page, server.url);
  await expect(page.getByText('165 products')).toBeVisible();
  await search(page).fill('garlic');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Garlic Knots');
  await search(page).fill('the_greek_xxl');
  await expect(rows(page).first()).toContainText('XX-Large');
  await search(page).fill('no such dish');
  await expect(
    page.getByText('No product has “no such dish” in its name or SKU, or as its id.'),
  ).toBeVisible();
  await look(page, 'products-nothing-found');
  await page.getByRole('button', { name: 'Show all products' }).click();
  await expect(page.getByText('165 products')).toBeVisible();

  const sort = table(page).getByRole('columnheader', { name: /Till price/ });
  await sort.getByRole('button').click();
  await expect(sort).toHaveAttribute('aria-sort', 'ascending');
  await sort.getByRole('button').click();
  await expect(sort).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('$35.95');

  await page.getByRole('button', { name: /^Synced/ }).click();
  await expect(page.getByText('165 products')).toBeVisible();
  await page.getByRole('button', { name: /^Synced/ }).click();
});

test('one product tells both sides’ values, what was agreed and why, and can be pinned', async ({
  page,
  server,
  imported: _,
}) => {
  const wire = await openWire(page);
  await openProducts(page, server.url);
  await search(page).fill('garlic');
  await expect(rows(page)).toHaveCount(1);
  wire.hold('products:story');
  await rows(page).first().click();
  const drawer = page.getByRole('dialog', { name: 'Garlic Knots' });
  await expect(drawer.getByText('Reading its fields…')).toBeVisible();
  await look(page, 'product-loading');
  wire.release();
  await expect(drawer.getByText('Both sides are the same in every field.')).toBeVisible();
  await expect(drawer.getByText('$6.95').first()).toBeVisible();
  await look(page, 'product-full');

  const price = drawer
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /pin price/i }) });
  await price.getByText('Why is it so?').click();
  await expect(price.getByText(/the till wins for this field|the store had nothing here/)).toBeVisible();
  await price.getByRole('button', { name: 'Pin price' }).click();
  await expect(price.getByText('Pinned: it is never written.')).toBeVisible();
  await look(page, 'product-pinned');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('a product whose story cannot be read says so', async ({ page, server, imported: _ }) => {
  const wire = await openWire(page);
  await openProducts(page, server.url);
  wire.refuse('products:story', { code: 'BUG', message: 'It could not be read.', hint: 'Try again.' });
  await rows(page).first().click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('It could not be read.');
  await look(page, 'product-failed');
  wire.release();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Both sides are the same in every field.')).toBeVisible();
});

test('chosen products are unlinked after a question, and the next plan links them again', async ({
  page,
  server,
  imported: _,
}) => {
  await pauseSync(server);
  await openProducts(page, server.url);
  await page.getByRole('checkbox', { name: 'Choose 7" Cookie' }).check();
  await search(page).fill('garlic');
  await page.getByRole('checkbox', { name: 'Choose Garlic Knots' }).check();
  await expect(page.getByText(/2 chosen/)).toBeVisible();
  await look(page, 'products-chosen');
  await page.getByRole('button', { name: 'Unlink 2' }).click();
  const question = page.getByRole('dialog', { name: 'Unlink 2 products?' });
  await expect(question).toContainText('Nothing is changed on the till or in the store.');
  await look(page, 'products-unlink-asked');
  await question.getByRole('button', { name: 'Unlink 2 products' }).click();
  await search(page).fill('');
  await expect(page.getByText('163 products')).toBeVisible();
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByText(/2 to link/)).toBeVisible();
});

test('drafts and hidden items are named, and drafts can be published from there', async ({
  page,
  server,
  imported: _,
}) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Products' }).click();
  const notice = page.getByRole('region', { name: 'Drafts in the store' });
  await expect(notice).toContainText('68 products are drafts in the store: customers do not see them.');
  await page.getByRole('searchbox', { name: 'Search name, SKU or id' }).fill('garlic');
  const knots = page.getByRole('row', { name: /Garlic Knots/ });
  await expect(knots).toContainText('Draft: customers do not see it.');
  await look(page, 'products-drafts');
  await knots.click();
  await expect(page.getByRole('dialog', { name: 'Garlic Knots' })).toContainText(
    'Draft: customers do not see it.',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search name, SKU or id' }).fill('staff meal');
  await expect(page.getByRole('row', { name: /Staff Meal/ })).toContainText('Hidden on the till.');

  await notice.getByRole('button', { name: 'Publish them all…' }).click();
  await expect(page.getByRole('heading', { name: '68 to update.' })).toBeVisible();
  await expect(page.getByText('Availability not published → for sale').first()).toBeVisible();
  await page.getByRole('button', { name: /^Approve and start/ }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Done');
  await page.getByRole('link', { name: 'Products' }).click();
  await expect(page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search name, SKU or id' }).fill('garlic');
  await expect(knots).not.toContainText('Draft');
});

test('an import that makes drafts says so in its result', async ({ page, server, connected: _ }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.getByRole('button', { name: /^Approve and start/ }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Done');
  await expect(page.getByRole('region', { name: 'Drafts in the store' })).toContainText(
    '68 products are drafts',
  );
  await page.getByRole('button', { name: 'Open Settings, Products' }).click();
  await expect(page.getByRole('combobox', { name: 'New products are' })).toBeFocused();
});
