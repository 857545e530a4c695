import { describe, expect, it } from 'vitest';
import type { Transport, WireRequest } from '../../../src-main/engine/ports.ts';
import { unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';
import { startSmtpServer } from '../../support/start-smtp-server.ts';

const NONE = { till: 0, store: 0 };
const DAY_MS = 24 * 60 * 60_000;

const readCounts = (world: SmallWorld, at = 0) => {
  const { item, product } = world.pick(at);
  return [world.stock(item.id), product.stockQuantity];
};

const listAlerts = ({ engine }: SmallWorld): string[] =>
  engine.alerts.list({ limit: 100, offset: 0 }).alerts.map(({ kind, title }) => `${kind}: ${title}`);

describe('a count', () => {
  it('of the till reaches the store as managed stock, with its quantity and its status', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    for (const [quantity, stockStatus] of [
      [0, 'outofstock'],
      [4, 'instock'],
    ] as const) {
      world.practice.tillService.staff.recount(item.id, quantity);
      await syncToQuiet(world);
      expect(world.product(product.id)).toMatchObject({
        manageStock: true,
        stockQuantity: quantity,
        stockStatus,
      });
    }
  });

  it('or a delivery entered on either side reaches the other', async () => {
    const world = await startSmallWorld();
    const [counted, delivered] = [world.pick(0), world.pick(1)];
    world.practice.tillService.staff.recount(counted.item.id, 13);
    world.practice.storeService.staff.editProduct(delivered.product.id, { stock_quantity: 44 });
    await syncToQuiet(world);
    expect([readCounts(world, 0), readCounts(world, 1)]).toEqual([
      [13, 13],
      [44, 44],
    ]);
    world.practice.storeService.staff.editProduct(counted.product.id, { stock_quantity: 25 });
    world.practice.tillService.staff.recount(delivered.item.id, 60);
    await syncToQuiet(world);
    expect([readCounts(world, 0), readCounts(world, 1)]).toEqual([
      [25, 25],
      [60, 60],
    ]);
  });

  it('is written by the store’s own stock fields, which its low-stock hooks follow, and never as meta', async () => {
    const bodies: string[] = [];
    const listen = (real: Transport): Transport => ({
      send: (request: WireRequest) => {
        if (request.method !== 'GET' && request.url.includes('/wc/v3/')) bodies.push(request.body ?? '');
        return real.send(request);
      },
    });
    const world = await startSmallWorld({ wrap: listen });
    bodies.length = 0;
    world.practice.tillService.staff.sell(world.pick(0).item.id, 3);
    world.practice.tillService.staff.recount(world.pick(1).item.id, 90);
    await syncToQuiet(world);
    expect([readCounts(world, 0), readCounts(world, 1)]).toEqual([
      [17, 17],
      [90, 90],
    ]);
    const rows = bodies.flatMap((body) => (JSON.parse(body) as { update?: object[] }).update ?? []);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Object.keys(row).some((key) => ['stock_quantity', 'inventory_delta'].includes(key))).toBe(true);
      expect(JSON.stringify(row)).not.toMatch(/_stock"|meta_data/);
    }
  });

  it('is left alone where the store does not manage the product’s stock, until it does', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { manage_stock: false });
    await syncToQuiet(world);
    world.writes();
    world.practice.tillService.staff.recount(item.id, 7);
    await syncToQuiet(world);
    await syncToQuiet(world, true);
    expect(world.writes()).toEqual(NONE);
    expect(world.product(product.id).manageStock).toBe(false);
    expect(world.stock(item.id)).toBe(7);
    world.practice.storeService.staff.editProduct(product.id, { manage_stock: true, stock_quantity: 7 });
    await syncToQuiet(world);
    world.practice.tillService.staff.recount(item.id, 9);
    await syncToQuiet(world);
    expect(world.product(product.id).stockQuantity).toBe(9);
  });

  it('that a plugin wrote behind the store’s back is unseen by a look, and found by the full comparison', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const { products } = world.practice.storeService.state;
    world.time.pass(60_000);
    // The newest second of the store is always read again: another product has to be the newest.
    world.practice.storeService.staff.editProduct(world.pick(1).product.id, { name: 'Newest' });
    await syncToQuiet(world);
    products.set(product.id, { ...world.product(product.id), stockQuantity: 11 });
    await world.sync();
    expect(world.stock(item.id), 'the known limit: no date has moved').toBe(20);
    await syncToQuiet(world, true);
    expect(readCounts(world)).toEqual([11, 11]);
  });
});

describe('this computer, after days of sleep,', () => {
  it('brings over what changed on both sides meanwhile with its first look', async () => {
    const world = await startSmallWorld();
    const [first, second] = [world.pick(0), world.pick(1)];
    world.practice.tillService.staff.editItem(first.item.id, { price: 777 });
    world.time.pass(2 * DAY_MS);
    world.practice.storeService.staff.editProduct(second.product.id, { regular_price: '8.88' });
    world.practice.tillService.staff.sell(second.item.id, 2);
    world.time.pass(DAY_MS);
    await world.sync();
    expect(world.product(first.product.id).regularPrice).toBe('7.77');
    expect(world.item(second.item.id).price).toBe(888);
    expect(readCounts(world, 1)).toEqual([18, 18]);
  });
});

describe('a product that is sold out by hand', () => {
  it('is off on both sides, and comes back by itself at the chosen time', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const untilMs = world.time.clock.nowMs() + DAY_MS;
    unwrap(world.engine.stock.setSoldOut(item.id, { untilMs }));
    await syncToQuiet(world);
    world.time.pass(DAY_MS / 2);
    await syncToQuiet(world);
    expect([world.item(item.id).available, world.product(product.id).status]).toEqual([false, 'private']);
    world.time.pass(DAY_MS / 2);
    await syncToQuiet(world);
    expect([world.item(item.id).available, world.product(product.id).status]).toEqual([true, 'publish']);
    unwrap(world.engine.stock.setSoldOut(item.id, { untilMs: null }));
    unwrap(world.engine.stock.setSoldOut(item.id, null));
    const lines = world.engine.log({ limit: 500, offset: 0 }).filter(({ action }) => action === 'sold-out');
    expect(lines.toReversed().map(({ entity, message }) => `${entity}: ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${item.name}: sold out until \\d+ \\w+ \\d{4},? .*\\d\\d:\\d\\d$`)),
      `${item.name}: back on sale, as planned`,
      `${item.name}: sold out, until a person has it back`,
      `${item.name}: a person has it back on sale`,
    ]);
  });
});

describe('a product that the staff switched off at the till', () => {
  it('is called sold out in the list while that is so, and enough again afterwards', async () => {
    const world = await startSmallWorld();
    const { item } = world.pick();
    const readWord = () => {
      const { rows } = world.engine.stock.list({ search: item.name, limit: 5, offset: 0 });
      return rows.find(({ cloverId }) => cloverId === item.id)?.word;
    };
    expect(readWord()).toBe('enough');
    world.practice.tillService.staff.editItem(item.id, { available: false });
    await syncToQuiet(world);
    expect(readWord()).toBe('sold-out');
    expect(world.engine.stock.list({ word: 'sold-out', limit: 5, offset: 0 })).toMatchObject({ total: 1 });
    world.practice.tillService.staff.editItem(item.id, { available: true });
    await syncToQuiet(world);
    expect(readWord()).toBe('enough');
  });
});

describe('somebody hears of stock', () => {
  it('at or below the threshold for all, by e-mail too, and by a product’s own threshold', async () => {
    const server = await startSmtpServer({ security: 'none' });
    const world = await startSmallWorld();
    unwrap(
      world.engine.settings.set({
        'alerts.mail': 'on',
        'alerts.mailTo': 'boss@example.com',
        'alerts.smtpHost': '127.0.0.1',
        'alerts.smtpPort': String(server.port),
        'alerts.smtpSecurity': 'none',
        'alerts.kind.low-stock': 'both',
        'stock.lowThreshold': '5',
      }),
    );
    const [above, at, own] = [world.pick(0), world.pick(1), world.pick(2)];
    unwrap(world.engine.stock.setThreshold(own.item.id, 2));
    world.practice.tillService.staff.recount(above.item.id, 6);
    world.practice.tillService.staff.recount(own.item.id, 3);
    await syncToQuiet(world);
    expect(listAlerts(world)).toEqual([]);
    world.practice.tillService.staff.recount(at.item.id, 5);
    await syncToQuiet(world);
    expect(listAlerts(world)).toEqual([`low-stock: ${at.item.name}: low or out of stock.`]);
    world.engine.alerts.start();
    await expect.poll(() => server.mails.length, { timeout: 5_000 }).toBe(1);
    expect(server.mails[0]?.text).toContain(`${at.item.name}: low or out of stock.`);
    world.practice.tillService.staff.recount(own.item.id, 2);
    await syncToQuiet(world);
    expect(listAlerts(world)[0]).toBe(`low-stock: ${own.item.name}: low or out of stock.`);
  });

  it('sold below zero: both sales count, the product is flagged, and an alert leaves it to a person', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.sell(item.id, 19);
    world.practice.storeService.staff.buy(product.id, 3);
    await syncToQuiet(world);
    expect(readCounts(world)).toEqual([-2, -2]);
    const { rows } = world.engine.stock.list({ word: 'oversold', limit: 5, offset: 0 });
    expect(rows).toMatchObject([{ name: item.name, word: 'oversold' }]);
    expect(listAlerts(world)).toEqual([`low-stock: ${item.name}: sold below zero.`]);
    const [alert] = world.engine.alerts.list({ limit: 1, offset: 0 }).alerts;
    expect(alert?.body).toMatch(/Cancel one of the orders, buy in, or let it wait/);
  });
});
