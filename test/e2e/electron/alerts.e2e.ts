import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Practice } from '../../../src-practice/practice.ts';
import type { OutputOf } from '../../../src-preload/contract/channels.ts';
import { hasNeed, hasProgram } from '../../support/needs.ts';
import { openSmtpServer } from '../../support/smtp-server.ts';
import type { Desktop } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { connect } from './support/import.ts';
import { addNotificationDaemon } from './support/notification-daemon.ts';

const PAGE = { limit: 10, offset: 0 };
const isDaemonThere = hasNeed(
  'notifications (dunst is not installed)',
  process.platform === 'linux' && hasProgram('dunst') && hasProgram('dunstctl'),
);

async function connectAndRefuse(desktop: Desktop, shop: Practice): Promise<void> {
  await connect(desktop, shop);
  shop.tillService.tokens.revoke(shop.till.token);
}

const hideWindow = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

test('a side that refuses is a notification; a click shows the window at the place, and it was seen', async ({
  session,
  start,
  openPractice,
}) => {
  test.skip(!isDaemonThere, 'there is no notification daemon');
  const daemon = await addNotificationDaemon(session);
  const desktop = await start();
  const page = await desktop.page();
  await connectAndRefuse(desktop, await openPractice());
  await hideWindow(desktop);
  await desktop.call('connection:test', {});
  await expect.poll(daemon.countShown, { timeout: 15_000 }).toBe(1);
  daemon.click();
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await expect.poll(() => new URL(page.url()).hash).toBe('#/settings/connections');
  await expect
    .poll(async () => ((await desktop.call('alerts:list', PAGE)) as OutputOf<'alerts:list'>).unseen)
    .toBe(0);
});

test('a notification goes when the alert was seen in the window', async ({
  session,
  start,
  openPractice,
}) => {
  test.skip(!isDaemonThere, 'there is no notification daemon');
  const daemon = await addNotificationDaemon(session);
  const desktop = await start();
  await desktop.page();
  await connectAndRefuse(desktop, await openPractice());
  await hideWindow(desktop);
  await desktop.call('connection:test', {});
  await expect.poll(daemon.countShown, { timeout: 15_000 }).toBe(1);
  const { alerts } = await desktop.call('alerts:list', PAGE);
  expect(alerts).toMatchObject([{ key: 'side.till', kind: 'sync-error' }]);
  await desktop.call('alerts:seen', { ids: alerts.map(({ id }) => id) });
  await expect.poll(daemon.countShown).toBe(0);
});

test('a test mail leaves the desktop app', async ({ start }) => {
  const mailServer = await openSmtpServer();
  const desktop = await start();
  await desktop.call('settings:set', {
    values: {
      'alerts.mailTo': 'boss@example.com',
      'alerts.smtpHost': '127.0.0.1',
      'alerts.smtpPort': String(mailServer.port),
      'alerts.smtpSecurity': 'none',
    },
  });
  expect(await desktop.call('alerts:test-mail', {})).toEqual({ to: 'boss@example.com' });
  expect(mailServer.mails).toMatchObject([{ subject: 'A test mail (Tillbridge)' }]);
  await mailServer.close();
});

test('starting with the computer shows the real state, and is set and taken back in the window', async ({
  start,
  home,
}) => {
  test.skip(process.platform !== 'linux', 'the entry is a file on Linux only');
  const desktop = await start();
  const page = await desktop.page();
  const entry = join(home.configDir, 'autostart', 'tillbridge.desktop');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'This app' }).click();
  const field = page.getByRole('switch', { name: 'Start with the computer' });
  await expect(field).not.toBeChecked();
  await field.click();
  await expect(field).toBeChecked();
  expect(existsSync(entry)).toBe(true);
  rmSync(entry); // switched off in the system
  await page.evaluate('window.dispatchEvent(new Event("focus"))');
  await expect(field).not.toBeChecked();
});
