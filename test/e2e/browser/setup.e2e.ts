import type { Page } from '@playwright/test';
import { ALL_PERMISSIONS } from '../../../src-practice/till/tokens.ts';
import { look } from '../support/look.ts';
import { startWindow } from '../support/window-process.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('practice is one click away, and says that it is starting', async ({ page, server }) => {
  const wire = await openWire(page);
  await page.goto(server.url);
  await expect(page.getByText('Step 1 of 6.')).toBeVisible();
  await look(page, 'setup-1-empty');
  wire.hold('practice:start');
  await page.getByRole('button', { name: 'Practice: a pizzeria' }).click();
  await expect(page.getByText('Starting the practice till and store')).toBeVisible();
  await look(page, 'setup-1-loading');
  wire.release();
  await expect(title(page, 'Checks')).toBeVisible();
  await expect(page.getByText('The till answers')).toBeVisible();
  await look(page, 'setup-4-checks-full');
});

test('a till and a store are connected by hand, with what was wrong said at the form', async ({
  page,
  server,
  shop,
}) => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'My shop' }).click();
  await expect(title(page, 'Connect the till')).toBeVisible();
  await look(page, 'setup-2-till-empty');

  await press(page, 'Use another server');
  await page.getByLabel('Address of the API').fill(shop.till.url);
  await page.getByLabel('Merchant id').fill(shop.till.merchant);
  await page.getByLabel('API token', { exact: true }).fill('not-the-token');
  await press(page, 'Connect the till');
  await expect(page.getByRole('alert')).toContainText('The till refused the API token');
  await look(page, 'setup-2-till-failed');
  await page.getByLabel('API token', { exact: true }).fill(shop.till.token);
  await press(page, 'Connect the till');

  await expect(title(page, 'Connect the store')).toBeVisible();
  await look(page, 'setup-3-store-empty');
  await page.getByLabel('Address of the store').fill(shop.store.url);
  await page.getByLabel('Consumer key').fill(shop.store.key);
  await page.getByLabel('Consumer secret').fill('cs_not_the_secret');
  await press(page, 'Connect the store');
  await expect(page.getByRole('alert')).toContainText('the consumer secret does not belong to it');
  await look(page, 'setup-3-store-failed');
  await page.getByLabel('Consumer secret').fill(shop.store.secret);
  await press(page, 'Connect the store');
  await expect(title(page, 'Checks')).toBeVisible();
  await press(page, 'Back');
  await expect(page.getByText('Corner Oven Online is connected.')).toBeVisible();
  await look(page, 'setup-3-store-full');
});

test('the checks name each permission that web orders lack, and see that it was given', async ({
  page,
  server,
  connected,
}) => {
  const { token } = connected.till;
  connected.tillService.tokens.add({ inventory: 'rw', merchant: 'rw', orders: 'r' }, token);
  await page.goto(`${server.url}`);
  await page.getByRole('link', { name: 'Settings' }).click();
  await press(page, 'Go through the setup');
  await page.getByRole('button', { name: /Checks$/ }).click();
  const line = (area: string) =>
    page
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^What Tillbridge may do at the till: ${area}`) });
  await expect(line('orders')).toContainText('Read and write');
  await press(page, 'Check again');
  await expect(line('orders')).toContainText('Read only');
  await expect(line('orders')).toContainText('Give the token read and write for Orders');
  await expect(line('payments')).toContainText('Give the token read and write for Payments');
  await expect(line('customers')).toContainText('Only needed if');
  await expect(line('items')).not.toContainText('Give the token');
  await look(page, 'setup-4-checks-rights');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('may not use Orders (write), Payments, so web orders')).toBeVisible();
  await page.goBack();
  connected.tillService.tokens.add(ALL_PERMISSIONS, token);
  await page.getByRole('button', { name: /Checks$/ }).click();
  await press(page, 'Check again');
  await expect(line('payments')).toContainText('Read and write');
  await expect(page.getByText('Give the token')).toHaveCount(0);
});

test('the steps after the connection: checks, what wins, plan', async ({ page, server, connected: _ }) => {
  const wire = await openWire(page);
  wire.hold('settings:list');
  await page.goto(`${server.url}`);
  await page.goto(`${server.origin}/#/setup`);
  await page.getByRole('button', { name: /What wins/ }).click();
  await expect(page.getByText('Reading the settings…')).toBeVisible();
  await look(page, 'setup-5-rules-loading');
  wire.release();
  await expect(title(page, 'Fields')).toBeVisible();
  await look(page, 'setup-5-rules-empty');
  await press(page, 'Count both sides');
  await expect(page.getByText(/^The till has 1\d\d items, the store 0 products; 0 match\.$/)).toBeVisible();
  await look(page, 'setup-5-rules-full');
  await press(page, 'Go on');
  await expect(title(page, 'Plan and go live')).toBeVisible();
  await expect(page.getByText('Corner Oven Pizzeria')).toBeVisible();
  await look(page, 'setup-6-plan-full');
});

test('without a keychain practice starts, says once that it ends with Tillbridge, and after a restart that it has ended', async ({
  page,
  complaints,
}) => {
  test.skip(process.platform !== 'linux', 'the other systems always have one');
  const server = await startWindow({
    env: { TILLBRIDGE_SECRET_KEY: '', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' },
  });
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Practice: a pizzeria' }).click();
  await expect(title(page, 'Checks')).toBeVisible();
  const hint = page.getByRole('note').filter({ hasText: 'kept only until Tillbridge is closed' });
  await expect(hint).toBeVisible();
  await look(page, 'setup-4-checks-no-keychain');
  await hint.getByRole('button', { name: 'Close this hint' }).click();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(title(page, 'Ready for the first import')).toBeVisible();
  await expect(hint).toHaveCount(0);

  complaints.expect(/WebSocket/);
  await server.stop();
  await server.start();
  await page.goto('about:blank');
  await page.goto(server.url);
  await expect(page.getByText('Practice has ended.')).toBeVisible();
  await look(page, 'setup-1-practice-ended');
  await page.getByRole('button', { name: 'Practice: a pizzeria' }).click();
  await expect(page.getByText('The till answers')).toBeVisible();
  await page.close();
  await server.close();
});

test('practice that cannot start says why, and the choice stays', async ({ page, server }) => {
  const wire = await openWire(page);
  await page.goto(server.url);
  wire.refuse('practice:start', {
    code: 'PRACTICE_REAL_DATA',
    message: 'This data folder is connected to a real shop.',
    hint: 'Use another folder for practice.',
  });
  await page.getByRole('button', { name: 'Practice: a pizzeria' }).click();
  await expect(page.getByRole('alert')).toContainText('This data folder is connected to a real shop.');
  await look(page, 'setup-1-failed');
  await expect(page.getByRole('button', { name: 'Practice: a large shop' })).toBeEnabled();
});
