import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { connectShop } from '../support/shop.ts';
import { syncShop, workBothSides } from '../support/staff.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const rows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Stock' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name });
const openStock = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByRole('link', { name: /^Stock/ }).click();
};
/** Both counts, till first. */
const countsOf = async (page: Page, name: string): Promise<string[]> =>
  (await rowOf(page, name).getByRole('gridcell').allInnerTexts()).slice(2, 4);

test('Stock without counts says what fills it', async ({ page, server, shop }) => {
  await openStock(page, server.url);
  await expect(page.getByRole('button', { name: 'Open the setup' })).toBeVisible();
  await look(page, 'stock-empty-no-sides');
  await connectShop(server, shop);
  await expect(page.getByRole('button', { name: 'Go to Import' })).toBeVisible();
  await look(page, 'stock-empty');
});

test('Stock being read, not read, and read, the most urgent first', async ({ page, server, imported: _ }) => {
  await workBothSides(server, [
    { side: 'till', verb: 'recount', target: 'Arancini al Ragù', quantity: 0 },
    { side: 'till', verb: 'recount', target: '7" Cookie', quantity: 3 },
  ]);
  await syncShop(server);
  const wire = await openWire(page);
  wire.hold('stock:list');
  await openStock(page, server.url);
  await expect(page.getByText('Reading the stock…')).toBeVisible();
  await look(page, 'stock-loading');
  wire.release();
  await expect(rows(page).first()).toContainText('Out of stock');
  expect(await countsOf(page, 'Arancini al Ragù')).toEqual(['0', '0']);
  await look(page, 'stock-full');
  await page.getByRole('button', { name: /^Low/ }).click();
  await expect(rowOf(page, '7" Cookie')).toHaveCount(1);
  await expect(rowOf(page, 'Arancini al Ragù')).toHaveCount(0);
});

test('a sale in the store lowers the till, shows live, and stands among the movements', async ({
  page,
  server,
  imported: _,
}) => {
  await openStock(page, server.url);
  await expect(rowOf(page, '7" Cookie')).toHaveCount(1);
  expect(await countsOf(page, '7" Cookie')).toEqual(['14', '14']);
  await workBothSides(server, [{ side: 'store', verb: 'buy', target: '7" Cookie', quantity: 2 }]);
  await syncShop(server);
  await expect.poll(() => countsOf(page, '7" Cookie')).toEqual(['12', '12']);
  await rowOf(page, '7" Cookie').click();
  const drawer = page.getByRole('dialog', { name: '7" Cookie' });
  await expect(drawer.getByRole('row').filter({ hasText: 'Sold' })).toContainText('−2');
  await look(page, 'stock-drawer');
});

test('what both sides sold at once is oversold, and says what can be done', async ({
  page,
  server,
  imported: _,
}) => {
  await workBothSides(server, [
    { side: 'till', verb: 'sell', target: '7" Cookie', quantity: 10 },
    { side: 'store', verb: 'buy', target: '7" Cookie', quantity: 8 },
  ]);
  await syncShop(server);
  await openStock(page, server.url);
  await expect(rows(page).first()).toContainText('Oversold');
  expect(await countsOf(page, '7" Cookie')).toEqual(['−4', '−4']);
  await rows(page).first().click();
  await expect(page.getByText('4 pieces were sold that were not there.')).toBeVisible();
  await look(page, 'stock-oversold');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('1 product was sold more often than there were pieces.')).toBeVisible();
  await look(page, 'home-oversold');
});

test('a product has a threshold of its own, and is sold out by hand and put back', async ({
  page,
  server,
  imported: _,
}) => {
  await openStock(page, server.url);
  await rowOf(page, '7" Cookie').click();
  const drawer = page.getByRole('dialog', { name: '7" Cookie' });
  await drawer.getByRole('textbox', { name: 'Low at' }).fill('20');
  await drawer.getByRole('button', { name: 'Keep' }).click();
  await expect(drawer.getByText('Set for this product')).toBeVisible();
  await drawer.getByRole('button', { name: 'Sold out…' }).click();
  await page.getByRole('menuitem', { name: 'Sold out for 1 hour' }).click();
  await expect(drawer.getByText(/then it is for sale again by itself/)).toBeVisible();
  await look(page, 'stock-sold-out');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search by name or SKU' }).fill('cook7');
  await expect(rowOf(page, 'Nonna')).toHaveCount(0);
  await expect(rowOf(page, '7" Cookie')).toContainText(
    /Sold out until .*Sold out$|Sold out until .*Sold out/,
  );
  await expect(rowOf(page, '7" Cookie')).not.toContainText('Enough');
  await expect(page.getByRole('button', { name: /^Sold out 1/ })).toBeVisible();
  await look(page, 'stock-sold-out-row');
  await rowOf(page, '7" Cookie').click();
  await drawer.getByRole('button', { name: 'Put it back on sale' }).click();
  await expect(drawer.getByRole('button', { name: 'Sold out…' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, '7" Cookie')).toContainText('Low');
  await expect(rowOf(page, '7" Cookie')).toContainText('20 (own)');
});

test('counts leave as a file and come back as a plan that a person approves', async ({
  page,
  server,
  imported: _,
}) => {
  await openStock(page, server.url);
  const leaving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await leaving;
  expect(file.suggestedFilename()).toMatch(/^stock-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  const lines = text.split('\r\n');
  const cookie = lines.find((line) => line.includes('DES-COOK7')) ?? '';
  expect(cookie).toContain(',14,14,');
  const send = (content: string): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'stock.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

  await send(`${lines[0]}\r\n${cookie.replace(',14,14,', ',many,many,')}\r\n`);
  await expect(page.getByText('The file was not accepted')).toBeVisible();
  await look(page, 'stock-file-refused');
  await send(`${lines[0]}\r\n${cookie.replace(',14,14,', ',30,30,')}\r\n`);
  await expect(page.getByText('The counts of your file, for both sides.')).toBeVisible();
  await look(page, 'stock-file-plan');
  await page.getByRole('button', { name: /Approve and start/ }).click();
  await expect(page.getByRole('button', { name: 'Undo this stock file' })).toBeVisible();
  await page.getByRole('link', { name: /^Stock/ }).click();
  await expect.poll(() => countsOf(page, '7" Cookie')).toEqual(['30', '30']);
});

test('a fresh comparison finds what differs, and brings it in step', async ({
  page,
  server,
  imported: _,
}) => {
  await openStock(page, server.url);
  await page.getByRole('button', { name: 'Compare both sides' }).click();
  await expect(page.getByRole('heading', { name: 'Till and store are the same' })).toBeVisible();
  await workBothSides(server, [{ side: 'till', verb: 'edit', target: 'Garlic Knots', price: '7.25' }]);
  await page.getByRole('button', { name: 'Compare both sides' }).click();
  const report = page.getByRole('region', { name: 'Comparison of both sides' });
  await expect(report.getByRole('row', { name: /Garlic Knots Price/ })).toContainText('On its way');
  await look(page, 'stock-drift');
  await report.getByRole('button', { name: 'Bring 1 in step' }).click();
  await expect(report).toContainText('1 was brought in step.');
  await expect(report.getByRole('row', { name: /Garlic Knots Price/ })).toHaveCount(0);
});
