import { describe, expect, it } from 'vitest';
import { create, type OpenTill, type OpenTillOptions, openTill, pluck } from './open-till.ts';

interface Pizza extends OpenTill {
  readonly group: string;
  readonly size: string;
  readonly large: string;
  readonly thin: string;
  readonly member: string;
}

/** A group of two attributes with one member: large and thin. */
async function openPizza(options: OpenTillOptions = {}): Promise<Pizza> {
  const open = await openTill(options);
  const group = await create(open, '/item_groups', { name: 'Margherita' });
  const size = await create(open, '/attributes', { name: 'Size', itemGroup: { id: group } });
  const crust = await create(open, '/attributes', { name: 'Crust', itemGroup: { id: group } });
  const large = await create(open, `/attributes/${size}/options`, { name: 'Large' });
  const thin = await create(open, `/attributes/${crust}/options`, { name: 'Thin' });
  const member = await create(open, '/items', { price: 1200, itemGroup: { id: group }, sku: 'M-L' });
  // In the other order than the attributes were made.
  const elements = [thin, large].map((id) => ({ item: { id: member }, option: { id } }));
  await open.call('POST', '/option_items', { elements });
  return { ...open, group, size, large, thin, member };
}

const read = async ({ call, member }: Pizza) => (await call('GET', `/items/${member}?expand=options`)).json;

describe('a member of an item group', () => {
  it('gets its name from the group and its options, in the order of the attributes', async () => {
    const pizza = await openPizza();
    const { json } = await pizza.call('GET', `/items/${pizza.member}?expand=options`);
    expect(json).toMatchObject({ name: 'Margherita Large Thin', itemGroup: { id: pizza.group } });
    expect(json.options.elements[1]).toEqual({
      id: pizza.large,
      name: 'Large',
      attribute: { id: pizza.size },
    });
  });

  it('cannot be named, which passes in silence or is refused when switched', async () => {
    const pizza = await openPizza();
    const { status, json } = await pizza.call('POST', `/items/${pizza.member}`, { name: 'Mine', price: 5 });
    expect([status, json.name, json.price]).toEqual([200, 'Margherita Large Thin', 5]);
    pizza.till.answers.variantName = 'refuse';
    expect((await pizza.call('POST', `/items/${pizza.member}`, { name: 'Mine' })).status).toBe(400);
    const same = { name: 'Margherita Large Thin', price: 6 };
    expect((await pizza.call('POST', `/items/${pizza.member}`, same)).status).toBe(200);
  });

  it('is renamed with the group or an option, and then counts as modified', async () => {
    const pizza = await openPizza();
    const { till, call, clock, group, size, large } = pizza;
    clock.advance(5000);
    await call('POST', `/item_groups/${group}`, { name: 'Regina' });
    expect(await read(pizza)).toMatchObject({ name: 'Regina Large Thin', modifiedTime: 1795229726000 });
    await call('POST', `/attributes/${size}/options/${large}`, { name: '18"' });
    expect((await read(pizza)).name).toBe('Regina 18" Thin');
    till.staff.renameGroup(group, 'Bufala');
    till.staff.renameOption(large, 'XL');
    expect((await read(pizza)).name).toBe('Bufala XL Thin');
    const untie = { elements: [{ item: { id: pizza.member }, option: { id: large } }] };
    await call('POST', '/option_items?delete=true', untie);
    expect((await read(pizza)).name).toBe('Bufala Thin');
  });

  it('whose name stays the same does not count as modified', async () => {
    const pizza = await openPizza();
    const before = (await read(pizza)).modifiedTime;
    pizza.clock.advance(5000);
    const elements = [{ item: { id: pizza.member }, option: { id: pizza.large } }];
    await pizza.call('POST', '/option_items', { elements });
    expect((await read(pizza)).modifiedTime).toBe(before);
  });

  it('can neither leave its group nor take options of another', async () => {
    const pizza = await openPizza();
    const { call, member } = pizza;
    const other = await create(pizza, '/item_groups', { name: 'Other' });
    const attribute = await create(pizza, '/attributes', { name: 'Size', itemGroup: { id: other } });
    const option = await create(pizza, `/attributes/${attribute}/options`, { name: 'Large' });
    expect((await call('POST', `/items/${member}`, { itemGroup: { id: other } })).status).toBe(400);
    expect((await call('POST', `/items/${member}`, { itemGroup: null })).status).toBe(400);
    await call('PUT', `/items/${member}`, { name: 'x' });
    expect((await read(pizza)).itemGroup).toEqual({ id: pizza.group });
    const elements = [{ item: { id: member }, option: { id: option } }];
    expect((await call('POST', '/option_items', { elements })).status).toBe(400);
    const plain = await create(pizza, '/items', { name: 'Tea', price: 199 });
    const foreign = [{ item: { id: plain }, option: { id: pizza.large } }];
    expect((await call('POST', '/option_items', { elements: foreign })).status).toBe(400);
    const joined = await call('POST', `/items/${plain}`, { itemGroup: { id: pizza.group } });
    expect(joined.json.name).toBe('Margherita');
  });
});

describe('an item group', () => {
  it('shows its attributes with options, and its items, when expanded', async () => {
    const { call, group, member } = await openPizza();
    const { json } = await call('GET', `/item_groups/${group}?expand=items,attributes.options`);
    expect(json.attributes.elements[0].options.elements[0].name).toBe('Large');
    expect(json.items.elements[0].id).toBe(member);
    expect((await call('GET', `/item_groups/${group}`)).json).toEqual({ id: group, name: 'Margherita' });
    const options = await call('GET', '/options');
    expect(pluck(options, 'name')).toEqual(['Large', 'Thin']);
    const members = await call('GET', `/items?filter=itemGroup.id=${group}`);
    expect(pluck(members, 'id')).toEqual([member]);
  });

  it('leaves its members as plain items when deleted, or takes them along when switched', async () => {
    const kept = await openPizza();
    await kept.call('DELETE', `/item_groups/${kept.group}`);
    const plain = await read(kept);
    expect(plain).toMatchObject({ name: 'Margherita Large Thin', options: { elements: [] } });
    expect('itemGroup' in plain).toBe(false);
    expect(kept.till.state.attributes.size).toBe(0);
    const gone = await openPizza({ answers: { groupDeleteCascades: true } });
    await gone.call('DELETE', `/item_groups/${gone.group}`);
    expect((await gone.call('GET', `/items/${gone.member}`)).status).toBe(404);
  });
});
