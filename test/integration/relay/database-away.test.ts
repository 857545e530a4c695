import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, type PostgresServer, startPostgres } from '../../support/postgres-server.ts';
import { startRelayWorld, waitFor } from '../../support/relay-world.ts';

/** The seventh failure in a row disables a webhook (woocommerce.md 5); each takes four seconds, so five have been. */
const FAILED_BEFORE = 5;

describe.skipIf(!hasPostgres())('a relay whose database is away', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  it('H5: costs the store its webhooks for a while, and nobody a change: all arrive, and webhooks are on again', {
    timeout: 150_000,
  }, async () => {
    const world = await startRelayWorld({ databaseUrl: await server.createDatabase(), pollSeconds: 2 });
    const { practice, engine } = world;
    const { tillService, storeService } = practice;
    const { webhooks } = storeService.state;
    world.run();
    await waitFor('the store’s webhooks', () => webhooks.size === 7);
    const pairs = [0, 1, 2, 3].map(world.pick);
    tillService.staff.editItem(pairs[3]?.item.id ?? '', { price: 777 });
    await waitFor('trust', () => engine.hub.state().isHinted);
    await waitFor('quiet', () => !storeService.hasWaitingHooks());

    await server.kill();
    for (const hook of webhooks.values()) webhooks.set(hook.id, { ...hook, failureCount: FAILED_BEFORE });
    const edit = (at: number, price: string): void =>
      void storeService.staff.editProduct(pairs[at]?.product.id ?? 0, { regular_price: price });
    edit(0, '20.01');
    edit(1, '20.02');
    tillService.staff.editItem(pairs[2]?.item.id ?? '', { price: 2003 });
    const isOff = () => [...webhooks.values()].some(({ status }) => status === 'disabled');
    await waitFor('the end of a webhook', isOff, 60_000);
    edit(0, '20.11'); // of this one nobody is told at all
    await server.start();

    const readTill = (at: number) => world.item(pairs[at]?.item.id ?? '').price;
    const readStore = (at: number) => world.product(pairs[at]?.product.id ?? 0).regularPrice;
    await waitFor(
      'every change',
      () => readTill(0) === 2011 && readTill(1) === 2002 && readStore(2) === '20.03',
      60_000,
    );
    await waitFor('the relay', () => engine.hub.state().word === 'connected', 60_000);
    engine.hub.retry(); // what the next round does, within five minutes
    await waitFor('the webhooks', () => !isOff(), 30_000);
    await waitFor('quiet', () => !storeService.hasWaitingHooks(), 30_000);
    expect([...webhooks.values()].map(({ status }) => status)).toEqual(Array(7).fill('active'));
    const hinted = engine.hub.state().lastHintMs.store;
    edit(1, '20.22');
    await waitFor('a hint again', () => engine.hub.state().lastHintMs.store !== hinted, 30_000);
    await waitFor('its change', () => readTill(1) === 2022, 30_000);
  });
});
