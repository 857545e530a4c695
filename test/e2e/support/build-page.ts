import { join } from 'node:path';
import { buildPage, isPageStale } from '../../../src-main/headless/page-build.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Builds the page once before all tests, when its sources have changed. */
export default async function preparePage(): Promise<void> {
  if (!isPageStale(ROOT)) return;
  const trouble = await buildPage(ROOT);
  if (trouble !== null) throw new Error(`The page could not be built:\n${trouble}`);
}
