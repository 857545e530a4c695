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

describe('a store price that the price rules make of no till price', { timeout: 60_000 }, () => {
  const FIXED = { 'price.mode': 'markup', 'price.markupType': 'fixed', 'price.markupValue': '1.50' };

  const startMarked = async (): Promise<SmallWorld> => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set(FIXED));
    for (const at of [0, 1])
      world.practice.tillService.staff.editItem(world.pick(at).item.id, { price: 1000 });
    await world.sync(true);
    return world;
  };

  it('below a fixed markup is written nowhere, and told once: in the log and by an alert', async () => {
    const world = await startMarked();
    const { item, product } = world.pick();
    expect(listAlerts(world)).toEqual([]);
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '1.00' });
    await world.sync();
    expect([world.item(item.id).price, Number(world.product(product.id).regularPrice)]).toEqual([1000, 1]);
    expect(listWarnings(world)).toEqual([
      'the store asks $1.00, and the price rules make that of no price of the till: it keeps $10.00',
    ]);
    expect(listAlerts(world)).toMatchObject([
      { title: `${item.name}: the till cannot have the store’s price.`, count: 1 },
    ]);
    // Something else of it changes, and later everything is compared: it is the same price still.
    world.practice.storeService.staff.editProduct(product.id, { name: 'Under another name' });
    await world.sync();
    await world.sync(true);
    expect(listWarnings(world)).toHaveLength(1);
    expect(listAlerts(world)).toMatchObject([{ count: 1 }]);
  });

  it('is told anew of another product or another price, and is over once the till can have it', async () => {
    const world = await startMarked();
    const [first, second] = [world.pick(0).product.id, world.pick(1).product.id];
    const { staff } = world.practice.storeService;
    for (const id of [first, second]) {
      staff.editProduct(id, { regular_price: '1.00' });
      await world.sync();
    }
    staff.editProduct(first, { regular_price: '0.90' });
    await world.sync();
    expect(listWarnings(world)).toHaveLength(3);
    expect(listAlerts(world)).toMatchObject([{ count: 3 }]);
    for (const id of [first, second]) staff.editProduct(id, { regular_price: '9.00' });
    await world.sync();
    expect(world.item(world.pick(0).item.id).price).toBe(750);
    expect(listAlerts(world)).toEqual([]);
  });
});
