import { describe, expect, it } from 'vitest';
import { create, type OpenTill, openTill, pluck } from './open-till.ts';

async function openWithItems(count: number, options = {}): Promise<OpenTill> {
  const open = await openTill(options);
  open.till.load({
    categories: [],
    modifierGroups: [],
    tags: [],
    taxRates: [],
    itemGroups: [],
    items: Array.from({ length: count }, (_, index) => ({ name: `Item ${index}`, priceCents: index })),
  });
  return open;
}

describe('paging', () => {
  it('gives 100 newest first, then what is left; no total, no next', async () => {
    const { call } = await openWithItems(130);
    const first = await call('GET', '/items');
    expect(first.json.elements).toHaveLength(100);
    expect(first.json.elements[0].name).toBe('Item 129');
    const second = await call('GET', '/items?offset=100&limit=50');
    expect(pluck(second, 'name').at(-1)).toBe('Item 0');
    expect(second.json.elements).toHaveLength(30);
    expect(Object.keys(second.json).sort()).toEqual(['elements', 'href']);
    expect((await call('GET', '/items?offset=130')).json.elements).toEqual([]);
  });

  it('clamps a limit over 1000, or refuses it when switched', async () => {
    const { till, call } = await openWithItems(1001);
    const clamped = await call('GET', '/items?limit=5000');
    expect(clamped.json.elements).toHaveLength(1000);
    expect(clamped.json.href).toMatch(/limit=1000$/);
    till.answers.overLimit = 'refuse';
    expect((await call('GET', '/items?limit=5000')).status).toBe(400);
    expect((await call('GET', '/items?limit=abc')).status).toBe(400);
    till.answers.offsetCeiling = 1000;
    expect((await call('GET', '/items?offset=1000')).status).toBe(200);
    expect((await call('GET', '/items?offset=1001')).status).toBe(400);
  });

  it('echoes its address over http with the limit and url-encoded filters', async () => {
    const { url, till, call } = await openWithItems(1);
    const { json } = await call('GET', '/items?filter=price%3E=5&filter=name=a%20b');
    const base = `${url}/v3/merchants/${till.merchant.id}/items`;
    expect(json.href).toBe(`${base}?filter=price%3E%3D5&filter=name%3Da%20b&limit=100`);
    const secure = await till.handle({
      method: 'GET',
      url: `/v3/merchants/${till.merchant.id}/items`,
      headers: { authorization: `Bearer ${till.tokens.add({ inventory: 'r' })}`, 'user-agent': 'x' },
      body: '',
      origin: 'https://till.example',
    });
    expect(JSON.parse(secure.body).href).toMatch(/^http:\/\/till\.example\//);
  });

  it('by keyset sees every one of 20,000 items once, whatever comes in between', async () => {
    const { till, call } = await openWithItems(20_000, {});
    const seen = new Set<string>();
    let last = '';
    for (let page = 0; ; page += 1) {
      const after = last === '' ? '' : `&filter=id%3E${last}`;
      const answer = await call('GET', `/items?limit=1000&orderBy=id%20ASC${after}`);
      const ids = pluck(answer, 'id') as string[];
      expect([...ids].sort()).toEqual(ids);
      for (const id of ids) seen.add(id);
      last = ids.at(-1) ?? last;
      if (page === 3) till.staff.addItem({ name: 'In between', price: 1 });
      if (ids.length < 1000) break;
    }
    const missed = [...till.state.items.values()].filter(({ id }) => !seen.has(id));
    expect(missed.filter(({ name }) => name !== 'In between')).toEqual([]);
    expect(seen.size).toBeGreaterThanOrEqual(20_000);
  });

  it('can come oldest first or by id', async () => {
    const { till, call } = await openWithItems(3, { answers: { itemOrder: 'oldest' } });
    expect(pluck(await call('GET', '/items'), 'name')).toEqual(['Item 0', 'Item 1', 'Item 2']);
    till.answers.itemOrder = 'id';
    const ids = pluck(await call('GET', '/items'), 'id');
    expect(ids).toEqual([...ids].sort());
  });
});

describe('filters', () => {
  it.each([
    ['price=2', ['Item 2']],
    ['price!=2', ['Item 4', 'Item 3', 'Item 1', 'Item 0']],
    ['price%3C2', ['Item 1', 'Item 0']],
    ['price%3C=2', ['Item 2', 'Item 1', 'Item 0']],
    ['price%3E3', ['Item 4']],
    ['price%3E=3', ['Item 4', 'Item 3']],
    ['price%3E0&filter=price%3C2', ['Item 1']],
    ['name=Item%203', ['Item 3']],
    ['name=Item*', ['Item 4', 'Item 3', 'Item 2', 'Item 1', 'Item 0']],
    ['name=item*', []],
    ['hidden=true', []],
    ['sku!=x', []],
  ])('%s', async (filter, names) => {
    const { call } = await openWithItems(5);
    expect(pluck(await call('GET', `/items?filter=${filter}`), 'name')).toEqual(names);
  });

  it.each(['categories.id=x', 'categories', 'price=abc', 'hidden=1', 'toString=1'])(
    '%s is a 400',
    async (filter) => {
      const { call } = await openTill();
      const { status, json } = await call('GET', `/items?filter=${filter}`);
      expect(status).toBe(400);
      expect(json.message).toMatch(/filter/);
    },
  );

  it('reach related rows: tags, options, groups, stock, and categories without being listed', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599, code: '4006381333931' });
    await create(open, '/items', { name: 'Tea', price: 199 });
    const tag = { id: await create(open, '/tags', { name: 'hot' }) };
    const category = { id: await create(open, '/categories', { name: 'Soups' }) };
    await open.call('POST', '/tag_items', { elements: [{ item: { id }, tag }] });
    await open.call('POST', '/category_items', { elements: [{ item: { id }, category }] });
    await open.call('POST', `/item_stocks/${id}`, { quantity: 2, stockAlertThreshold: 3 });
    for (const filter of [
      `tags.id=${tag.id}`,
      'tags.name=hot',
      `categoryId=${category.id}`,
      'itemStock.quantity%3C=2',
      'lowStock=true',
      'itemCode=4006381333931',
      `id=${id}`,
      `item.id=${id}`,
    ]) {
      expect(pluck(await open.call('GET', `/items?filter=${filter}`), 'name'), filter).toEqual(['Soup']);
    }
  });

  it('find what changed since a whole second', async () => {
    const open = await openWithItems(3);
    const before = open.clock.nowMs() - (open.clock.nowMs() % 1000);
    open.clock.advance(2000);
    const [id = ''] = [...open.till.state.items.keys()];
    open.till.staff.editItem(id, { price: 7 });
    const changed = await open.call('GET', `/items?filter=modifiedTime%3E=${before + 1000}`);
    expect(pluck(changed, 'id')).toEqual([id]);
  });
});

describe('sorting', () => {
  it('goes by a field up or down; an unknown field is a 400', async () => {
    const { call } = await openWithItems(3);
    expect(pluck(await call('GET', '/items?orderBy=price'), 'price')).toEqual([0, 1, 2]);
    expect(pluck(await call('GET', '/items?orderBy=price%20DESC'), 'price')).toEqual([2, 1, 0]);
    expect(pluck(await call('GET', '/items?orderBy=price%20DESC&limit=1&offset=1'), 'price')).toEqual([1]);
    const ids = pluck(await call('GET', '/items?orderBy=id%20DESC'), 'id');
    expect(ids).toEqual([...ids].sort().reverse());
    expect((await call('GET', '/items?orderBy=colour')).status).toBe(400);
    expect((await call('GET', '/items?orderBy=price%20UP')).status).toBe(400);
  });

  it('keeps lists right after rows come and go', async () => {
    const open = await openWithItems(2);
    await open.call('GET', '/items?orderBy=id');
    const id = await create(open, '/items', { name: 'New', price: 9 });
    expect(pluck(await open.call('GET', '/items'), 'name')).toEqual(['New', 'Item 1', 'Item 0']);
    expect(pluck(await open.call('GET', '/items?orderBy=id'), 'id')).toContain(id);
    await open.call('POST', `/items/${id}`, { name: 'Newer' });
    expect(pluck(await open.call('GET', '/items'), 'name')).toEqual(['Newer', 'Item 1', 'Item 0']);
  });
});

describe('expand', () => {
  it('takes commas, repetition and dots; a relation not asked for is absent', async () => {
    const open = await openTill();
    const id = await create(open, '/items', { name: 'Soup', price: 599 });
    const group = { id: await create(open, '/modifier_groups', { name: 'Size' }) };
    await create(open, `/modifier_groups/${group.id}/modifiers`, { name: 'Big', price: 100 });
    const elements = [{ item: { id }, modifierGroup: group }];
    await open.call('POST', '/item_modifier_groups', { elements });
    const plain = (await open.call('GET', `/items/${id}`)).json;
    expect(Object.keys(plain)).not.toContain('tags');
    const commas = (await open.call('GET', `/items/${id}?expand=tags,modifierGroups`)).json;
    const repeated = (await open.call('GET', `/items/${id}?expand=tags&expand=modifierGroups`)).json;
    expect(repeated).toEqual(commas);
    expect(commas.tags).toEqual({ elements: [] });
    expect('modifiers' in commas.modifierGroups.elements[0]).toBe(false);
    const dotted = (await open.call('GET', `/items/${id}?expand=modifierGroups.modifiers`)).json;
    expect(dotted.modifierGroups.elements[0].modifiers.elements[0].name).toBe('Big');
  });

  it('one name that is not permitted refuses the whole call, though its own list can be read', async () => {
    const { till, call } = await openTill({ answers: { forbiddenExpands: ['taxRates'] } });
    const refused = await call('GET', '/items?expand=tags,taxRates');
    expect(refused.status).toBe(403);
    expect(refused.json).toEqual({ message: 'Invalid permissions for expandable fields.' });
    expect((await call('GET', '/tax_rates')).status).toBe(200);
    expect((await call('GET', '/items?expand=tags,nonsense')).status).toBe(200);
    till.answers.unknownExpand = 'refuse';
    expect((await call('GET', '/items?expand=tags,nonsense')).status).toBe(403);
  });

  it('across areas wants the right to read there too', async () => {
    const { till, call } = await openWithItems(2);
    till.staff.removeItem([...till.state.items.keys()][0] ?? '');
    const merchantOnly = till.tokens.add({ merchant: 'r' });
    expect((await call('GET', '?expand=address', undefined, merchantOnly)).status).toBe(200);
    expect((await call('GET', '?expand=items', undefined, merchantOnly)).status).toBe(403);
    expect((await call('GET', '?expand=items')).json.items.elements).toHaveLength(1);
  });

  it('of four names is served as seen, or refused as documented', async () => {
    const { till, call } = await openTill();
    const path = '/items?expand=tags,categories,taxRates,itemStock';
    expect((await call('GET', path)).status).toBe(200);
    till.answers.expandOverThree = 'refuse';
    expect((await call('GET', path)).status).toBe(403);
    expect((await call('GET', '/items?expand=tags,categories,taxRates')).status).toBe(200);
  });

  it('stops at 100 related rows; their own list goes on', async () => {
    const open = await openWithItems(101);
    const category = { id: await create(open, '/categories', { name: 'All' }) };
    const elements = [...open.till.state.items.keys()].map((id) => ({ item: { id }, category }));
    await open.call('POST', '/category_items', { elements });
    const { json } = await open.call('GET', `/categories/${category.id}?expand=items`);
    expect(json.items.elements).toHaveLength(100);
    const list = await open.call('GET', `/categories/${category.id}/items?limit=1000`);
    expect(list.json.elements).toHaveLength(101);
  });
});
