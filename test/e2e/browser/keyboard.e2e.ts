import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/window-test.ts';

const MOST_TABS = 60;

/** Tabs on until the thing has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by ${MOST_TABS} tabs`);
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

/** Opens a screen by Ctrl+K and a few letters. */
async function goTo(page: Page, letters: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('everything from the setup to the undo is done by keyboard alone', async ({ page, server }) => {
  await page.goto(server.url);
  await expect(button(page, 'Practice: a pizzeria')).toBeVisible();
  await pressButton(page, 'Practice: a pizzeria');
  await expect(page.getByText('The store answers')).toBeVisible();
  await pressButton(page, 'Go on');
  await pressButton(page, 'Go on');
  await pressButton(page, 'Make the plan');

  await test.step('the plan is walked through', async () => {
    const plan = page.getByRole('grid', { name: 'Rows of the plan' });
    await tabTo(page, plan);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(plan).toBeFocused();
    await page.keyboard.press('End');
    await expect(plan.locator('[data-active]')).toBeInViewport();
  });

  await page.keyboard.press('Shift+Tab');
  await page.reload();
  await pressButton(page, /^Open plan/);
  await pressButton(page, /^Approve and start/);
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Done');

  await test.step('a product is found, opened, chosen and left', async () => {
    await goTo(page, 'products', 'Products');
    await tabTo(page, page.getByRole('searchbox', { name: 'Search name, SKU or id' }));
    await page.keyboard.type('garlic');
    const table = page.getByRole('grid', { name: 'Products' });
    await expect(table.getByRole('row')).toHaveCount(2);
    await tabTo(page, table);
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Choose Garlic Knots' })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Garlic Knots' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(table).toBeFocused();
  });

  await test.step('a setting is changed with the arrows', async () => {
    await goTo(page, 'settings: what', 'Settings');
    const owner = page.getByRole('row', { name: /Price/ }).getByRole('radio', { name: 'Till' });
    await tabTo(page, owner);
    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('row', { name: /Price/ }).getByRole('radio', { name: 'Store' }),
    ).toBeChecked();
  });

  await goTo(page, 'import', 'Import');
  await pressButton(page, 'Undo this import');
  await expect(button(page, 'Cancel')).toBeFocused();
  await expect(page.getByRole('dialog')).toContainText(
    /products with \d+ variants go to the store’s trash\./,
  );
  await page.keyboard.press('Tab');
  await expect(button(page, 'Undo it')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    /products and variants were moved to the store’s trash\./,
  );
});

test('the first tab skips the navigation', async ({ page, server, imported: _ }) => {
  await page.goto(server.url);
  await button(page, 'No more hints').click();
  await page.reload();
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Skip to the screen')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Test connection')).toBeFocused();
});

test('the search walks through all it finds, and what is marked is in view', async ({ page, server }) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Setup' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search and commands' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
  const found = await page.getByRole('option').count();
  for (let step = 1; step < found; step += 1) await page.keyboard.press('ArrowDown');
  const last = page.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a dialog keeps the focus inside, and gives it back', async ({ page, server, imported: _ }) => {
  await page.goto(server.url);
  const opener = button(page, 'Disconnect the store');
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(button(page, 'Cancel')).toBeFocused();
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('a drawer gives the focus back, however soon it is closed', async ({ page, server, imported: _ }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Products' }).click();
  const table = page.getByRole('grid', { name: 'Products' });
  await tabTo(page, table);
  // Also while it slides in, and before it has taken the focus.
  for (const delayMs of [0, 0, 5, 10, 20, 40, 80, 160]) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(delayMs);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(table, `closed after ${delayMs} ms`).toBeFocused();
  }
});
