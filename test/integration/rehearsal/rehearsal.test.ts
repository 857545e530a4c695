import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openCore } from '../../../src-main/boot/core.ts';
import { readCsv } from '../../../src-main/domain/csv.ts';
import type { HeldFilter, HeldWrite, Rehearsal } from '../../../src-main/engine/face.ts';
import { startOrderShop } from '../../support/order-shop.ts';
import { startWorld, unwrap } from '../../support/practice-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

const ALL = { limit: 1000, offset: 0 } as const;
const NONE = { till: 0, store: 0 };
const { signal } = new AbortController();

const list = (rehearsal: Rehearsal, filter: Partial<HeldFilter> = {}): readonly HeldWrite[] =>
  rehearsal.list({ ...ALL, ...filter }).writes;
const look = async (rehearsal: Rehearsal, full = false): Promise<void> =>
  unwrap(await rehearsal.once({ full, signal }));
const read = ({ side, kind, name, fields }: HeldWrite) => ({
  ...{ side, kind, name },
  fields: fields.map(({ field, from, to }) => [field, from, to]),
});

/** Everything of the data file that decides what is written next. */
function readKept(dataDir: string): string {
  const db = new Database(join(dataDir, 'tillbridge.sqlite'), { readonly: true });
  try {
    const tables = [
      'link',
      'shadow',
      'inbox',
      'outbox',
      'run',
      'run_change',
      'conflict',
      'meta',
      'order_flow',
    ];
    return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM "${table}"`).all()));
  } finally {
    db.close();
  }
}

/** A shop with an order on the till, in which both sides then sell, edit, order and give back. */
async function startBusyRehearsal() {
  const shop = await startOrderShop();
  const placed = shop.order();
  await shop.settle();
  const { rehearsal } = shop.engine;
  const kept = readKept(shop.dataDir);
  shop.writes();
  unwrap(await rehearsal.start());
  const { tillService, storeService } = shop.practice;
  const [first, second, third] = [shop.pick(0), shop.pick(1), shop.pick(2)];
  tillService.staff.editItem(first.item.id, { price: 1234 });
  storeService.staff.editProduct(second.product.id, { name: 'From the web' });
  tillService.staff.sell(second.item.id, 3);
  tillService.staff.editItem(third.item.id, { price: 100 });
  storeService.staff.editProduct(third.product.id, { regular_price: '2.00' });
  storeService.staff.turnOrder(placed, 'refunded');
  const ordered = shop.order({ lines: [{ sku: 'MARG', chosen: ['Olives'] }] });
  for (let looks = 0; looks < 4; looks += 1) {
    await look(rehearsal, looks === 3);
    shop.time.pass(61_000);
  }
  return { shop, rehearsal, kept, ordered, first, second };
}

describe('a rehearsal', { timeout: 30_000 }, () => {
  it('of the first import says what would be made, field by field, and makes nothing', async () => {
    const { engine, practice } = await startWorld();
    const { rehearsal } = engine;
    clear(practice.tillService.counters.requests);
    clear(practice.storeService.counters.requests);
    unwrap(await rehearsal.start());
    await look(rehearsal);
    const made = list(rehearsal, { kind: 'new', side: 'store' });
    const plan = unwrap(await engine.plan({ choices: new Map(), onProgress: () => undefined }));
    const { counts, categoriesToCreate, variableProductsToCreate } = plan;
    expect(made.length).toBe(counts.create_woo + categoriesToCreate + variableProductsToCreate);
    const pizza = made.find(({ thing }) => thing === 'product');
    expect(pizza?.fields.map(({ field }) => field)).toContain('price');
    expect(pizza?.fields.every(({ from }) => from === null)).toBe(true);
    expect(listWrites(practice.tillService.counters.requests)).toEqual([]);
    expect(listWrites(practice.storeService.counters.requests)).toEqual([]);
    expect(engine.links(ALL)).toEqual([]);
  });

  it('writes nothing anywhere through edits, sales, orders, refunds and conflicts', async () => {
    const { shop, rehearsal, kept, ordered } = await startBusyRehearsal();
    expect(list(rehearsal).map(read)).toEqual(
      expect.arrayContaining([
        { side: 'store', kind: 'change', name: 'Margherita', fields: [['price', 1095, 1234]] },
        { side: 'till', kind: 'change', name: 'Salad', fields: [['name', 'Salad', 'From the web']] },
        { side: 'store', kind: 'stock', name: 'Salad', fields: [['stock', 50, 47]] },
        { side: null, kind: 'conflict', name: 'Calzone', fields: [['price', 100, 200]] },
      ]),
    );
    expect(list(rehearsal, { kind: 'order' })).toMatchObject([
      {
        name: String(ordered),
        order: { totalAmount: 1170, isPrinted: true, lines: [{ name: 'Margherita, Olives', amount: 1170 }] },
      },
    ]);
    expect(list(rehearsal, { kind: 'act' })).toMatchObject([{ side: 'till', act: { what: 'till-note' } }]);
    expect(shop.writes()).toEqual(NONE);
    expect(readKept(shop.dataDir)).toBe(kept);
  });

  it('leaves no trace, and what it said is what the sync then does', async () => {
    const { shop, rehearsal, kept, ordered, first, second } = await startBusyRehearsal();
    expect(await rehearsal.stop()).toBe(true);
    expect(readKept(shop.dataDir)).toBe(kept);
    expect(existsSync(join(shop.dataDir, 'rehearsal'))).toBe(false);
    expect(rehearsal.state()).toMatchObject({ startedMs: null, counts: { total: 0 } });
    await shop.settle();
    expect(shop.product(first.product.id).regularPrice).toBe('12.34');
    expect(shop.item(second.item.id).name).toBe('From the web');
    expect(shop.product(second.product.id).stockQuantity).toBe(47);
    expect(shop.flow(ordered)).toMatchObject({ tillAmount: 1170, print: 'printed' });
    expect(shop.engine.conflicts.list({ limit: 5, offset: 0 }).total).toBe(1);
  });

  it('refuses whatever else would write, until it is ended', async () => {
    const world = await startSmallWorld();
    const { engine } = world;
    const { item } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 777 });
    unwrap(await engine.rehearsal.start());
    const refused = { ok: false, failure: { code: 'REHEARSAL_ON' } };
    const plan = unwrap(await engine.plan({ choices: new Map(), onProgress: () => undefined }));
    expect(await engine.sync.once({ full: true, signal })).toMatchObject(refused);
    expect(await engine.apply(plan.runId, { signal, onProgress: () => undefined })).toMatchObject(refused);
    expect(await engine.orders.testPrint(signal)).toMatchObject(refused);
    expect(await engine.stock.drift({ fix: true, signal })).toMatchObject(refused);
    expect(await engine.connections.test()).toMatchObject({ till: { ok: true }, store: { ok: true } });
    expect(world.writes()).toEqual(NONE);
    await engine.rehearsal.stop();
    expect((await world.sync()).applied).toEqual({ till: 0, store: 1 });
  });

  it('goes on after a restart: nothing begins to write because the program ended', async () => {
    const world = await startSmallWorld();
    const { item } = world.pick();
    unwrap(await world.engine.rehearsal.start());
    world.practice.tillService.staff.editItem(item.id, { price: 777 });
    await look(world.engine.rehearsal);
    const before = list(world.engine.rehearsal).map(read);
    await world.core.close();
    const { dataDir, secretKey } = world;
    const next = unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true }));
    const { engine } = next;
    expect(engine.rehearsal.findRefusal()?.code).toBe('REHEARSAL_ON');
    expect(list(engine.rehearsal).map(read)).toEqual(before);
    expect(await engine.sync.once({ full: false, signal })).toMatchObject({ ok: false });
    expect(world.writes()).toEqual(NONE);
    await engine.rehearsal.stop();
    await next.close();
  });

  it('whose copy is damaged still writes nothing, says so, and can be ended', async () => {
    const world = await startSmallWorld();
    unwrap(await world.engine.rehearsal.start());
    await world.core.close();
    const { dataDir, secretKey } = world;
    writeFileSync(
      join(dataDir, 'rehearsal', 'tillbridge.sqlite'),
      'not a data file at all, but long enough to be one',
    );
    const next = unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true }));
    const { rehearsal } = next.engine;
    expect(rehearsal.state()).toMatchObject({ startedMs: 0, failure: { code: 'DATA_DAMAGED' } });
    expect(list(rehearsal)).toEqual([]);
    expect(await rehearsal.once({ full: false, signal })).toMatchObject({
      failure: { code: 'DATA_DAMAGED' },
    });
    expect(rehearsal.findRefusal()?.code).toBe('REHEARSAL_ON');
    expect(await rehearsal.stop()).toBe(true);
    expect(rehearsal.findRefusal()).toBeNull();
    expect(rehearsal.state()).toMatchObject({ startedMs: null, failure: null });
    unwrap(await next.engine.sync.once({ full: false, signal }));
    await next.close();
  });

  it('that is ended while its copy is still being made is off, and nothing of it stays', async () => {
    const world = await startSmallWorld();
    const { rehearsal } = world.engine;
    const started = rehearsal.start();
    const stopped = rehearsal.stop();
    unwrap(await started);
    expect(await stopped).toBe(true);
    expect(rehearsal.findRefusal()).toBeNull();
    expect(existsSync(join(world.dataDir, 'rehearsal'))).toBe(false);
    expect((await world.sync()).failed).toBe(0);
  });

  it('counts a thing once however often it is planned, and says what it would come to by then', async () => {
    const world = await startSmallWorld();
    const { rehearsal } = world.engine;
    const { item } = world.pick();
    const before = world.stock(item.id) ?? 0;
    unwrap(await rehearsal.start());
    for (let sale = 0; sale < 3; sale += 1) {
      world.practice.tillService.staff.sell(item.id, 1);
      await look(rehearsal);
    }
    expect(list(rehearsal).map(read)).toMatchObject([
      { kind: 'stock', fields: [['stock', before, before - 3]] },
    ]);
  });

  it('names what the brake would have stopped, price leaps and counts that come to zero', async () => {
    const world = await startSmallWorld();
    const { rehearsal } = world.engine;
    const [first, second] = [world.pick(0), world.pick(1)];
    unwrap(world.engine.settings.set({ 'brake.priceCount': '1' }));
    unwrap(await rehearsal.start());
    world.practice.tillService.staff.sell(first.item.id, world.stock(first.item.id) ?? 0);
    await look(rehearsal);
    expect(list(rehearsal, { flag: 'zero-stock' })).toHaveLength(1);
    for (const { item } of [first, second])
      world.practice.tillService.staff.editItem(item.id, { price: item.price * 10 });
    await look(rehearsal);
    expect(list(rehearsal, { flag: 'price-leap' })).toHaveLength(2);
    expect(list(rehearsal, { flag: 'braked' })).toHaveLength(2);
    expect(rehearsal.state().brakes).toMatchObject([{ code: 'RUN_BRAKED', facts: { prices: 2 } }]);
    expect(world.writes()).toEqual(NONE);
  });

  it('is a table for a spreadsheet: a line for each field and each line of a ticket', async () => {
    const { rehearsal } = await startBusyRehearsal();
    const { rows } = readCsv(rehearsal.exportCsv());
    expect(rows[0]).toContain('Field');
    expect(rows).toContainEqual(expect.arrayContaining(['store', 'Margherita', 'price', '10.95', '12.34']));
    expect(rows).toContainEqual(expect.arrayContaining(['order', 'line', 'Margherita, Olives 11.70']));
  });
});

/** What connecting asked is no part of it. */
const clear = (requests: ReadonlyMap<string, number>): void => (requests as Map<string, number>).clear();

function listWrites(requests: ReadonlyMap<string, number>): string[] {
  return [...requests.keys()].filter((route) => !route.startsWith('GET '));
}
