import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mergeAlert } from '../../../src-main/domain/alert.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { ALL_PERMISSIONS } from '../../../src-practice/till/tokens.ts';
import { openSmtpServer, type SmtpServer } from '../../support/smtp-server.ts';
import { look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';

async function openTab(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Alerts' }).click();
  await expect(page.getByRole('heading', { name: 'E-mail' })).toBeVisible();
}

/** What an engine wrote that ended before anybody looked. */
function keepAlert(dataDir: string, title: string): void {
  const db = openDatabase({ file: join(dataDir, 'tillbridge.sqlite'), nativeBinding: null });
  const alert = { kind: 'failed-print', key: 'print.1207', title, body: '', opens: '#/home' } as const;
  createLedger(db).alerts.put(mergeAlert(alert, null, Date.now()));
  db.close();
}

async function fillIn(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

/** Everything that the provider names, and a password that is typed but not kept yet. */
async function setUpMail(page: Page, { port }: SmtpServer): Promise<void> {
  await fillIn(page, 'Send to', 'boss@example.com');
  await fillIn(page, 'Mail server', '127.0.0.1');
  await fillIn(page, 'Port', String(port));
  await page.getByRole('combobox', { name: 'Security' }).selectOption({ label: 'None (this computer only)' });
  await fillIn(page, 'Account', 'shop@example.com');
  await page.getByLabel('Password', { exact: true }).fill('open-sesame-4711');
}

test('a manager sets up e-mail, hears why the test mail fails, and then that it went out', async ({
  page,
  server,
}) => {
  const login = { user: 'shop@example.com', password: 'open-sesame-4711' };
  const mailServer = await openSmtpServer({ login, replies: { AUTH: '535 wrong' } });
  try {
    await openTab(page, server.url);
    await look(page, 'settings-alerts');
    const sendTest = page.getByRole('button', { name: 'Send a test mail' });
    await sendTest.click();
    await expect(page.getByRole('alert')).toContainText('E-mail is not set up yet');
    await setUpMail(page, mailServer);
    await sendTest.click();
    await expect(page.getByRole('alert')).toContainText('MAIL_LOGIN_REFUSED');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    await expect(page.getByText('A password is kept.')).toBeVisible();
    await look(page, 'settings-alerts-refused');
    delete mailServer.replies.AUTH;
    await sendTest.click();
    await expect(page.getByText('The mail server took a test mail to boss@example.com.')).toBeVisible();
    await expect(page.getByText('E-mail is still switched off above')).toBeVisible();
    expect(mailServer.mails).toMatchObject([{ to: ['boss@example.com'], user: 'shop@example.com' }]);
    await look(page, 'settings-alerts-sent');
    await page.reload();
    await expect(page.getByText('A password is kept.')).toBeVisible();
    expect(await page.content()).not.toContain('open-sesame-4711');
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect(page.getByText('No password is kept.')).toBeVisible();
  } finally {
    await mailServer.close();
  }
});

test('a kind of alert is switched for each way, and a wrong time of day is refused', async ({
  page,
  server,
}) => {
  await openTab(page, server.url);
  const row = page.getByRole('row', { name: /^Imports that need you/ });
  const [desktop, mail] = [row.getByRole('switch').first(), row.getByRole('switch').last()];
  await expect(desktop).toBeChecked();
  await expect(mail).not.toBeChecked();
  await mail.click();
  await expect(mail).toBeChecked();
  await desktop.click();
  await expect(desktop).not.toBeChecked();
  await fillIn(page, 'Quiet from', '25:00');
  await expect(page.getByText('SETTING_REFUSED')).toBeVisible();
  await fillIn(page, 'Quiet from', '22:00');
  await expect(page.getByText('SETTING_REFUSED')).toHaveCount(0);
  await page.reload();
  await expect(mail).toBeChecked();
  await expect(desktop).not.toBeChecked();
  await page.getByRole('tab', { name: 'This app' }).click();
  await expect(page.getByRole('switch', { name: 'Start with the computer' })).toBeDisabled();
});

test('what the state of things says is said once, and is over when its cause is', async ({
  page,
  server,
  connected,
  complaints,
}) => {
  complaints.expect(/WebSocket connection to .* failed/);
  await page.goto(server.url);
  connected.tillService.tokens.revoke(connected.till.token);
  await page.getByRole('button', { name: 'Test connection' }).first().click();
  await expect(page.getByRole('button', { name: 'Connect the till again' })).toBeVisible();
  await expect(page.getByText('The till refuses Tillbridge')).toHaveCount(0);
  await server.kill();
  connected.tillService.tokens.add(ALL_PERMISSIONS, connected.till.token);
  await server.start();
  await page.goto('about:blank');
  await page.goto(server.url);
  await expect(page.getByText('Both sides are connected')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Needs you' })).toHaveCount(0);
});

test('what nobody has seen stands on Home over a restart, until it was seen', async ({
  page,
  server,
  complaints,
}) => {
  complaints.expect(/WebSocket connection to .* failed/);
  await server.kill();
  keepAlert(server.dataDir, 'The ticket of order 1207 did not print.');
  await server.start();
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Home' }).click();
  const alert = page.getByText('The ticket of order 1207 did not print.');
  await expect(alert).toBeVisible();
  await expect(page.getByText(/1 thing needs you/)).toBeVisible();
  await look(page, 'home-alert');
  await page.getByRole('button', { name: /^Seen/ }).click();
  await expect(alert).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect(alert).toHaveCount(0);
});
