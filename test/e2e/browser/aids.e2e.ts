import { KEY_GROUPS } from '../../../src-renderer/features/keys/list-keys.ts';
import { expectAccessible, look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';

test('the staff sheet says what to change where, follows the settings, and is alone on paper', async ({
  page,
  server,
  imported: _,
}) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'What syncs' }).click();
  await page.getByRole('link', { name: 'Open the staff sheet' }).click();
  await expect(page).toHaveTitle('Staff sheet – Tillbridge');
  const line = (what: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: what }) });
  await expect(line('Price')).toContainText('On the till or in the store');
  await expect(line('Short description')).toContainText('In the store');
  await look(page, 'staff-sheet');
  const bridge = await server.openBridge();
  await bridge.call('settings:set', {
    values: { 'sync.direction': 'till-to-store', 'price.mode': 'markup', 'price.markupValue': '10' },
  });
  await expect(line('Price')).toContainText('The store’s price is the till’s plus 10 %.');
  await expect(line('Price')).toContainText('A change made in the store stays there.');
  bridge.close();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(line('Price')).toBeVisible();
  const sheet = await page.getByRole('article', { name: 'Staff sheet' }).boundingBox();
  expect(sheet?.x, 'the navigation leaves no room behind').toBeLessThan(80);
  await page.emulateMedia({ media: 'screen' });
});

test('a hint is shown until it is closed, and none is once a person wants no more', async ({
  page,
  server,
  imported: _,
}) => {
  await page.goto(server.url);
  const hint = page.getByRole('note', { name: 'Hint' });
  await expect(hint).toContainText('Closing the window does not stop Tillbridge');
  await page.getByRole('button', { name: 'Close this hint' }).click();
  await expect(hint).toHaveCount(0);
  await page.getByRole('link', { name: 'Stock' }).click();
  await expect(hint).toContainText('Open a product to take it off on both sides');
  await page.reload();
  await expect(hint).toContainText('Open a product to take it off on both sides');
  await page.getByRole('button', { name: 'No more hints' }).click();
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
  await expect(hint).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test('“?” shows all keys, but not where a person types', async ({ page, server, imported: _ }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Products' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keys' });
  for (const { title, lines } of KEY_GROUPS) {
    await expect(map.getByRole('heading', { name: title, exact: true })).toBeVisible();
    await expect(map.getByText(lines[0]?.does ?? '', { exact: true })).toBeVisible();
  }
  await look(page, 'keys');
  await page.keyboard.press('Escape');
  await expect(map).toHaveCount(0);
  const search = page.getByRole('searchbox').first();
  await search.fill('');
  await search.press('?');
  await expect(map).toHaveCount(0);
  await expect(search).toHaveValue('?');
});

test('the self-test asks both sides, compares what is linked, and only reads', async ({
  page,
  server,
  imported: shop,
}) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'This app' }).click();
  const test = page.getByRole('region', { name: 'Self-test' });
  await test.getByRole('button', { name: 'Start the self-test' }).click();
  await expect(test.getByRole('status')).toHaveText('Everything works.', { timeout: 30_000 });
  await expect(test.getByRole('listitem').filter({ hasText: 'Every linked product' })).toContainText('Yes');
  await look(page, 'self-test-good');
  const [product] = [...shop.storeService.state.products.values()].filter(({ type }) => type === 'simple');
  const bridge = await server.openBridge();
  await bridge.call('sync:pause', { minutes: 15 });
  shop.storeService.staff.editProduct(product?.id ?? 0, { regular_price: '77.70' });
  await test.getByRole('button', { name: 'Start the self-test' }).click();
  await expect(test.getByRole('listitem').filter({ hasText: 'Every linked product' })).toContainText(
    '1 value differs',
    { timeout: 30_000 },
  );
  expect(shop.storeService.state.products.get(product?.id ?? 0)?.regularPrice).toBe('77.70');
  const till = [...shop.tillService.state.items.values()].filter(({ price }) => price === 7770);
  expect(till).toHaveLength(0);
  bridge.close();
  await expectAccessible(page, 'self-test with a difference');
});
