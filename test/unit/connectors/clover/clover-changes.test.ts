import { describe, expect, it } from 'vitest';
import { asCloverId, type CloverId } from '../../../../src-main/domain/ids.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import { type OpenTillOptions, openTill, openWith } from '../support/open-till.ts';
import { watchTraffic } from '../support/till-traffic.ts';
import { createScriptedTransport } from '../support/transports.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const ignore = (): void => undefined;

const openMenu = (count: number, options: OpenTillOptions = {}) => {
  const traffic = watchTraffic();
  const open = openTill({
    wrap: traffic.wrap,
    ...options,
    catalog: {
      tags: [{ key: 'bar', name: 'Bar' }],
      categories: [{ key: 'a', name: 'A' }],
      items: Array.from({ length: count }, (_, at) => ({
        name: `Dish ${at}`,
        priceCents: 100 + at,
        stock: at,
        categoryKeys: ['a'],
        tagKeys: ['bar'],
      })),
      ...options.catalog,
    },
  });
  return { ...open, itemIds: open.ids.items.map(asCloverId), traffic };
};

describe('changed items', () => {
  it('are read whole, with how far the till’s own time has come, and nothing else is', async () => {
    const open = openMenu(300);
    const whole = take(await open.port.readCatalog(ignore));
    const start = take(await open.port.readChangedItems(0)).untilMs ?? 0;
    await open.time.timers.sleep(5_000);
    const [first = '', second = ''] = open.itemIds;
    open.service.staff.editItem(first, { price: 999 });
    open.service.staff.recount(second, 77);
    const changed = take(await open.port.readChangedItems(start + 1_000));
    const before = whole.items.find(({ id }) => id === first);
    expect(changed.items).toEqual([{ ...before, priceAmount: 999 }]);
    expect(changed.untilMs).toBe(open.service.state.items.get(first)?.modifiedTime);
    expect(changed.untilMs).toBeGreaterThan(start);
    // At the same second: read again rather than missed.
    expect(take(await open.port.readChangedItems(changed.untilMs ?? 0)).items).toHaveLength(1);
  });

  it('cost one call where there are none', async () => {
    const open = openMenu(50);
    await open.time.timers.sleep(5_000);
    const sinceMs = open.time.clock.nowMs();
    expect(take(await open.port.readChangedItems(sinceMs))).toEqual({ items: [], untilMs: null });
    expect(open.traffic.calls).toHaveLength(1);
  });

  it('come page by page after a mass edit, none twice and none missed', async () => {
    const open = openMenu(2_300);
    await open.time.timers.sleep(5_000);
    const sinceMs = open.time.clock.nowMs();
    for (const id of open.itemIds) open.service.staff.editItem(id, { price: 1 });
    const { items } = take(await open.port.readChangedItems(sinceMs - 1_000));
    expect(new Set(items.map(({ id }) => id)).size).toBe(2_300);
    expect(items).toHaveLength(2_300);
    expect(open.traffic.calls.every((call) => call.includes(`filter=modifiedTime>=${sinceMs - 1_000}`))).toBe(
      true,
    );
  });

  it('that were deleted are left out, and still move the time on', async () => {
    const open = openMenu(3, { answers: { deletedItems: 'always' } });
    await open.time.timers.sleep(5_000);
    const sinceMs = open.time.clock.nowMs() - 1_000;
    open.service.staff.removeItem(open.itemIds[0] ?? '');
    const changed = take(await open.port.readChangedItems(sinceMs));
    expect(changed.items).toEqual([]);
    expect(changed.untilMs).toBeGreaterThanOrEqual(sinceMs);
  });
});

describe('items by id', () => {
  it('come in the order asked for, as the whole catalog has them; gone ones are left out', async () => {
    for (const count of [3, 60]) {
      const open = openMenu(100);
      const whole = take(await open.port.readCatalog(ignore));
      const ids = open.itemIds.slice(0, count).reverse();
      open.service.staff.removeItem(ids[0] ?? '');
      const items = take(await open.port.readItems([...ids, asCloverId('0000000000000')]));
      const byId = new Map(whole.items.map((item) => [item.id, item]));
      expect(items).toEqual(ids.slice(1).map((id) => byId.get(id)));
    }
  });

  it('are read singly while that is less, else by pages between the lowest and the highest', async () => {
    const open = openMenu(4_200);
    const countReads = async (ids: readonly CloverId[]) => {
      open.traffic.calls.length = 0;
      take(await open.port.readItems(ids));
      return open.traffic.calls.length;
    };
    await open.port.readCatalog(ignore);
    expect(await countReads(open.itemIds.slice(0, 5))).toBe(10);
    const many = await countReads(open.itemIds.slice(0, 200));
    expect(many).toBeLessThanOrEqual(10);
    const neighbours = [...open.itemIds].sort().slice(2_000, 2_200);
    expect(await countReads(neighbours)).toBe(2);
    expect(await countReads([])).toBe(0);
  });

  it('come without what the token may not expand, few as well as many', async () => {
    for (const count of [2, 20]) {
      const open = openMenu(20, { answers: { forbiddenExpands: ['taxRates', 'itemStock'] } });
      const items = take(await open.port.readItems(open.itemIds.slice(0, count)));
      expect(items.map(({ stock }) => stock)).toEqual(Array.from({ length: count }, (_, at) => at));
    }
  });
});

describe('all stocks', () => {
  it('come in the fewest pages, and what was never counted is not zero', async () => {
    const items = Array.from({ length: 2_400 }, (_, at) => ({
      name: `Dish ${at}`,
      priceCents: 1,
      ...(at % 2 === 0 && { stock: at === 0 ? -2.5 : at }),
    }));
    const open = openMenu(0, { catalog: { items } });
    const stocks = take(await open.port.readStocks());
    expect(stocks.size).toBe(1_200);
    expect(open.traffic.calls).toHaveLength(2);
    const [first, second, third] = open.itemIds.map((id) => stocks.get(id));
    expect([first, second, third]).toEqual([-2.5, undefined, 2]);
  });

  it('are read by item where the till takes no offset', async () => {
    const items = Array.from({ length: 2_400 }, (_, at) => ({
      name: `Dish ${at}`,
      priceCents: 1,
      ...(at > 0 && { stock: at }),
    }));
    const open = openMenu(0, { catalog: { items }, answers: { offsetCeiling: 0 } });
    const stocks = take(await open.port.readStocks());
    expect(stocks.size).toBe(2_399);
    expect(stocks.get(open.itemIds[77] ?? asCloverId(''))).toBe(77);
  });
});

describe('the lists', () => {
  it('are those of the whole catalog, without one read of the items', async () => {
    const open = openMenu(5);
    const { items: _, ...whole } = take(await open.port.readCatalog(ignore));
    open.traffic.calls.length = 0;
    expect(take(await open.port.readLists())).toEqual(whole);
    expect(open.traffic.calls.some((call) => call.startsWith('GET /items'))).toBe(false);
  });
});

describe('orders of the till', () => {
  it('tell what was sold and what was taken back, one line for each thing, oldest first', async () => {
    const open = openMenu(2, {
      catalog: {
        items: [
          { name: 'Latte', priceCents: 450 },
          { name: 'Olives', priceCents: 1_000, priceType: 'PER_UNIT', unitName: 'lb' },
        ],
      },
    });
    const [latte = asCloverId(''), olives = asCloverId('')] = open.itemIds;
    const { staff } = open.service;
    const first = staff.sell(latte, 3);
    await open.time.timers.sleep(2_000);
    const second = staff.sell(olives, 0.35);
    await open.time.timers.sleep(2_000);
    staff.refund(latte, 1);
    const { orders, until } = take(await open.port.readOrders(0));
    expect(orders).toMatchObject([
      {
        id: first,
        number: first,
        isCounted: true,
        status: 'locked',
        totalAmount: 1_350,
        lines: [{ productId: latte, name: 'Latte', quantity: 2 }],
      },
      { id: second, totalAmount: 350, lines: [{ productId: olives, name: 'Olives', quantity: 0.35 }] },
    ]);
    expect(orders[0]?.createdMs).toBeLessThan(orders[1]?.createdMs ?? 0);
    expect(until).toBe(open.service.state.orders.get(first)?.modifiedTime);
    // The refund moved the first; the second is older than it.
    expect(take(await open.port.readOrders(until ?? 0)).orders.map(({ id }) => id)).toEqual([first]);
    expect(take(await open.port.readOrders((until ?? 0) + 1_000))).toEqual({ orders: [], until: null });
  });

  it('with more lines than an expanded list shows are read whole', async () => {
    const open = openMenu(1);
    open.service.staff.sell(open.itemIds[0] ?? '', 130);
    const { orders } = take(await open.port.readOrders(0));
    expect(orders[0]?.lines).toMatchObject([{ quantity: 130 }]);
    expect(open.traffic.calls).toHaveLength(2);
  });

  it('of a busy day come page by page, none missed', async () => {
    const open = openMenu(1);
    for (let count = 0; count < 450; count += 1) open.service.staff.sell(open.itemIds[0] ?? '', 1);
    const { orders } = take(await open.port.readOrders(0));
    expect(new Set(orders.map(({ id }) => id)).size).toBe(450);
    expect(open.traffic.calls).toHaveLength(3);
  });

  it('come with their lines though the token may not expand them', async () => {
    const open = openMenu(1, { answers: { forbiddenExpands: ['lineItems'] } });
    open.service.staff.sell(open.itemIds[0] ?? '', 2);
    const { orders } = take(await open.port.readOrders(0));
    expect(orders[0]?.lines).toMatchObject([{ quantity: 2 }]);
  });

  it('name the missing permission', async () => {
    const open = openMenu(1, { permissions: { inventory: 'rw', merchant: 'r' } });
    expect(await open.port.readOrders(0)).toMatchObject({
      failure: { code: 'CLOVER_PERMISSION_MISSING', facts: { permission: 'Orders' } },
    });
  });

  it('of practice, unfinished ones, exchanged and free lines sell nothing of an item', async () => {
    const row = { createdTime: 1_000, modifiedTime: 2_000, total: 5 };
    const item = { id: 'ITEM000000000' };
    const line = { name: 'Latte', price: 5, item };
    const elements = [
      { ...row, id: 'O1', state: 'OPEN', testMode: true, lineItems: { elements: [{ id: 'L1', ...line }] } },
      { ...row, id: 'O2', lineItems: { elements: [{ id: 'L2', ...line }] } },
      {
        ...row,
        id: 'O3',
        state: 'OPEN',
        title: '12',
        lineItems: {
          elements: [
            { id: 'L3', ...line, exchanged: true },
            { id: 'L4', ...line, unitQty: 2 },
            { id: 'L5', name: 'Tip jar', price: 5 },
          ],
        },
      },
    ];
    const port = openWith(createScriptedTransport([{ body: JSON.stringify({ elements }) }]));
    const { orders } = take(await port.readOrders(0));
    expect(orders.map(({ isCounted, status, number }) => [isCounted, status, number])).toEqual([
      [false, 'open', 'O1'],
      [false, '', 'O2'],
      [true, 'open', '12'],
    ]);
    expect(orders[2]?.lines).toEqual([
      { productId: item.id, name: 'Latte', quantity: 1 },
      { productId: '', name: 'Tip jar', quantity: 1 },
    ]);
  });
});
