import { expect, type Locator, type Page } from '@playwright/test';

export const orderRows = (page: Page): Locator =>
  page
    .getByRole('grid', { name: 'Orders' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
export const orderRow = (page: Page, number: number): Locator =>
  orderRows(page).filter({ hasText: String(number) });
/** The word of its state; the way beside it has words of its own. */
export const orderState = (page: Page, number: number): Locator =>
  orderRow(page, number).getByRole('gridcell').nth(2);
export const orderDrawer = (page: Page, number: number): Locator =>
  page.getByRole('dialog', { name: `Order ${number}` });

export async function openOrders(page: Page, url: string): Promise<void> {
  await page.goto(url);
  // A page that is just opening may still choose its own first screen.
  await expect(async () => {
    await page.getByRole('link', { name: /^Orders/ }).click();
    await expect(page.getByRole('heading', { name: 'Orders & kitchen', level: 1 })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
}
