import type { Page } from '@playwright/test';
import { expect, test } from '../support/window-test.ts';

interface TillForm {
  readonly url: string;
  readonly merchant: string;
  readonly token: string;
}

interface StoreForm {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

async function openStep(page: Page, url: string, step: 'Till' | 'Store'): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: new RegExp(`${step}$`) }).click();
}

async function tryTill(page: Page, { url, merchant, token }: TillForm): Promise<void> {
  const address = page.getByLabel('Address of the API');
  if ((await address.count()) === 0) await page.getByRole('button', { name: 'Use another server' }).click();
  await address.fill(url);
  await page.getByLabel('Merchant id').fill(merchant);
  await page.getByLabel('API token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Connect the till' }).click();
}

async function tryStore(page: Page, { url, key, secret }: StoreForm): Promise<void> {
  await page.getByLabel('Address of the store').fill(url);
  await page.getByLabel('Consumer key').fill(key);
  await page.getByLabel('Consumer secret').fill(secret);
  await page.getByRole('button', { name: 'Connect the store' }).click();
}

async function expectTillForm(page: Page, { url, merchant, token }: TillForm): Promise<void> {
  await expect(page.getByLabel('Address of the API')).toHaveValue(url);
  await expect(page.getByLabel('Merchant id')).toHaveValue(merchant);
  await expect(page.getByLabel('API token', { exact: true })).toHaveValue(token);
}

async function expectStoreForm(page: Page, { url, key, secret }: StoreForm): Promise<void> {
  await expect(page.getByLabel('Address of the store')).toHaveValue(url);
  await expect(page.getByLabel('Consumer key')).toHaveValue(key);
  await expect(page.getByLabel('Consumer secret')).toHaveValue(secret);
}

test('a till that refuses says why, and nothing that was typed is lost', async ({ page, server, shop }) => {
  const { url, merchant, token } = shop.till;
  await openStep(page, server.url, 'Till');
  const wrong: readonly (readonly [TillForm, string, string])[] = [
    [{ url, merchant, token: 'no-such-token' }, 'refused the API token', 'CLOVER_TOKEN_REFUSED'],
    [{ url, merchant: 'AAAAAAAAAAAAA', token }, 'refused the API token', 'CLOVER_TOKEN_REFUSED'],
    [{ url: 'http://till.example.com', merchant, token }, 'is not safe', 'NET_PLAIN_HTTP'],
    [{ url: 'till at home', merchant, token }, 'is not one of a website', 'NET_BAD_URL'],
    [{ url: shop.store.url, merchant, token }, 'not as a Clover till does', 'CLOVER_NOT_CLOVER'],
  ];
  for (const [form, sentence, code] of wrong) {
    await test.step(code, async () => {
      await tryTill(page, form);
      await expect(page.getByRole('alert')).toContainText(code);
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expectTillForm(page, form);
    });
  }
  await tryTill(page, shop.till);
  await expect(page.getByRole('heading', { name: 'Connect the store' })).toBeVisible();
});

test('a store that refuses says why, and nothing that was typed is lost', async ({ page, server, shop }) => {
  const { url, key, secret } = shop.store;
  await openStep(page, server.url, 'Store');
  const wrong: readonly (readonly [StoreForm, string, string])[] = [
    [{ url, key: 'ck_unknown', secret }, 'does not know this consumer key', 'WOO_KEYS_REFUSED'],
    [{ url, key, secret: 'cs_wrong' }, 'the consumer secret does not belong', 'WOO_SECRET_WRONG'],
    [{ url: 'http://shop.example.com', key, secret }, 'is not safe', 'NET_PLAIN_HTTP'],
    [{ url: 'my shop', key, secret }, 'is not one of a website', 'NET_BAD_URL'],
  ];
  for (const [form, sentence, code] of wrong) {
    await test.step(code, async () => {
      await tryStore(page, form);
      await expect(page.getByRole('alert')).toContainText(code);
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expectStoreForm(page, form);
    });
  }
  await tryStore(page, shop.store);
  await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
});

test('a store that sells in another currency is refused beside a connected till', async ({
  page,
  server,
  shop,
}) => {
  await openStep(page, server.url, 'Till');
  await tryTill(page, shop.till);
  await expect(page.getByRole('heading', { name: 'Connect the store' })).toBeVisible();
  shop.storeService.staff.setting('general', 'woocommerce_currency', 'EUR');
  await tryStore(page, shop.store);
  await expect(page.getByRole('alert')).toContainText('PAIR_CURRENCY_DIFFERS');
  await expectStoreForm(page, shop.store);
});

test('no secret reaches the page again', async ({ page, server, connected }) => {
  await page.goto(server.url);
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible();
  for (const step of ['Till', 'Store']) {
    await page.goto(`${server.origin}/#/settings/connections`);
    await page.getByRole('button', { name: 'Go through the setup' }).click();
    await page.getByRole('button', { name: new RegExp(`${step}$`) }).click();
    const fields = await page.getByRole('textbox').evaluateAll((inputs) =>
      inputs
        .map((input) => input as unknown as { value: string; readOnly: boolean })
        // What is there to be copied is no secret.
        .map(({ value, readOnly }) => (readOnly ? '' : value)),
    );
    expect(fields.join('')).toBe('');
  }
  const kept = await page.evaluate(
    'JSON.stringify({ ...localStorage, ...sessionStorage }) + document.body.innerHTML',
  );
  for (const secret of [connected.till.token, connected.store.secret]) expect(kept).not.toContain(secret);
});
