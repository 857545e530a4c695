import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { makeGuestOrder } from '../../support/guest-order.ts';
import { look } from '../support/look.ts';
import { take } from '../support/shop.ts';
import { expect, test } from '../support/window-test.ts';

const rows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Held back' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const banner = (page: Page) => page.getByText('Rehearsal: nothing is written.');

async function openRehearsal(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Advanced' }).click();
  await page.getByRole('link', { name: 'Open the rehearsal' }).click();
}

/** Requests that write, since the counters were emptied. */
function countWrites(requests: ReadonlyMap<string, number>): number {
  return [...requests].reduce((sum, [route, times]) => sum + (route.startsWith('GET ') ? 0 : times), 0);
}

test('a rehearsal without both sides says what it needs', async ({ page, server, shop: _ }) => {
  await openRehearsal(page, server.url);
  await expect(page.getByText('A rehearsal reads a till and a store.')).toBeVisible();
  await look(page, 'rehearsal-no-sides');
});

test('the first import is rehearsed, and writes nothing', async ({ page, server, connected }) => {
  await openRehearsal(page, server.url);
  await look(page, 'rehearsal-begin');
  (connected.storeService.counters.requests as Map<string, number>).clear();
  await page.getByRole('button', { name: 'Begin the rehearsal' }).click();
  await expect(banner(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: /^New/ }).click();
  await expect(rows(page).first()).toContainText('To the store');
  expect(countWrites(connected.storeService.counters.requests)).toBe(0);
  expect(connected.storeService.state.products.size).toBe(0);
});

test('what would happen is read row by row, kept as a file, and written once the rehearsal is over', async ({
  page,
  server,
  imported: { tillService, storeService },
}) => {
  const item = [...tillService.state.items.values()].find(({ name }) => name === '7" Cookie');
  const product = [...storeService.state.products.values()].find(({ name }) => name === '7" Cookie');
  if (!item || !product) throw new Error('no cookie');
  const bridge = await server.openBridge();
  take(await bridge.call('settings:set', { values: { 'poll.fastestSeconds': '2' } }));
  bridge.close();
  await openRehearsal(page, server.url);
  await page.getByRole('button', { name: 'Begin the rehearsal' }).click();
  await expect(page.getByText('Nothing would be written so far')).toBeVisible();
  await look(page, 'rehearsal-running');
  const readPrice = () => storeService.state.products.get(product.id)?.regularPrice;
  const before = readPrice();
  tillService.staff.editItem(item.id, { price: item.price * 10 });
  storeService.staff.placeOrder(
    makeGuestOrder({ lines: [{ productId: product.id, quantity: 2, choices: [] }] }),
  );
  const row = rows(page).filter({ hasText: 'Big price change' });
  await expect(row).toContainText('7" Cookie', { timeout: 40_000 });
  await expect(
    rows(page)
      .filter({ hasText: /Order \d+/ })
      .first(),
  ).toContainText('a ticket prints', {
    timeout: 40_000,
  });
  await look(page, 'rehearsal-full');
  await row.click();
  await expect(page.getByRole('dialog')).toContainText('it was changed on the till');
  await look(page, 'rehearsal-row');
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('7"" Cookie');
  expect(readPrice()).toBe(before);
  await page.getByRole('button', { name: 'End the rehearsal…' }).click();
  await look(page, 'rehearsal-end');
  await page.getByRole('button', { name: 'End it and write' }).click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(readPrice, { timeout: 40_000 }).not.toBe(before);
});
