import type { Locator, Page } from '@playwright/test';
import { pauseSync } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const open = (page: Page, name: string) => page.getByRole('link', { name }).click();
const result = (page: Page): Locator => page.getByRole('region', { name: 'Result' });

async function changePrice(page: Page, side: 'At the till' | 'In the store', price: string): Promise<void> {
  await open(page, 'Home');
  const staff = page.getByRole('region', { name: 'Practice staff' });
  await staff.getByText(side, { exact: true }).click();
  await staff.getByRole('combobox', { name: 'What' }).selectOption('Change the price');
  await staff.getByRole('combobox', { name: 'Product' }).fill('Garlic Kn');
  await page.getByRole('option', { name: 'Garlic Knots' }).click();
  await staff.getByRole('textbox', { name: 'New price' }).fill(price);
  await staff.getByRole('button', { name: 'Change the price' }).click();
  await expect(
    staff.getByText(new RegExp(`^Changed Garlic Knots; price .* -> ${price}$`)).first(),
  ).toBeVisible();
}

/** Both sides' prices as the list of products has them. */
async function expectPrices(page: Page, till: string, store: string): Promise<void> {
  await open(page, 'Products');
  await page.getByRole('searchbox', { name: 'Search name, SKU or id' }).fill('SIDE-KNOT');
  const cells = page.getByRole('row', { name: /Garlic Knots/ }).getByRole('gridcell');
  await expect(cells.filter({ hasText: /^\$/ })).toHaveText([till, store]);
}

test('a person who never saw it: practice, import, a changed price, and its undo', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  await test.step('sets up practice', async () => {
    await press(page, 'Practice: a pizzeria');
    await expect(page.getByText('The store answers')).toBeVisible();
    await press(page, 'Go on');
    await press(page, 'Count both sides');
    await expect(page.getByText('The till has 133 items, the store 0 products; 0 match.')).toBeVisible();
    await press(page, 'Go on');
    await press(page, 'Make the plan');
  });
  await test.step('imports the menu', async () => {
    await expect(page.getByRole('heading', { name: '133 to create.' })).toBeVisible();
    await press(page, 'Approve and start (133)');
    await expect(result(page)).toContainText('Done: the store got what the till had.');
    await expectPrices(page, '$6.95', '$6.95');
  });
  await test.step('changes a price at the till, and brings it to the store', async () => {
    await changePrice(page, 'At the till', '7.25');
    await press(page, 'Sync now');
    await expect(page.getByText('Done: ')).toBeVisible();
    await expectPrices(page, '$7.25', '$7.25');
  });
  await test.step('takes it back', async () => {
    await open(page, 'Import');
    await page
      .getByRole('button', { name: /^Open sync \d+: Garlic Knots$/ })
      .first()
      .click();
    await press(page, 'Undo this sync');
    await press(page, 'Undo it');
    await expect(result(page)).toContainText('1 product was put back.');
    await expectPrices(page, '$7.25', '$6.95');
  });
  await test.step('and the next plan lets it be, and says why', async () => {
    await open(page, 'Import');
    await press(page, 'Make a new plan');
    await page.getByRole('searchbox', { name: 'Search the plan' }).fill('garlic');
    const row = page.getByRole('row', { name: /Garlic Knots/ });
    await expect(row).toContainText('Leave');
    await expect(row).not.toContainText('Both sides are the same.');
  });
});

test('a value that somebody changed after the import is left alone by its undo, and named', async ({
  page,
  server,
  imported,
}) => {
  await pauseSync(server);
  await page.goto(server.url);
  await changePrice(page, 'At the till', '7.25');
  await open(page, 'Import');
  await press(page, 'Make the plan');
  await press(page, 'Approve and start (1)');
  await expect(result(page)).toContainText('Done');
  await open(page, 'Import');
  await press(page, 'Undo this import');
  await expect(page.getByRole('dialog', { name: /^Undo import/ })).toContainText('Garlic Knots');
  // While the question is open.
  const sold = [...imported.storeService.state.products.values()].find(({ sku }) => sku === 'SIDE-KNOT');
  imported.storeService.staff.editProduct(sold?.id ?? 0, { regular_price: '8.00' });
  await press(page, 'Undo it');
  await expect(page.getByRole('region', { name: 'Left alone' })).toContainText('Garlic Knots: price');
  const knots = [...imported.storeService.state.products.values()].find(({ sku }) => sku === 'SIDE-KNOT');
  expect(knots?.regularPrice).toBe('8.00');
});
