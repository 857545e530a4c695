import type { Practice } from '../../../../src-practice/practice.ts';
import type { RunResultShape } from '../../../../src-preload/contract/run-shapes.ts';
import type { Desktop } from './desktop.ts';
import { expect } from './electron-test.ts';

/** A catalog that keeps a store of real speed busy for some seconds. */
export const BUSY_CATALOG = { menu: 'generated', items: 500, work: 'measured', latencyMs: 20 } as const;

/** Connects both sides of a practice that runs outside the app. */
export async function connect({ call }: Pick<Desktop, 'call'>, { till, store }: Practice): Promise<void> {
  const { url: apiUrl, merchant: merchantId, token } = till;
  await call('till:connect', { environment: 'sandbox', apiUrl, merchantId, token });
  await call('store:connect', store);
}

/** Plans, and begins the import. @returns its run */
export async function beginImport({ call, begin }: Pick<Desktop, 'call' | 'begin'>): Promise<number> {
  const { runId, brake } = await call('plan:make', { choices: [] });
  if (brake) await call('run:approve', { runId });
  await begin('run:apply', { runId });
  return runId;
}

/** How many products a whole import makes: a group is one. */
export const countProducts = ({ items, groupedItems, itemGroups }: Practice['facts']): number =>
  items - groupedItems + itemGroups;

/** Resolves when so many products are in the store. */
export const waitForProducts = ({ storeService }: Practice, count: number): Promise<void> =>
  expect
    .poll(() => storeService.state.products.size, { intervals: [50], timeout: 20_000 })
    .toBeGreaterThan(count);

/** Opens the app on both sides of a practice, with an import well under way. @returns its run */
export async function importHalf(
  desktop: Pick<Desktop, 'call' | 'begin'>,
  practice: Practice,
): Promise<number> {
  await connect(desktop, practice);
  const runId = await beginImport(desktop);
  await waitForProducts(practice, 50);
  return runId;
}

/** The import is at its end, and each item of the till is in the store once. */
export async function expectComplete(
  { call }: Pick<Desktop, 'call'>,
  runId: number,
  { storeService, facts }: Practice,
): Promise<RunResultShape> {
  await expect
    .poll(async () => (await call('run:result', { runId })).state, { timeout: 40_000 })
    .toBe('done');
  const skus = [...storeService.state.products.values()].map(({ sku }) => sku).filter((sku) => sku !== '');
  expect(new Set(skus).size).toBe(skus.length);
  const result = await call('run:result', { runId });
  expect(result.counts).toMatchObject({ created: facts.items, failed: 0 });
  return result;
}
