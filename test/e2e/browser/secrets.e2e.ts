import type { Page } from '@playwright/test';
import type { Practice } from '../../../src-practice/practice.ts';
import { findKept, takeHeap } from '../support/heap.ts';
import { expect, test } from '../support/window-test.ts';

const listSecrets = ({ till, store }: Practice) => ({
  'the API token': till.token,
  'the consumer key': store.key,
  'the consumer secret': store.secret,
});

async function typeTill(page: Page, { till }: Practice): Promise<void> {
  await page.getByRole('button', { name: /Till$/ }).click();
  await page.getByRole('button', { name: 'Use another server' }).click();
  await page.getByLabel('Address of the API').fill(till.url);
  await page.getByLabel('Merchant id').fill(till.merchant);
  await page.getByLabel('API token', { exact: true }).fill(till.token);
}

async function typeStore(page: Page, { store }: Practice): Promise<void> {
  await page.getByLabel('Address of the store').fill(store.url);
  await page.getByLabel('Consumer key').fill(store.key);
  await page.getByLabel('Consumer secret').fill(store.secret);
}

test('the page remembers no secret of a connected shop, on any screen that speaks of it', async ({
  page,
  server,
  imported,
}) => {
  await page.goto(server.url);
  await expect(page.getByRole('link', { name: 'Products' })).toBeVisible();
  for (const name of ['Orders', 'Log', 'Settings', 'Home']) await page.getByRole('link', { name }).click();
  const heap = await takeHeap(page);
  // It is the right heap: it has what the page does show.
  expect(findKept(heap, { 'the merchant': imported.till.merchant })).toEqual(['the merchant']);
  expect(findKept(heap, listSecrets(imported))).toEqual([]);
});

test('what a person types into the forms is remembered no longer once it is sent', async ({
  page,
  server,
  shop,
}) => {
  await page.goto(server.url);
  await typeTill(page, shop);
  expect(findKept(await takeHeap(page), listSecrets(shop))).toEqual(['the API token']);
  await page.getByRole('button', { name: 'Connect the till' }).click();
  await expect(page.getByRole('heading', { name: 'Connect the store' })).toBeVisible();
  await typeStore(page, shop);
  await page.getByRole('button', { name: 'Connect the store' }).click();
  await expect(page.getByText('The store answers')).toBeVisible();
  await page.getByRole('link', { name: 'Log' }).click();
  await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible();
  expect(findKept(await takeHeap(page), listSecrets(shop))).toEqual([]);
  const kept = await page.evaluate(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
  );
  expect(findKept(String(kept), listSecrets(shop))).toEqual([]);
});
