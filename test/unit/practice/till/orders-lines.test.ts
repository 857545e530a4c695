import { describe, expect, it } from 'vitest';
import { openKitchen } from './open-kitchen.ts';
import { create } from './open-till.ts';

describe('a line of an order', () => {
  it('copies name and price of its item, is one piece whatever quantity is sent, and answers as recorded', async () => {
    const { call, order, soup } = await openKitchen();
    const id = await order();
    const { json } = await call('POST', `/orders/${id}/line_items`, { item: { id: soup }, quantity: 3 });
    expect(json).toEqual({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{13}$/),
      orderRef: { id },
      item: { id: soup },
      name: 'Soup',
      price: 599,
      printed: false,
      createdTime: 1795229721000,
      orderClientCreatedTime: 1795229721000,
      exchanged: false,
      refunded: false,
      isRevenue: true,
      isOrderFee: false,
    });
    expect((await call('GET', `/orders/${id}/line_items`)).json.elements).toHaveLength(1);
  });

  it('takes a name and a price of its own, with or without an item, but needs one of both', async () => {
    const { call, order, soup } = await openKitchen();
    const path = `/orders/${await order()}/line_items`;
    const own = await call('POST', path, { item: { id: soup }, name: 'Big Soup', price: 700, unitQty: 2000 });
    expect(own.json).toMatchObject({ name: 'Big Soup', price: 700 });
    expect(own.json).not.toHaveProperty('unitQty');
    const custom = await call('POST', path, { name: 'Shipping', price: 450, isRevenue: false });
    expect(custom.json).toMatchObject({ name: 'Shipping', price: 450, isRevenue: false });
    expect(custom.json).not.toHaveProperty('item');
    const none = await call('POST', path, { name: 'Nothing' });
    expect([none.status, none.json]).toEqual([400, { message: 'Price must not be null' }]);
    expect((await call('POST', path, { item: { id: '0000000000000' } })).status).toBe(404);
    expect((await call('POST', path, { name: 'Less', price: -1 })).status).toBe(400);
    expect((await call('POST', path, { name: 'x'.repeat(128), price: 1 })).status).toBe(400);
    expect((await call('POST', path, { price: 1, note: 'x'.repeat(256) })).status).toBe(400);
  });

  it('honours unitQty where the item is sold by the unit', async () => {
    const open = await openKitchen();
    const olives = await create(open, '/items', { name: 'Olives', price: 1000, priceType: 'PER_UNIT' });
    const { json } = await open.call('POST', `/orders/${await open.order()}/line_items`, {
      item: { id: olives },
      unitQty: 355,
    });
    expect(json).toMatchObject({ price: 1000, unitQty: 355 });
  });

  it('takes back a note, whether it is printed, and names for machines, and refuses all else since June 2024', async () => {
    const { call, order, line, soup, till } = await openKitchen();
    const id = await order();
    const path = `/orders/${id}/line_items/${await line(id)}`;
    const changed = await call('POST', path, { note: 'hot', printed: true, userData: 'u', binName: 'b' });
    expect(changed.json).toMatchObject({ note: 'hot', printed: true, userData: 'u', binName: 'b' });
    for (const body of [
      { price: 1 },
      { name: 'x' },
      { item: { id: soup } },
      { unitQty: 2 },
      { discounts: [] },
    ]) {
      expect((await call('POST', path, { note: 'cold', ...body })).status).toBe(400);
    }
    expect((await call('GET', path)).json).toMatchObject({ note: 'hot', price: 599, name: 'Soup' });
    till.answers.lineUpdate = 'ignore';
    expect((await call('POST', path, { note: 'cold', price: 1 })).json).toMatchObject({
      note: 'cold',
      price: 599,
    });
  });

  it('is voided by DELETE, and a second time unknown', async () => {
    const { call, order, line, read } = await openKitchen();
    const id = await order();
    const [first, second] = [await line(id), await line(id)];
    expect((await call('DELETE', `/orders/${id}/line_items/${first}`)).json).toEqual({});
    expect((await read(id)).lineItems.elements.map((row: { id: string }) => row.id)).toEqual([second]);
    expect((await call('DELETE', `/orders/${id}/line_items/${first}`)).status).toBe(404);
    expect((await call('GET', `/orders/${id}/voided_line_items`)).status).toBe(405);
  });

  it('keeps modifications inside a new line only where Clover is thought to', async () => {
    const { order, line, read, cheese, soup, till } = await openKitchen();
    const id = await order();
    const body = { item: { id: soup }, modifications: [{ modifier: { id: cheese } }] };
    await line(id, body);
    till.answers.nestedOnLines = 'kept';
    await line(id, body);
    const { elements } = (await read(id, 'lineItems,lineItems.modifications')).lineItems;
    expect(
      elements.map((row: { modifications: { elements: unknown[] } }) => row.modifications.elements),
    ).toEqual([[], [expect.objectContaining({ name: 'Extra Cheese', amount: 150 })]]);
  });
});

describe('lines in bulk', () => {
  it('need each a price of their own, even with an item, or none is added', async () => {
    const { call, order, read, soup } = await openKitchen();
    const id = await order();
    const refused = await call('POST', `/orders/${id}/bulk_line_items`, {
      items: [{ name: 'Fee', price: 1 }, { item: { id: soup } }],
    });
    expect([refused.status, refused.json]).toEqual([400, { message: 'Price must not be null' }]);
    expect((await read(id)).lineItems.elements).toEqual([]);
  });

  it('are answered as an array in another order than they were sent', async () => {
    const { call, order } = await openKitchen();
    const names = Array.from({ length: 100 }, (_, index) => `Line ${index}`);
    const path = `/orders/${await order()}/bulk_line_items`;
    const { json } = await call('POST', path, { items: names.map((name) => ({ name, price: 1 })) });
    const answered = json.map(({ name }: { name: string }) => name);
    expect(answered).not.toEqual(names);
    expect([...answered].sort()).toEqual([...names].sort());
    const tooMany = { items: Array.from({ length: 101 }, () => ({ name: 'x', price: 1 })) };
    expect((await call('POST', path, tooMany)).status).toBe(400);
  });

  it('and one by one end at 2,500 lines', async () => {
    const { call, order, till } = await openKitchen();
    const id = await order();
    const items = Array.from({ length: 100 }, () => ({ name: 'x', price: 1 }));
    for (let count = 0; count < 25; count += 1) {
      expect((await call('POST', `/orders/${id}/bulk_line_items`, { items })).status).toBe(200);
    }
    const refused = await call('POST', `/orders/${id}/line_items`, { name: 'x', price: 1 });
    expect([refused.status, refused.json.message]).toEqual([400, expect.stringContaining('2500 line items')]);
    expect((await call('POST', `/orders/${id}/bulk_line_items`, { items: items.slice(0, 1) })).status).toBe(
      400,
    );
    expect(till.state.orders.get(id)?.lines).toHaveLength(2500);
  });
});

describe('modifications', () => {
  it('copy name and amount of the modifier, and answer as recorded', async () => {
    const { call, order, line, cheese } = await openKitchen();
    const id = await order();
    const lineId = await line(id);
    const path = `/orders/${id}/line_items/${lineId}/modifications`;
    expect((await call('POST', path, { modifier: { id: cheese } })).json).toEqual({
      id: expect.any(String),
      lineItemRef: { id: lineId },
      name: 'Extra Cheese',
      amount: 150,
      modifier: { id: cheese },
    });
    const own = await call('POST', path, { modifier: { id: cheese }, name: 'Cheese!', amount: 0 });
    expect(own.json).toMatchObject({ name: 'Cheese!', amount: 0 });
    expect((await call('POST', path, { name: 'Ad hoc', amount: 25 })).json).not.toHaveProperty('modifier');
    expect((await call('POST', path, { name: 'No amount' })).status).toBe(400);
  });

  it('posted twice are there twice; a bad id is a 400; and one can be taken off', async () => {
    const { call, order, line, read, cheese } = await openKitchen();
    const id = await order();
    const path = `/orders/${id}/line_items/${await line(id)}/modifications`;
    await call('POST', path, { modifier: { id: cheese } });
    const { json } = await call('POST', path, { modifier: { id: cheese } });
    expect((await call('POST', path, { modifier: { id: '0000000000000' } })).status).toBe(400);
    const count = async () =>
      (await read(id, 'lineItems.modifications')).lineItems.elements[0].modifications.elements.length;
    expect(await count()).toBe(2);
    expect((await call('DELETE', `${path}/${json.id}`)).json).toEqual({});
    expect(await count()).toBe(1);
  });
});

describe('discounts and the service charge', () => {
  it('are negative amounts or percentages, on the order or on a line, and a positive one is refused', async () => {
    const { call, order, line, read } = await openKitchen();
    const id = await order();
    const lineId = await line(id);
    for (const path of [`/orders/${id}/discounts`, `/orders/${id}/line_items/${lineId}/discounts`]) {
      expect((await call('POST', path, { name: 'Off', amount: -200 })).json).toMatchObject({ amount: -200 });
      const part = (await call('POST', path, { name: 'Part', percentage: 15 })).json;
      expect(part).toMatchObject({ percentage: 15, percentageDecimal: 150_000 });
      expect(part).not.toHaveProperty('amount');
      for (const body of [
        { name: 'Off', amount: 200 },
        { amount: -200 },
        { name: 'x'.repeat(65), amount: -1 },
        { name: 'Part', percentage: 101 },
        { discount: { id: '0000000000000' } },
      ]) {
        expect((await call('POST', path, body)).status, JSON.stringify(body)).toBe(400);
      }
    }
    const { discounts, lineItems } = await read(id, 'discounts,lineItems.discounts');
    expect(discounts.elements).toHaveLength(2);
    expect(lineItems.elements[0].discounts.elements).toHaveLength(2);
    const path = `/orders/${id}/discounts`;
    expect((await call('DELETE', `${path}/${discounts.elements[0].id}`)).json).toEqual({});
    expect((await read(id, 'discounts')).discounts.elements).toHaveLength(1);
  });

  it('of the merchant goes on an order by its id alone', async () => {
    const { call, order, read } = await openKitchen();
    const id = await order();
    const path = `/orders/${id}/service_charge`;
    const missing = await call('POST', path, { name: 'Mine', percentageDecimal: 1500 });
    expect([missing.status, missing.json]).toEqual([
      400,
      { message: 'Service charge in body is missing an ID' },
    ]);
    const charge = (await call('GET', '/default_service_charge')).json;
    expect((await call('POST', path, { id: charge.id })).status).toBe(200);
    expect((await read(id, 'serviceCharge')).serviceCharge).toMatchObject({ percentageDecimal: 100_000 });
  });
});
