import { describe, expect, it } from 'vitest';
import { unwrap } from '../../support/practice-world.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const NONE = { till: 0, store: 0 };

describe('availability', () => {
  it('out of stock in the store switches the item off on the till, and back', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const count = world.product(product.id).stockQuantity ?? 0;
    world.practice.storeService.staff.buy(product.id, count);
    await world.sync();
    await world.sync();
    expect(world.item(item.id).available).toBe(false);
    world.practice.storeService.staff.editProduct(product.id, { stock_quantity: 12 });
    await world.sync();
    await world.sync();
    expect(world.item(item.id).available).toBe(true);
    expect(world.stock(item.id)).toBe(12);
    world.writes();
    await world.sync();
    expect(world.writes()).toEqual(NONE);
  });

  it('a product turned into a draft is hidden on the till', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { status: 'draft' });
    await world.sync();
    expect(world.item(item.id).hidden).toBe(true);
    world.practice.storeService.staff.editProduct(product.id, { status: 'publish' });
    await world.sync();
    expect(world.item(item.id).hidden).toBe(false);
  });

  it('an item switched off at the till cannot be bought in the store, and back', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { available: false });
    await world.sync();
    expect(world.product(product.id).status).toBe('private');
    world.practice.tillService.staff.editItem(item.id, { available: true });
    await world.sync();
    expect(world.product(product.id).status).toBe('publish');
    await world.sync();
    world.writes();
    await world.sync();
    expect(world.writes()).toEqual(NONE);
  });

  it('sold out by hand is off on both sides, and comes back', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    unwrap(world.engine.stock.setSoldOut(item.id, { untilMs: null }));
    await world.sync();
    expect(world.item(item.id).available).toBe(false);
    expect(world.product(product.id).status).toBe('private');
    unwrap(world.engine.stock.setSoldOut(item.id, null));
    await world.sync();
    expect(world.item(item.id).available).toBe(true);
    expect(world.product(product.id).status).toBe('publish');
  });
});

describe('one direction', () => {
  it('till to store: an edit in the store stays there and is not taken to the till', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.direction': 'till-to-store' }));
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { name: 'Mine' });
    await world.sync();
    expect(world.item(item.id).name).not.toBe('Mine');
    expect(world.writes()).toEqual(NONE);
    world.practice.tillService.staff.editItem(item.id, { price: 4321 });
    await world.sync();
    expect(world.product(product.id).regularPrice).toBe('43.21');
  });

  it('store to till: an edit at the till stays there', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.direction': 'store-to-till' }));
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 4321 });
    await world.sync();
    expect(world.writes()).toEqual(NONE);
    world.practice.storeService.staff.editProduct(product.id, { name: 'Mine' });
    await world.sync();
    expect(world.item(item.id).name).toBe('Mine');
  });
});

describe('a field', () => {
  it('that is switched off is left alone, and the others go on', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.field.name': 'off' }));
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { name: 'Till only', price: 999 });
    await world.sync();
    expect(world.product(product.id)).toMatchObject({ regularPrice: '9.99' });
    expect(world.product(product.id).name).not.toBe('Till only');
  });

  it('that is pinned is never written on either side', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const link = world.engine.links({ limit: 1000, offset: 0 }).find((it) => it.cloverId === item.id);
    unwrap(world.engine.records.pin(link?.id ?? 0, 'price', true));
    world.practice.tillService.staff.editItem(item.id, { price: 999 });
    await world.sync();
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '3.00' });
    await world.sync();
    expect(world.writes()).toEqual(NONE);
  });

  it('a marked-up price that comes back is no change, and an edit of it goes back through the markup', async () => {
    const world = await startSmallWorld();
    unwrap(
      world.engine.settings.set({
        'price.mode': 'markup',
        'price.markupType': 'percent',
        'price.markupValue': '10',
      }),
    );
    await world.sync(true);
    const { item, product } = world.pick();
    const till = world.item(item.id).price;
    expect(Number(world.product(product.id).regularPrice) * 100).toBeCloseTo(Math.round(till * 1.1), 5);
    world.writes();
    await world.sync();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '11.00' });
    await world.sync();
    expect(world.item(item.id).price).toBe(1000);
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('a rule for all prices that is changed goes over with the next sync, not with the next comparison', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const rules = { 'price.mode': 'markup', 'price.markupType': 'percent', 'price.markupValue': '10' };
    unwrap(world.engine.settings.set(rules));
    await world.sync();
    const marked = Math.round(world.item(item.id).price * 1.1);
    expect(Number(world.product(product.id).regularPrice) * 100).toBeCloseTo(marked, 5);
    expect(world.writes().store).toBeGreaterThan(0);
    unwrap(world.engine.settings.set(rules));
    await world.sync();
    expect(world.writes()).toEqual(NONE);
  });

  it('the short description goes to an empty alternate name, as text of at most 127 characters', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { alternateName: '' });
    await world.sync();
    world.writes();
    const long = 'very good cheese and more of it '.repeat(8);
    world.practice.storeService.staff.editProduct(product.id, {
      short_description: `<p>Salt &amp; <b>${long}</b></p>`,
    });
    await world.sync();
    const { alternateName = '' } = world.item(item.id);
    expect(alternateName.startsWith('Salt & very good cheese')).toBe(true);
    expect(alternateName.length).toBeLessThanOrEqual(127);
    expect(alternateName.endsWith('…')).toBe(true);
    world.writes();
    await world.sync();
    await world.sync(true);
    expect(world.writes()).toEqual(NONE);
  });

  it('an alternate name that the till uses for something else is never overwritten', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { alternateName: 'Küche: ohne Käse' });
    await world.sync();
    world.practice.storeService.staff.editProduct(product.id, { short_description: 'For the web' });
    await world.sync();
    expect(world.item(item.id).alternateName).toBe('Küche: ohne Käse');
    expect(world.product(product.id).shortDescription).toBe('For the web');
  });

  it('a sale price stays the store’s', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 2000 });
    await world.sync();
    world.practice.storeService.staff.editProduct(product.id, { sale_price: '15.00' });
    await world.sync();
    expect(world.item(item.id).price).toBe(2000);
    world.practice.tillService.staff.editItem(item.id, { name: 'Else' });
    await world.sync();
    expect(world.product(product.id).salePrice).toBe('15.00');
  });
});

describe('a SKU that was given in the store', () => {
  it('is the one by which the product is listed and found', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.storeService.staff.editProduct(product.id, { sku: 'FROM-THE-WEB' });
    await syncToQuiet(world);
    expect(world.item(item.id)).toMatchObject({ sku: 'FROM-THE-WEB' });
    const links = world.engine.links({ limit: 1_000, offset: 0 });
    expect(links.filter(({ sku }) => sku === 'FROM-THE-WEB')).toMatchObject([{ cloverId: item.id }]);
  });
});
