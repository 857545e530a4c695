import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { expect, test } from '../support/window-test.ts';

/** A practice till asks as Clover does, and has no icon for its page. */
const NO_ICON = /favicon|Failed to load resource/;

async function openTillStep(
  page: Page,
  url: string,
  till: { readonly url: string },
  appId: string,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: /Till$/ }).click();
  await page.getByRole('button', { name: 'Use another server' }).click();
  await page.getByLabel('Address of the API').fill(till.url);
  await page.getByLabel('App ID').fill(appId);
}

test('one click connects the till through Clover’s page, and the card says who', async ({
  page,
  server,
  shop,
  complaints,
}) => {
  complaints.expect(NO_ICON);
  await openTillStep(page, server.url, shop.till, shop.app.id);
  await expect(page.getByRole('textbox', { name: 'Redirect URI' })).toHaveValue('http://127.0.0.1');
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Connect with Clover' }).press('Enter');
  const clover = await opening;
  await expect(page.getByText('Clover’s page is open in your browser')).toBeVisible();
  await page.getByRole('button', { name: 'I have a code' }).click();
  await page.getByLabel('Code', { exact: true }).fill('a-code-without-a-merchant');
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(page.getByRole('alert')).toContainText('CLOVER_LOGIN_NO_MERCHANT');
  await look(page, 'login-waiting');
  await clover.getByRole('button', { name: 'Allow' }).click();
  const card = page.getByRole('region', { name: 'With Clover' });
  await expect(card.getByText('Connected', { exact: true })).toBeVisible();
  await expect(card).toContainText(shop.till.merchant);
  await expect(card).toContainText(/(29|30) min left, renews itself/);
  await look(page, 'login-done');
  await page
    .getByRole('button', { name: 'Keep it and go on' })
    .or(page.getByRole('button', { name: 'Stay in practice' }))
    .click();
  await expect(page.getByRole('heading', { name: 'Connect the store' })).toBeVisible();
});

test('a refusal on Clover’s page, and an end of the access later, say what to do', async ({
  page,
  server,
  shop,
  complaints,
}) => {
  complaints.expect(NO_ICON);
  await openTillStep(page, server.url, shop.till, shop.app.id);
  const connect = async (answer: 'Allow' | 'Deny'): Promise<void> => {
    const opening = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Connect with Clover' }).click();
    const clover = await opening;
    await clover.getByRole('button', { name: answer }).click();
  };
  await connect('Deny');
  await expect(page.getByRole('alert')).toContainText('CLOVER_LOGIN_DENIED');
  await connect('Allow');
  await expect(page.getByText('renews itself')).toBeVisible();
  shop.tillService.installation.uninstall();
  await page.goto(`${server.url.split('#')[0]}#/settings/connections`);
  await page.getByRole('button', { name: 'Test connection' }).click();
  const till = page.getByRole('region', { name: 'Till', exact: true });
  await expect(till.getByRole('button', { name: 'Reconnect' })).toBeVisible();
  await expect(till).toContainText('Ended: connect again');
  await look(page, 'login-lost');
});
