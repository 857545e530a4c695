import { expect, type Page } from '@playwright/test';

const SETTINGS = [
  'connections',
  'sync',
  'prices',
  'products',
  'stock',
  'orders',
  'alerts',
  'app',
  'advanced',
] as const;

/** Every screen and every tab of the settings, as the window's address names them. */
export const SCREENS: readonly string[] = [
  'home',
  'setup',
  'import',
  'products',
  'conflicts',
  'stock',
  'orders',
  'log',
  'staff-sheet',
  'rehearsal',
  ...SETTINGS.map((tab) => `settings/${tab}`),
];

/** Goes to a screen or a tab of the page that is open, and waits until that one is shown instead of the one before. */
export async function showScreen(page: Page, origin: string, screen: string): Promise<void> {
  const [name = '', tab] = screen.split('/');
  const before = new URL(page.url()).hash.split('/')[1];
  const title = await page.title();
  await page.goto(`${origin}/#/${screen}`);
  if (before !== undefined && before !== name) await expect.poll(() => page.title()).not.toBe(title);
  if (tab) await expect(page.locator(`[role="tab"][aria-selected="true"][id$="-tab-${tab}"]`)).toBeVisible();
}
