import type { Answer } from '../../../src-preload/contract/bridge.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { look } from '../support/look.ts';
import { importShop, take } from '../support/shop.ts';
import { pauseSync, syncShop, workBothSides } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

test('Home of a new window: asking, not answered, not connected', async ({ page, server }) => {
  const wire = await openWire(page);
  wire.hold('status:get');
  await page.goto(server.url);
  await expect(page.getByText('Opening…')).toBeVisible();
  await look(page, 'window-loading');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('Asking how things stand…')).toBeVisible();
  await look(page, 'home-loading');
  wire.release();
  await expect(page.getByRole('button', { name: 'Connect the till' })).toBeVisible();
  await expect(page.getByText('The till and the store are not both connected yet.')).toBeVisible();
  await look(page, 'home-empty');
});

test('Home that cannot be told how things stand says so, and asks again', async ({ page, server }) => {
  const wire = await openWire(page);
  wire.refuse('status:get', {
    code: 'BUG',
    message: 'Something went wrong inside Tillbridge.',
    hint: 'Try again.',
  });
  await page.goto(server.url);
  await expect(page.getByRole('alert')).toContainText('Something went wrong inside Tillbridge.');
  await look(page, 'home-failed');
  wire.release();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('Home before the first import, in step, and after work of the staff', async ({
  page,
  server,
  connected: _,
}) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Ready for the first import' })).toBeVisible();
  await look(page, 'home-connected');
  await importShop(server);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await look(page, 'home-full');

  const staff = page.getByRole('region', { name: 'Practice staff' });
  await staff.getByRole('combobox', { name: 'Product' }).fill('Garlic');
  await page.getByRole('option', { name: 'Garlic Knots' }).click();
  await staff.getByRole('button', { name: 'Sell' }).click();
  await expect(staff.getByText(/^Sold 1 of Garlic Knots/)).toBeVisible();
  await staff.getByRole('combobox', { name: 'What' }).selectOption('Refund');
  await staff.getByRole('button', { name: 'Refund' }).click();
  await expect(staff.getByText(/^Refunded 1 of Garlic Knots/)).toBeVisible();
  await staff.getByText('In the store', { exact: true }).click();
  await staff.getByRole('button', { name: 'Buy' }).click();
  const bought = await staff.getByText(/^Bought 1 of Garlic Knots with order \d+/).textContent();
  const order = /order (\d+)/.exec(bought ?? '')?.[1] ?? '';
  await staff.getByRole('combobox', { name: 'What' }).selectOption('Cancel an order');
  await staff.getByRole('combobox', { name: 'Order number' }).fill(order);
  await staff.getByRole('button', { name: 'Cancel an order' }).click();
  await expect(staff.getByText(`Order ${order} processing -> cancelled`, { exact: false })).toBeVisible();
  await staff.getByRole('combobox', { name: 'Order number' }).fill('4711');
  await staff.getByRole('button', { name: 'Cancel an order' }).click();
  await expect(staff.getByRole('alert')).toContainText('no order has the number "4711"');
  await staff.getByText('At the till', { exact: true }).click();
  await staff.getByRole('combobox', { name: 'Product' }).fill('No such dish');
  await staff.getByRole('button', { name: 'Sell' }).click();
  await expect(staff.getByRole('alert')).toContainText('No such dish');
  await look(page, 'home-staff');

  await page.getByRole('button', { name: 'Disconnect the store' }).click();
  await expect(page.getByRole('dialog')).toContainText('Disconnect Corner Oven Online?');
  await look(page, 'home-disconnect');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a withdrawn token is a thing that needs a person, with its one action', async ({
  page,
  server,
  imported,
}) => {
  await page.goto(server.url);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  imported.tillService.tokens.revoke(imported.till.token);
  await page.getByRole('button', { name: 'Test connection' }).click();
  // The other one is a product that is out of stock from the beginning.
  await expect(page.getByText('2 things need you.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The till refused the API token');
  await look(page, 'home-needs-you');
  await page.getByRole('button', { name: 'Connect the till again' }).click();
  await expect(page.getByRole('heading', { name: 'Connect the till' })).toBeVisible();
});

test('search and commands, and where they lead', async ({ page, server, imported: _ }) => {
  await page.goto(server.url);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /^Sync now/ })).toBeVisible();
  await look(page, 'search-empty');
  await page.keyboard.type('garlic');
  await expect(page.getByRole('option', { name: /Products with “garlic”/ })).toBeVisible();
  await look(page, 'search-full');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what runs out stands on Home by its number and its name, and leads to just that in Stock', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, [{ side: 'till', verb: 'recount', target: '7" Cookie', quantity: 3 }]);
  await syncShop(server);
  await page.goto(server.url);
  const needs = page.getByRole('region', { name: 'Needs you' });
  await expect(needs).toContainText('1 product is out of stock, 2 are low.');
  const card = page.getByRole('region', { name: 'Running out' });
  await expect(card.getByRole('listitem')).toHaveText([
    /^Nonna's Meatballs0 piecesOut of stock$/,
    /^7" Cookie3 piecesLow$/,
    /^Mexican Cola 355 ml5 piecesLow$/,
  ]);
  await look(page, 'home-low');
  await needs.getByRole('button', { name: 'Show low (2)' }).click();
  await expect(page.getByRole('button', { name: /^Low/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('grid', { name: 'Stock' })).not.toContainText("Nonna's Meatballs");
  await page.getByRole('link', { name: 'Home' }).click();
  await card.getByRole('button', { name: '7" Cookie' }).click();
  await expect(page.getByRole('dialog', { name: '7" Cookie' })).toContainText('3 pieces');
});

test('the staff take the one product that a typed name fits, and ask which where it fits several', async ({
  page,
  server,
  imported: _,
}) => {
  await page.goto(server.url);
  const staff = page.getByRole('region', { name: 'Practice staff' });
  const product = staff.getByRole('combobox', { name: 'Product' });
  await product.fill('garlic kn');
  await staff.getByRole('button', { name: 'Sell' }).click();
  await expect(staff.getByText(/^Sold 1 of Garlic Knots/)).toBeVisible();
  await expect(product).toHaveValue('Garlic Knots');
  await product.fill('pepperoni pizza');
  await staff.getByRole('button', { name: 'Sell' }).click();
  await expect(staff.getByText(/^Which one\? .*Pepperoni Pizza/)).toBeVisible();
});

test('a pause is ended at the top of Home, and every key is behind a button', async ({
  page,
  server,
  imported: _,
}) => {
  await pauseSync(server);
  await page.goto(server.url);
  await expect(page.getByText('Changes on both sides are noted and wait')).toBeVisible();
  await look(page, 'home-paused');
  await page.getByRole('button', { name: 'Go on now' }).click();
  await expect(page.getByText('Changes on both sides are noted and wait')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('after the undo of a whole import Home says what became of it, and begins another', async ({
  page,
  server,
  imported: _,
}) => {
  const bridge = await server.openBridge();
  take(await bridge.call('run:undo', { runId: 1 }));
  bridge.close();
  await page.goto(server.url);
  const card = page.getByRole('heading', { name: 'Import 1 was undone' });
  await expect(card).toBeVisible();
  await expect(page.getByText('moved to the store’s trash', { exact: false })).toBeVisible();
  await expect(page.getByText('Nothing is kept in step: no product is linked.')).toBeVisible();
  await expect(page.getByRole('banner').getByText('In step')).toHaveCount(0);
  await look(page, 'home-undone');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByRole('heading', { name: /to create/ })).toBeVisible();
});

test('a single setting is found by what it means, and has the focus then', async ({
  page,
  server,
  imported: _,
}) => {
  await page.goto(server.url);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search and commands' });
  await expect(field).toBeFocused();
  await page.keyboard.type('rounding');
  await expect(page.getByRole('option', { name: /^Rounding/ })).toContainText('Settings, Prices');
  await look(page, 'search-setting');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Rounding' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('wins price');
  await page.keyboard.press('Enter');
  const price = page.getByRole('row', { name: /Price/ });
  await expect(price.getByRole('radio', { name: 'Till' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('rules is');
  await page.keyboard.press('Escape');
  await expect(price.getByRole('radio', { name: 'Till' })).toBeFocused();
});

test('a sandbox is yellow beside the title and across the window, and gone with a real merchant', async ({
  page,
  server,
  imported: _,
}) => {
  // A look of the sync tells how things really stand.
  await pauseSync(server);
  const bridge = await server.openBridge();
  const told = (await bridge.call('status:get', {})) as Answer<StatusShape>;
  bridge.close();
  if (!told.ok) throw new Error(told.failure.code);
  const wire = await openWire(page);
  wire.answer('status:get', { ...told.value, mode: 'sandbox' });
  await page.goto(server.url);
  const badge = page.getByRole('banner').getByText('Sandbox', { exact: true });
  const banner = page.getByText('The till is a Clover sandbox: a test merchant, not your shop.');
  await expect(badge).toBeVisible();
  await expect(banner).toBeVisible();
  await look(page, 'home-sandbox');
  await page.getByRole('link', { name: 'Orders' }).click();
  await expect(banner).toBeVisible();
  wire.answer('status:get', { ...told.value, mode: 'real' });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await expect(badge).toHaveCount(0);
  await expect(banner).toHaveCount(0);
});
