import { describe, expect, it, onTestFinished } from 'vitest';
import { type Practice, startPractice } from '../../../src-practice/practice.ts';
import { connect, unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const { signal } = new AbortController();
const silent = { onProgress: () => undefined };

/** Another merchant and store, with nothing of ours. */
async function startOther(): Promise<Practice> {
  const other = await startPractice({ menu: 'pizza', limits: false, seed: 4711 });
  onTestFinished(() => other.close());
  return other;
}

const connectTill = async ({ engine }: SmallWorld, { till }: Practice): Promise<void> => {
  const { url: apiUrl, merchant: merchantId, token } = till;
  unwrap(await engine.connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token }));
};

const listStatuses = ({ practice }: SmallWorld): string[] =>
  [...practice.storeService.state.products.values()].map(({ status }) => status);

describe('another till or store, connected by mistake,', () => {
  it.each(['till', 'store'] as const)('the %s: nothing is synced, and it says why', async (side) => {
    const world = await startSmallWorld();
    const before = listStatuses(world);
    const other = await startOther();
    const counts = [other.tillService.state.items.size, other.storeService.state.products.size];
    if (side === 'till') await connectTill(world, other);
    else unwrap(await world.engine.connections.connectStore(other.store));
    world.writes();
    for (const full of [false, true])
      expect(await world.engine.sync.once({ full, signal })).toMatchObject({
        ok: false,
        failure: { code: 'SYNC_OTHER_SHOP' },
      });
    expect(await world.engine.plan({ choices: new Map(), ...silent })).toMatchObject({
      failure: { code: 'SYNC_OTHER_SHOP' },
    });
    const { item } = world.pick();
    const csv = unwrap(world.engine.stock.planCsv(`Clover ID,Stock\n${item.id},7\n`));
    expect(await world.engine.apply(csv.runId, { signal, ...silent })).toMatchObject({
      failure: { code: 'SYNC_OTHER_SHOP' },
    });
    expect(listStatuses(world)).toEqual(before);
    expect([other.tillService.state.items.size, other.storeService.state.products.size]).toEqual(counts);
  });

  it('sends no web order to the wrong kitchen', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'orders.enabled': 'on' }));
    await world.sync();
    const other = await startOther();
    await connectTill(world, other);
    world.practice.storeService.staff.buy(world.pick().product.id, 1);
    await world.engine.sync.once({ full: false, signal });
    expect(other.tillService.state.orders.size).toBe(0);
  });

  it('does no harm: with the right one again all goes on as before', async () => {
    const world = await startSmallWorld();
    await connectTill(world, await startOther());
    await world.engine.sync.once({ full: true, signal });
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '77.70' });
    await connect(world.engine, world.practice);
    await syncToQuiet(world, true);
    expect(world.item(item.id).price).toBe(7770);
  });

  it('is another shop once a person starts over', async () => {
    const world = await startSmallWorld();
    const other = await startOther();
    await connectTill(world, other);
    unwrap(await world.engine.connections.connectStore(other.store));
    world.engine.clean();
    expect((await world.import()).state).toBe('done');
    unwrap(await world.engine.sync.once({ full: true, signal }));
  });
});
