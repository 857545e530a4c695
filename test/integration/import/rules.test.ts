import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import type { ProductRecord } from '../../../src-practice/store/products/product.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { startWorld, unwrap, type World } from '../../support/practice-world.ts';

const listProducts = ({ practice }: World): ProductRecord[] => [
  ...practice.storeService.state.products.values(),
];
const findByName = (world: World, name: string) =>
  listProducts(world).find((product) => product.name === name);

describe('rules of an import', () => {
  it('different currencies are refused when the second side is connected', async () => {
    const world = await startWorld();
    world.practice.storeService.staff.setting('general', 'woocommerce_currency', 'EUR');
    const again = await world.engine.connections.connectStore(world.practice.store);
    expect(again).toMatchObject({
      ok: false,
      failure: { code: 'PAIR_CURRENCY_DIFFERS', facts: { till: 'USD', store: 'EUR' } },
    });
  });

  it('a different tax mode is named and waits for a person’s word, then prices follow it', async () => {
    const world = await startWorld();
    const { staff } = world.practice.storeService;
    staff.setting('tax', 'woocommerce_prices_include_tax', 'yes');
    staff.setting('general', 'woocommerce_calc_taxes', 'yes');
    const plan = await world.plan();
    expect(plan.obstacle?.code).toBe('PAIR_TAX_MODE_DIFFERS');
    await expect(world.apply(plan)).rejects.toThrow('PAIR_TAX_MODE_DIFFERS');
    world.engine.settings.set({ 'price.tax': 'add' });
    await world.import();
    const pizza = listProducts(world).find((product) => product.sku === 'bbq_ckn_s');
    expect(pizza?.regularPrice).toBe('13.77'); // 12.75 + 8 %
  });

  it('categories keep their parents; tag mode makes categories of labels and group names', async () => {
    const world = await startWorld();
    await world.import();
    const { categories } = world.practice.storeService.state;
    const named = (name: string) => [...categories.values()].find((category) => category.name === name);
    expect(named('Chicken')?.parent).toBe(named('Pizzas')?.id);
    const other = await startWorld();
    other.engine.settings.set({ 'import.categoryMode': 'tag' });
    await other.import();
    const names = [...other.practice.storeService.state.categories.values()].map((category) => category.name);
    expect(names).toContain('Vegetarian');
    expect(names).not.toContain('Pizzas');
  });

  it('items without a category get the default one, untaxed ones their tax class, empty descriptions are filled', async () => {
    const world = await startWorld();
    world.engine.settings.set({
      'import.defaultCategory': 'Everything else',
      'import.taxClass': 'none',
      'import.fillDescription': 'on',
    });
    const { tillService, storeService } = world.practice;
    tillService.staff.addItem({ name: 'Loose thing', price: 100 });
    await world.import();
    const category = [...storeService.state.categories.values()].find((it) => it.name === 'Everything else');
    expect(findByName(world, 'Loose thing')?.categoryIds).toEqual([category?.id]);
    expect(findByName(world, 'Loose thing')?.taxStatus).toBe('none');
    const parent = findByName(world, 'The Calabrese Pizza');
    expect(parent?.shortDescription).toContain('Pancetta');
  });

  it('a product whose stock management is off keeps it off', async () => {
    const world = await startWorld();
    const { tillService, storeService } = world.practice;
    const item = tillService.staff.addItem({ name: 'Loose thing', price: 100, sku: 'LT-1' });
    tillService.staff.recount(item, 7);
    const product = storeService.staff.addProduct({
      name: 'Loose thing',
      sku: 'LT-1',
      regular_price: '9.00',
    });
    const plan = await world.plan();
    const row = unwrap(world.engine.rows(plan.runId, { limit: 1000, offset: 0 })).find(
      (it) => it.sku === 'LT-1',
    );
    expect(row).toMatchObject({ action: 'link', reason: 'SAME_SKU', wooId: product });
    expect(row?.notes).toContain('STOCK_NOT_MANAGED');
    await world.apply(plan);
    expect(storeService.state.products.get(product)).toMatchObject({
      manageStock: false,
      stockQuantity: null,
      regularPrice: '1.00',
      name: 'Loose thing',
    });
  });

  it('a category that the merchant gave a product stays when the till’s categories change', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const item = [...tillService.state.items.values()].find(
      (row) => row.itemGroupId === undefined && !row.hidden,
    );
    const link = world.engine.links({ limit: 1000, offset: 0 }).find((it) => it.cloverId === item?.id);
    const before = storeService.state.products.get(link?.wooId ?? 0)?.categoryIds ?? [];
    storeService.staff.editProduct(link?.wooId ?? 0, { categories: [...before, 15].map((id) => ({ id })) });
    const [first] = tillService.state.itemCategories.rightsOf(item?.id ?? '');
    const other = [...tillService.state.categories.keys()].find((id) => id !== first) ?? '';
    tillService.state.itemCategories.unlink(item?.id ?? '', first ?? '');
    tillService.state.itemCategories.link(item?.id ?? '', other);
    await world.import();
    const wooId = world.engine
      .links({ limit: 1000, offset: 0 })
      .find((it) => it.kind === 'category' && it.cloverId === other)?.wooId;
    expect(storeService.state.products.get(link?.wooId ?? 0)?.categoryIds).toContain(wooId);
    expect(storeService.state.products.get(link?.wooId ?? 0)?.categoryIds).not.toContain(before[0]);
  });

  it('a stock that would go to zero is read at the till once more before it is written', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const [counted] = [...tillService.state.itemStocks.values()].filter((row) => (row.quantity ?? 0) > 3);
    const id = counted?.id ?? '';
    tillService.staff.recount(id, 0);
    const plan = await world.plan();
    tillService.staff.recount(id, 8);
    await world.apply(plan);
    const link = world.engine.links({ limit: 1000, offset: 0 }).find((it) => it.cloverId === id);
    expect(storeService.state.products.get(link?.wooId ?? 0)?.stockQuantity).toBe(8);
  });

  it('a plugin’s refusal is told in the store’s own words, and the import goes on', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const bySku = (sku: string) => [...storeService.state.products.values()].find((row) => row.sku === sku);
    for (const item of tillService.state.items.values())
      if (['bbq_ckn_s', 'bbq_ckn_m'].includes(item.sku ?? ''))
        tillService.staff.editItem(item.id, { price: 4242 });
    storeService.staff.lock(bySku('bbq_ckn_s')?.id ?? 0, true);
    const { counts, failures } = await world.import();
    expect(counts).toMatchObject({ updated: 1, failed: 1 });
    expect(describeFailure(failures[0]?.failure ?? createFailure('RUN_BUSY')).message).toContain(
      'Catalog Lock',
    );
    expect(bySku('bbq_ckn_m')?.regularPrice).toBe('42.42');
    const told = world.engine.records.log({
      level: 'error',
      search: 'Catalog Lock',
      sort: 'atMs',
      isDescending: true,
      limit: 9,
      offset: 0,
    });
    expect(told.entries).toMatchObject([{ action: 'update', failure: { code: 'WOO_REFUSED' } }]);
    const priceOf = (sku: string) => unwrap(world.engine.why(sku, 'price')).fields[0];
    expect(priceOf('bbq_ckn_s')?.waiting).toMatchObject({
      to: 'store',
      till: 4242,
      wanted: 4242,
      failure: { code: 'WOO_REFUSED' },
    });
    expect(priceOf('bbq_ckn_m')?.waiting).toBeNull();
    storeService.staff.lock(bySku('bbq_ckn_s')?.id ?? 0, false);
    await world.import();
    expect(priceOf('bbq_ckn_s')).toMatchObject({ store: 4242, waiting: null });
  });

  it('a new markup changes prices because of the settings, not because of the till', async () => {
    const world = await startWorld();
    await world.import();
    world.engine.settings.set({ 'price.mode': 'markup', 'price.markupValue': '10 %' });
    const { runId } = await world.plan();
    const { rows } = unwrap(
      world.engine.records.rows(runId, { action: 'update_woo', search: 'bbq_ckn_s', limit: 9, offset: 0 }),
    );
    expect(rows).toMatchObject([{ reason: 'RULES_CHANGED' }]);
    expect(rows[0]?.decisions.find(({ field }) => field === 'price')).toMatchObject({
      rule: 'rules-changed',
    });
  });
});
