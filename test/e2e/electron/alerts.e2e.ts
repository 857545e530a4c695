import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Practice } from '../../../src-practice/practice.ts';
import type { OutputOf } from '../../../src-preload/contract/channels.ts';
import { hasNeed, hasProgram } from '../../support/needs.ts';
import { openSmtpServer } from '../../support/smtp-server.ts';
import type { Desktop, Home } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { type Session, waitForName } from './support/session.ts';

const PAGE = { limit: 10, offset: 0 };
const isDaemonThere = hasNeed(
  'notifications (dunst is not installed)',
  process.platform === 'linux' && hasProgram('dunst') && hasProgram('dunstctl'),
);

/** A notification daemon on the session's bus, and the ways to look at it and to click. */
async function openDaemon(session: Session, { dataDir }: Home) {
  const config = join(dataDir, 'dunstrc');
  // What goes, goes because the app took it away.
  writeFileSync(config, '[urgency_normal]\n  timeout = 0\n');
  const daemon: ChildProcess = session.start('dunst', ['-conf', config]);
  await waitForName(session, 'org.freedesktop.Notifications');
  const control = (...args: string[]): string =>
    spawnSync('dunstctl', args, { env: { ...process.env, ...session.env }, encoding: 'utf8' }).stdout;
  return {
    countShown: (): number => Number(control('count', 'displayed')),
    /** The default action, as a click on it. */
    click: () => control('action', '0'),
    close: async () => {
      const ended = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await ended;
    },
  };
}

async function connectAndRefuse({ call }: Desktop, shop: Practice): Promise<void> {
  const { url: apiUrl, merchant: merchantId, token } = shop.till;
  await call('till:connect', { environment: 'sandbox', apiUrl, merchantId, token });
  await call('store:connect', shop.store);
  shop.tillService.tokens.revoke(token);
}

const hideWindow = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

test('a side that refuses is a notification; a click shows the window at the place, and it was seen', async ({
  session,
  home,
  start,
  openPractice,
}) => {
  test.skip(!isDaemonThere, 'there is no notification daemon');
  const daemon = await openDaemon(session, home);
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
  await daemon.close();
});

test('a notification goes when the alert was seen in the window', async ({
  session,
  home,
  start,
  openPractice,
}) => {
  test.skip(!isDaemonThere, 'there is no notification daemon');
  const daemon = await openDaemon(session, home);
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
  await daemon.close();
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
  await page.getByRole('tab', { name: 'Alerts' }).click();
  const field = page.getByRole('switch', { name: 'Start with the computer' });
  await expect(field).not.toBeChecked();
  await field.click();
  await expect(field).toBeChecked();
  expect(existsSync(entry)).toBe(true);
  rmSync(entry); // switched off in the system
  await page.evaluate('window.dispatchEvent(new Event("focus"))');
  await expect(field).not.toBeChecked();
});
