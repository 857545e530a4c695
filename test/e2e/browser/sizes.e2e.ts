import type { Page } from '@playwright/test';
import { order } from '../support/order-shop.ts';
import { SCREENS, showScreen } from '../support/screens.ts';
import { importShop } from '../support/shop.ts';
import { expect, test } from '../support/window-test.ts';

/** The least size of the window; what a window of 1280x800 shows at 200 %; a large screen at its own size. */
const SIZES = [
  { what: '1024x700', viewport: { width: 1024, height: 700 }, deviceScaleFactor: 1 },
  { what: '1280x800 at 200 %', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  { what: '3840x2160', viewport: { width: 3840, height: 2160 }, deviceScaleFactor: 1 },
] as const;
const LOCALES = ['en-US', 'de-DE'] as const;

/**
 * What is cut off, or out of the window where nothing scrolls to it: words that are wider than their button, tab or
 * badge, and everything that can be pressed but stands beside the window. A table may scroll by itself.
 */
const LIST_CUT_OFF = `(() => {
  const width = document.documentElement.clientWidth;
  const isApart = (one) => one.closest('.tb-hidden, .tb-skip, .tb-table') !== null;
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !isApart(one));
  const name = (one) => (one.textContent || one.getAttribute('aria-label') || one.className).trim().slice(0, 60);
  const pressed = shown('button, a, [role="tab"], input, select');
  const isCut = (one) => one.scrollWidth > one.clientWidth + 1;
  const isPart = (part) => getComputedStyle(part).display !== 'inline' && part.closest('.mantine-Stepper-stepBody') === null;
  const parts = (one) => [one, ...one.querySelectorAll('span, p')].filter(isPart);
  const cut = [
    ...shown('button, [role="tab"]').filter((one) => parts(one).some(isCut)),
    ...shown('.tb-badge, h1, h2').filter(isCut),
  ];
  const beside = pressed.filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return right > left && (right > width + 1 || left < -1) && one.closest('nav') === null;
  });
  const wide = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
  return [...cut.map((one) => 'cut off: ' + name(one)), ...beside.map((one) => 'beside the window: ' + name(one)), ...wide];
})()`;

const readCutOff = (page: Page): Promise<string[]> => page.evaluate(LIST_CUT_OFF);
/** Which part of the window the screen's content takes. */
const readShare = (page: Page): Promise<number> =>
  page.evaluate(
    `document.querySelector('[data-screen-title]').closest('.mantine-Stack-root[style*="max-width"]').offsetWidth / innerWidth`,
  );

test('every screen fits the least window, 200 % and a very large one, in English and the longer German', async ({
  browser,
  server,
  connected,
}) => {
  test.setTimeout(120_000);
  await importShop(server);
  order(connected, 'Garlic Knots');
  for (const locale of LOCALES) {
    for (const { what, ...size } of SIZES) {
      const context = await browser.newContext({ ...size, locale, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(server.url);
      for (const screen of SCREENS) {
        await showScreen(page, server.origin, screen);
        await expect(page.locator('[data-screen-title]:visible')).not.toHaveText('Tillbridge');
        await expect(page.locator('main [role="status"] .mantine-Loader-root')).toHaveCount(0);
        expect.soft(await readCutOff(page), `${screen}, ${what}, ${locale}`).toEqual([]);
      }
      if (size.viewport.width > 3000) expect(await readShare(page)).toBeGreaterThan(0.5);
      await context.close();
    }
  }
});

test('at 200 % the menu opens over the screen, and its last line is reached', async ({
  browser,
  server,
  imported: _,
}) => {
  const context = await browser.newContext({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.getByRole('tab', { name: 'Advanced' }).click();
  await expect(page.getByRole('button', { name: 'Clean and re-sync…' })).toBeVisible();
  await context.close();
});
