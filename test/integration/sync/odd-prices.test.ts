import { describe, expect, it } from 'vitest';
import { unwrap } from '../../support/practice-world.ts';
import type { SmallWorld } from '../../support/small-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

const listWarnings = ({ engine }: SmallWorld) =>
  engine
    .log({ level: 'warn', limit: 99, offset: 0 })
    .filter(({ action }) => action === 'price')
    .map(({ message }) => message);

const listAlerts = ({ engine }: SmallWorld) =>
  engine.alerts.list({ limit: 99, offset: 0 }).alerts.filter(({ kind }) => kind === 'odd-price');

describe('a price that comes to nothing, or leaps tenfold', { timeout: 60_000 }, () => {
  it('is carried over and told once: in the look’s result, the log and an alert', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 1000 });
    await world.sync();
    expect(listWarnings(world)).toEqual([]);
    world.practice.tillService.staff.editItem(item.id, { price: 0 });
    const zero = await world.sync();
    expect(Number(world.product(product.id).regularPrice)).toBe(0);
    expect(zero.oddPrices).toMatchObject([
      { cloverId: item.id, wooId: product.id, side: 'store', before: 1000, after: 0 },
    ]);
    expect(listWarnings(world)).toEqual(['the price in the store went from $10.00 to $0.00: is that right?']);
    expect(listAlerts(world)).toMatchObject([{ title: expect.stringContaining(item.name) }]);
    const still = await world.sync(true);
    expect(still, 'once a change').not.toHaveProperty('oddPrices');
    expect(listWarnings(world)).toHaveLength(1);
    expect(listAlerts(world)).toHaveLength(1);
  });

  it('is told of either side, up and down, and an ordinary change beside it is not', async () => {
    const world = await startSmallWorld();
    const [up, down, plain] = [world.pick(0), world.pick(1), world.pick(2)];
    const { tillService, storeService } = world.practice;
    for (const { item } of [up, down, plain]) tillService.staff.editItem(item.id, { price: 1000 });
    await world.sync();
    storeService.staff.editProduct(up.product.id, { regular_price: '100.00' });
    storeService.staff.editProduct(down.product.id, { regular_price: '1.00' });
    storeService.staff.editProduct(plain.product.id, { regular_price: '19.00' });
    const { oddPrices } = await world.sync();
    expect(oddPrices).toHaveLength(2);
    expect(oddPrices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ cloverId: up.item.id, side: 'till', before: 1000, after: 10_000 }),
        expect.objectContaining({ cloverId: down.item.id, side: 'till', before: 1000, after: 100 }),
      ]),
    );
    expect(world.item(up.item.id).price, 'it is not held back').toBe(10_000);
    expect(listAlerts(world), 'one alert a run').toMatchObject([{ title: '2 odd prices.' }]);
  });

  it('is not told of what a person decided with both values in sight, nor of an undo', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 1000 });
    await world.sync();
    world.practice.tillService.staff.editItem(item.id, { price: 1 });
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '12.00' });
    await world.sync();
    const [conflict] = world.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts;
    unwrap(world.engine.conflicts.resolve({ id: conflict?.id ?? 0, take: 'till' }));
    await world.sync();
    expect(Number(world.product(product.id).regularPrice)).toBe(0.01);
    unwrap(await world.engine.undo(world.engine.runs(1)[0]?.id ?? (0 as never), LISTEN));
    expect(Number(world.product(product.id).regularPrice)).toBe(12);
    expect(listWarnings(world)).toEqual([]);
    expect(listAlerts(world)).toEqual([]);
  });

  it('is told of an import too, which overwrites what the store had', async () => {
    const world = await startSmallWorld();
    const { item } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: item.price * 10 });
    await world.import();
    expect(listWarnings(world)).toHaveLength(1);
    expect(listAlerts(world)).toHaveLength(1);
  });
});
