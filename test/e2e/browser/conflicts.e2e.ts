import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { connectShop, importShop, openShop } from '../support/shop.ts';
import { pauseSync, syncShop, workBothSides } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const conflicts = (page: Page) => page.getByRole('list', { name: 'Conflicts' }).getByRole('group');
const conflictOf = (page: Page, name: string) => page.getByRole('group', { name });
const openConflicts = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByRole('link', { name: /^Conflicts/ }).click();
};

const TWO_PRICES = [
  { side: 'till', verb: 'edit', target: 'Garlic Knots', price: '7.25' },
  { side: 'store', verb: 'edit', target: 'Garlic Knots', price: '7.45' },
  { side: 'till', verb: 'edit', target: 'Arancini al Ragù', price: '11.00' },
  { side: 'store', verb: 'edit', target: 'Arancini al Ragù', price: '10.00' },
] as const;
const A_NAME = [
  { side: 'till', verb: 'edit', target: 'Affogato al Caffè', name: 'Affogato' },
  { side: 'store', verb: 'edit', target: 'Affogato al Caffè', name: 'Affogato with Espresso' },
] as const;

test('Conflicts without any say what would make one', async ({ page, server, imported: _ }) => {
  const wire = await openWire(page);
  wire.hold('conflicts:list');
  await openConflicts(page, server.url);
  await expect(page.getByText('Reading the conflicts…')).toBeVisible();
  await look(page, 'conflicts-loading');
  wire.release();
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
  await look(page, 'conflicts-empty');
});

test('a conflict shows what was agreed and both values, says what an answer does, and is settled by it', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, [...TWO_PRICES, ...A_NAME]);
  await openConflicts(page, server.url);
  expect(await syncShop(server)).toMatchObject({ conflicts: 3 });
  await expect(conflicts(page)).toHaveCount(3);
  await expect(page.getByRole('link', { name: 'Conflicts 3 open' })).toBeVisible();
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(page.getByRole('banner').getByText('Needs you')).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: 'artefacts/window/conflicts-narrow-400.png' });
  await page.setViewportSize({ width: 1280, height: 800 });
  const knots = conflictOf(page, 'Garlic Knots, price');
  for (const value of ['$6.95', '$7.25', '$7.45']) await expect(knots.getByText(value).first()).toBeVisible();
  await expect(knots.getByText('The store’s price would become $7.25.')).toBeVisible();
  await expect(knots.getByText('The till’s price would become $7.45.')).toBeVisible();
  await look(page, 'conflicts-full');

  await knots.getByRole('button', { name: 'Take the store’s' }).click();
  await syncShop(server);
  await expect(knots).toHaveCount(0);
  await expect(conflicts(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Products' }).click();
  await page.getByRole('searchbox').fill('garlic');
  const row = page.getByRole('row').filter({ hasText: 'Garlic Knots' });
  await expect(row.getByText('$7.45')).toHaveCount(2);
});

test('an answer that a newer value overtakes is said to hold no longer, until there is another', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, TWO_PRICES);
  await syncShop(server);
  await pauseSync(server);
  await openConflicts(page, server.url);
  const knots = conflictOf(page, 'Garlic Knots, price');
  await knots.getByRole('button', { name: 'Take the till’s' }).click();
  await expect(knots.getByText('Decided: the till’s value.')).toBeVisible();
  await expect(knots.getByText('The store’s price becomes $7.25.')).toBeVisible();
  await workBothSides(server, [{ side: 'store', verb: 'edit', target: 'Garlic Knots', price: '8.45' }]);
  await syncShop(server);
  const notice = 'The earlier answer no longer holds: the store’s value changed from $7.45 to $8.45.';
  await expect(knots.getByText(notice)).toBeVisible();
  await expect(knots.getByText('It was: the till’s value. Nothing was written.')).toBeVisible();
  await look(page, 'conflicts-overtaken');
  await knots.getByRole('button', { name: 'Take the till’s' }).click();
  await expect(knots.getByText(notice)).toHaveCount(0);
  await syncShop(server);
  await expect(knots).toHaveCount(0);
  await page.getByRole('link', { name: 'Log' }).click();
  await expect(page.getByText('the store’s value changed to $8.45 after a person decided')).toBeVisible();
});

test('the keys of Conflicts work at once, and never where a person types or a dialog is open', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, [...TWO_PRICES, ...A_NAME]);
  await syncShop(server);
  await pauseSync(server);
  await openConflicts(page, server.url);
  await expect(conflicts(page)).toHaveCount(3);
  await expect(page.getByRole('heading', { name: 'Conflicts', level: 1 })).toBeFocused();
  const [first, second, third] = await conflicts(page).all();
  if (!first || !second || !third) throw new Error('there are three');
  const decided = conflicts(page).filter({ hasText: 'Decided' });

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.type('1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await first.getByRole('button', { name: /^More/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(decided).toHaveCount(0);

  await page.getByRole('heading', { name: 'Conflicts', level: 1 }).focus();
  await page.keyboard.press('j');
  await expect(second).toBeFocused();
  await page.getByRole('heading', { name: 'Conflicts', level: 1 }).focus();
  await page.keyboard.press('2');
  await expect(second.getByRole('button', { name: 'Take the store’s' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(third).toBeFocused();
  await expect(decided).toHaveCount(1);
});

test('a list of conflicts is done by keyboard alone', async ({ page, server, imported: _ }) => {
  await workBothSides(server, [...TWO_PRICES, ...A_NAME]);
  await syncShop(server);
  await openConflicts(page, server.url);
  await expect(conflicts(page)).toHaveCount(3);
  const all = await conflicts(page).all();
  const names = await Promise.all(all.map((row) => row.getAttribute('aria-label')));
  await conflicts(page).first().focus();
  await page.keyboard.press('j');
  await expect(conflictOf(page, names[1] ?? '')).toBeFocused();
  await page.keyboard.press('k');
  await expect(conflictOf(page, names[0] ?? '')).toBeFocused();
  await page.keyboard.press('1');
  await expect(conflictOf(page, names[1] ?? '')).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('2');
  await expect(conflicts(page).filter({ hasNotText: 'Decided' })).toHaveCount(0);
  await syncShop(server);
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
});

test('one answer settles all prices, and “always do this” becomes a rule that can be removed', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, [...TWO_PRICES, ...A_NAME]);
  await syncShop(server);
  await openConflicts(page, server.url);
  await page.getByRole('button', { name: /^Prices/ }).click();
  await expect(conflicts(page)).toHaveCount(2);
  await page.getByRole('switch', { name: 'Always do this' }).check({ force: true });
  await look(page, 'conflicts-prices');
  await page.getByRole('button', { name: 'Take the till’s for all prices' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 products get the till’s value in the store too');
  await look(page, 'conflicts-asked');
  await dialog.getByRole('button', { name: 'Take the till’s' }).click();
  await expect(page.getByText('2 conflicts are decided')).toBeVisible();
  await syncShop(server);
  await expect(conflicts(page)).toHaveCount(1);
  const rules = page.getByRole('region', { name: 'Rules' });
  await expect(rules).toContainText('Conflicts of prices: the till’s value is taken');

  // A later conflict of the same kind is settled by itself.
  await workBothSides(server, [
    { side: 'till', verb: 'edit', target: 'Garlic Knots', price: '8.00' },
    { side: 'store', verb: 'edit', target: 'Garlic Knots', price: '9.00' },
  ]);
  expect(await syncShop(server)).toMatchObject({ conflicts: 1 });
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'What syncs' }).click();
  await look(page, 'settings-what-syncs');
  await rules.getByRole('button', { name: 'Remove the rule for prices' }).click();
  await expect(rules).toContainText('None yet.');
});

test('an answer to values that have moved since is not used, and the new values are shown', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, TWO_PRICES);
  await syncShop(server);
  const wire = await openWire(page);
  await openConflicts(page, server.url);
  const knots = conflictOf(page, 'Garlic Knots, price');
  await expect(knots.getByText('$7.45').first()).toBeVisible();
  // This window hears of nothing more for a while.
  wire.hold('conflicts:list');
  await workBothSides(server, [{ side: 'store', verb: 'edit', target: 'Garlic Knots', price: '7.95' }]);
  await syncShop(server);
  await knots.getByRole('button', { name: 'Take the till’s' }).click();
  wire.release();
  await expect(knots.getByText('so your answer was not used')).toBeVisible();
  await expect(knots.getByText('$7.95').first()).toBeVisible();
  await look(page, 'conflicts-stale');
  await knots.getByRole('button', { name: 'Take the till’s' }).click();
  await syncShop(server);
  await expect(knots).toHaveCount(0);
});

test('in practice one button makes a conflict, and a rule for its kind is a click beside it', async ({
  page,
  server,
  imported: _,
}) => {
  await openConflicts(page, server.url);
  await page.getByRole('button', { name: 'Make a conflict' }).click();
  await expect(conflicts(page)).toHaveCount(1, { timeout: 30_000 });
  const [first] = await conflicts(page).all();
  if (!first) throw new Error('there is one');
  await expect(first).toContainText('Price');
  await first.getByRole('button', { name: 'Always do this for prices' }).click();
  await expect(page.getByRole('menuitem', { name: 'Always take the till’s prices…' })).toBeVisible();
  await page.keyboard.press('Escape');
  // One colour for what only a person can choose: in the header, on Home and in the list.
  const tone = 'data-tone';
  await expect(page.getByRole('banner').getByText('Needs you')).toHaveAttribute(tone, 'choice');
  await page.getByRole('link', { name: 'Home' }).click();
  const need = page.getByText('1 field was changed on both sides in different ways.');
  await expect(need).toBeVisible();
  await expect(page.locator('.tb-notice').filter({ has: need })).toHaveAttribute(tone, 'choice');
});

test('both get another value that a person types', async ({ page, server, imported: _ }) => {
  await workBothSides(server, TWO_PRICES);
  await syncShop(server);
  await openConflicts(page, server.url);
  const knots = conflictOf(page, 'Garlic Knots, price');
  await knots.getByRole('button', { name: 'More for Garlic Knots' }).click();
  await page.getByRole('menuitem', { name: 'Give both another value…' }).click();
  const field = page.getByRole('textbox', { name: 'Another price for Garlic Knots' });
  await field.fill('much');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A price such as 4.50 is needed.')).toBeVisible();
  await look(page, 'conflicts-typed');
  await field.fill('7,50');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await syncShop(server);
  await expect(knots).toHaveCount(0);
  await page.getByRole('link', { name: 'Products' }).click();
  await page.getByRole('searchbox').fill('garlic');
  await expect(page.getByRole('row').filter({ hasText: 'Garlic Knots' }).getByText('$7.50')).toHaveCount(2);
});

test('hundreds of conflicts are shown in portions, and one answer settles them all', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  const shop = await openShop({ menu: 'generated', items: 320 });
  await connectShop(server, shop);
  await importShop(server);
  await pauseSync(server);
  const { tillService, storeService } = shop;
  for (const { id, deletedTime, priceType } of [...tillService.state.items.values()])
    if (deletedTime === undefined && priceType === 'FIXED') tillService.staff.editItem(id, { price: 901 });
  for (const { id, type, status } of [...storeService.state.products.values()])
    if (type !== 'variable' && status !== 'trash')
      storeService.staff.editProduct(id, { regular_price: '9.02' });
  const { conflicts: open } = await syncShop(server);
  expect(open).toBeGreaterThan(200);
  await openConflicts(page, server.url);
  await expect(page.getByRole('link', { name: `Conflicts ${open} open` })).toBeVisible();
  await expect(conflicts(page).first()).toBeVisible();
  const shown = await conflicts(page).count();
  expect(shown).toBeLessThan(open);
  await look(page, 'conflicts-many');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => conflicts(page).count()).toBeGreaterThan(shown);
  await page.getByRole('button', { name: 'Take the till’s for all prices' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the till’s' }).click();
  await expect(page.getByText(`${open} conflicts are decided`)).toBeVisible();
  await look(page, 'conflicts-decided');
  await page.close();
  await shop.close();
});
