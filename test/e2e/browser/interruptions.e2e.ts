import type { Page } from '@playwright/test';
import type { Practice } from '../../../src-practice/practice.ts';
import { look } from '../support/look.ts';
import { connectShop, type Hold, holdWrites, openShop } from '../support/shop.ts';
import type { WindowProcess } from '../support/window-process.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const PROGRESS = /^\d[\d,]* of [\d,]+/;
const LOST = 'This window has lost Tillbridge and tries again by itself.';
const REFUSED = 'This page may not speak to Tillbridge: its address is no longer valid.';
const SCREENS = ['Home', 'Import', 'Products', 'Conflicts', 'Stock', 'Log', 'Settings'] as const;

const ITEMS = 600;
/** The categories and some of the products. */
const WRITES_BEFORE = 3;

/** A shop whose store stops answering in the middle of an import, and the import up to there. */
async function startHeldImport(
  page: Page,
  server: WindowProcess,
): Promise<Practice & { readonly hold: Hold }> {
  const shop = await openShop({ menu: 'generated', items: ITEMS });
  await connectShop(server, shop);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByRole('button', { name: /^Approve and start/ })).toBeVisible();
  const hold = holdWrites(shop, WRITES_BEFORE);
  await page.getByRole('button', { name: /^Approve and start/ }).click();
  await expect(page.getByText(PROGRESS)).toBeVisible();
  await expect.poll(() => hold.waiting).toBeGreaterThan(0);
  return { ...shop, hold };
}

test('an import goes on while its window is reloaded and closed, and every window shows it', async ({
  page,
  context,
  server,
}) => {
  const shop = await startHeldImport(page, server);
  await page.reload();
  await expect(page.getByText('Writing products…')).toBeVisible();
  await expect(page.getByText(PROGRESS)).toBeVisible();

  const second = await context.newPage();
  await page.close();
  await second.goto(server.url);
  await expect(second.getByText('An import is under way.')).toBeVisible();
  await second.getByRole('button', { name: 'Show' }).click();
  await expect(second.getByText(PROGRESS)).toBeVisible();
  shop.hold.release();
  await expect(second.getByRole('region', { name: 'Result' })).toContainText(
    'Done: the store got what the till had.',
  );
  await shop.close();
});

test('two windows show the same: what is done in one is seen in the other', async ({
  page,
  context,
  server,
  connected: _,
}) => {
  const other = await context.newPage();
  await page.goto(server.url);
  await other.goto(server.url);
  await expect(other.getByRole('heading', { name: 'Ready for the first import' })).toBeVisible();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await page.getByRole('button', { name: /^Approve and start/ }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Done');
  await expect(other.getByText('Everything is in step.')).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Products' }).click();
  await page.getByLabel('New products are').selectOption({ label: 'Shown at once' });
  await other.goto(`${server.origin}/#/settings/products`);
  await expect(other.getByLabel('New products are')).toHaveValue('publish');

  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('button', { name: 'Disconnect the store' }).click();
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await other.getByRole('link', { name: 'Home' }).click();
  await expect(other.getByRole('button', { name: 'Connect the store' })).toBeVisible();
});

test('a plan that another window asks for meanwhile is refused in words', async ({
  page,
  context,
  server,
}) => {
  const shop = await startHeldImport(page, server);
  const other = await context.newPage();
  await other.goto(server.url);
  await other.getByRole('button', { name: 'Search' }).click();
  await other.getByRole('option', { name: /^Sync now/ }).click();
  await expect(other.getByRole('alert')).toContainText('RUN_BUSY');
  shop.hold.release();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    'Done: the store got what the till had.',
  );
  await shop.close();
});

test('a lost connection is said on every screen, and comes back by itself', async ({
  page,
  server,
  imported: _,
}) => {
  const wire = await openWire(page);
  await page.goto(server.url);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await wire.cut();
  await expect(page.getByText(LOST)).toBeVisible();
  for (const name of SCREENS) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByText(LOST)).toBeVisible();
    await look(page, `${name.toLowerCase()}-lost`);
  }
  wire.mend();
  await expect(page.getByText(LOST)).toHaveCount(0);
  for (const name of SCREENS) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('Everything is in step.')).toBeVisible();
});

test('an engine that was killed is missed, and found again by its new address', async ({
  page,
  server,
  imported: _,
  complaints,
}) => {
  complaints.expect(/WebSocket connection to .* failed/);
  await page.goto(server.url);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  // The other screens have been read ahead.
  await page.waitForLoadState('networkidle');
  await server.kill();
  await expect(page.getByText(LOST)).toBeVisible();
  await server.start();
  await expect(page.getByText(REFUSED)).toBeVisible();
  await look(page, 'home-refused');
  // As a person does it: the new address goes into the same tab.
  await page.goto(server.url);
  await expect(page.getByText(REFUSED)).toHaveCount(0);
  await expect(page.getByText('Everything is in step.')).toBeVisible();
});

test('an import that the engine died in is taken up where it stopped', async ({
  page,
  server,
  complaints,
}) => {
  complaints.expect(/WebSocket connection to .* failed/);
  const shop = await startHeldImport(page, server);
  await server.kill();
  shop.hold.release();
  await expect(page.getByText(LOST)).toBeVisible();
  await server.start();
  await page.goto('about:blank');
  await page.goto(server.url);
  await expect(page.getByText(/^Import \d+ stopped before its end\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to Import' }).click();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    'Done: the store got what the till had.',
  );
  expect(countOncePerItem(shop)).toBe(ITEMS);
  await shop.close();
});

/** How many items of the till have exactly one product or variant in the store. */
function countOncePerItem({ storeService, tillService }: Practice): number {
  const times = new Map<string, number>();
  for (const { meta } of storeService.state.products.values()) {
    const item = String(meta.find(({ key }) => key === '_tillbridge_item')?.value);
    times.set(item, (times.get(item) ?? 0) + 1);
  }
  return [...tillService.state.items.values()].filter(({ id }) => times.get(id) === 1).length;
}

test('a screen whose file cannot be read says so within its frame, and loading again brings it', async ({
  page,
  server,
  imported: _,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|dynamically imported module/);
  await page.route(/log-screen/, (route) => route.abort());
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Log' }).click();
  await expect(page.getByRole('alert')).toContainText('This screen could not be shown.');
  await expect(page.getByRole('link', { name: 'Home' })).toBeVisible();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('Everything is in step.')).toBeVisible();
  await page.getByRole('link', { name: 'Log' }).click();
  await expect(page.getByRole('alert')).toContainText('This screen could not be shown.');
  await page.unroute(/log-screen/);
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
});
