import { describe, expect, it } from 'vitest';
import { makeGuestOrder } from '../../support/guest-order.ts';
import { unwrap } from '../../support/practice-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

describe('a sync', () => {
  it('is undone on both sides, and what was undone stays so until somebody changes it', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = { price: world.item(item.id).price, name: world.product(product.id).name };
    world.practice.tillService.staff.editItem(item.id, { price: 4444 });
    world.practice.storeService.staff.editProduct(product.id, { name: 'Mistyped' });
    await world.sync();
    const [run] = world.engine.runs(1);
    expect(run?.kind).toBe('sync');
    const undone = unwrap(await world.engine.undo(run?.id ?? (0 as never), LISTEN));
    expect(undone).toMatchObject({ undone: 2, kept: [] });
    expect(Number(world.product(product.id).regularPrice) * 100).toBe(before.price);
    expect(world.item(item.id).name).toBe(before.name);
    world.writes();
    await world.sync();
    await world.sync(true);
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    world.practice.tillService.staff.editItem(item.id, { price: 4500 });
    await world.sync();
    expect(world.product(product.id).regularPrice).toBe('45.00');
  });

  it('tells why a value is as it is: when, from which side, by which rule', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { name: 'Named in the store' });
    await world.sync();
    const story = unwrap(world.engine.why(item.id, 'name'));
    expect(story.fields[0]?.history[0]).toMatchObject({
      side: 'store',
      rule: 'store-changed',
      after: 'Named in the store',
    });
  });

  it('that would change very much at once stops and asks, and goes on when it is approved', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'brake.priceCount': '3' }));
    for (let at = 0; at < 5; at += 1) {
      const { item } = world.pick(at);
      world.practice.tillService.staff.editItem(item.id, { price: world.item(item.id).price * 3 });
    }
    const result = await world.sync();
    expect(result.braked).not.toBeNull();
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    unwrap(world.engine.approve(result.braked ?? (0 as never)));
    await world.sync();
    expect(Number(world.product(world.pick(0).product.id).regularPrice) * 100).toBe(
      world.item(world.pick(0).item.id).price,
    );
  });

  it('parks what a side refuses with its reason, and never delays the others', async () => {
    const world = await startSmallWorld();
    const [bad, good] = [world.pick(0), world.pick(1)];
    const taken = [...world.practice.storeService.state.products.values()].find(
      (it) => it.sku !== '' && it.id !== bad.product.id,
    );
    world.practice.storeService.staff.addProduct({ name: 'Blocker', type: 'simple', sku: 'BLOCK-1' });
    unwrap(world.engine.settings.set({ 'sync.create.till': 'off' }));
    expect(taken).toBeDefined();
    world.practice.tillService.staff.editItem(bad.item.id, { sku: 'BLOCK-1' });
    world.practice.tillService.staff.editItem(good.item.id, { price: 1 });
    const result = await world.sync();
    expect(result).toMatchObject({ failed: 1, parked: 1 });
    expect(world.product(good.product.id).regularPrice).toBe('0.01');
    expect(world.engine.parked.list(5, 0).rows).toMatchObject([{ failure: { code: 'WOO_SKU_TAKEN' } }]);
    world.practice.tillService.staff.editItem(bad.item.id, { sku: 'FREE-1' });
    expect(await world.sync()).toMatchObject({ parked: 0 });
    expect(world.product(bad.product.id).sku).toBe('FREE-1');
  });

  it('before the first import does nothing and says what to do', async () => {
    const world = await startSmallWorld();
    world.engine.clean();
    const result = await world.engine.sync.once({ full: false, signal: LISTEN.signal });
    expect(result).toMatchObject({ ok: false, failure: { code: 'SYNC_NOT_IMPORTED' } });
  });
});

describe('a CSV of counts', () => {
  it('sets both sides after its plan was approved, and is undone', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = world.stock(item.id);
    const csv = `Clover ID,Stock\n${item.id},77\n`;
    const plan = unwrap(world.engine.stock.planCsv(csv));
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    unwrap(await world.engine.apply(plan.runId, LISTEN));
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([77, 77]);
    await world.sync();
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([77, 77]);
    unwrap(await world.engine.undo(plan.runId, LISTEN));
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([before, before]);
    expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).total, 'it was none before').toBe(0);
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual({ till: 0, store: 0 });
  });
});

describe('a drift report', () => {
  it('names what differs now, and fixes what waits', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 1 });
    const report = unwrap(await world.engine.stock.drift({ fix: false, signal: LISTEN.signal }));
    expect(report.drifts).toMatchObject([{ cloverId: item.id, field: 'price', till: 1, why: 'waiting' }]);
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    const fixed = unwrap(await world.engine.stock.drift({ fix: true, signal: LISTEN.signal }));
    expect(fixed.fixed).toBe(1);
    expect(world.product(product.id).regularPrice).toBe('0.01');
  });

  it('after a fix counts what it lists: put right, or left for a person', async () => {
    const world = await startSmallWorld();
    const [plain, clash, pinned] = [world.pick(0), world.pick(1), world.pick(2)];
    const { tillService, storeService } = world.practice;
    // Two fields by one write; one that both sides changed; one that stays by a pin.
    tillService.staff.editItem(plain.item.id, { price: plain.item.price + 10, sku: 'NEW-CODE' });
    tillService.staff.editItem(clash.item.id, { price: clash.item.price + 10 });
    storeService.staff.editProduct(clash.product.id, { regular_price: '99.00' });
    const links = world.engine.links({ limit: 1000, offset: 0 });
    const link = links.find(({ cloverId }) => cloverId === pinned.item.id);
    unwrap(world.engine.records.pin(link?.id ?? 0, 'price', true));
    tillService.staff.editItem(pinned.item.id, { price: pinned.item.price + 10 });
    const before = unwrap(await world.engine.stock.drift({ fix: false, signal: LISTEN.signal }));
    expect(before.drifts).toHaveLength(4);
    const fixed = unwrap(await world.engine.stock.drift({ fix: true, signal: LISTEN.signal }));
    const name = ({ cloverId, field }: { cloverId: string; field: string }) => `${cloverId} ${field}`;
    expect(fixed.mended.map(name).sort()).toEqual([`${plain.item.id} price`, `${plain.item.id} sku`].sort());
    expect(fixed.fixed).toBe(2);
    expect(fixed.drifts.map((drift) => [drift.cloverId, drift.why]).sort()).toEqual(
      [
        [clash.item.id, 'conflict'],
        [pinned.item.id, 'left'],
      ].sort(),
    );
    const after = unwrap(await world.engine.stock.drift({ fix: false, signal: LISTEN.signal }));
    expect(after.drifts).toEqual(fixed.drifts);
  });

  it('calls counts that moved on both sides a conflict only where orders do not explain them', async () => {
    const world = await startSmallWorld();
    const [sold, counted] = [world.pick(0), world.pick(1)];
    const { tillService, storeService } = world.practice;
    tillService.staff.sell(sold.item.id, 1);
    storeService.staff.placeOrder(
      makeGuestOrder({ lines: [{ productId: sold.product.id, quantity: 2, choices: [] }] }),
    );
    tillService.staff.recount(counted.item.id, 50);
    storeService.staff.editProduct(counted.product.id, { stock_quantity: 40 });
    const why = async (fix: boolean) => {
      const { drifts } = unwrap(await world.engine.stock.drift({ fix, signal: LISTEN.signal }));
      return drifts.map((drift) => [drift.cloverId, drift.field, drift.why]).sort();
    };
    expect(await why(false), 'nobody has read the orders yet').toEqual(
      [
        [sold.item.id, 'stock', 'waiting'],
        [counted.item.id, 'stock', 'waiting'],
      ].sort(),
    );
    expect(await why(true)).toEqual([[counted.item.id, 'stock', 'conflict']]);
  });
});
