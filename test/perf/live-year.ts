import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createPizzeriaCatalog } from '../../src-practice/catalogs/pizzeria.ts';
import { openVirtualWorld, type VirtualWorld } from './live-virtual-world.ts';

/**
 * A pizzeria's orders of 2015 (21,350 with 49,574 pizzas), each sold on the till or in the store by chance while
 * `run` polls. The year is pressed into some hours, so that sales fall into every moment of a pass.
 */
const QUIET_MS = 60_000;
const PLENTY = 10_000;
const TOLD_ORDERS = 2_000;
const FOLDER = new URL('../../../shared/data/pizza/', import.meta.url);

interface Line {
  readonly sku: string;
  readonly quantity: number;
}

const { values: flags } = parseArgs({
  options: { orders: { type: 'string', default: '2000' }, gap: { type: 'string', default: '500' } },
});

if (!existsSync(FOLDER)) console.log('a year of orders: the data set is not here (../shared/data/pizza)');
else await measure(readOrders().slice(0, Number(flags.orders)));

async function measure(orders: readonly (readonly Line[])[]): Promise<void> {
  const catalog = createPizzeriaCatalog();
  const world = await openVirtualWorld(catalog, (till) => {
    for (const item of till.state.items.values()) if (item.itemGroupId) till.staff.recount(item.id, PLENTY);
  });
  const { till, store, random } = world;
  const bySku = new Map(
    world.pairs().map((pair) => [till.state.items.get(pair.cloverId)?.sku ?? '', { ...pair, sold: 0 }]),
  );
  const sold = { till: 0, store: 0, unknown: 0 };
  const startedMs = world.time.clock.nowMs();
  await world.runWhile(async () => {
    for (const [at, lines] of orders.entries()) {
      if (at % TOLD_ORDERS === 0 && at > 0) tell(world, at);
      const side = random.below(2) === 0 ? 'till' : 'store';
      for (const { sku, quantity } of lines) {
        const pizza = bySku.get(sku);
        if (!pizza) {
          sold.unknown += quantity;
          continue;
        }
        if (side === 'till') till.staff.sell(pizza.cloverId, quantity);
        else store.staff.buy(pizza.wooId, quantity);
        pizza.sold += quantity;
        sold[side] += quantity;
      }
      await world.time.practiceClock.sleep(2 * Number(flags.gap) * random.next());
    }
    await world.time.practiceClock.sleep(QUIET_MS);
  });
  let [tillDrift, storeDrift, wrong] = [0, 0, 0];
  for (const [sku, pizza] of bySku) {
    if (pizza.sold === 0) continue;
    const onTill =
      (till.state.itemStocks.get(pizza.cloverId)?.quantity ?? Number.NaN) - (PLENTY - pizza.sold);
    const inStore =
      (store.state.products.get(pizza.wooId)?.stockQuantity ?? Number.NaN) - (PLENTY - pizza.sold);
    tillDrift += Math.abs(onTill);
    storeDrift += Math.abs(inStore);
    if (onTill === 0 && inStore === 0) continue;
    wrong += 1;
    console.log(`  ${sku}: till ${onTill}, store ${inStore} units off`);
  }
  const hours = (world.time.clock.nowMs() - startedMs) / 3_600_000;
  console.log(
    `${orders.length.toLocaleString('en')} orders in ${hours.toFixed(1)} virtual hours: ${sold.till} pieces sold on the ` +
      `till, ${sold.store} in the store (${sold.unknown} of unknown pizzas left out), ${bySku.size} counts: drift till ` +
      `${tillDrift}, store ${storeDrift} units in ${wrong} counts; conflicts ` +
      `${world.engine.conflicts.list({ limit: 1, offset: 0 }).total}; 429: ${till.counters.tooMany}; ` +
      `writes till ${world.traffic.till.rows}, store ${world.traffic.store.rows} rows`,
  );
  await world.close();
}

function tell({ engine }: VirtualWorld, orders: number): void {
  const conflicts = engine.conflicts.list({ limit: 1, offset: 0 }).total;
  const seconds = process.cpuUsage().user / 1e6;
  console.log(`  ${orders} orders, ${conflicts} conflicts (${seconds.toFixed(0)} s of computing)`);
}

function readOrders(): Line[][] {
  const orders = new Map<string, Line[]>();
  for (const line of readFileSync(new URL('order_details.csv', FOLDER), 'utf8').split(/\r?\n/).slice(1)) {
    const [, order = '', sku = '', quantity = ''] = line.split(',');
    if (order === '') continue;
    orders.set(order, [...(orders.get(order) ?? []), { sku, quantity: Number(quantity) }]);
  }
  return [...orders.values()];
}
