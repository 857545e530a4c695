import { describe, expect, it } from 'vitest';
import { asCloverId, type CloverId } from '../../../../src-main/domain/ids.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import type { TillPatch } from '../../../../src-main/domain/till-patch.ts';
import type { TillWrite } from '../../../../src-main/engine/ports.ts';
import { type OpenTill, type OpenTillOptions, openTill } from '../support/open-till.ts';
import { loseAnswer, refuseWith, watchTraffic } from '../support/till-traffic.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const openMenu = (count: number, options: OpenTillOptions = {}) => {
  const traffic = watchTraffic();
  const open = openTill({
    wrap: traffic.wrap,
    ...options,
    catalog: {
      categories: ['a', 'b', 'c'].map((key) => ({ key, name: key.toUpperCase() })),
      items: Array.from({ length: count }, (_, at) => ({
        name: `Dish ${at}`,
        priceCents: 100 + at,
        categoryKeys: ['a'],
      })),
      ...options.catalog,
    },
  });
  const ids = open.ids.items.map(asCloverId);
  const category = (key: string): CloverId => asCloverId(open.ids.categories.get(key) ?? '');
  const listWrites = (): string[] => traffic.calls.filter((call) => !call.startsWith('GET'));
  return { ...open, itemIds: ids, category, traffic, listWrites };
};

const change = (
  id: CloverId | undefined,
  patch: TillPatch,
  addCategoryIds: readonly CloverId[] = [],
): TillWrite => ({ id: id ?? asCloverId(''), patch, addCategoryIds });

const readRow = (open: OpenTill, id: CloverId | undefined) => open.service.state.items.get(id ?? '');

describe('changes of items on the till', () => {
  it('write exactly the fields they name, each in the till’s own word', async () => {
    const open = openMenu(1);
    const [id] = open.itemIds;
    const before = readRow(open, id);
    const patch = {
      name: 'Soup',
      priceAmount: 0,
      sku: 'S-1',
      barcode: '0123456789012',
      alternateName: 'Suppe',
      isHidden: true,
      isAvailable: false,
    };
    expect(take(await open.port.writeItems([change(id, patch)]))).toEqual([{ isDone: true }]);
    const [item] = take(await open.port.readItems(open.itemIds));
    expect(item).toMatchObject(patch);
    take(await open.port.writeItems([change(id, { sku: '' })]));
    expect(readRow(open, id)).toEqual({
      ...before,
      name: 'Soup',
      price: 0,
      sku: '',
      code: '0123456789012',
      alternateName: 'Suppe',
      hidden: true,
      available: false,
    });
  });

  it('go one by one while they are few and together when they are many, in the fewest calls', async () => {
    const open = openMenu(1_200);
    const reprice = (count: number) =>
      open.port.writeItems(open.itemIds.slice(0, count).map((id) => change(id, { priceAmount: 7 })));
    take(await reprice(2));
    expect(open.listWrites()).toEqual(open.itemIds.slice(0, 2).map((id) => `POST /items/${id}`));
    open.traffic.calls.length = 0;
    const answers = take(await reprice(1_200));
    expect(answers).toHaveLength(1_200);
    expect(open.traffic.calls).toEqual(['PUT /bulk_items', 'PUT /bulk_items', 'PUT /bulk_items']);
    expect([...open.service.state.items.values()].every(({ price }) => price === 7)).toBe(true);
  });

  it('that are refused among many are named, and all the others are written', async () => {
    const open = openMenu(40);
    const [gone, wrong] = [open.itemIds[7], open.itemIds[31]];
    open.service.staff.removeItem(gone ?? '');
    const answers = take(
      await open.port.writeItems(
        open.itemIds.map((id) => change(id, id === wrong ? { priceAmount: -1 } : { priceAmount: 9 })),
      ),
    );
    const refused = answers.flatMap((answer, at) => (answer.isDone ? [] : [{ at, ...answer.failure }]));
    expect(refused).toMatchObject([
      { at: 7, code: 'CLOVER_THING_GONE', facts: { thing: gone } },
      {
        at: 31,
        code: 'CLOVER_REFUSED',
        facts: { thing: wrong, status: 400, message: expect.stringMatching(/price/i) },
      },
    ]);
    const written = open.itemIds.filter((id) => id !== gone && id !== wrong);
    expect(written.every((id) => readRow(open, id)?.price === 9)).toBe(true);
    expect(open.listWrites().length).toBeLessThan(30);
  });

  it('are never on their way together, whoever sends them', async () => {
    const open = openMenu(12, { holdMs: 40 });
    await Promise.all([
      ...open.itemIds.slice(0, 4).map((id) => open.port.writeItems([change(id, { priceAmount: 1 })])),
      ...open.itemIds.slice(4, 8).map((id) => open.port.writeStock(id, 5)),
      open.port.createCategory('New', null),
      open.port.readCatalog(() => undefined),
    ]);
    expect(open.traffic.mostWrites).toBe(1);
    expect(open.service.counters.maxInFlight).toBeGreaterThan(1);
  });

  it('whose answer was lost are unknown, and not said again here', async () => {
    for (const count of [1, 20]) {
      const open = openMenu(count);
      open.traffic.meddle = ({ method }, serve) => (method === 'GET' ? undefined : loseAnswer(serve));
      const rows = open.itemIds.map((id) => change(id, { priceAmount: 3 }));
      expect(await open.port.writeItems(rows)).toMatchObject({ kind: 'unknown' });
      expect(open.listWrites()).toHaveLength(1);
    }
  });

  it('wait where the till asks for it, and say for how long', async () => {
    const open = openMenu(1);
    open.traffic.meddle = async () => ({
      status: 429,
      headers: { 'retry-after': '21' },
      body: '',
    });
    const outcome = await open.port.writeItems([change(open.itemIds[0], { priceAmount: 3 })]);
    expect(outcome).toMatchObject({ kind: 'retryAfter', failure: { code: 'CLOVER_LIMITED' } });
    expect(outcome.kind === 'retryAfter' && outcome.delayMs).toBeGreaterThanOrEqual(21_000);
    expect(open.listWrites()).toHaveLength(1);
  });

  it('tell a token that may only read from one that is dead', async () => {
    const reader = openMenu(1, { permissions: { inventory: 'r', merchant: 'r' } });
    const rows = [change(reader.itemIds[0], { priceAmount: 3 })];
    expect(await reader.port.writeItems(rows)).toMatchObject({
      kind: 'rejected',
      failure: { code: 'CLOVER_PERMISSION_MISSING', facts: { permission: 'Inventory write' } },
    });
    reader.service.tokens.revoke(reader.token);
    expect(await reader.port.writeItems(rows)).toMatchObject({ kind: 'authLost' });
  });
});

describe('categories of items on the till', () => {
  it('are added and removed as differences; what nobody spoke of stays', async () => {
    const open = openMenu(2);
    const [first, second] = open.itemIds;
    const [a, b, c] = ['a', 'b', 'c'].map(open.category);
    if (!a || !b || !c) throw new Error('no categories');
    const patch = { categories: { add: [], remove: [a] } };
    take(
      await open.port.writeItems([
        change(first, patch, [b, c]),
        change(second, { categories: { add: [], remove: [] } }, [b]),
      ]),
    );
    const items = take(await open.port.readItems(open.itemIds));
    expect(items.map(({ categoryIds }) => new Set(categoryIds))).toEqual([new Set([b, c]), new Set([a, b])]);
    expect(open.listWrites()).toEqual(['POST /category_items', 'POST /category_items?delete=true']);
  });

  it('go at most a hundred pairs a call', async () => {
    const open = openMenu(130);
    const rows = open.itemIds.map((id) => change(id, {}, [open.category('b'), open.category('c')]));
    take(await open.port.writeItems(rows));
    expect(open.listWrites()).toHaveLength(3);
    expect(open.service.state.itemCategories.leftsOf(open.category('c')).size).toBe(130);
  });

  it('may be said twice, even to a till that refuses what is so already', async () => {
    const open = openMenu(5, { answers: { duplicatePair: 'refuse', absentPair: 'refuse' } });
    const patch = { categories: { add: [], remove: [open.category('a')] } };
    const rows = open.itemIds.map((id) => change(id, patch, [open.category('b')]));
    take(await open.port.writeItems(rows));
    expect(take(await open.port.writeItems(rows)).every(({ isDone }) => isDone)).toBe(true);
    const items = take(await open.port.readItems(open.itemIds));
    expect(items.every(({ categoryIds }) => categoryIds.join() === open.category('b'))).toBe(true);
  });

  it('that are gone fail the rows that wanted them, and no other', async () => {
    const open = openMenu(3);
    const [first, second, third] = open.itemIds;
    const gone = asCloverId('0000000000000');
    const answers = take(
      await open.port.writeItems([
        change(first, {}, [open.category('b')]),
        change(second, {}, [gone]),
        change(third, {}, [open.category('b')]),
      ]),
    );
    expect(answers.map(({ isDone }) => isDone)).toEqual([true, false, true]);
    expect(answers[1]).toMatchObject({ failure: { code: 'CLOVER_REFUSED', facts: { thing: second } } });
  });

  it('and modifier groups of an item that was refused are left alone', async () => {
    const open = openMenu(1);
    const patch = { priceAmount: -5, modifierGroups: [] };
    const row = change(open.itemIds[0], patch, [open.category('b')]);
    expect(take(await open.port.writeItems([row]))).toMatchObject([{ isDone: false }]);
    expect(open.traffic.calls).toEqual([`POST /items/${open.itemIds[0]}`]);
  });
});

describe('modifier groups on the till', () => {
  const openModifiers = () => {
    const open = openMenu(2, {
      catalog: {
        modifierGroups: [
          {
            key: 'milk',
            name: 'Milk',
            minRequired: 0,
            maxAllowed: 1,
            modifiers: [
              { name: 'Oat', priceCents: 60 },
              { name: 'Soy', priceCents: 50 },
            ],
          },
          { key: 'size', name: 'Size', minRequired: 1, maxAllowed: 1, modifiers: [] },
        ],
        items: [
          { name: 'Latte', priceCents: 450, modifierGroupKeys: ['milk'] },
          { name: 'Mocha', priceCents: 500, modifierGroupKeys: ['milk'] },
        ],
      },
    });
    const [milk, size] = ['milk', 'size'].map((key) => open.ids.modifierGroups.get(key) ?? '');
    const modifiers = [...open.service.state.modifiers.values()];
    const [oat, soy] = ['Oat', 'Soy'].map((name) => modifiers.find((row) => row.name === name)?.id ?? '');
    return { open, milk: milk ?? '', size: size ?? '', oat: oat ?? '', soy: soy ?? '' };
  };

  it('become what they are to be: who has them, their rules, their modifiers, and only what differs is written', async () => {
    const { open, milk, size, oat, soy } = openModifiers();
    const group = {
      id: milk,
      name: 'Milks',
      min: 0,
      max: 2,
      sort: 1,
      mods: [
        { id: oat, name: 'Oat', price: 75, available: true },
        { id: soy, name: 'Soy', price: 50, available: false },
      ],
    };
    const modifierGroups = [group, { id: size, name: 'Size', min: 1, max: 1, sort: 2, mods: [] }];
    const rows = open.itemIds.map((id) => change(id, { modifierGroups }));
    expect(take(await open.port.writeItems(rows))).toEqual([{ isDone: true }, { isDone: true }]);
    expect(open.listWrites()).toEqual([
      `POST /modifier_groups/${milk}`,
      `POST /modifier_groups/${milk}/modifiers/${oat}`,
      `POST /modifier_groups/${milk}/modifiers/${soy}`,
      'POST /item_modifier_groups',
      'POST /item_modifier_groups',
    ]);
    // Each group is read once, and each item.
    expect(open.traffic.calls.filter((call) => call.startsWith('GET'))).toHaveLength(4);
    const { state } = open.service;
    expect(state.modifierGroups.get(milk)).toMatchObject({ name: 'Milks', minRequired: 0, maxAllowed: 2 });
    expect([state.modifiers.get(oat), state.modifiers.get(soy)]).toMatchObject([
      { price: 75, available: true },
      { price: 50, available: false },
    ]);
    open.traffic.calls.length = 0;
    take(await open.port.writeItems(open.itemIds.map((id) => change(id, { modifierGroups: [] }))));
    expect(open.listWrites()).toHaveLength(2);
    expect(state.itemModifierGroups.leftsOf(milk).size).toBe(0);
    expect(state.modifierGroups.has(milk)).toBe(true);
  });

  it('that are gone, or a modifier of them, fail the row before anything is written', async () => {
    const { open, milk, oat } = openModifiers();
    const lost = { id: 'ZZZZZZZZZZZZZ', name: 'Cream', price: 1, available: true };
    const known = { id: oat, name: 'Oat milk', price: 60, available: true };
    for (const modifierGroups of [
      [{ id: milk, name: 'Milks', min: 0, max: 1, sort: 1, mods: [known, lost] }],
      [{ id: '', name: 'Cream', min: 0, max: 1, sort: 1, mods: [] }],
    ]) {
      const answers = take(await open.port.writeItems([change(open.itemIds[0], { modifierGroups })]));
      expect(answers).toMatchObject([
        { isDone: false, failure: { code: 'CLOVER_THING_GONE', facts: { thing: 'Cream' } } },
      ]);
    }
    expect(open.listWrites()).toEqual([]);
  });
});

describe('stock on the till', () => {
  it('is set to the count, fractions and less than none too, and what the till then says is told', async () => {
    const open = openMenu(1);
    const id = open.itemIds[0] ?? asCloverId('');
    for (const count of [4, 0, -2.5]) {
      expect(take(await open.port.writeStock(id, count))).toBe(count);
      expect(take(await open.port.readStock(id))).toBe(count);
    }
  });

  it('is looked up where the answer does not tell it, and unknown where that fails: it may have been sold from', async () => {
    const open = openMenu(1);
    const id = open.itemIds[0] ?? asCloverId('');
    open.traffic.meddle = ({ method }, serve) =>
      method === 'GET' ? undefined : serve().then((answer) => ({ ...answer, body: '{}' }));
    expect(take(await open.port.writeStock(id, 3))).toBe(3);
    open.traffic.meddle = ({ method }, serve) =>
      method === 'GET'
        ? refuseWith(502, 'Bad Gateway')
        : serve().then((answer) => ({ ...answer, body: '{}' }));
    expect(await open.port.writeStock(id, 4)).toMatchObject({ kind: 'unknown' });
  });

  it('of an item that is gone is refused by its id', async () => {
    const open = openMenu(1);
    open.service.staff.removeItem(open.itemIds[0] ?? '');
    expect(await open.port.writeStock(open.itemIds[0] ?? asCloverId(''), 3)).toMatchObject({
      kind: 'rejected',
      failure: { code: 'CLOVER_THING_GONE', facts: { thing: open.itemIds[0] } },
    });
  });
});
