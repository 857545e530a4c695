import { expect, it } from 'vitest';
import { asWooId } from '../../../src-main/domain/ids.ts';
import type { OrderFlow } from '../../../src-main/engine/face.ts';
import { startWorld, unwrap, type World } from '../../support/practice-world.ts';

const { signal } = new AbortController();

/** Looks until every order is where it stays, or `most` looks are over. */
async function settle(world: World, most = 12): Promise<OrderFlow[]> {
  for (let looks = 0; looks < most; looks += 1) {
    unwrap(await world.engine.sync.once({ full: false, signal }));
    const { flows, counts } = world.engine.orders.list({ limit: 500, offset: 0 });
    if (flows.length > 0 && counts.waiting === 0) return flows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return world.engine.orders.list({ limit: 500, offset: 0 }).flows;
}

async function startShop(): Promise<World> {
  const world = await startWorld();
  unwrap(world.engine.settings.set({ 'import.status': 'publish' }));
  await world.import();
  unwrap(await world.engine.sync.once({ full: false, signal }));
  return world;
}

it('web orders reach the till once, paid to the cent, and are printed', { timeout: 60_000 }, async () => {
  const world = await startShop();
  const ids = Array.from({ length: 20 }, (_, at) =>
    world.practice.storeService.staff.placeRandomOrder(at + 1),
  );
  const flows = await settle(world);
  const lines = flows.map(
    (f) =>
      `${f.number} ${f.step} ${f.hold} ${f.print} ${f.storeAmount} ${f.tillAmount} ${f.failure?.code} ${JSON.stringify(f.failure?.facts)} ${f.ticket?.isAttention} ${f.ticket?.remarks.map((r) => r.failure.code + JSON.stringify(r.failure.facts)).join(' ')}`,
  );
  console.log(lines.join('\n'));
  for (const id of ids) console.log(world.engine.orders.get(String(asWooId(id))));
  expect(flows).toHaveLength(20);
});
