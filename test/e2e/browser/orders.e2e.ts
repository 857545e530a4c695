import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import {
  lookNow,
  multiplyOrder,
  openForOrders,
  order,
  orderFeast,
  refuseCalls,
} from '../support/order-shop.ts';
import { connectShop } from '../support/shop.ts';
import { pauseSync } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const rows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Orders' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const rowOf = (page: Page, number: number) => rows(page).filter({ hasText: String(number) });
/** The word of its state; the way beside it has words of its own. */
const stateOf = (page: Page, number: number) => rowOf(page, number).getByRole('gridcell').nth(2);
const openOrders = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  // A page that is just opening may still choose its own first screen.
  await expect(async () => {
    await page.getByRole('link', { name: /^Orders/ }).click();
    await expect(page.getByRole('heading', { name: 'Orders & kitchen', level: 1 })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
};
const drawerOf = (page: Page, number: number) => page.getByRole('dialog', { name: `Order ${number}` });

test('Orders without sides, then without orders, say what fills them', async ({ page, server, shop }) => {
  await openOrders(page, server.url);
  await expect(page.getByRole('button', { name: 'Open the setup' })).toBeVisible();
  await look(page, 'orders-empty-no-sides');
  await connectShop(server, shop);
  await expect(page.getByRole('heading', { name: 'No web orders yet' })).toBeVisible();
  await look(page, 'orders-empty');
});

test('Orders being read, not read, and read', async ({ page, server, connected }) => {
  await openForOrders(server);
  order(connected, 'Garlic Knots');
  await lookNow(server);
  const wire = await openWire(page);
  wire.hold('orders:list');
  await openOrders(page, server.url);
  await expect(page.getByText('Reading the orders…')).toBeVisible();
  await look(page, 'orders-loading');
  wire.release();
  await expect(rows(page)).toHaveCount(1);
  wire.refuse('orders:list', { code: 'DATA_FULL', message: 'The disk is full.', hint: 'Make room.' });
  await page.reload();
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await look(page, 'orders-failed');
  wire.release();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('a paid web order goes live to the till and the kitchen, and its drawer shows the ticket, both totals and the way', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  await openOrders(page, server.url);
  const id = orderFeast(connected);
  await expect(rowOf(page, id).getByRole('img', { name: /paid, printed, store told$/ })).toBeVisible({
    timeout: 30_000,
  });
  await look(page, 'orders-done');
  await rowOf(page, id).click();
  const drawer = drawerOf(page, id);
  const paper = drawer.getByRole('region', { name: 'Ticket as the kitchen sees it' });
  await expect(paper).toContainText('Online Order');
  await expect(paper).toContainText(String(id));
  await expect(paper).toContainText('2 × ');
  await expect(paper).toContainText('+ Pepperoni');
  await expect(paper).toContainText('No olives, please');
  await expect(drawer.getByText('The same to the cent.')).toBeVisible();
  await expect(drawer.getByRole('region', { name: 'Timeline' })).toContainText(
    'the till says that it was printed',
  );
  await look(page, 'orders-drawer');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page).toHaveURL(/#\/orders$/);
});

test('an order paid at the door is unpaid on its way, and one not due yet waits', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  const atDoor = order(connected, 'Garlic Knots', { payment: 'cod' });
  const later = order(connected, 'Garlic Knots', { payment: 'bacs' });
  await openOrders(page, server.url);
  await expect(rowOf(page, atDoor).getByRole('img', { name: /unpaid/ })).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(page, later)).toContainText('Not due yet');
  await expect(stateOf(page, atDoor)).toHaveText('Handed over', { timeout: 20_000 });
  await look(page, 'orders-unpaid');
  await rowOf(page, later).click();
  await expect(drawerOf(page, later).getByText('It is not on the till yet.')).toBeVisible();
  await look(page, 'orders-drawer-not-due');
});

test('a jammed printer turns its order red, calls for somebody on Home, and a reprint asks first', async ({
  page,
  server,
  connected,
}) => {
  // Five pictures are taken on the way.
  test.slow();
  await openForOrders(server);
  connected.tillService.staff.jamPrinter('fails');
  await openOrders(page, server.url);
  const id = order(connected, 'Garlic Knots');
  await expect(rowOf(page, id)).toContainText('Needs you', { timeout: 30_000 });
  await expect(rowOf(page, id).getByRole('img', { name: /not printed/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Orders 1 need you' })).toBeVisible();
  await look(page, 'orders-print-failed');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('1 web order needs you.')).toBeVisible();
  await look(page, 'home-order-needs');
  await page.getByRole('button', { name: 'Show them' }).click();
  await rowOf(page, id).click();
  await look(page, 'orders-drawer-print-failed');
  connected.tillService.staff.clearPrinter();
  await drawerOf(page, id)
    .getByRole('button', { name: `Print… order ${id}` })
    .click();
  const asked = page.getByRole('dialog', { name: `Print the ticket of order ${id}?` });
  await expect(asked).toContainText('The till says nothing of a ticket for this order.');
  await look(page, 'orders-reprint-asked');
  expect(connected.tillService.state.kitchen.tickets).toHaveLength(0);
  await asked.getByRole('button', { name: 'Print the ticket' }).click();
  await expect(asked).toBeHidden();
  await expect.poll(() => connected.tillService.state.kitchen.tickets.length, { timeout: 20_000 }).toBe(1);
  await expect(drawerOf(page, id)).not.toContainText('Needs you');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Orders', exact: true })).toBeVisible();
});

test('a ticket that the kitchen has all the same is seen, and nobody is called any longer', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  connected.tillService.staff.jamPrinter('fails');
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(rowOf(page, id)).toContainText('Needs you', { timeout: 30_000 });
  await rowOf(page, id).click();
  await page.getByRole('button', { name: `Seen: the kitchen has it order ${id}` }).click();
  await expect(drawerOf(page, id)).not.toContainText('Needs you');
  await expect(drawerOf(page, id).getByRole('region', { name: 'Timeline' })).toContainText('Seen');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('1 web order needs you.')).toHaveCount(0);
  await expect(page.getByText(/ticket of web order/)).toHaveCount(0);
});

test('a till without a printer is a banner with a test print', async ({ page, server, connected }) => {
  await openForOrders(server);
  connected.tillService.staff.setDefaultPrinter(false);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(rowOf(page, id)).toContainText('No printer', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Print a test' })).toBeVisible();
  await page.getByRole('button', { name: 'Print a test' }).click();
  await expect(page.getByRole('button', { name: 'Close' })).toBeVisible();
  await look(page, 'orders-no-printer');
  connected.tillService.staff.setDefaultPrinter(true);
  await page.getByRole('button', { name: 'Test print' }).click();
  await expect(page.getByText('The till says that the test ticket was printed.')).toBeVisible({
    timeout: 30_000,
  });
  await look(page, 'orders-test-printed');
});

test('what the till lacks is a banner with its fix, and orders flow once it is there', async ({
  page,
  server,
  connected,
}) => {
  const allow = refuseCalls(connected, 'POST', /\/order_types$/);
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(rowOf(page, id)).toContainText('Waits for the till', { timeout: 30_000 });
  await expect(page.getByText('The till has no order type named "Online Order"').first()).toBeVisible();
  await look(page, 'orders-no-order-type');
  await page.getByRole('button', { name: 'Choose another order type' }).click();
  await expect(page.getByRole('textbox', { name: 'Order type' })).toBeVisible();
  await look(page, 'settings-orders');
  await page.goBack();
  allow();
  await expect(stateOf(page, id)).toHaveText('Handed over', { timeout: 40_000 });
  await expect(page.getByRole('button', { name: 'Choose another order type' })).toHaveCount(0);
});

test('an order that the till refuses needs a person, and Try again puts it on the till', async ({
  page,
  server,
  connected,
}) => {
  const allow = refuseCalls(connected, 'POST', /\/orders(\?|$)/);
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(rowOf(page, id)).toContainText('Needs you', { timeout: 30_000 });
  await look(page, 'orders-refused');
  await rowOf(page, id).click();
  await look(page, 'orders-drawer-refused');
  await page.keyboard.press('Escape');
  allow();
  await rowOf(page, id)
    .getByRole('button', { name: `Try again order ${id}` })
    .click();
  await expect(stateOf(page, id)).toHaveText('Handed over', { timeout: 30_000 });
});

test('a payment that the till refuses shows where the order stopped', async ({ page, server, connected }) => {
  const allow = refuseCalls(connected, 'POST', /\/payments(\?|$)/);
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(rowOf(page, id)).toContainText('Not paid', { timeout: 30_000 });
  await look(page, 'orders-not-paid');
  allow();
  await page.getByRole('grid', { name: 'Orders' }).focus();
  await page.keyboard.press('r');
  await expect(stateOf(page, id)).toHaveText('Handed over', { timeout: 30_000 });
});

test('an order whose choices do not fit is one to look at until somebody has seen it', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  const id = orderFeast(connected);
  order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(rows(page).first()).toContainText('To look at', { timeout: 30_000 });
  await expect(rows(page).first()).toContainText(String(id));
  await look(page, 'orders-attention');
  await rowOf(page, id).click();
  await expect(drawerOf(page, id).getByRole('region', { name: 'To look at' })).toBeVisible();
  await look(page, 'orders-drawer-attention');
  await drawerOf(page, id)
    .getByRole('button', { name: `Seen order ${id}` })
    .click();
  await expect(rows(page).filter({ hasText: 'To look at' })).toHaveCount(0);
});

test('orders are found by number and by state, and walked through by keys', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  connected.tillService.staff.jamPrinter('fails');
  const red = order(connected, 'Garlic Knots');
  await lookNow(server);
  await openOrders(page, server.url);
  await expect(rowOf(page, red)).toContainText('Needs you', { timeout: 30_000 });
  connected.tillService.staff.clearPrinter();
  const others = [order(connected, 'Garlic Knots'), order(connected, 'Garlic Knots')];
  for (const id of others) await expect(stateOf(page, id)).toHaveText('Handed over', { timeout: 30_000 });
  await expect(rows(page).first()).toContainText(String(red));
  // At once, wherever the focus is; and typed in a field they are letters.
  await expect(page.getByRole('grid', { name: 'Orders' })).not.toBeFocused();
  await page.getByRole('searchbox').press('r');
  await expect(page.getByRole('searchbox')).toHaveValue('r');
  await page.getByRole('searchbox').fill('');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('heading', { name: 'Orders & kitchen', level: 1 }).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawerOf(page, others[1] ?? 0)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: `Print the ticket of order ${red}?` })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill(String(others[0]));
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('none such');
  await expect(page.getByRole('heading', { name: 'None of these' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all orders' }).click();
  await page.getByRole('button', { name: /^Needs you/ }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('orders fit a telephone: each with its state, its way and its one button', async ({
  page,
  server,
  connected,
}) => {
  await page.setViewportSize({ width: 400, height: 860 });
  await openForOrders(server);
  connected.tillService.staff.jamPrinter('fails');
  const red = order(connected, 'Garlic Knots');
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await page.getByRole('link', { name: /^Orders/ }).click();
  const row = rowOf(page, red);
  await expect(row).toContainText('Needs you', { timeout: 30_000 });
  await expect(row).toContainText('The ticket was not printed.');
  await expect(
    row.getByRole('img', { name: /^Way: received, on the till, paid, not printed/ }),
  ).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Orders' });
  expect(
    await grid.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0);
  const button = row.getByRole('button', { name: `Print… order ${red}` });
  const [outer, inner] = [await grid.boundingBox(), await button.boundingBox()];
  if (!outer || !inner) throw new Error('both are there');
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
  expect(
    await button.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0);
  await button.click();
  await expect(page.getByRole('dialog', { name: `Print the ticket of order ${red}?` })).toBeVisible();
});

test('practice places an order, jams and clears the printer, fulfils at the till and cancels in the store', async ({
  page,
  server,
  connected,
}) => {
  test.slow();
  await openForOrders(server);
  await openOrders(page, server.url);
  const press = (name: string) => page.getByRole('button', { name }).click();
  await press('Place a random web order');
  await expect(page.getByRole('img', { name: /printed, store told$/ })).toBeVisible({ timeout: 30_000 });
  await press('Fulfil at the till');
  const [id = 0] = connected.storeService.state.orders.keys();
  await expect
    .poll(() => connected.storeService.state.orders.get(id)?.status, { timeout: 30_000 })
    .toBe('completed');
  await expect(stateOf(page, id)).toHaveText('Completed', { timeout: 30_000 });
  await press('Jam the printer');
  await press('Place a random web order');
  await expect(rows(page).filter({ hasText: 'Needs you' })).toHaveCount(1, { timeout: 30_000 });
  await press('Clear the printer');
  await look(page, 'orders-practice');
  await press('Cancel in the store');
  await expect(rows(page).filter({ hasText: 'Cancelled' })).toHaveCount(1, { timeout: 30_000 });
  await look(page, 'orders-cancelled');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('region', { name: 'Orders and kitchen' })).toContainText('Last ticket');
  await look(page, 'home-orders');
});

test('a pause, a till out of reach and switched-off orders are said, with the way on', async ({
  page,
  server,
  connected,
  complaints,
}) => {
  complaints.expect(/WebSocket/);
  await openForOrders(server);
  await pauseSync(server);
  await openOrders(page, server.url);
  await expect(page.getByText(/Paused until/)).toBeVisible();
  await look(page, 'orders-paused');
  await page.getByRole('button', { name: 'Go on now' }).click();
  await expect(page.getByText(/Paused until/)).toHaveCount(0);
  await connected.close();
  await expect(page.getByText(/cannot be reached just now/)).toBeVisible({ timeout: 40_000 });
  await look(page, 'orders-offline');
});

test('5,000 orders scroll to their end, and only those in view exist', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(stateOf(page, id)).toHaveText('Handed over', { timeout: 30_000 });
  await page.goto('about:blank');
  await server.stop();
  multiplyOrder(server.dataDir, id, 5_000);
  await server.start();
  await openOrders(page, server.url);
  await expect(page.getByRole('button', { name: /^Handed over/ })).toContainText('5,000');
  await look(page, 'orders-many');
  const grid = page.getByRole('grid', { name: 'Orders' });
  await grid.focus();
  await page.keyboard.press('End');
  await expect(rowOf(page, id + 4_999)).toBeVisible();
  await look(page, 'orders-many-end');
  expect(await rows(page).count()).toBeLessThan(60);
});
