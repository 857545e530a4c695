import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';
import { openWire } from '../support/wire.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'Log' });
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

async function openLog(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Log' }).click();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

test('a log without entries, being read, and not read', async ({ page, server }) => {
  const wire = await openWire(page);
  await openLog(page, server.url);
  await expect(page.getByText('Nothing has happened yet')).toBeVisible();
  await look(page, 'log-empty');
  wire.hold('log:page');
  await page.reload();
  await expect(page.getByText('Reading the log…')).toBeVisible();
  await look(page, 'log-loading');
  wire.release();
  wire.refuse('log:page', { code: 'BUG', message: 'The log could not be read.', hint: 'Try again.' });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The log could not be read.');
  await look(page, 'log-failed');
});

test('the log is filtered, searched, sorted and grouped', async ({ page, server, imported: _ }) => {
  await openLog(page, server.url);
  await expect(rows(page).first()).toBeVisible();
  await look(page, 'log-full');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Connection' });
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Side' }).selectOption({ label: 'Store' });
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('no such word');
  await expect(page.getByText('No entry fits this search and these filters.')).toBeVisible();
  await look(page, 'log-nothing-found');
  await page.getByRole('button', { name: 'Show the whole log' }).click();
  await page.getByRole('button', { name: 'Error', exact: true }).click();
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Error', exact: true }).click();

  const time = table(page).getByRole('columnheader', { name: /Time/ });
  await expect(time).toHaveAttribute('aria-sort', 'descending');
  await time.getByRole('button').click();
  await expect(time).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('switch', { name: 'Group the same' }).click();
  await expect(table(page).getByRole('columnheader', { name: 'Times' })).toBeVisible();
  await look(page, 'log-grouped');
});

test('an entry opens in full, with everything about the same thing', async ({
  page,
  server,
  imported: _,
}) => {
  await openLog(page, server.url);
  await rows(page).first().click();
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await look(page, 'log-entry');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what the log shows is kept as a file, in both forms', async ({ page, server, imported: _ }) => {
  await openLog(page, server.url);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Connection' });
  await expect(rows(page)).toHaveCount(2);
  const csv = await download(page, 'Export CSV');
  expect(csv.trim().split('\r\n')).toHaveLength(3);
  expect(csv).toContain('connection');
  const json = JSON.parse(await download(page, 'Export JSON')) as { readonly action: string }[];
  expect(json.map(({ action }) => action)).toEqual(['connection', 'connection']);
});

test('how long the log is kept is set beside it', async ({ page, server }) => {
  await openLog(page, server.url);
  const days = page.getByRole('textbox', { name: 'Keep log entries, in days' });
  await days.fill('many');
  await days.press('Enter');
  await expect(page.getByText('SETTING_REFUSED')).toBeVisible();
  await look(page, 'log-retention-refused');
  await days.fill('14');
  await days.press('Enter');
  await expect(page.getByText('SETTING_REFUSED')).toHaveCount(0);
  await page.reload();
  await expect(days).toHaveValue('14');
});
