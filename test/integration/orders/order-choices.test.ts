import { describe, expect, it } from 'vitest';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

function findModifier({ practice }: OrderShop, name: string) {
  const { modifiers } = practice.tillService.state;
  for (const modifier of modifiers.values()) if (modifier.name === name) return modifier;
  throw new Error(`no modifier ${name}`);
}

const listCodes = (shop: OrderShop, id: number): readonly string[] =>
  (shop.flow(id).ticket?.remarks ?? []).map(({ failure }) => failure.code);

const listModifications = (shop: OrderShop, id: number) =>
  shop
    .shown(id)[0]
    ?.lines[0]?.modifications.map(({ modifierId, name, amount }) => [modifierId, name, amount]);

describe('a modifier that changed on the till after the customer saw it', { timeout: 30_000 }, () => {
  it.each(['own', 'add-ons', 'food', 'plain'] as const)(
    'is still that modifier by its former name, in the words of "%s", before and after the sync',
    async (format) => {
      const shop = await startOrderShop();
      const ham = findModifier(shop, 'Ham');
      const wish = { format, lines: [{ sku: 'MARG', chosen: ['Ham'] }] };
      const early = shop.order(wish);
      const late = shop.order({ ...wish, status: 'pending' });
      const { modifiers } = shop.practice.tillService.state;
      modifiers.put({ ...ham, name: 'Prosciutto di Parma' });
      await shop.sync(true);
      await shop.settle();
      shop.time.pass(120_000);
      await shop.sync(true);
      shop.practice.storeService.staff.turnOrder(late, 'processing');
      await shop.settle();
      for (const id of [early, late]) {
        expect(listModifications(shop, id)?.[0]?.[0]).toBe(ham.id);
        expect(listCodes(shop, id)).toEqual([]);
        expect(shop.shown(id)[0]?.total).toBe(1245);
      }
      expect(shop.alerts()).toEqual([]);
    },
  );

  it('is charged at its former price without a word of forgery, before and after the sync', async () => {
    const shop = await startOrderShop();
    const ham = findModifier(shop, 'Ham');
    const wish = { lines: [{ sku: 'MARG', chosen: ['Ham'] }] };
    const early = shop.order(wish);
    const late = shop.order({ ...wish, status: 'pending' });
    shop.practice.tillService.state.modifiers.put({ ...ham, price: 400 });
    await shop.settle();
    shop.time.pass(120_000);
    await shop.sync(true);
    shop.practice.storeService.staff.turnOrder(late, 'processing');
    await shop.settle();
    for (const id of [early, late]) {
      expect(listCodes(shop, id)).toEqual([]);
      expect(shop.shown(id)[0]?.total).toBe(1245);
    }
    expect(shop.alerts()).toEqual([]);
  });

  it('is charged with the shop’s markup, and that is no other price', async () => {
    const shop = await startOrderShop({
      settings: { 'price.mode': 'markup', 'price.markupType': 'percent', 'price.markupValue': '-60' },
    });
    const id = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham'], forgedCents: 60 }] });
    const forged = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham'], forgedCents: 59 }] });
    await shop.settle();
    expect(listCodes(shop, id)).toEqual([]);
    expect(listCodes(shop, forged)).toEqual(['ORDER_CHOICE_PRICE_FORGED']);
  });
});

describe('a choice that the till asks for', { timeout: 30_000 }, () => {
  it.each([
    ['the store was told of it: flagged', {}, ['ORDER_CHOICE_TOO_FEW']],
    ['modifier groups are not kept in step: the store cannot know', { 'sync.field.modifiers': 'off' }, []],
    ['no plugin of the store shows them: it cannot ask', { 'sync.addOns': 'none' }, []],
  ])('is missing, and %s', async (_, settings, codes) => {
    const shop = await startOrderShop({ settings });
    const { modifierGroups } = shop.practice.tillService.state;
    for (const group of modifierGroups.values()) modifierGroups.put({ ...group, minRequired: 1 });
    const id = shop.order();
    await shop.settle();
    expect(listCodes(shop, id)).toEqual(codes);
    expect(shop.tickets(id)).toBe(1);
    const most = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham', 'Olives', 'Basil', 'Ham'] }] });
    await shop.settle();
    expect(listCodes(shop, most), 'too many are told all the same').toContain('ORDER_CHOICE_TOO_MANY');
  });

  it('is not flagged where a person keeps the modifiers of one product as they are', async () => {
    const shop = await startOrderShop();
    const { modifierGroups } = shop.practice.tillService.state;
    const { link } = unwrap(shop.engine.why('MARG', 'modifiers'));
    unwrap(shop.engine.records.pin(link.id, 'modifiers', true));
    for (const group of modifierGroups.values()) modifierGroups.put({ ...group, minRequired: 1 });
    const id = shop.order();
    await shop.settle();
    expect(listCodes(shop, id)).toEqual([]);
  });
});

describe('what plugins write in ways of their own', { timeout: 30_000 }, () => {
  it('`Add-on: Ham` with `+ $1.50` beside it is that modifier at that price', async () => {
    const shop = await startOrderShop();
    const chosen = ['Ham', 'Basil', 'Olives'];
    const id = shop.order({ format: 'plain', lines: [{ sku: 'MARG', quantity: 2, chosen }] });
    await shop.settle();
    expect(listModifications(shop, id)).toEqual([
      [findModifier(shop, 'Ham').id, 'Ham', 150],
      [findModifier(shop, 'Basil').id, 'Basil', 0],
      [findModifier(shop, 'Olives').id, 'Olives', 75],
    ]);
    expect(shop.shown(id)[0]?.lines[0]?.note ?? '').toBe('');
    expect(listCodes(shop, id)).toEqual([]);
  });

  it('PPOM’s groups are told by the words that customers see', async () => {
    const shop = await startOrderShop();
    const { modifierGroups } = shop.practice.tillService.state;
    const [group] = modifierGroups.values();
    if (!group) throw new Error('no group');
    modifierGroups.put({ ...group, name: 'Toppings & more' });
    const known = shop.order({ format: 'ppom', lines: [{ sku: 'MARG', chosen: ['Ham'] }] });
    await shop.settle();
    expect(listModifications(shop, known)).toEqual([[findModifier(shop, 'Ham').id, 'Ham', 150]]);
    const orders = shop.practice.storeService.state.orders;
    const id = shop.order({ format: 'ppom', status: 'pending', lines: [{ sku: 'MARG', chosen: ['Ham'] }] });
    shop.practice.tillService.state.modifiers.delete(findModifier(shop, 'Ham').id);
    shop.practice.storeService.staff.turnOrder(id, 'processing');
    shop.time.pass(120_000);
    await shop.settle();
    expect(orders.get(id)?.lines[0]?.meta.some(({ key }) => key === 'toppings_more')).toBe(true);
    expect(shop.shown(id)[0]?.lines[0]?.note).toBe('Toppings & more: Ham');
  });

  it.each([
    ['pickup', 'Pickup'],
    ['delivery', 'Delivery'],
  ] as const)('CodeRockz’ day and time of a %s stand in title and note', async (method, word) => {
    const shop = await startOrderShop();
    const wantedMs = Date.UTC(2026, 10, 28, 23, 30);
    const id = shop.order({ timeFormat: 'coderockz', method, wantedMs, deliveryCents: 300 });
    await shop.settle();
    const [row] = shop.shown(id);
    expect(row?.title).toContain(`${word} 2026-11-28 18:30 - 19:00`);
    expect(row?.note).toContain('2026-11-28 18:30 - 19:00');
  });
});
