import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCloverTill } from '../../../../src-main/connectors/clover/clover-till.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import { createGeneratedCatalog } from '../../../../src-practice/catalogs/generated.ts';
import { type Practice, startPractice } from '../../../../src-practice/practice.ts';
import { openTill, openWith } from '../support/open-till.ts';
import { createScriptedTransport, machineDeps } from '../support/transports.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const ignore = (): void => undefined;

describe('a till over real HTTP', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice({ menu: 'pizza' });
  });
  afterAll(() => practice.close());

  it('gives its whole catalog, equal to what it was loaded with, without one refusal', async () => {
    const { till, facts, tillService } = practice;
    const port = createCloverTill(
      { apiUrl: till.url, merchantId: till.merchant, token: till.token, version: '0.1.0' },
      machineDeps(),
    );
    const heard: number[] = [];
    const catalog = take(await port.readCatalog((count) => heard.push(count)));
    expect(catalog.items).toHaveLength(facts.items);
    expect(catalog.categories.size).toBe(facts.categories);
    expect(catalog.itemGroups.size).toBe(facts.itemGroups);
    expect(catalog.modifierGroups.size).toBe(facts.modifierGroups);
    expect(catalog.items.filter((item) => item.groupId !== null)).toHaveLength(facts.groupedItems);
    expect(catalog.items.filter((item) => item.stock === null)).toHaveLength(facts.neverCountedItems);
    expect(catalog.items.filter((item) => item.modifierGroupIds.length > 0)).toHaveLength(
      facts.itemsWithModifiers,
    );
    expect(heard.at(-1)).toBe(facts.items);
    expect(tillService.counters.tooMany).toBe(0);
    expect(tillService.counters.maxInFlight).toBeLessThanOrEqual(4);
    expect(take(await port.readFacts())).toMatchObject({ name: 'Corner Oven Pizzeria', currency: 'USD' });
    // Every member finds its options among its group's.
    for (const item of catalog.items) {
      if (item.groupId === null) continue;
      const group = catalog.itemGroups.get(item.groupId);
      const options = group?.attributes.flatMap((attribute) => attribute.options.map((option) => option.id));
      expect(item.optionIds.length).toBeGreaterThan(0);
      for (const id of item.optionIds) expect(options).toContain(id);
    }
  });
});

describe('a till in this process', () => {
  it('gives every field of an item, and null for stock that was never set', async () => {
    const { port, ids } = openTill({
      catalog: {
        categories: [
          { key: 'drinks', name: 'Drinks', sortOrder: 4 },
          { key: 'hot', name: 'Hot', parentKey: 'drinks' },
        ],
        tags: [{ key: 'bar', name: 'Bar' }],
        taxRates: [{ key: 'city', name: 'City', ratePercent: 8.25, isDefault: false }],
        modifierGroups: [
          {
            key: 'milk',
            name: 'Milk',
            minRequired: 1,
            maxAllowed: 0,
            modifiers: [
              { name: 'Oat', priceCents: 60 },
              { name: 'Soy', priceCents: 0, available: false },
            ],
          },
        ],
        itemGroups: [{ key: 'tee', name: 'Tee', attributes: [{ name: 'Size', options: ['S', 'L'] }] }],
        items: [
          {
            name: 'Latte',
            priceCents: 450,
            sku: 'L-1',
            code: '0123456789012',
            alternateName: 'Milchkaffee',
            hidden: true,
            available: false,
            autoManage: true,
            categoryKeys: ['drinks', 'hot'],
            modifierGroupKeys: ['milk'],
            tagKeys: ['bar'],
            taxRateKeys: ['city'],
            stock: -2.5,
          },
          { name: 'Beans', priceCents: 1_200, priceType: 'PER_UNIT', unitName: 'lb' },
          { name: 'x', priceCents: 2_000, group: { key: 'tee', options: ['L'] }, stock: 0 },
          { name: 'Gone', priceCents: 1, deleted: true },
        ],
      },
    });
    const catalog = take(await port.readCatalog(ignore));
    const byId = new Map(catalog.items.map((item) => [String(item.id), item]));
    expect(catalog.items).toHaveLength(3);
    expect(byId.get(ids.items[0] ?? '')).toEqual({
      id: ids.items[0],
      name: 'Latte',
      priceAmount: 450,
      priceType: 'FIXED',
      unitName: '',
      sku: 'L-1',
      barcode: '0123456789012',
      alternateName: 'Milchkaffee',
      isHidden: true,
      isAvailable: false,
      groupId: null,
      optionIds: [],
      categoryIds: [ids.categories.get('drinks'), ids.categories.get('hot')],
      modifierGroupIds: [ids.modifierGroups.get('milk')],
      tagIds: [ids.tags.get('bar')],
      taxRateIds: [ids.taxRates.get('city')],
      usesDefaultTaxes: false,
      autoManages: true,
      stock: -2.5,
    });
    expect(byId.get(ids.items[1] ?? '')).toMatchObject({
      priceType: 'PER_UNIT',
      unitName: 'lb',
      stock: null,
      sku: '',
    });
    expect(byId.get(ids.items[2] ?? '')).toMatchObject({ stock: 0, groupId: ids.itemGroups.get('tee') });
    const [group] = catalog.modifierGroups.values();
    expect(group).toMatchObject({ name: 'Milk', minRequired: 1, maxAllowed: null });
    expect(group?.modifiers.map(({ name, isAvailable }) => [name, isAvailable])).toEqual([
      ['Oat', true],
      ['Soy', false],
    ]);
    const hot = [...catalog.categories.values()].find(({ name }) => name === 'Hot');
    expect(hot?.parentId).toBe(ids.categories.get('drinks'));
    expect([...catalog.tags.values()].map(({ name }) => name)).toEqual(['Bar']);
    expect([...catalog.taxRates.values()].map(({ rate }) => rate)).toContain(825_000);
    expect([...catalog.itemGroups.values()][0]?.attributes[0]).toMatchObject({ name: 'Size' });
    expect(take(await port.readStock(byId.get(ids.items[0] ?? '')?.id ?? ('' as never)))).toBe(-2.5);
    expect(take(await port.readStock(byId.get(ids.items[1] ?? '')?.id ?? ('' as never)))).toBeNull();
  });

  it('20,000 items come in the fewest calls, without one 429 at 60 ms of delay, in some seconds', async () => {
    const { catalog } = createGeneratedCatalog({ items: 20_000, seed: 5 });
    const { port, service, listPaths, time } = openTill({
      catalog,
      holdMs: 60,
      answers: { deletedItems: 'always' },
    });
    const live = catalog.items.filter((item) => item.deleted !== true).length;
    const result = take(await port.readCatalog(ignore));
    expect(result.items).toHaveLength(live);
    expect(new Set(result.items.map(({ id }) => id)).size).toBe(live);
    expect(service.counters.tooMany).toBe(0);
    expect(service.counters.maxInFlight).toBeLessThanOrEqual(4);
    expect(listPaths().filter((path) => path.startsWith('/items?')).length).toBeLessThanOrEqual(44);
    expect(listPaths().length).toBeLessThanOrEqual(50);
    expect(time.elapsedMs()).toBeLessThan(6_000);
  });

  it('a page that is exactly full is followed by another', async () => {
    const items = Array.from({ length: 1_000 }, (_, at) => ({ name: `Item ${at}`, priceCents: at }));
    const { port, listPaths } = openTill({ catalog: { items } });
    expect(take(await port.readCatalog(ignore)).items).toHaveLength(1_000);
    expect(listPaths().filter((path) => path.startsWith('/items?'))).toHaveLength(4);
  });

  it('a server that ignores the order or the filter is read by offset, nothing twice', async () => {
    const items = Array.from({ length: 2_300 }, (_, at) => ({ name: `Item ${at}`, priceCents: at }));
    for (const ignored of ['orderBy', 'filter']) {
      const { port, listPaths } = openTill({
        catalog: { items },
        wrap: (till) => ({
          handle: (request) => {
            const [path = '', query = ''] = request.url.split('?');
            const kept = query.split('&').filter((pair) => !pair.startsWith(`${ignored}=`));
            return till.handle({ ...request, url: `${path}?${kept.join('&')}` });
          },
        }),
      });
      const catalog = take(await port.readCatalog(ignore));
      expect(new Set(catalog.items.map(({ id }) => id)).size).toBe(2_300);
      expect(catalog.items).toHaveLength(2_300);
      expect(listPaths().some((path) => path.includes('offset=2000'))).toBe(true);
    }
  });

  it('a server that ignores the offset does not lead in a circle', async () => {
    const { port, listPaths } = openTill({
      catalog: {
        categories: Array.from({ length: 1_000 }, (_, at) => ({ key: `c${at}`, name: `Category ${at}` })),
      },
      wrap: (till) => ({
        handle: (request) => till.handle({ ...request, url: request.url.replace(/&?offset=\d+/, '') }),
      }),
    });
    expect(take(await port.readCatalog(ignore)).categories.size).toBe(1_000);
    expect(listPaths().filter((path) => path.startsWith('/categories'))).toHaveLength(2);
  });

  it('an expanded list that was cut at a hundred is read whole', async () => {
    const many = Array.from({ length: 130 }, (_, at) => at);
    const { port } = openTill({
      catalog: {
        modifierGroups: many.map((at) => ({
          key: `g${at}`,
          name: `Group ${at}`,
          minRequired: 0,
          maxAllowed: 1,
          modifiers: at === 0 ? many.map((price) => ({ name: `M ${price}`, priceCents: price })) : [],
        })),
        itemGroups: [
          {
            key: 'big',
            name: 'Big',
            attributes: [{ name: 'Size', options: many.map((at) => `Size ${at}`) }],
          },
        ],
        items: [{ name: 'Everything', priceCents: 1, modifierGroupKeys: many.map((at) => `g${at}`) }],
      },
    });
    const catalog = take(await port.readCatalog(ignore));
    expect(catalog.items[0]?.modifierGroupIds).toHaveLength(130);
    const modifiers = [...catalog.modifierGroups.values()].map((group) => group.modifiers.length);
    expect(Math.max(...modifiers)).toBe(130);
    expect([...catalog.itemGroups.values()][0]?.attributes[0]?.options).toHaveLength(130);
  });

  it('goes on without tax rates where the token may not expand them', async () => {
    const { port, ids } = openTill({
      answers: { forbiddenExpands: ['taxRates'] },
      catalog: {
        tags: [{ key: 'bar', name: 'Bar' }],
        items: [{ name: 'Latte', priceCents: 450, tagKeys: ['bar'], stock: 7 }],
      },
    });
    const catalog = take(await port.readCatalog(ignore));
    expect(catalog.items[0]).toMatchObject({ stock: 7, taxRateIds: [], tagIds: [ids.tags.get('bar')] });
  });

  it('takes stock from its own list where it may not be expanded', async () => {
    const { port } = openTill({
      answers: { forbiddenExpands: ['itemStock'] },
      catalog: {
        items: [
          { name: 'Counted', priceCents: 1, stock: 7 },
          { name: 'Not', priceCents: 1 },
        ],
      },
    });
    const { items } = take(await port.readCatalog(ignore));
    expect(Object.fromEntries(items.map(({ name, stock }) => [name, stock]))).toEqual({
      Counted: 7,
      Not: null,
    });
  });

  it('stops where categories may not be expanded: products would lose theirs', async () => {
    const { port } = openTill({ answers: { forbiddenExpands: ['categories'] } });
    expect(await port.readCatalog(ignore)).toMatchObject({
      kind: 'rejected',
      failure: { code: 'CLOVER_PERMISSION_MISSING', facts: { permission: 'Inventory', field: 'categories' } },
    });
  });

  it('an item that changed, came or went between the two passes is read singly', async () => {
    for (const late of ['expand=itemStock', 'expand=categories']) {
      let hasHappened = false;
      const opened = openTill({
        catalog: {
          items: [
            { name: 'Changed', priceCents: 100, stock: 1 },
            { name: 'Removed', priceCents: 100 },
            { name: 'Same', priceCents: 100 },
          ],
        },
        wrap: (till) => ({
          handle: async (request) => {
            if (request.url.includes(late) && !hasHappened) {
              // After one pass has read, before the other does.
              await opened.time.timers.sleep(2_000);
              hasHappened = true;
              till.staff.editItem(opened.ids.items[0] ?? '', { price: 250 });
              till.staff.removeItem(opened.ids.items[1] ?? '');
              till.staff.recount(till.staff.addItem({ name: 'New', price: 300 }), 5);
            }
            return till.handle(request);
          },
        }),
      });
      const { items } = take(await opened.port.readCatalog(ignore));
      const found = Object.fromEntries(
        items.map(({ name, priceAmount, stock }) => [name, [priceAmount, stock]]),
      );
      expect(found).toEqual({ Changed: [250, 1], Same: [100, null], New: [300, 5] });
    }
  });

  it('tells a missing permission from a dead token', async () => {
    const merchantOnly = openTill({ permissions: { merchant: 'r' } });
    expect(await merchantOnly.port.readCatalog(ignore)).toMatchObject({
      kind: 'rejected',
      failure: { code: 'CLOVER_PERMISSION_MISSING', facts: { permission: 'Inventory' } },
    });
    const inventoryOnly = openTill({ permissions: { inventory: 'r' } });
    expect(await inventoryOnly.port.readFacts()).toMatchObject({
      failure: { code: 'CLOVER_PERMISSION_MISSING', facts: { permission: 'Merchant' } },
    });
    const revoked = openTill();
    revoked.service.tokens.revoke(revoked.token);
    const outcome = await revoked.port.readCatalog(ignore);
    expect(outcome).toMatchObject({ kind: 'authLost', failure: { code: 'CLOVER_TOKEN_REFUSED' } });
    expect(JSON.stringify(outcome)).not.toContain(revoked.token);
  });

  it('knows the merchant, and never the bank accounts in its properties', async () => {
    const { port, service } = openTill();
    const facts = take(await port.readFacts());
    expect(facts).toEqual({
      merchantId: service.merchant.id,
      name: 'Blue Cup Café',
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
      locale: 'en-US',
      pricesIncludeTax: false,
      tracksStock: true,
      updatesStock: false,
    });
  });

  it('survives another program that uses up the limits of the same token', async () => {
    const items = Array.from({ length: 3_000 }, (_, at) => ({ name: `Item ${at}`, priceCents: at }));
    const { port, service, time } = openTill({
      catalog: { items },
      limits: { perSecond: 3, inFlight: 2 },
      holdMs: 20,
    });
    expect(take(await port.readCatalog(ignore)).items).toHaveLength(3_000);
    expect(service.counters.tooMany).toBeGreaterThan(0);
    expect(time.elapsedMs()).toBeLessThan(300_000);
  });
});

describe('what is not as it should be', () => {
  it('unknown types and missing fields are no trouble', async () => {
    const row = {
      id: '0000000000001',
      name: 'Odd',
      price: 5,
      priceType: 'AUCTION',
      itemStock: {},
      modifiedTime: 1,
    };
    const port = openWith(
      createScriptedTransport([{ body: JSON.stringify({ elements: [row, 'junk', {}] }) }]),
    );
    expect(take(await port.readCatalog(ignore)).items).toMatchObject([
      { name: 'Odd', priceType: 'FIXED', stock: null },
    ]);
  });

  it('names each kind of refusal, with the words of the service but not with the token', async () => {
    for (const [answer, code] of [
      [{ status: 403, body: '{"message":"Not with a-token"}' }, 'CLOVER_PERMISSION_MISSING'],
      [{ status: 405, body: '405 GET not allowed.' }, 'CLOVER_REFUSED'],
      [{ status: 400, body: '{"message":"Bad a-token"}' }, 'CLOVER_REFUSED'],
      [{ status: 404, body: '<html>nginx</html>' }, 'CLOVER_NOT_CLOVER'],
      [{ status: 200, body: '<html>Welcome</html>' }, 'CLOVER_NOT_CLOVER'],
      [{ status: 200, body: '<form>Sign in</form>' }, 'NET_CAPTIVE_PORTAL'],
      [{ status: 200, body: '{"products":[]}' }, 'CLOVER_NOT_CLOVER'],
      [{ status: 502, body: 'Bad Gateway' }, 'CLOVER_FAILING'],
      [{ status: 429, headers: { 'x-ratelimit-crosstokenlimit': '50' } }, 'CLOVER_LIMITED'],
    ] as const) {
      const outcome = await openWith(createScriptedTransport([answer])).readCatalog(ignore);
      expect(outcome).toMatchObject({ failure: { code } });
      expect(JSON.stringify(outcome)).not.toContain('a-token');
    }
  });

  it('sends the header that Clover demands', async () => {
    const transport = createScriptedTransport([{ body: '{"elements":[]}' }]);
    await openWith(transport).readCatalog(ignore);
    expect(transport.calls[0]?.headers).toMatchObject({
      'user-agent': 'Tillbridge/0.1.0 (+desktop)',
      authorization: 'Bearer a-token',
    });
  });
});
