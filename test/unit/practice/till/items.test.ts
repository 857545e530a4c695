import { describe, expect, it } from 'vitest';
import { create, openTill, pluck } from './open-till.ts';

describe('an item', () => {
  it('can be sent twice and is then there twice', async () => {
    const { till, call } = await openTill();
    await call('POST', '/items', { name: 'Soup', price: 599, sku: 'S1' });
    await call('POST', '/items', { name: 'Soup', price: 599, sku: 'S1' });
    expect(till.state.items.size).toBe(2);
  });

  it('is changed in part by POST: what is not sent stays', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599, sku: 'S1', hidden: true });
    open.clock.advance(5000);
    const { json } = await open.call('POST', `/items/${id}`, { name: 'Broth' });
    expect(json).toMatchObject({ name: 'Broth', price: 599, sku: 'S1', hidden: true });
    expect(json.modifiedTime).toBe(1795229726000);
    const cleared = await open.call('POST', `/items/${id}`, { sku: null });
    expect('sku' in cleared.json).toBe(false);
  });

  it('is replaced by PUT, which wants a name', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599, sku: 'S1', hidden: true });
    const refused = await open.call('PUT', `/items/${id}`, { price: 700 });
    expect([refused.status, refused.json.message]).toEqual([400, 'Name must not be null']);
    const { json } = await open.call('PUT', `/items/${id}`, { name: 'Broth' });
    expect(json).toMatchObject({ id, name: 'Broth', price: 599, hidden: false });
    expect('sku' in json).toBe(false);
  });

  it('never takes relations, stock or unknown fields from its body', async () => {
    const open = await openTill();
    const category = await create(open, '/categories', { name: 'Soups' });
    const body = { name: 'Soup', price: 599, categories: [{ id: category }], quantity: 4, colour: 'red' };
    const id = await create(open, '/items', body);
    const { json } = await open.call('GET', `/items/${id}?expand=categories,itemStock`);
    expect(json.categories).toEqual({ elements: [] });
    expect(json.itemStock).toEqual({ item: { id } });
    expect('colour' in json).toBe(false);
  });

  it.each([
    [{ price: 1 }, 'Name must not be null'],
    [{ name: '', price: 1 }, 'Name must not be empty'],
    [{ name: 'x'.repeat(128), price: 1 }, 'Name cannot exceed 127 characters'],
    [{ name: 'x' }, 'Price must not be null'],
    [{ name: 'x', price: -1 }, 'Price must not be less than 0'],
    [{ name: 'x', price: 1.5 }, 'Price: Invalid input: expected int, received number'],
    [{ name: 'x', price: 1, sku: 'x'.repeat(101) }, 'Sku cannot exceed 100 characters'],
    [{ name: 'x', price: 1, code: 'x'.repeat(101) }, 'Code cannot exceed 100 characters'],
    [{ name: 'x', price: 1, unitName: 'x'.repeat(65) }, 'UnitName cannot exceed 64 characters'],
    ['{', 'Request body is not valid JSON'],
  ])('is refused as %j', async (body, message) => {
    const { till, call } = await openTill();
    const { status, json } = await call('POST', '/items', body);
    expect([status, json]).toEqual([400, { message }]);
    expect(till.state.items.size).toBe(0);
  });

  it('keeps accents and markup; emoji become question marks', async () => {
    const { call } = await openTill();
    const { json } = await call('POST', '/items', { name: 'Crème <b>"&%\' 🍕🧀', price: 1 });
    expect(json.name).toBe('Crème <b>"&%\' ??');
  });

  it('of a VAT merchant also shows the price without tax', async () => {
    const open = await openTill({ merchant: { vat: true } });
    await create(open, '/tax_rates', { name: 'VAT', rate: 2_000_000, isDefault: true });
    const { json } = await open.call('POST', '/items', { name: 'Soup', price: 1200 });
    expect(json.priceWithoutVat).toBe(1000);
    const plain = await openTill();
    const other = await plain.call('POST', '/items', { name: 'Soup', price: 1200 });
    expect('priceWithoutVat' in other.json).toBe(false);
  });
});

describe('a deleted item', () => {
  it('leaves lists and is known only to a filter on deleted', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599 });
    const kept = await create(open, '/items', { name: 'Tea', price: 199 });
    const tag = await create(open, '/tags', { name: 'hot' });
    await open.call('POST', '/tag_items', { elements: [{ item: { id }, tag: { id: tag } }] });
    await open.call('POST', `/item_stocks/${id}`, { quantity: 4 });
    expect((await open.call('DELETE', `/items/${id}`)).json).toEqual({});
    expect(pluck(await open.call('GET', '/items'), 'id')).toEqual([kept]);
    const deleted = await open.call('GET', '/items?filter=deleted=true');
    expect(deleted.json.elements).toHaveLength(1);
    expect(deleted.json.elements[0]).toMatchObject({ id, deleted: true });
    expect((await open.call('GET', `/items/${id}`)).status).toBe(404);
    expect((await open.call('POST', `/items/${id}`, { name: 'x' })).status).toBe(404);
    expect((await open.call('DELETE', `/items/${id}`)).status).toBe(404);
    expect((await open.call('GET', '/item_stocks')).json.elements).toEqual([]);
    expect((await open.call('GET', '/tag_items')).json.elements).toEqual([]);
    expect(open.till.state.items.get(id)?.name).toBe('Soup');
  });

  it('may be shown always or never, for nobody has seen what Clover does', async () => {
    const open = await openTill({ answers: { deletedItems: 'always', deletedItemRead: 'shown' } });
    const id = await create(open, '/items', { name: 'Soup', price: 599 });
    await open.call('DELETE', `/items/${id}`);
    expect(pluck(await open.call('GET', '/items'), 'deleted')).toEqual([true]);
    expect((await open.call('GET', `/items/${id}`)).json.deleted).toBe(true);
    open.till.answers.deletedItems = 'never';
    expect(pluck(await open.call('GET', '/items?filter=deleted=true'), 'id')).toEqual([]);
  });
});

describe('items in bulk', () => {
  it('are created in one call, or not at all', async () => {
    const { till, call } = await openTill();
    const items = [
      { name: 'Soup', price: 599 },
      { name: 'Tea', price: -1 },
    ];
    const refused = await call('POST', '/bulk_items', { items });
    expect([refused.status, refused.json.message]).toEqual([400, 'items.1.price must not be less than 0']);
    const nameless = await call('POST', '/bulk_items', { items: [items[0], { price: 1 }] });
    expect(nameless.json.message).toBe('items.1: Name must not be null');
    expect(till.state.items.size).toBe(0);
    const created = await call('POST', '/bulk_items', { items: [items[0], { name: 'Tea', price: 1 }] });
    expect(created.json.map(({ name }: { name: string }) => name)).toEqual(['Soup', 'Tea']);
    expect(till.state.items.size).toBe(2);
  });

  it('are changed in part in one call, or not at all, 2,500 at most', async () => {
    const open = await openTill();
    const soup = await create(open, '/items', { name: 'Soup', price: 599, sku: 'S1' });
    const tea = await create(open, '/items', { name: 'Tea', price: 199 });
    const unknown = [
      { id: soup, price: 1 },
      { id: 'AAAAAAAAAAAAA', price: 1 },
    ];
    expect((await open.call('PUT', '/bulk_items', { items: unknown })).status).toBe(400);
    expect(open.till.state.items.get(soup)?.price).toBe(599);
    const items = [
      { id: tea, price: 299 },
      { id: soup, hidden: true },
    ];
    const { json } = await open.call('PUT', '/bulk_items', { items });
    expect(json[0]).toMatchObject({ id: tea, name: 'Tea', price: 299 });
    expect(json[1]).toMatchObject({ id: soup, sku: 'S1', price: 599, hidden: true });
    const many = (count: number) => ({ items: Array.from({ length: count }, () => ({ id: tea })) });
    expect((await open.call('PUT', '/bulk_items', many(2500))).status).toBe(200);
    expect((await open.call('PUT', '/bulk_items', many(2501))).status).toBe(400);
  });

  it('are deleted by their ids', async () => {
    const open = await openTill();
    const ids = [];
    for (const name of ['a', 'b', 'c']) ids.push(await create(open, '/items', { name, price: 1 }));
    expect((await open.call('DELETE', `/items?itemIds=${ids[0]},${ids[2]}`)).json).toEqual({});
    expect(pluck(await open.call('GET', '/items'), 'name')).toEqual(['b']);
    expect((await open.call('DELETE', '/items')).status).toBe(400);
  });
});
