import type { Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { answerApproval, openRelay, pairByForm, sendVerificationCode } from '../support/relay.ts';
import { test as base, expect } from '../support/window-test.ts';

const test = base.extend<{ readonly relay: Awaited<ReturnType<typeof openRelay>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form in which Playwright takes a fixture that needs no other
  relay: async ({}, use) => {
    const relay = await openRelay();
    await use(relay);
    await relay.close();
  },
});

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a relay is paired in Settings: who writes, its PCs and Clover’s code are there, and it can be ended', async ({
  page,
  relay,
  server,
  imported,
}) => {
  const kitchen = await relay.occupy('Kitchen');
  await page.goto(server.url);
  await expect(page.getByText('No relay is connected, and none is needed')).toBeVisible();
  await page.getByRole('button', { name: 'Connect a relay' }).click();
  const head = card(page, 'Relay');
  await expect(head.getByText('Not connected')).toBeVisible();
  await page.getByLabel('Address of the relay').fill(relay.hub.url);
  await page.getByLabel('Pairing code').fill('ABCD-EFGH');
  await page.getByRole('button', { name: 'Connect the relay' }).click();
  await expect(head.getByRole('alert')).toContainText('HUB_REFUSED');
  await pairByForm(page, relay);

  const banner = page.getByText('keeps this shop in step at present; this one only watches.');
  await expect(head.getByText('Another PC writes')).toBeVisible();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(banner).toBeVisible();
  await expect(head.getByText('Another PC writes')).toBeVisible();
  await look(page, 'home-relay-watching');
  await page.getByRole('button', { name: 'Only this PC is in use' }).click();
  await expect(page.getByLabel('Only this PC is in use')).toBeFocused();
  await page.getByLabel('Only this PC is in use').click();
  await expect(head.getByText('Ready', { exact: true })).toBeVisible();
  await expect(banner).toHaveCount(0);
  kitchen.socket.close();

  const devices = card(page, 'PCs of this shop');
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await devices.getByRole('button', { name: 'Code for another PC' }).click();
  const code = devices.getByRole('textbox', { name: 'Code for another PC' });
  await expect(code).toHaveValue(/.{8}/);
  await page.getByRole('button', { name: 'Verify a developer app' }).click();
  const hooks = card(page, 'The till’s webhooks');
  await expect(hooks.getByText('Waiting for Clover’s code')).toBeVisible();
  await sendVerificationCode(imported, relay);
  // Nobody presses anything: it is looked for every seven seconds.
  await expect(hooks.getByRole('textbox', { name: 'Clover’s verification code' })).toHaveValue(/.{6}/);
  await hooks.getByRole('button', { name: 'Check now' }).click();
  await expect(hooks.getByRole('textbox', { name: 'Clover’s verification code' })).toHaveValue(/.{6}/);
  const authCode = page.getByLabel('Clover Auth Code', { exact: true });
  await page.getByLabel('App ID of your app').fill(imported.app.id);
  await authCode.fill(imported.app.authCode);
  await hooks.getByRole('button', { name: 'Give it to the relay' }).click();
  await expect(hooks.getByText('The relay knows an auth code.')).toBeVisible();
  await expect(authCode).toHaveValue('');
  await card(page, 'What the relay holds').getByRole('button', { name: 'View it' }).click();
  await expect(page.getByRole('group', { name: 'All that the relay holds' })).toContainText('Kitchen');
  await look(page, 'settings-relay-full');

  await devices.getByRole('button', { name: 'Revoke Kitchen' }).click();
  await page.getByRole('button', { name: 'End the pairing' }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Disconnect the relay' }).click();
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(head.getByText('Not connected')).toBeVisible();
});

test('a relay makes the store one click: an owner who denies can begin again, and no key is seen', async ({
  page,
  context,
  relay,
  server,
  shop,
}) => {
  await page.goto(server.url);
  await page.getByRole('button', { name: /Store$/ }).click();
  await expect(page.getByText('needs a relay: a store hands its keys only')).toBeVisible();
  await page.getByRole('button', { name: 'Connect a relay' }).click();
  await pairByForm(page, relay);
  const address = page.getByLabel('Address of your store');
  const begin = page.getByRole('button', { name: 'Connect with one click' });
  await address.fill('http://shop.example.com');
  await begin.click();
  await expect(page.getByRole('alert')).toContainText('NET_PLAIN_HTTP');
  await address.fill(shop.store.url);
  const opening = context.waitForEvent('page');
  await begin.click();
  const first = await opening;
  await expect(page.getByText('Your store’s page is open in your browser.')).toBeVisible();
  await look(page, 'setup-3-store-approving');
  await answerApproval(first, 'Deny');
  await expect(first.getByRole('heading', { name: 'Nothing was handed over' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('HUB_APPROVAL_DENIED');

  const again = context.waitForEvent('page');
  await begin.click();
  const second = await again;
  await second.getByRole('link', { name: 'Approve' }).click();
  await expect(second.getByRole('heading', { name: 'The store is handed over' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
  await expect(page.getByText('The relay of Corner Oven is connected.')).toBeVisible();
  const shown = await page.evaluate(
    'document.body.innerHTML + JSON.stringify({ ...localStorage, ...sessionStorage })',
  );
  expect(shown).not.toMatch(/c[ks]_[0-9a-f]{8}/);
});
