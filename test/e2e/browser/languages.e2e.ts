import type { Page } from '@playwright/test';
import type { OutputOf } from '../../../src-preload/contract/channels.ts';
import { LANGUAGES, type Language } from '../../../src-preload/contract/languages/dictionary.ts';
import { lookNow, order } from '../support/order-shop.ts';
import { SCREENS, showScreen } from '../support/screens.ts';
import { take } from '../support/shop.ts';
import type { WindowProcess } from '../support/window-process.ts';
import { expect, test } from '../support/window-test.ts';

/** Where a word of each may be read; a locale as browsers tell it. */
const PEOPLE = [
  { language: 'de', locale: 'de-DE', settings: 'Einstellungen', placed: /^Sie ist an der Kasse/ },
  { language: 'es', locale: 'es-MX', settings: 'Ajustes', placed: /^Está en la caja/ },
] as const;

/** Words that stand in nearly every English sentence, and in none of the others. */
const ENGLISH = /(^|[\s“„«"(])(the|and|your|is|not|of|this|are|with|will|cannot)([\s.,;:”“»")]|$)/i;
/** The kitchen’s ticket is what the till prints. */
const PAPER = '.tb-paper';
const SOLD = 'Garlic Knots';
/** The log is for support, and its lines are English. */
const LOG_LINES = '[role="rowgroup"], [role="row"], tbody';

/** Every text that a person sees or hears, but what is apart. */
const LIST_TEXTS = `((apart) => {
  const isApart = (element) => element.closest('code, script, style, ' + apart) !== null;
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element && !isApart(element) && element.checkVisibility()) texts.push(node.textContent);
  }
  const spoken = ['aria-label', 'placeholder', 'title', 'alt'];
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    if (!isApart(element)) texts.push(...spoken.map((name) => element.getAttribute(name) ?? ''));
  }
  return texts;
})`;

/** What is cut off: a button whose word is wider than itself, or a page that is wider than the window. */
const LIST_CUT_OFF = `(() => {
  const buttons = [...document.querySelectorAll('button, [role="tab"]')];
  const cut = buttons.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1);
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? ['the page: ' + scrollWidth + ' > ' + clientWidth] : [];
  return [...cut.map((one) => one.textContent), ...page];
})()`;

/** @param apart a selector of what is no text of ours */
const readTexts = (page: Page, apart: string): Promise<string[]> =>
  page.evaluate(`${LIST_TEXTS}(${JSON.stringify(apart)})`);
const readCutOff = (page: Page): Promise<string[]> => page.evaluate(LIST_CUT_OFF);
const readSpoken = (page: Page): Promise<string> => page.evaluate('document.documentElement.lang');

const dropName = (text: string, name: string): string => text.replaceAll(name, '');

/**
 * A price of the same product changed on both sides: a conflict, and things that need a person.
 * @returns the names of all products, longest first
 */
async function makeTrouble(server: WindowProcess): Promise<string[]> {
  const bridge = await server.openBridge();
  const { products } = take<OutputOf<'products:page'>>(
    await bridge.call('products:page', { sort: 'name', isDescending: false, limit: 1000, offset: 0 }),
  );
  const product = products.find(({ kind }) => kind === 'product');
  await bridge.call('practice:act', {
    side: 'till',
    verb: 'edit',
    target: product?.cloverId ?? '',
    price: '31.00',
  });
  await bridge.call('practice:act', {
    side: 'store',
    verb: 'edit',
    target: String(product?.wooId),
    price: '32.00',
  });
  await bridge.call('sync:now', { isFull: true });
  bridge.close();
  return products.map(({ name }) => name).toSorted((left, right) => right.length - left.length);
}

for (const { language, locale, settings, placed } of PEOPLE) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale, viewport: { width: 1024, height: 700 } });

    test(`every screen speaks ${LANGUAGES[language]}, and nothing is cut off`, async ({
      page,
      server,
      imported,
    }) => {
      test.setTimeout(180_000);
      const names = await makeTrouble(server);
      const id = order(imported, SOLD);
      await lookNow(server);
      await page.goto(server.url);
      await expect(page.getByRole('link', { name: settings })).toBeVisible();
      expect(await readSpoken(page)).toBe(language);
      const inspect = async (what: string, apart = '[data-names]'): Promise<void> => {
        await page.waitForLoadState('networkidle');
        const texts = await readTexts(page, apart);
        const english = texts.filter((text) => ENGLISH.test(names.reduce(dropName, text)));
        expect.soft([...new Set(english)], `${what} in ${language}`).toEqual([]);
        expect.soft(await readCutOff(page), `${what} in ${language}`).toEqual([]);
      };
      for (const screen of SCREENS) {
        await showScreen(page, server.origin, screen);
        await inspect(screen, screen === 'log' ? LOG_LINES : undefined);
      }
      await page.goto(`${server.origin}/#/products`);
      await page.getByRole('row').nth(1).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await inspect('a product’s story');
      await page.goto(`${server.origin}/#/orders/${id}`);
      await expect(page.getByRole('dialog').getByText(placed)).toBeVisible();
      await inspect('an order’s story', PAPER);
    });
  });
}

test('a language that is chosen in Settings is spoken at once, by failures too, and stays', async ({
  page,
  server,
  complaints,
  connected: _,
}) => {
  complaints.expect(/WebSocket connection to .* failed/);
  await page.goto(server.url);
  await page.goto(`${server.origin}/#/settings/app`);
  await page.getByRole('combobox', { name: 'Language of this computer' }).selectOption('Deutsch');
  const choice = page.getByRole('combobox', { name: 'Sprache dieses Computers' });
  await expect(choice).toHaveValue('de' satisfies Language);
  expect(await readSpoken(page)).toBe('de');
  await page.goto(`${server.origin}/#/import`);
  const bridge = await server.openBridge();
  const refused = await bridge.call('run:result', { runId: 4711 });
  bridge.close();
  expect(refused).toMatchObject({ failure: { message: 'Den Lauf 4711 gibt es nicht.' } });
  await server.stop();
  await server.start();
  await page.goto('about:blank');
  await page.goto(server.url);
  await page.goto(`${server.origin}/#/settings/app`);
  await expect(choice).toHaveValue('de');
  await choice.selectOption({ index: 0 });
  await expect(page.getByRole('combobox', { name: 'Language of this computer' })).toHaveValue('');
});
