import { describe, expect, it } from 'vitest';
import { create, type OpenTill, type OpenTillOptions, openTill, pluck } from './open-till.ts';

interface Menu extends OpenTill {
  readonly soup: { id: string };
  readonly tea: { id: string };
  readonly warm: { id: string };
}

/** Two items and a category. */
async function openMenu(options: OpenTillOptions = {}): Promise<Menu> {
  const open = await openTill(options);
  return {
    ...open,
    soup: { id: await create(open, '/items', { name: 'Soup', price: 599 }) },
    tea: { id: await create(open, '/items', { name: 'Tea', price: 199 }) },
    warm: { id: await create(open, '/categories', { name: 'Warm' }) },
  };
}

const names = async ({ call, warm }: Menu) =>
  pluck(await call('GET', `/categories/${warm.id}/items`), 'name');

describe('associations', () => {
  it('are made and undone by pairs and answer {}', async () => {
    const menu = await openMenu();
    const { call, soup, tea, warm } = menu;
    const elements = [soup, tea].map((item) => ({ item, category: warm }));
    const made = await call('POST', '/category_items', { elements });
    expect([made.status, made.json]).toEqual([200, {}]);
    expect(await names(menu)).toEqual(['Tea', 'Soup']);
    await call('POST', '/category_items?delete=true', { elements: [elements[0]] });
    expect(await names(menu)).toEqual(['Tea']);
  });

  it.each([
    ['tag_items', 'tag', '/tags', 'tags'],
    ['tax_rate_items', 'taxRate', '/tax_rates', 'taxRates'],
    ['item_modifier_groups', 'modifierGroup', '/modifier_groups', 'modifierGroups'],
  ])('of %s show on the item', async (path, side, rows, field) => {
    const open = await openMenu();
    const { call, soup: item } = open;
    const other = { id: await create(open, rows, { name: 'Some' }) };
    await call('POST', `/${path}`, { elements: [{ item, [side]: other }] });
    const { json } = await call('GET', `/items/${item.id}?expand=${field}`);
    expect(json[field].elements).toHaveLength(1);
    expect(json[field].elements[0]).toMatchObject({ id: other.id, name: 'Some' });
    await call('POST', `/${path}?delete=true`, { elements: [{ item, [side]: other }] });
    const after = await call('GET', `/items/${item.id}?expand=${field}`);
    expect(after.json[field]).toEqual({ elements: [] });
  });

  it('do not move the modified time of the item', async () => {
    const { call, clock, soup, warm } = await openMenu();
    const before = (await call('GET', `/items/${soup.id}`)).json.modifiedTime;
    clock.advance(10_000);
    await call('POST', '/category_items', { elements: [{ item: soup, category: warm }] });
    expect((await call('GET', `/items/${soup.id}`)).json.modifiedTime).toBe(before);
  });

  it('of a category go all at once when only one side is named', async () => {
    const menu = await openMenu();
    const { call, soup, tea, warm } = menu;
    const elements = [soup, tea].map((item) => ({ item, category: warm }));
    await call('POST', '/category_items', { elements });
    await call('POST', '/category_items?delete=true', { elements: [{ item: soup }] });
    expect(await names(menu)).toEqual(['Tea']);
    await call('POST', '/category_items?delete=true', { elements: [{ category: warm }] });
    expect(await names(menu)).toEqual([]);
    const refused = await call('POST', '/tag_items?delete=true', { elements: [{ item: soup }] });
    expect(refused.status).toBe(400);
  });

  it('with one bad pair change nothing', async () => {
    const menu = await openMenu();
    const { call, soup, warm } = menu;
    const unknown = { id: 'AAAAAAAAAAAAA' };
    const elements = [
      { item: soup, category: warm },
      { item: unknown, category: warm },
    ];
    const refused = await call('POST', '/category_items', { elements });
    expect([refused.status, refused.json.message]).toEqual([400, 'Invalid item id: AAAAAAAAAAAAA']);
    expect(await names(menu)).toEqual([]);
    expect((await call('POST', '/category_items', {})).status).toBe(400);
    expect((await call('POST', '/category_items', { elements: [{ item: soup }] })).status).toBe(400);
  });

  it('made twice or undone twice are fine, or refused when switched', async () => {
    const menu = await openMenu();
    const { till, call, soup, warm } = menu;
    const body = { elements: [{ item: soup, category: warm }] };
    await call('POST', '/category_items', body);
    expect((await call('POST', '/category_items', body)).status).toBe(200);
    till.answers.duplicatePair = 'refuse';
    expect((await call('POST', '/category_items', body)).status).toBe(400);
    await call('POST', '/category_items?delete=true', body);
    expect((await call('POST', '/category_items?delete=true', body)).status).toBe(200);
    till.answers.absentPair = 'refuse';
    expect((await call('POST', '/category_items?delete=true', body)).status).toBe(400);
  });

  it('may show only after a while, in the order they were written', async () => {
    const menu = await openMenu({ writeLagMs: 500 });
    const { call, clock, soup, tea, warm } = menu;
    const body = (item: { id: string }) => ({ elements: [{ item, category: warm }] });
    expect((await call('POST', '/category_items', body(soup))).status).toBe(200);
    clock.advance(300);
    await call('POST', '/category_items', body(tea));
    await call('POST', '/category_items?delete=true', body(soup));
    expect(await names(menu)).toEqual([]);
    clock.advance(200);
    expect(await names(menu)).toEqual(['Soup']);
    clock.advance(300);
    expect(await names(menu)).toEqual(['Tea']);
    await call('POST', '/category_items', body(soup));
    await call('POST', '/category_items?delete=true', body(soup));
    clock.advance(500);
    expect(await names(menu)).toEqual(['Tea']);
  });

  it('that are late never bring back what was deleted meanwhile', async () => {
    const { till, call, clock, soup, warm } = await openMenu({ writeLagMs: 500 });
    await call('POST', '/category_items', { elements: [{ item: soup, category: warm }] });
    await call('DELETE', `/items/${soup.id}`);
    clock.advance(500);
    await call('GET', '/items');
    expect([...till.state.itemCategories.entries()]).toEqual([]);
  });

  it('of tags can be listed as pairs, page by page', async () => {
    const open = await openMenu();
    const tag = { id: await create(open, '/tags', { name: 'hot' }) };
    const elements = [open.soup, open.tea].map((item) => ({ item, tag }));
    await open.call('POST', '/tag_items', { elements });
    expect((await open.call('GET', '/tag_items')).json.elements).toEqual(elements);
    const page = await open.call('GET', `/tag_items?limit=1&offset=1&filter=tag.id=${tag.id}`);
    expect(page.json.elements).toEqual([elements[1]]);
  });
});

describe('categories', () => {
  it('go to the end unless told where, and lose their subcategories with them', async () => {
    const { call, till, warm } = await openMenu();
    const soups = await call('POST', '/categories', { name: 'Soups', parentCategory: warm });
    expect(soups.json).toMatchObject({ sortOrder: 2, parentCategory: warm, deleted: false });
    expect('modifiedTime' in soups.json).toBe(false);
    const deeper = await call('POST', '/categories', { name: 'x', parentCategory: { id: soups.json.id } });
    expect(deeper.status).toBe(400);
    await call('POST', '/categories', { name: 'First', sortOrder: 0 });
    expect(pluck(await call('GET', '/categories'), 'name')).toEqual(['First', 'Warm', 'Soups']);
    await call('DELETE', `/categories/${warm.id}`);
    expect([...till.state.categories.values()].map(({ name }) => name)).toEqual(['First']);
    expect(till.state.items.size).toBe(2);
  });
});

describe('modifiers', () => {
  it('belong to one group, are changed in part and cannot be negative', async () => {
    const open = await openTill();
    const group = await create(open, '/modifier_groups', { name: 'Size', minRequired: 2, maxAllowed: 1 });
    const other = await create(open, '/modifier_groups', { name: 'Other' });
    const path = `/modifier_groups/${group}/modifiers`;
    const big = await create(open, path, { name: 'Big', price: 100 });
    const huge = await create(open, path, { name: 'Huge', price: 200 });
    expect((await open.call('POST', path, { name: 'x', price: -1 })).status).toBe(400);
    expect((await open.call('POST', path, { name: 'x' })).status).toBe(400);
    const changed = await open.call('POST', `${path}/${big}`, { available: false });
    expect(changed.json).toMatchObject({ name: 'Big', price: 100, available: false });
    const elsewhere = `/modifier_groups/${other}/modifiers/${big}`;
    expect((await open.call('GET', elsewhere)).status).toBe(404);
    expect((await open.call('GET', `/modifier_groups/${group}`)).json.modifierIds).toBe(`${big},${huge}`);
    expect(pluck(await open.call('GET', '/modifiers'), 'name')).toEqual(['Big', 'Huge']);
    expect(pluck(await open.call('GET', `/modifier_groups/${other}/modifiers`), 'name')).toEqual([]);
    await open.call('DELETE', `/modifier_groups/${group}`);
    expect(pluck(await open.call('GET', '/modifiers'), 'name')).toEqual([]);
  });

  it('of a group tell which items use it', async () => {
    const open = await openMenu();
    const modifierGroup = { id: await create(open, '/modifier_groups', { name: 'Size' }) };
    const elements = [{ item: open.soup, modifierGroup }];
    await open.call('POST', '/item_modifier_groups', { elements });
    const items = await open.call('GET', `/modifier_groups/${modifierGroup.id}/items`);
    expect(pluck(items, 'name')).toEqual(['Soup']);
  });
});
