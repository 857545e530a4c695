import { expect, it } from 'vitest';
import { unwrap } from '../../support/practice-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

const DAY_MS = 24 * 60 * 60_000;

async function openWeek() {
  const world = await startSmallWorld();
  /** As the app does: looks until the first one and what follows it are over. */
  const look = async (): Promise<void> => {
    const stop = new AbortController();
    let looks = 0;
    await world.engine.sync.run({
      signal: stop.signal,
      onEvent: ({ kind }) => {
        if (kind === 'synced') looks += 1;
        if (looks === 2) stop.abort();
      },
    });
  };
  const listReports = () =>
    world.engine.alerts.list({ limit: 50, offset: 0 }).alerts.filter(({ kind }) => kind === 'weekly-report');
  return { ...world, look, listReports };
}

it('once a week both sides are compared afresh, and the log and an alert say how they stand', async () => {
  const world = await openWeek();
  await world.look();
  world.time.pass(6 * DAY_MS);
  await world.look();
  expect(world.listReports()).toEqual([]);
  world.time.pass(DAY_MS);
  await world.look();
  const [report] = world.listReports();
  expect(report?.title).toMatch(/^The week’s check: till and store are in step, \d+ products compared\.$/);
  expect(report?.body).toBe('Nothing waits for you.');
  const entries = world.engine.log({ limit: 100, offset: 0 }).filter(({ action }) => action === 'compare');
  expect(entries).toMatchObject([{ entity: 'Weekly report', level: 'info' }]);
  await world.look();
  expect(world.listReports()).toMatchObject([{ count: 1 }]);
});

it('the report names what waits for a person', async () => {
  const world = await openWeek();
  const { item, product } = world.pick();
  await world.look();
  world.time.pass(7 * DAY_MS);
  world.sides.till.staff.editItem(item.id, { price: 777 });
  world.sides.store.staff.editProduct(product.id, { regular_price: '8.88' });
  await world.look();
  expect(world.listReports()).toMatchObject([{ body: '1 conflict waits for you.' }]);
});

it('there is no report where it is switched off', async () => {
  const world = await openWeek();
  unwrap(world.engine.settings.set({ 'reconcile.weekly': 'off' }));
  await world.look();
  world.time.pass(8 * DAY_MS);
  await world.look();
  expect(world.listReports()).toEqual([]);
});
