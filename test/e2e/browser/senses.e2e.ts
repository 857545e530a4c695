import type { Page } from '@playwright/test';
import { SCREENS, showScreen } from '../support/screens.ts';
import { holdWrites } from '../support/shop.ts';
import { expect, test } from '../support/window-test.ts';

const PRESSED = ['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'combobox', 'textbox', 'searchbox'];
/** A line of the tree of what is heard: its role, and its name where it has one. */
const HEARD = /^\s*- (?:'|")?(\w+)(.*)$/;

/** What can be pressed or filled in and is not named, as a screen reader hears the page. */
async function listUnnamed(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree.split('\n').filter((line) => {
    const [, role = '', rest = ''] = HEARD.exec(line) ?? [];
    return PRESSED.includes(role) && !/^ (?:"[^"]|\/)/.test(rest.replaceAll('\\"', '’'));
  });
}

/** Every animation that runs now. */
const listMoving = (page: Page): Promise<string[]> =>
  page.evaluate(
    `document.getAnimations().filter((one) => one.playState === 'running').map((one) => {
      const name = one.animationName ?? one.transitionProperty ?? 'animation';
      return name + ' of ' + one.effect?.target?.className;
    })`,
  );

test('everything on every screen that can be pressed or filled in has a name', async ({
  page,
  server,
  imported: _,
}) => {
  await page.goto(server.url);
  for (const screen of SCREENS) {
    await showScreen(page, server.origin, screen);
    await expect(page.locator('[data-screen-title]:visible')).not.toHaveText('Tillbridge');
    expect.soft(await listUnnamed(page), screen).toEqual([]);
  }
  await page.goto(`${server.origin}/#/products`);
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await listUnnamed(page), 'a product').toEqual([]);
});

test('a person who wants no motion sees none: no drawer slides, no dialog fades, no progress turns', async ({
  page,
  server,
  connected: shop,
}) => {
  const hold = holdWrites(shop, 3);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(server.url);
  await page.goto(`${server.origin}/#/import`);
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.getByRole('row').nth(1).click();
  expect.soft(await listMoving(page), 'a drawer opens').toEqual([]);
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await listMoving(page), 'a drawer').toEqual([]);
  await page.keyboard.press('Escape');
  expect.soft(await listMoving(page), 'a drawer closes').toEqual([]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  expect.soft(await listMoving(page), 'a dialog opens').toEqual([]);
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Approve and start/ }).click();
  await expect.poll(() => hold.waiting).toBeGreaterThan(0);
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  expect.soft(await listMoving(page), 'an import goes on').toEqual([]);
  hold.release();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Done');
});
