import type { Page } from '@playwright/test';
import type { UpdateStateShape } from '../../../src-preload/contract/update-channels.ts';
import { look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const STATE: UpdateStateShape = {
  isAvailable: true,
  version: '1.2.0',
  channel: 'stable',
  phase: 'none',
  checkedMs: Date.now() - 5 * 60_000,
  offer: null,
  percent: null,
  waitsFor: null,
  installsOnQuit: true,
  failure: null,
};
const OFFER = {
  version: '1.3.0',
  notes: '- Orders with two coupons show both.\n- The log opens at once, however long it is.',
  releasedMs: Date.UTC(2026, 10, 20, 8),
};
const UNSIGNED = {
  code: 'UPDATE_UNSIGNED',
  message:
    'What the update server offers is not signed by the maker of Tillbridge, or was changed or cut off on its way. It was not installed.',
  hint: 'Nothing is wrong with what runs now. If it says so again tomorrow, tell support.',
};

/** The window chooses its first screen by itself; before that it would take us back there. */
async function openSection(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'This app' }).click();
}

const findSection = (page: Page) => page.getByRole('region', { name: 'Updates' });

test('in a browser the section says that updates come with the installed app', async ({ page, server }) => {
  await page.goto(server.url);
  await openSection(page);
  await expect(findSection(page)).toContainText('Updates come with the installed app.');
  await expect(findSection(page).getByRole('button')).toHaveCount(0);
});

test('each state of an update says what it is and what can be done', async ({ page, server }) => {
  test.setTimeout(120_000);
  const wire = await openWire(page);
  const show = async (change: Partial<UpdateStateShape>, text: string): Promise<void> => {
    wire.answer('updates:get', { ...STATE, ...change });
    await page.reload();
    await expect(findSection(page)).toContainText(text);
  };
  await page.goto(server.url);
  await openSection(page);

  await show({}, 'Up to date');
  await show({ phase: 'available', offer: OFFER }, 'It has not arrived yet');
  await show({ phase: 'downloading', offer: OFFER, percent: 40 }, 'Version 1.3.0 arrives: 40 %');
  await look(page, 'updates-downloading');
  await show({ phase: 'ready', offer: OFFER }, 'It is installed when you quit Tillbridge');
  await expect(findSection(page)).toContainText('Orders with two coupons show both.');
  await look(page, 'updates-ready');
  await show(
    { phase: 'waiting', waitsFor: 'orders', offer: OFFER },
    'A web order is on its way to the kitchen.',
  );
  await expect(findSection(page).getByRole('button', { name: 'Install later' })).toBeVisible();
  await show({ phase: 'refused', failure: UNSIGNED }, 'is not signed by the maker of Tillbridge');
  await look(page, 'updates-refused');
});

test('the quiet line leads to the button that installs', async ({ page, server }) => {
  const wire = await openWire(page);
  wire.answer('updates:get', { ...STATE, phase: 'ready', offer: OFFER });
  wire.answer('updates:install', { ...STATE, phase: 'waiting', waitsFor: 'import', offer: OFFER });
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Version 1.3.0 is ready' }).click();
  const install = findSection(page).getByRole('button', { name: 'Install now and restart' });
  await expect(install).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(findSection(page)).toContainText('An import or its undo is running.');
});
