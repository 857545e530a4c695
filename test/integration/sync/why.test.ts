import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../../src-main/domain/fields.ts';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { createPalette } from '../../../src-main/headless/terminal/palette.ts';
import { createValueFormat } from '../../../src-main/headless/views/field-values.ts';
import { describeStory } from '../../../src-main/headless/views/story-view.ts';
import type { HandlerDeps } from '../../../src-main/ipc/handler-deps.ts';
import { createRunHandlers } from '../../../src-main/ipc/handlers/run.ts';
import { createFieldView } from '../../../src-main/ipc/views/field-value.ts';
import { toStory } from '../../../src-main/ipc/views/product-view.ts';
import { story } from '../../../src-preload/contract/shapes.ts';
import { makeGuestOrder } from '../../support/guest-order.ts';
import { extendWorld, type LiveWorld } from '../../support/live-world.ts';
import { startWorld, unwrap } from '../../support/practice-world.ts';
import { startSmallWorld } from '../../support/small-world.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

/** As `why` says it, without the times. */
function sayWhy({ engine }: Pick<LiveWorld, 'engine'>, product: string, field?: FieldName): string[] {
  const story = unwrap(engine.why(product, field));
  return describeStory(story, createValueFormat(engine), createPalette(false)).map((line) =>
    line.replace(/^ {4}\S.*? {2}run \d+ {2}/, '    ').replace(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, 'TIME'),
  );
}

/** As the window gets it, checked against what it takes. */
function tellWindow({ engine }: Pick<LiveWorld, 'engine'>, product: string) {
  const told = unwrap(engine.why(product));
  const listed = unwrap(engine.records.product(told.link.id));
  return story.parse(toStory(listed, told, createFieldView(engine.records.categoryNames())));
}

/** A host that names its answers. */
const nameAnswers = (real: Transport): Transport => ({
  send: async (request) => {
    const answer = await real.send(request);
    return { ...answer, headers: { ...answer.headers, 'x-request-id': 'host-1234' } };
  },
});

const money = (amount: number): string => `$${(amount / 100).toFixed(2)}`;

describe('why', () => {
  it('says what the till had and has, where the store’s value came over', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = item.price;
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '66.25' });
    await world.sync();
    expect(sayWhy(world, item.id, 'price').slice(1, 3)).toEqual([
      expect.stringMatching(/^Made in the store by run \d+ /),
      '  price: till $66.25, store $66.25',
    ]);
    expect(sayWhy(world, item.id, 'price')[3]).toBe(
      `    store -> till  ${money(before)} -> $66.25  (it was changed in the store)`,
    );
  });

  it('says that a person gave both sides a value of their own', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 725 });
    world.practice.storeService.staff.editProduct(product.id, { regular_price: '8.00' });
    await world.sync();
    const [conflict] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
    unwrap(world.engine.conflicts.resolve({ id: conflict?.id ?? 0, take: 'value', value: 750 }));
    await world.sync();
    const lines = sayWhy(world, item.id, 'price');
    expect(lines).toContain('  price: till $7.50, store $7.50');
    const why = '(a person gave both sides a value of their own)';
    expect(lines).toContain(`    person -> till  $7.25 -> $7.50  ${why}`);
    expect(lines).toContain(`    person -> store  $8.00 -> $7.50  ${why}`);
  });

  it('adds up where both sides sold', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    world.practice.tillService.staff.recount(item.id, 16);
    await world.sync();
    world.practice.tillService.staff.sell(item.id, 2);
    world.practice.storeService.staff.placeOrder(
      makeGuestOrder({ lines: [{ productId: product.id, quantity: 3, choices: [] }] }),
    );
    await world.sync();
    const lines = sayWhy(world, item.id, 'stock');
    expect(lines).toContain('  stock: till 11, store 11');
    expect(lines.filter((line) => line.includes('->')).slice(0, 2)).toEqual([
      '    store -> till  14 -> 11  (the count moved there by as many pieces)',
      '    till -> store  13 -> 11  (the count moved there by as many pieces)',
    ]);
  });

  it('says of a person’s stock file what each side had', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const had = world.stock(item.id);
    const plan = unwrap(world.engine.stock.planCsv(`Clover ID,Stock\n${item.id},77\n`));
    unwrap(await world.engine.apply(plan.runId, LISTEN));
    expect(world.product(product.id).stockQuantity).toBe(77);
    const why = '(a person’s stock file says so)';
    const lines = sayWhy(world, item.id, 'stock');
    expect(lines).toContain(`    person -> till  ${had} -> 77  ${why}`);
    expect(lines).toContain(`    person -> store  ${had} -> 77  ${why}`);
  });

  it('says what waits, and who refused it with which words', async () => {
    const world = await startSmallWorld({ wrap: nameAnswers });
    const { item, product } = world.pick();
    const before = money(item.price);
    world.practice.storeService.staff.lock(product.id, true);
    world.practice.tillService.staff.editItem(item.id, { price: 7195 });
    await world.sync();
    const [, , sides, line, reason] = sayWhy(world, item.id, 'price');
    expect(sides).toBe(`  price: till $71.95, store ${before}; $71.95 for the store was refused`);
    expect(line).toBe(`    till -> store refused  ${before} -> $71.95  (it was changed on the till)`);
    expect(reason).toMatch(/The store refused this.*\[WOO_REFUSED, request host-1234\]$/);
    const [field] = tellWindow(world, item.id).fields.filter(({ field: name }) => name === 'price');
    const refused = {
      failure: { code: 'WOO_REFUSED', message: expect.stringContaining('The store refused') },
    };
    expect(field).toMatchObject({
      waiting: { to: 'store', till: 7195, store: item.price, wanted: 7195, ...refused },
      history: [{ side: 'till', to: 'store', before: item.price, after: 7195, ...refused }, {}],
    });
  });

  it('of what was refused and given up says no more that it waits', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const before = item.price;
    world.practice.storeService.staff.lock(product.id, true);
    world.practice.tillService.staff.editItem(item.id, { price: 7195 });
    await world.sync();
    world.practice.tillService.staff.editItem(item.id, { price: before });
    await world.sync();
    expect(unwrap(world.engine.why(item.id, 'price')).fields[0]?.waiting).toBeNull();
    expect(sayWhy(world, item.id, 'price')).toContain(
      `  price: till ${money(before)}, store ${money(before)}`,
    );
  });

  it('says that a person took it off sale, and how far that has come', async () => {
    const world = await startSmallWorld();
    const { item } = world.pick();
    unwrap(world.engine.stock.setSoldOut(item.id, { untilMs: null }));
    expect(sayWhy(world, item.id).join('\n')).toContain('and the till is not switched off yet');
    expect(sayWhy(world, item.id, 'availability')).toContain(
      '  availability: till on sale, store on sale; switched off for the till is on its way',
    );
    await world.sync();
    const off = sayWhy(world, item.id, 'availability');
    expect(off.join('\n')).toContain('Sold out by hand on both sides');
    expect(tellWindow(world, item.id)).toMatchObject({
      soldOut: { backMs: null, isOffOnTill: true, store: 'off' },
    });
    expect(off).toContain('    person -> till  on sale -> switched off  (a person said that it is sold out)');
    unwrap(world.engine.stock.setSoldOut(item.id, null));
    await world.sync();
    expect(sayWhy(world, item.id, 'availability')).toContain(
      '    person -> till  switched off -> on sale  (it was put back on sale)',
    );
  });

  it('never says that a draft was on sale', async () => {
    const world = await startDrafts();
    const { item } = world.pick();
    expect(sayWhy(world, item.id, 'availability')).toEqual([
      expect.any(String),
      expect.stringMatching(/^Made in the store by run/),
      '  availability: till on sale, store unpublished',
      '    till -> store  unpublished  (it was made as a draft, as your settings say)',
    ]);
    unwrap(world.engine.stock.setSoldOut(item.id, { untilMs: null }));
    await world.sync();
    expect(sayWhy(world, item.id, 'availability')[2]).toMatch(
      /^Sold out by hand on the till \(the store does not show it: it is a draft there\), until/,
    );
    unwrap(world.engine.stock.setSoldOut(item.id, null));
    await world.sync();
    const publish = unwrap(world.engine.records.planPublish());
    unwrap(await world.engine.apply(publish.runId, LISTEN));
    expect(sayWhy(world, item.id, 'availability')).toContain(
      '    till -> store  unpublished -> on sale  (a person decided so)',
    );
  });

  it('says of what was deleted where, and when it was noticed', async () => {
    const world = await startSmallWorld();
    const [first, second] = [world.pick(0), world.pick(1)];
    world.practice.tillService.staff.removeItem(first.item.id);
    world.practice.storeService.staff.trash(second.product.id);
    await world.sync();
    const lines = sayWhy(world, first.item.id, 'price');
    expect(lines[2]).toMatch(
      /^Deleted on the till; run \d+ noticed it \(.+\)\. The values are the last ones/,
    );
    expect(lines[3]).toBe(
      `  price: till deleted, had ${money(first.item.price)}, store ${money(first.item.price)}`,
    );
    expect(sayWhy(world, first.item.id, 'availability').slice(3, 5)).toEqual([
      '  availability: till deleted, had on sale, store unpublished',
      '    till -> store  unpublished  (the item is gone from the till)',
    ]);
    expect(tellWindow(world, first.item.id)).toMatchObject({
      gone: { side: 'till', runId: expect.any(Number), atMs: expect.any(Number) },
    });
    const other = sayWhy(world, second.item.id, 'availability');
    expect(other[2]).toMatch(/^Deleted in the store; run \d+ noticed it/);
    expect(other).toContain('  availability: till hidden, store deleted, had on sale');
    expect(other).toContain('    store -> till  hidden  (the product is gone from the store)');
  });

  it('tells where a product came from that the till was given', async () => {
    const world = await startSmallWorld();
    unwrap(world.engine.settings.set({ 'sync.create.till': 'on' }));
    const { staff } = world.practice.storeService;
    staff.addProduct({ name: 'Limoncello', type: 'simple', regular_price: '9.50' });
    const shirt = staff.addProduct({
      name: 'Shirt',
      type: 'variable',
      attributes: [{ name: 'Size', variation: true, visible: true, options: ['S', 'L'] }],
    });
    staff.addVariation(shirt, {
      regular_price: '20.00',
      sku: 'SHIRT-S',
      attributes: [{ name: 'Size', option: 'S' }],
    });
    await world.sync();
    const lines = sayWhy(world, 'Limoncello', 'price');
    expect(tellWindow(world, 'Limoncello').made).toMatchObject({ side: 'till' });
    expect(lines[1]).toMatch(/^Made on the till by run \d+ \(.+\), from the store’s product\.$/);
    expect(lines.slice(2)).toEqual([
      '  price: till $9.50, store $9.50',
      '    store -> till  $9.50  (the till did not have it, so it was made there)',
    ]);
    expect(sayWhy(world, 'SHIRT-S', 'price').slice(2)).toEqual([
      '  price: till $20.00, store $20.00',
      '    store -> till  $20.00  (the till did not have it, so it was made there)',
    ]);
  });

  it('says that an undo put it back, and what each side then had', async () => {
    const world = await startSmallWorld();
    const { item, product } = world.pick();
    const { name } = item;
    world.practice.storeService.staff.editProduct(product.id, { name: 'Mistyped' });
    await world.sync();
    unwrap(await world.engine.undo(world.engine.runs(1)[0]?.id ?? (0 as never), LISTEN));
    const lines = sayWhy(world, item.id, 'name');
    expect(lines).toContain(`    person -> till  Mistyped -> ${name}  (an undo put it back)`);
    expect(lines).toContain(
      `    store -> till  ${name} -> Mistyped  (it was changed in the store; undone since)`,
    );
  });
});

/** An import that leaves its products as drafts, as it does unless it is told otherwise. */
async function startDrafts() {
  const world = await startWorld();
  unwrap(world.engine.settings.set({ 'import.status': 'draft', 'orders.enabled': 'off' }));
  await world.import();
  const live = extendWorld(world);
  await live.sync();
  return live;
}

describe('a name', () => {
  it.each(['till', 'store'] as const)(
    'that the %s gave is the one that the product is found by',
    async (side) => {
      const world = await startSmallWorld();
      const { item, product } = world.pick();
      const old = item.name;
      if (side === 'till')
        world.practice.tillService.staff.editItem(item.id, { name: 'Affogato grande', price: 712 });
      else {
        world.practice.storeService.staff.editProduct(product.id, { name: 'Affogato grande' });
        // A price that goes the other way in the same run must not bring the old name back.
        world.practice.tillService.staff.editItem(item.id, { price: 712 });
      }
      await world.sync();
      expect([world.item(item.id).name, world.product(product.id).name]).toEqual([
        'Affogato grande',
        'Affogato grande',
      ]);
      expect(unwrap(world.engine.why('Affogato grande')).link.cloverId).toBe(item.id);
      const find = (search: string) =>
        world.engine.records
          .products({ search, sort: 'name', isDescending: false, limit: 5, offset: 0 })
          .products.map(({ link }) => link.name);
      expect(find('affogato gra')).toEqual(['Affogato grande']);
      expect(find(old)).not.toContain(old);
      if (side === 'till') return;
      unwrap(await world.engine.undo(world.engine.runs(1)[0]?.id ?? (0 as never), LISTEN));
      expect(find('affogato gra')).toEqual([]);
      expect(find(old)).toContain(old);
    },
  );

  it('of a product with variants goes to its variants as the till has them', async () => {
    const world = await startSmallWorld();
    const links = () => world.engine.links({ limit: 1000, offset: 0 });
    const group = links().find(({ groupId, cloverId }) => groupId === cloverId);
    world.practice.storeService.staff.editProduct(group?.wooId ?? 0, { name: 'Grand' });
    await world.sync();
    await world.sync();
    const variants = links().filter((it) => it.kind === 'variation' && it.groupId === group?.cloverId);
    expect(variants.length).toBeGreaterThan(1);
    for (const { name, cloverId } of variants) {
      expect(name).toBe(world.item(cloverId).name);
      expect(name).toMatch(/^Grand /);
    }
  });

  it('of a person’s own, or typed on both sides, is the one that the product is found by', async () => {
    const world = await startSmallWorld();
    const [own, both] = [world.pick(0), world.pick(1)];
    const { tillService, storeService } = world.practice;
    tillService.staff.editItem(own.item.id, { name: 'Left', price: 711 });
    storeService.staff.editProduct(own.product.id, { name: 'Right' });
    tillService.staff.editItem(both.item.id, { name: 'Agreed by chance' });
    storeService.staff.editProduct(both.product.id, { name: 'Agreed by chance' });
    await world.sync();
    expect(unwrap(world.engine.why('Agreed by chance')).link.cloverId).toBe(both.item.id);
    const [conflict] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
    unwrap(world.engine.conflicts.resolve({ id: conflict?.id ?? 0, take: 'value', value: 'Middle' }));
    await world.sync();
    expect(unwrap(world.engine.why('Middle')).link.cloverId).toBe(own.item.id);
  });
});

describe('a run of the sync', () => {
  it('is logged with what it changed on each side, and named by a product that it wrote', async () => {
    const world = await startSmallWorld();
    const [clash, first, second] = [world.pick(0), world.pick(1), world.pick(2)];
    const { tillService, storeService } = world.practice;
    tillService.staff.editItem(clash.item.id, { price: 711 });
    storeService.staff.editProduct(clash.product.id, { regular_price: '8.00' });
    storeService.staff.editProduct(first.product.id, { regular_price: '66.25' });
    storeService.staff.editProduct(second.product.id, { regular_price: '67.25' });
    tillService.staff.editItem(second.item.id, { sku: 'NEW-CODE' });
    await world.sync();
    const deps = { engine: world.engine } as unknown as HandlerDeps;
    const list = unwrap(await createRunHandlers(deps)['run:list']({ limit: 1, offset: 0 }));
    expect(list).toMatchObject([{ kind: 'sync', changes: 3 }]);
    expect([first.item.name, second.item.name]).toContain(list[0]?.firstName);
    const [run] = world.engine.runs(1);
    const messages = world.engine.log({ limit: 50, offset: 0 }).filter(({ runId }) => runId === run?.id);
    expect(messages.find(({ message }) => message.startsWith('finished'))).toMatchObject({
      side: 'app',
      message: 'finished: 0 made, 3 changed (2 on the till, 1 in the store), 0 linked, 0 refused',
    });
  });
});
