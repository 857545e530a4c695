import { basename } from 'node:path';
import type { Practice } from '../../../src-practice/practice.ts';
import type { InputOf } from '../../../src-preload/contract/channels.ts';
import { order } from '../support/order-shop.ts';
import type { Desktop } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { connect } from './support/import.ts';
import { clickTray, readSpied } from './support/spied.ts';

const SOON = { timeout: 30_000 };
/** Every minute, the shortest that a person can choose. */
const RINGS_AGAIN_MS = 75_000;

/** Both sides connected and imported, every product for sale, and a look for orders every two seconds. */
async function openKitchen(
  desktop: Desktop,
  practice: Practice,
  values: InputOf<'settings:set'>['values'],
): Promise<void> {
  await desktop.page();
  await connect(desktop, practice);
  const paces = { 'import.status': 'publish', 'poll.fastestSeconds': '2' };
  await desktop.call('settings:set', { values: { ...paces, ...values } });
  const { runId, brake } = await desktop.call('plan:make', { choices: [] });
  if (brake) await desktop.call('run:approve', { runId });
  await desktop.call('run:apply', { runId });
}

const readIcon = async (desktop: Desktop): Promise<string> =>
  basename((await readSpied(desktop)).tray.image ?? '').replace(/-(dark|light)\.png$/, '');
const readToolTip = async (desktop: Desktop): Promise<string> =>
  (await readSpied(desktop)).tray.toolTip ?? '';
const countBeeps = async (desktop: Desktop): Promise<number> => (await readSpied(desktop)).beeps;
const hideWindow = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
const readHash = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return window?.isVisible() ? new URL(window.webContents.getURL()).hash : 'hidden';
  });

test('a failed print turns the tray red and rings, and again, until somebody has seen it', async ({
  start,
  openPractice,
}) => {
  test.setTimeout(240_000);
  const practice = await openPractice();
  const desktop = await start();
  await openKitchen(desktop, practice, { 'alerts.repeatMinutes': '1' });
  practice.tillService.staff.jamPrinter('fails');
  await hideWindow(desktop);
  expect(await countBeeps(desktop)).toBe(0);
  const id = order(practice, 'Garlic Knots');

  await test.step('it is told in picture, word and sound', async () => {
    await expect.poll(() => readToolTip(desktop), SOON).toBe('Tillbridge - 1 web order needs you.');
    expect(await readIcon(desktop)).toBe('trouble');
    await expect.poll(() => countBeeps(desktop), SOON).toBe(3);
  });

  await test.step('again, while nobody looks', async () => {
    await expect.poll(() => countBeeps(desktop), { timeout: RINGS_AGAIN_MS }).toBe(6);
    expect(await readIcon(desktop)).toBe('trouble');
  });

  await test.step('the tray opens the orders; a look alone ends nothing', async () => {
    await clickTray(desktop, 'Show what happened');
    await expect.poll(() => readHash(desktop)).toBe('#/orders');
    expect(await readIcon(desktop)).toBe('trouble');
  });

  await test.step('seen: the tray is calm, and nothing rings any more', async () => {
    const page = await desktop.page();
    await page.getByRole('gridcell').first().click();
    await page.getByRole('button', { name: `Seen: the kitchen has it order ${id}` }).click();
    await expect.poll(() => readIcon(desktop), SOON).not.toBe('trouble');
    // What is seen is never due again (alert-policy.test.ts).
    const { alerts } = await desktop.call('alerts:list', { limit: 10, offset: 0 });
    const isRinging = ({ kind, seenMs }: (typeof alerts)[number]): boolean =>
      kind === 'failed-print' && seenMs === null;
    expect(alerts.filter(isRinging)).toEqual([]);
  });
});

test('an order that the till refuses rings too, but not where sound is switched off', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice();
  const desktop = await start();
  await openKitchen(desktop, practice, { 'alerts.sound': 'off' });
  practice.tillService.staff.jamPrinter('fails');
  order(practice, 'Garlic Knots');
  await expect.poll(() => readToolTip(desktop), SOON).toBe('Tillbridge - 1 web order needs you.');
  await expect
    .poll(async () => {
      const { alerts } = await desktop.call('alerts:list', { limit: 10, offset: 0 });
      return alerts.some(({ kind }) => kind === 'failed-print');
    }, SOON)
    .toBe(true);
  expect(await countBeeps(desktop)).toBe(0);
});
