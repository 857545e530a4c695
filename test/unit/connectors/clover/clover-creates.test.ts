import { describe, expect, it } from 'vitest';
import { asCloverId } from '../../../../src-main/domain/ids.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import { type OpenTillOptions, openTill } from '../support/open-till.ts';
import { loseAnswer, nameCall, refuseWith, watchTraffic } from '../support/till-traffic.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const SIZES = [{ name: 'Size', options: ['Small', 'Large'] }];

const open = (options: OpenTillOptions = {}) => {
  const traffic = watchTraffic();
  const till = openTill({ wrap: traffic.wrap, ...options });
  const listWrites = (): string[] => traffic.calls.filter((call) => !call.startsWith('GET'));
  const listItems = () => [...till.service.state.items.values()];
  return { ...till, traffic, listWrites, listItems };
};

/** The nth write is carried out and its answer lost; all others pass. */
const loseWrite = (till: ReturnType<typeof open>, lost: number): void => {
  let count = 0;
  till.traffic.meddle = ({ method }, serve) => {
    if (method === 'GET') return undefined;
    count += 1;
    return count === lost ? loseAnswer(serve) : undefined;
  };
};

describe('an item made on the till', () => {
  it('has all that was asked for, in one call, and nothing more', async () => {
    const till = open();
    const wanted = {
      name: 'Soup',
      priceAmount: 599,
      sku: 'S-1',
      barcode: '0123456789012',
      alternateName: 'Suppe',
      isHidden: true,
    };
    const made = take(
      await till.port.createItem({ ...wanted, stockCount: 5, categories: { add: [], remove: [] } }),
    );
    expect(made).toMatchObject({ ...wanted, isAvailable: true, groupId: null, stock: null });
    expect(till.traffic.calls).toEqual(['POST /items']);
    expect(take(await till.port.readItems([made.id]))).toEqual([made]);
  });

  it('is not made again by itself after a lost answer', async () => {
    const till = open();
    loseWrite(till, 1);
    const outcome = await till.port.createItem({ name: 'Soup', priceAmount: 599 });
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(till.listItems()).toHaveLength(1);
    expect(till.listWrites()).toHaveLength(1);
  });

  it('is unknown where the answer has no id', async () => {
    const till = open();
    till.traffic.meddle = async () => ({
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(await till.port.createItem({ name: 'Soup', priceAmount: 1 })).toMatchObject({ kind: 'unknown' });
  });

  it('is refused by its name, with the till’s own words', async () => {
    const till = open();
    expect(await till.port.createItem({ name: 'Soup', priceAmount: -1 })).toMatchObject({
      kind: 'rejected',
      status: 400,
      failure: { code: 'CLOVER_REFUSED', facts: { thing: 'Soup', message: expect.stringMatching(/price/i) } },
    });
  });
});

describe('an item group made on the till', () => {
  it('has its attributes and options in the order given, and its members get their options', async () => {
    const till = open();
    const attributes = [...SIZES, { name: 'Crust', options: ['Thin'] }];
    const group = take(await till.port.createItemGroup('Pizza', attributes));
    expect(take(await till.port.readLists()).itemGroups.get(group.id)).toEqual(group);
    expect(group.attributes.map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual(
      [
        ['Size', ['Small', 'Large']],
        ['Crust', ['Thin']],
      ],
    );
    const optionIds = group.attributes.flatMap(({ options }) => options.slice(-1).map(({ id }) => id));
    const member = { groupId: group.id, optionIds };
    const made = take(
      await till.port.createItem({ name: 'Pizza Large', priceAmount: 1_200, sku: 'P-L', member }),
    );
    const [present] = take(await till.port.readItems([made.id]));
    expect(present).toMatchObject({ groupId: group.id, optionIds, sku: 'P-L', priceAmount: 1_200 });
  });

  it('is one and whole wherever an answer was lost, when it is asked for again', async () => {
    // The group, its attribute, and two options.
    for (const lost of [1, 2, 3, 4]) {
      const till = open();
      loseWrite(till, lost);
      expect(await till.port.createItemGroup('Tee', SIZES)).toMatchObject({ kind: 'unknown' });
      expect(till.listWrites()).toHaveLength(lost);
      const group = take(await till.port.createItemGroup('Tee', SIZES));
      const { state } = till.service;
      expect([state.itemGroups.size, state.attributes.size, state.options.size]).toEqual([1, 1, 2]);
      expect(take(await till.port.readLists()).itemGroups.get(group.id)).toEqual(group);
    }
  });

  it('is made anew beside one of the same name that has items, or that a person has begun otherwise', async () => {
    const till = open({
      catalog: {
        itemGroups: [
          {
            key: 'used',
            name: 'Tee',
            attributes: SIZES.map((axis) => ({ ...axis, options: [...axis.options] })),
          },
          { key: 'other', name: 'Tee', attributes: [{ name: 'Color', options: ['Red'] }] },
        ],
        items: [{ name: 'x', priceCents: 1, group: { key: 'used', options: ['Small'] } }],
      },
    });
    const group = take(await till.port.createItemGroup('Tee', SIZES));
    expect([...till.ids.itemGroups.values()]).not.toContain(group.id);
    expect(till.service.state.itemGroups.size).toBe(3);
  });

  it('has a member once wherever its making was cut off between its two calls', async () => {
    const till = open({
      catalog: {
        itemGroups: [
          {
            key: 'tee',
            name: 'Tee',
            attributes: [...SIZES.map((axis) => ({ ...axis, options: [...axis.options] }))],
          },
        ],
      },
    });
    const groupId = asCloverId(till.ids.itemGroups.get('tee') ?? '');
    const lists = take(await till.port.readLists());
    const optionIds = (lists.itemGroups.get(groupId)?.attributes[0]?.options ?? [])
      .slice(0, 1)
      .map(({ id }) => id);
    const item = { name: 'Tee Small', priceAmount: 2_000, sku: 'T-S', member: { groupId, optionIds } };
    till.traffic.meddle = (request) =>
      nameCall(request).startsWith('POST /option_items') ? refuseWith(503, 'Busy') : undefined;
    expect(await till.port.createItem(item)).toMatchObject({ kind: 'unknown' });
    till.traffic.meddle = () => undefined;
    const made = take(await till.port.createItem(item));
    expect(till.listItems()).toHaveLength(1);
    const [present] = take(await till.port.readItems([made.id]));
    expect(present).toMatchObject({ name: expect.stringContaining('Small'), optionIds });
  });

  it('takes another name, and with it all its items', async () => {
    const till = open({
      catalog: {
        itemGroups: [{ key: 'tee', name: 'Tee', attributes: [{ name: 'Size', options: ['S'] }] }],
        items: [{ name: 'x', priceCents: 1, group: { key: 'tee', options: ['S'] } }],
      },
    });
    take(await till.port.renameItemGroup(asCloverId(till.ids.itemGroups.get('tee') ?? ''), 'Shirt'));
    expect(till.listItems()[0]?.name).toContain('Shirt');
    expect(await till.port.renameItemGroup(asCloverId('0000000000000'), 'Coat')).toMatchObject({
      kind: 'rejected',
      failure: { code: 'CLOVER_THING_GONE', facts: { thing: 'Coat' } },
    });
  });
});

describe('a category made on the till', () => {
  const CATALOG = {
    categories: [
      { key: 'drinks', name: 'Drinks' },
      { key: 'hot', name: 'Hot', parentKey: 'drinks' },
    ],
  };

  it('is the one of the same name in the same place where there is one', async () => {
    const till = open({ catalog: CATALOG });
    const [drinks, hot] = ['drinks', 'hot'].map((key) => asCloverId(till.ids.categories.get(key) ?? ''));
    if (!drinks || !hot) throw new Error('no categories');
    expect(take(await till.port.createCategory('Hot', drinks))).toBe(hot);
    const top = take(await till.port.createCategory('Hot', null));
    expect(top).not.toBe(hot);
    expect(take(await till.port.createCategory('Hot', null))).toBe(top);
    expect(till.service.state.categories.size).toBe(3);
    expect(till.listWrites()).toHaveLength(1);
  });

  it('is one after a lost answer, even under a name that the till keeps otherwise', async () => {
    const till = open();
    loseWrite(till, 1);
    expect(await till.port.createCategory('Fire 🔥', null)).toMatchObject({ kind: 'unknown' });
    expect(till.listWrites()).toHaveLength(1);
    take(await till.port.createCategory('Fire 🔥', null));
    expect(till.service.state.categories.size).toBe(1);
  });

  it('takes another name, and is refused by it where it is gone', async () => {
    const till = open({ catalog: CATALOG });
    const id = asCloverId(till.ids.categories.get('hot') ?? '');
    take(await till.port.renameCategory(id, 'Warm'));
    expect(till.service.state.categories.get(id)?.name).toBe('Warm');
    expect(await till.port.renameCategory(asCloverId('0000000000000'), 'Cold')).toMatchObject({
      failure: { code: 'CLOVER_THING_GONE', facts: { thing: 'Cold' } },
    });
  });
});
