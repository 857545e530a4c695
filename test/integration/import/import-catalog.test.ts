import { describe, expect, it } from 'vitest';
import { listDifferences } from '../../support/compare-sides.ts';
import { startWorld, type World } from '../../support/practice-world.ts';

const countWrites = ({ practice }: World): number => {
  let writes = 0;
  for (const [route, count] of practice.storeService.counters.requests)
    if (!route.startsWith('GET ')) writes += count;
  return writes;
};

describe('an import', () => {
  it('brings the whole pizzeria into the store, sizes as variations, with nothing doubled', async () => {
    const world = await startWorld();
    const result = await world.import();
    expect(result).toMatchObject({
      state: 'done',
      failures: [],
      counts: { created: 133, failed: 0 },
      variableProductsCreated: 32,
    });
    expect(listDifferences(world.practice)).toEqual([]);
    expect(
      world.engine
        .links({ limit: 1000, offset: 0 })
        .every((link) => link.status === 'synced' && link.wooId !== null),
    ).toBe(true);
  });

  it('a second import of an unchanged catalog writes nothing at all', async () => {
    const world = await startWorld();
    await world.import();
    world.practice.storeService.counters.requests.clear();
    const plan = await world.plan();
    expect(plan.counts).toMatchObject({
      create_woo: 0,
      update_woo: 0,
      link: 0,
      review: 0,
      conflict: 0,
      skip: 133,
    });
    await world.apply(plan);
    expect(countWrites(world)).toBe(0);
  });

  it('a catalog full of oddities arrives whole: blank and double SKUs, accents, open prices, negative stock', async () => {
    const world = await startWorld({ menu: 'generated', items: 500 });
    const result = await world.import();
    expect(result.failures).toEqual([]);
    expect(result.counts.created).toBe(500);
    expect(listDifferences(world.practice)).toEqual([]);
    const again = await world.plan();
    expect(again.counts).toMatchObject({ create_woo: 0, update_woo: 0, review: 0, conflict: 0 });
  });

  it('the limits of the till are never hit', async () => {
    const world = await startWorld({ menu: 'generated', items: 500, limits: true, latencyMs: 20 });
    await world.import();
    expect(world.practice.tillService.counters.tooMany).toBe(0);
  });

  it('products are drafts unless the merchant says otherwise, hidden items stay out of the catalog', async () => {
    const world = await startWorld();
    await world.import();
    const products = [...world.practice.storeService.state.products.values()].filter(
      (product) => product.type !== 'variation',
    );
    expect(new Set(products.map((product) => product.status))).toEqual(new Set(['draft']));
    expect(products.filter((product) => product.catalogVisibility === 'hidden')).toHaveLength(
      world.practice.facts.hiddenItems,
    );
  });

  it('after the links are forgotten everything is found again by its mark', async () => {
    const world = await startWorld();
    await world.import();
    world.engine.clean();
    const plan = await world.plan();
    expect(plan.counts).toMatchObject({ create_woo: 0, link: 133, review: 0 });
    await world.apply(plan);
    expect(listDifferences(world.practice)).toEqual([]);
  });

  it('markup, rounding and status follow the rules', async () => {
    const world = await startWorld();
    world.engine.settings.set({
      'price.mode': 'markup',
      'price.markupValue': '10',
      'price.rounding': '0.05',
      'import.status': 'publish',
    });
    await world.import();
    const { state } = world.practice.storeService;
    const pizza = [...state.products.values()].find((product) => product.sku === 'bbq_ckn_s');
    expect(pizza?.regularPrice).toBe('14.05'); // 12.75 + 10 % = 14.025
    expect(state.products.get(pizza?.parentId ?? 0)?.status).toBe('publish');
  });
});

describe('a later import', () => {
  it('writes only what changed on the till, and why tells of it', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const item = [...tillService.state.items.values()].find((row) => row.sku === 'bbq_ckn_s');
    tillService.staff.editItem(item?.id ?? '', { price: 1350 });
    const plan = await world.plan();
    expect(plan.counts).toMatchObject({ update_woo: 1, create_woo: 0, conflict: 0 });
    const result = await world.apply(plan);
    expect(result.counts).toMatchObject({ updated: 1, created: 0, failed: 0 });
    expect(
      [...storeService.state.products.values()].find((row) => row.sku === 'bbq_ckn_s')?.regularPrice,
    ).toBe('13.50');
    const story = world.engine.why('bbq_ckn_s', 'price');
    expect(story).toMatchObject({
      ok: true,
      value: {
        fields: [
          {
            till: 1350,
            store: 1350,
            history: [{ rule: 'till-changed', before: 1275, after: 1350 }, { rule: 'new' }],
          },
        ],
      },
    });
  });

  it('leaves what was edited in the store, and calls edits on both sides a conflict', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const find = (sku: string) =>
      [...storeService.state.products.values()].find((row) => row.sku === sku)?.id ?? 0;
    const tillId = (sku: string) =>
      [...tillService.state.items.values()].find((row) => row.sku === sku)?.id ?? '';
    storeService.staff.editProduct(find('bbq_ckn_s'), { regular_price: '11.11' });
    storeService.staff.editProduct(find('bbq_ckn_m'), { regular_price: '11.12' });
    tillService.staff.editItem(tillId('bbq_ckn_m'), { price: 1999 });
    const plan = await world.plan();
    expect(plan.counts).toMatchObject({ update_woo: 0, conflict: 1 });
    await world.apply(plan);
    expect(world.engine.status().products).toMatchObject({ conflict: 1, synced: 164 });
    expect(storeService.state.products.get(find('bbq_ckn_s'))?.regularPrice).toBe('11.11');
    expect(storeService.state.products.get(find('bbq_ckn_m'))?.regularPrice).toBe('11.12');
  });

  it('never overwrites an edit made after the plan', async () => {
    const world = await startWorld();
    await world.import();
    const { tillService, storeService } = world.practice;
    const item = [...tillService.state.items.values()].find((row) => row.sku === 'bbq_ckn_s');
    tillService.staff.editItem(item?.id ?? '', { price: 1350 });
    const plan = await world.plan();
    const product = [...storeService.state.products.values()].find((row) => row.sku === 'bbq_ckn_s');
    storeService.staff.editProduct(product?.id ?? 0, { regular_price: '9.99' });
    const result = await world.apply(plan);
    expect(result.failures).toMatchObject([{ failure: { code: 'RUN_STALE_ROW' } }]);
    expect(storeService.state.products.get(product?.id ?? 0)?.regularPrice).toBe('9.99');
  });

  it('a run that would zero many stocks stops and asks, and goes on when approved', async () => {
    const world = await startWorld({ menu: 'generated', items: 500 });
    await world.import();
    const { tillService, storeService } = world.practice;
    const counted = [...tillService.state.itemStocks.values()]
      .filter((row) => (row.quantity ?? 0) >= 1)
      .slice(0, 12);
    for (const { id } of counted) tillService.staff.recount(id, 0);
    const plan = await world.plan();
    await expect(world.apply(plan)).rejects.toThrow('RUN_BRAKED');
    expect(
      [...storeService.state.products.values()].filter((row) => row.stockQuantity === 0).length,
    ).toBeLessThan(500);
    world.engine.approve(plan.runId);
    const result = await world.apply(plan);
    expect(result.counts.updated).toBe(12);
    expect(listDifferences(world.practice)).toEqual([]);
  });

  it('an item that is gone from the till is unpublished in the store', async () => {
    const world = await startWorld();
    world.engine.settings.set({ 'import.status': 'publish' });
    await world.import();
    const { tillService, storeService } = world.practice;
    const item = [...tillService.state.items.values()].find(
      (row) => row.itemGroupId === undefined && !row.hidden,
    );
    tillService.staff.removeItem(item?.id ?? '');
    await world.import();
    const link = world.engine.links({ limit: 1000, offset: 0 }).find((it) => it.cloverId === item?.id);
    expect(link?.status).toBe('deleted');
    expect(storeService.state.products.get(link?.wooId ?? 0)?.status).toBe('draft');
    expect((await world.plan()).counts.update_woo).toBe(0);
  });
});
