import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SHOTS = join(import.meta.dirname, '../../../artefacts/window');
const SCHEMES = ['light', 'dark'] as const;
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 900, height: 800 };
/** Pictures are for people: where nobody looks at them, none are made. */
const SIZES = process.env.CI === 'true' ? [] : [NARROW, WIDE];

/** The page has taken the scheme and drawn it: what changes its colour slowly has begun to. */
const hasScheme = (scheme: string): string =>
  `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(
    (document.documentElement.dataset.mantineColorScheme ?? '${scheme}') === '${scheme}'))))`;

/** No transition is half-way; what turns for ever may turn. */
const IS_STILL =
  'document.getAnimations().every((a) => a.playState !== "running" || a.effect?.getComputedTiming().iterations === Infinity)';

/**
 * Looks at what the page shows now: no rule of axe is broken, in light and dark. On a desk, pictures of both in two
 * widths are kept under `artefacts/window/`.
 */
export async function look(page: Page, name: string): Promise<void> {
  // A dialog covers what is in view, not the whole page.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  if (fullPage) await page.evaluate('scrollTo(0, 0)');
  for (const scheme of SCHEMES) {
    await showIn(page, scheme);
    await expectAccessible(page, `${name}, ${scheme}`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await waitUntil(page, IS_STILL);
      await page.screenshot({ path: join(SHOTS, `${name}-${scheme}-${size.width}.png`), fullPage });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Shows the page in this scheme, at rest. */
async function showIn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await waitUntil(page, hasScheme(scheme));
  await waitUntil(page, IS_STILL);
}

const waitUntil = (page: Page, what: string): Promise<void> =>
  expect.poll(() => page.evaluate(what), { intervals: [0, 20, 50] }).toBe(true);

/** Every rule that axe has switched on by itself. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Its half a megabyte of source is read once for each load of the page, not for each look.
  const isThere = await page.evaluate('typeof axe === "object"');
  // The page has no frames, so nothing is lost by looking at it alone; no other page takes its focus then. Only what is
  // broken is told in full: to tell all that is in order would be three quarters of the work.
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect.soft(found, `axe: ${what}`).toEqual([]);
}
