import type { Page } from '@playwright/test';
import type { Practice } from '../../../src-practice/practice.ts';
import { look } from '../support/look.ts';
import { openOrders, orderDrawer, orderRow, orderRows, orderState } from '../support/order-page.ts';
import { openForOrders, order, orderFeast, padTotals, refuseCalls } from '../support/order-shop.ts';
import { expect, test } from '../support/window-test.ts';

const SOON = { timeout: 30_000 };

/** The till's own id of the order that stands there with this number. */
const findOnTill = ({ tillService }: Practice, number: number): string =>
  [...tillService.state.orders.values()].find(({ title = '' }) => title.includes(String(number)))?.id ?? '';
const countTickets = ({ tillService }: Practice): number => tillService.state.kitchen.tickets.length;

async function openDrawer(page: Page, id: number) {
  await orderRow(page, id).click();
  const drawer = orderDrawer(page, id);
  await expect(drawer.getByRole('region', { name: 'Totals' })).toBeVisible();
  return drawer;
}

test('a till that prints by itself is noticed, and a press leaves the tickets to it: one each, not two', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  connected.tillService.staff.setAutoPrint(true);
  await openOrders(page, server.url);
  const first = order(connected, 'Garlic Knots');
  await expect(orderState(page, first)).toHaveText('Handed over', SOON);
  await expect(page.getByText('The till is set to print orders by itself')).toBeVisible();
  expect(countTickets(connected)).toBe(1);
  await look(page, 'orders-auto-print');
  await page.getByRole('link', { name: 'Home' }).click();
  await look(page, 'home-auto-print');
  await page.getByRole('button', { name: 'Choose who prints' }).click();
  await page.getByRole('button', { name: 'Leave it to the till' }).click();
  await expect(page.getByText('The till is set to print orders by itself')).toHaveCount(0);
  const second = order(connected, 'Garlic Knots');
  await expect(orderRow(page, second)).toContainText('By the till', SOON);
  await expect.poll(() => countTickets(connected)).toBe(2);
  await look(page, 'orders-left-to-till');
});

test('whoever lets Tillbridge print all the same is not asked again', async ({ page, server, connected }) => {
  connected.tillService.staff.setAutoPrint(true);
  await openForOrders(server);
  await openOrders(page, server.url);
  order(connected, 'Garlic Knots');
  await page.getByRole('button', { name: 'Let Tillbridge print' }).click(SOON);
  await expect(page.getByText('The till is set to print orders by itself')).toHaveCount(0);
  await page.reload();
  await expect(orderRows(page)).toHaveCount(1);
  await expect(page.getByText('The till is set to print orders by itself')).toHaveCount(0);
});

test('a till that prints nothing from outside says so, with the way on', async ({
  page,
  server,
  connected,
}) => {
  connected.tillService.answers.printEvents = 'missing';
  await openForOrders(server);
  await openOrders(page, server.url);
  const id = order(connected, 'Garlic Knots');
  await expect(orderRow(page, id)).toContainText('Needs you', SOON);
  await expect(page.getByText('Printing from outside is not available for this till.').first()).toBeVisible();
  await look(page, 'orders-print-not-available');
  const drawer = await openDrawer(page, id);
  await look(page, 'orders-drawer-print-not-available');
  await drawer.getByRole('button', { name: `Seen order ${id}` }).click();
  await expect(drawer).not.toContainText('Needs you');
});

test('a till without a tender: the order waits unpaid, and goes on once there is one', async ({
  page,
  server,
  connected,
}) => {
  const allow = refuseCalls(connected, 'POST', /\/tenders$/);
  const { tenders } = connected.tillService.state;
  const removed = [...tenders.values()].filter(({ labelKey }) => labelKey?.includes('external_payment'));
  for (const { id } of removed) tenders.delete(id);
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(orderRow(page, id)).toContainText('Waits for the till', SOON);
  await expect(page.getByText('The till has no tender named "External Payment"').first()).toBeVisible();
  await look(page, 'orders-no-tender');
  await openDrawer(page, id);
  await look(page, 'orders-drawer-no-tender');
  allow();
  await expect(orderDrawer(page, id).getByText('The same to the cent.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(orderState(page, id)).toHaveText('Handed over', { timeout: 90_000 });
});

test('a ticket that nothing proves turns red within a minute, and settles by itself when it comes', async ({
  page,
  server,
  connected,
}) => {
  test.setTimeout(180_000);
  connected.tillService.staff.jamPrinter('holds');
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(orderRow(page, id)).toContainText('Not proved', { timeout: 75_000 });
  await look(page, 'orders-print-unproved');
  await openDrawer(page, id);
  await look(page, 'orders-drawer-print-unproved');
  await page.keyboard.press('Escape');
  connected.tillService.staff.clearPrinter();
  await expect(orderState(page, id)).toHaveText('Handed over', { timeout: 40_000 });
  expect(countTickets(connected)).toBe(1);
});

test('a total that the parts do not explain is flagged before it prints, and its part has a line', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  padTotals(connected, 125);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(orderRow(page, id)).toContainText('To look at', SOON);
  await look(page, 'orders-total-adjusted');
  const drawer = await openDrawer(page, id);
  await expect(drawer.getByRole('region', { name: 'To look at' })).toContainText('1.25');
  await look(page, 'orders-drawer-total-adjusted');
});

test('an order that the till’s staff changed shows both totals and their difference', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots', { payment: 'cod' });
  await openOrders(page, server.url);
  await expect(orderState(page, id)).toHaveText('Handed over', SOON);
  const { tillService } = connected;
  const cola = [...tillService.state.items.values()].find(({ name }) => name?.includes('Cola'));
  tillService.staff.editOrder(findOnTill(connected, id), { addItemIds: [cola?.id ?? ''] });
  const drawer = await openDrawer(page, id);
  await expect(drawer.getByText(/was changed on one side after it was sent/)).toBeVisible(SOON);
  await look(page, 'orders-drawer-difference');
  await page.keyboard.press('Escape');
  await expect(orderState(page, id)).toContainText('The till has $3.95 more.');
  await look(page, 'orders-difference');
});

test('a forged price is flagged before the order is handed over', async ({ page, server, connected }) => {
  await openForOrders(server);
  const id = orderFeast(connected, 1);
  await openOrders(page, server.url);
  await expect(orderRow(page, id)).toContainText('To look at', SOON);
  const drawer = await openDrawer(page, id);
  await expect(drawer.getByText(/It may have been forged/).first()).toBeVisible();
  await look(page, 'orders-drawer-forged');
});

test('an order that was called off before it was sent is closed, and nobody cooks it', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  const later = order(connected, 'Garlic Knots', { payment: 'bacs' });
  await openOrders(page, server.url);
  await expect(orderRow(page, later)).toContainText('Not due yet', SOON);
  connected.storeService.staff.turnOrder(later, 'cancelled');
  await expect(orderState(page, later)).toContainText('Not sent', SOON);
  await look(page, 'orders-closed');
  const drawer = await openDrawer(page, later);
  await expect(drawer.getByText('It was not put on the till.')).toBeVisible();
  await look(page, 'orders-drawer-closed');
  expect(countTickets(connected)).toBe(0);
});

test('a paid order that somebody removed on the till is called off, says where the money is, and is not called done', async ({
  page,
  server,
  connected,
}) => {
  refuseCalls(connected, 'POST', /\/payments(\?|$)/);
  await openForOrders(server);
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(orderRow(page, id)).toContainText('Not paid', SOON);
  const drawer = await openDrawer(page, id);
  await look(page, 'orders-drawer-not-paid');
  connected.tillService.staff.cancel(findOnTill(connected, id));
  await page
    .getByRole('button', { name: `Try again order ${id}` })
    .last()
    .click();
  await expect(drawer.getByText('Cancelled').first()).toBeVisible(SOON);
  await expect(drawer.getByRole('region', { name: 'Timeline' })).toContainText('the store was told', SOON);
  await look(page, 'orders-drawer-called-off');
  await expect(orderState(page, id)).toContainText('the money is still with the shop');
  await drawer.getByRole('button', { name: `Seen order ${id}` }).click();
  await page.keyboard.press('Escape');
  await expect(orderState(page, id)).toHaveText('Cancelled');
});

test('a cancelled order whose ticket failed says to print nothing, and offers no reprint', async ({
  page,
  server,
  connected,
}) => {
  await openForOrders(server);
  connected.tillService.staff.jamPrinter('fails');
  const id = order(connected, 'Garlic Knots');
  await openOrders(page, server.url);
  await expect(page.getByRole('button', { name: `Print… order ${id}` })).toBeVisible(SOON);
  connected.storeService.staff.turnOrder(id, 'cancelled');
  await expect(orderState(page, id)).toContainText('Cancelled: print nothing.', SOON);
  const drawer = await openDrawer(page, id);
  await expect(drawer).toContainText('Cancelled: print nothing.');
  await look(page, 'orders-drawer-cancelled-unprinted');
  await expect(page.getByRole('button', { name: /^(Print|Reprint)/, includeHidden: true })).toHaveCount(0);
  await drawer.getByRole('button', { name: `Seen order ${id}` }).click();
  await expect(drawer).not.toContainText('print nothing');
  await expect(page.getByRole('button', { name: /^(Print|Reprint)/, includeHidden: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(orderState(page, id)).toHaveText('Cancelled');
  expect(countTickets(connected)).toBe(0);
});

test('test print, reprint, try again and seen work by keyboard alone', async ({
  page,
  server,
  connected,
}) => {
  test.slow();
  const { staff } = connected.tillService;
  await openForOrders(server);
  staff.jamPrinter('fails');
  const ids = [order(connected, 'Garlic Knots'), order(connected, 'Garlic Knots')];
  await openOrders(page, server.url);
  for (const id of ids) await expect(orderRow(page, id)).toContainText('Not printed', SOON);
  staff.clearPrinter();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (name: RegExp): Promise<void> => {
    await expect(async () => {
      await press('Tab');
      const words = await page.evaluate(
        'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""',
      );
      expect(words).toMatch(name);
    }).toPass({ intervals: [0], timeout: 15_000 });
  };
  await test.step('a test print', async () => {
    await tabTo(/^Test print$/);
    await press('Enter');
    await expect(page.getByText('The till says that the test ticket was printed.')).toBeVisible(SOON);
    expect(countTickets(connected)).toBe(1);
  });
  await test.step('a reprint, asked for and given', async () => {
    await tabTo(/^Orders$/);
    await press('r');
    await expect(page.getByRole('dialog', { name: /^Print the ticket of order \d+\?$/ })).toBeVisible();
    await tabTo(/^Print the ticket$/);
    await press('Enter');
    await expect.poll(() => countTickets(connected), SOON).toBe(2);
    await expect(orderRows(page).filter({ hasText: 'Needs you' })).toHaveCount(1, SOON);
  });
  await test.step('seen', async () => {
    await expect(page.getByRole('grid', { name: 'Orders' })).toBeFocused();
    await press('Home', 'Enter');
    await tabTo(/^Seen: the kitchen has it order/);
    await press('Enter');
    await expect(page.getByRole('dialog')).not.toContainText('Needs you');
    await press('Escape');
    await expect(orderRows(page).filter({ hasText: 'Needs you' })).toHaveCount(0);
  });
  await test.step('try again', async () => {
    const allow = refuseCalls(connected, 'POST', /\/payments(\?|$)/);
    const id = order(connected, 'Garlic Knots');
    await expect(orderRow(page, id)).toContainText('Not paid', SOON);
    allow();
    await expect(page.getByRole('grid', { name: 'Orders' })).toBeFocused();
    await press('Home', 'r');
    await expect(orderState(page, id)).toHaveText('Handed over', SOON);
  });
});

test('orders that keep coming appear and move on by themselves, and what a person reads stays where it is', async ({
  page,
  server,
  connected,
}) => {
  test.slow();
  await openForOrders(server);
  await openOrders(page, server.url);
  const first = order(connected, 'Garlic Knots');
  await expect(orderState(page, first)).toHaveText('Handed over', SOON);
  const drawer = await openDrawer(page, first);
  const seen = order(connected, 'Garlic Knots');
  for (let count = 0; count < 8; count += 1) orderFeast(connected);
  const done = page.getByRole('button', { name: /^(Handed over|To look at)/, includeHidden: true });
  await expect
    .poll(
      async () =>
        (await done.allTextContents()).reduce((sum, text) => sum + Number(/\d+$/.exec(text)?.[0] ?? 0), 0),
      { timeout: 90_000 },
    )
    .toBe(10);
  // All that while the drawer stayed at its order.
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await look(page, 'orders-flowing');
  await page.getByRole('searchbox').fill(String(seen));
  await expect(orderState(page, seen)).toHaveText('Handed over', SOON);
});
