import { describe, expect, it } from 'vitest';
import { openKitchen } from './open-kitchen.ts';
import { create, pluck } from './open-till.ts';

describe('a plain order', () => {
  it('made of nothing answers as recorded: no state, no total, no payment state', async () => {
    const { call, till } = await openKitchen();
    const { json } = await call('POST', '/orders', {});
    expect(json).toEqual({
      href: expect.stringContaining(`/v3/merchants/${till.merchant.id}/orders/${json.id}`),
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{13}$/),
      currency: 'USD',
      taxRemoved: false,
      isVat: false,
      manualTransaction: false,
      groupLineItems: true,
      testMode: false,
      createdTime: 1795229721000,
      clientCreatedTime: 1795229721000,
      modifiedTime: 1795229721000,
    });
  });

  it('without a state is read by its id and in no list, until it gets one', async () => {
    const { call } = await openKitchen();
    const { id } = (await call('POST', '/orders', { note: 'hidden' })).json;
    expect((await call('GET', `/orders/${id}`)).json.note).toBe('hidden');
    expect(pluck(await call('GET', '/orders'), 'id')).toEqual([]);
    await call('POST', `/orders/${id}`, { state: 'open' });
    expect(pluck(await call('GET', '/orders'), 'id')).toEqual([id]);
    await call('POST', `/orders/${id}`, { state: null });
    expect(pluck(await call('GET', '/orders?filter=modifiedTime%3E%3D0'), 'id')).toEqual([]);
  });

  it('keeps what is sent, changes only what is sent later, and drops what it does not know', async () => {
    const { call, order } = await openKitchen();
    const id = await order({
      note: 'No onions 🍕',
      title: 'Web 12',
      externalReferenceId: 'WEB-12',
      total: 5,
    });
    const { json } = await call('POST', `/orders/${id}`, { total: 1299, deliveryAddress: 'x' });
    expect(json).toMatchObject({
      note: 'No onions ?',
      title: 'Web 12',
      externalReferenceId: 'WEB-12',
      total: 1299,
      state: 'open',
    });
    expect(json).not.toHaveProperty('deliveryAddress');
  });

  it('has its limits: 12 characters of reference in Clover’s words, 2047 of note, 127 of title', async () => {
    const { call } = await openKitchen();
    const long = await call('POST', '/orders', { externalReferenceId: 'x'.repeat(13) });
    expect([long.status, long.json]).toEqual([400, { message: 'Invoice ID cannot exceed 12 characters' }]);
    for (const [body, status] of [
      [{ externalReferenceId: 'x'.repeat(12) }, 200],
      [{ note: 'x'.repeat(2047) }, 200],
      [{ note: 'x'.repeat(2048) }, 400],
      [{ title: 'x'.repeat(127) }, 200],
      [{ title: 'x'.repeat(128) }, 400],
    ] as const) {
      expect((await call('POST', '/orders', body)).status).toBe(status);
    }
  });

  it('never gets a total from the server, whatever is put on it', async () => {
    const { call, order, line, read, soup } = await openKitchen();
    const id = await order();
    await line(id);
    await call('POST', `/orders/${id}/discounts`, { name: 'Off', amount: -100 });
    expect(await read(id)).not.toHaveProperty('total');
    await call('POST', `/orders/${id}`, { total: 499 });
    await line(id, { item: { id: soup } });
    expect((await read(id)).total).toBe(499);
  });

  it('that is deleted is gone, from lists, by its id and by its reference', async () => {
    const { call, order, clock } = await openKitchen();
    const id = await order({ externalReferenceId: 'WEB-1' });
    clock.advance(10_000);
    const found = '/orders?filter=externalReferenceId%3DWEB-1';
    expect(pluck(await call('GET', found), 'id')).toEqual([id]);
    const deleted = await call('DELETE', `/orders/${id}`);
    expect([deleted.status, deleted.json]).toEqual([200, {}]);
    expect(pluck(await call('GET', '/orders'), 'id')).toEqual([]);
    expect(pluck(await call('GET', found), 'id')).toEqual([]);
    const gone = await call('GET', `/orders/${id}`);
    expect([gone.status, gone.json]).toEqual([404, { message: 'Not Found', details: 'Order not found' }]);
    expect((await call('DELETE', `/orders/${id}`)).status).toBe(404);
  });

  it('of a deleted type is refused, so that it can wait, unless Clover is kinder than that', async () => {
    const open = await openKitchen();
    const type = await create(open, '/order_types', { label: 'Online' });
    const body = { orderType: { id: type } };
    expect((await open.call('POST', '/orders', body)).json.orderType).toEqual({ id: type });
    open.till.staff.deleteOrderType(type);
    expect(pluck(await open.call('GET', '/order_types'), 'id')).toEqual([]);
    expect((await open.call('POST', '/orders', body)).status).toBe(400);
    open.till.answers.unknownOrderType = 'accept';
    expect((await open.call('POST', '/orders', body)).status).toBe(200);
  });

  it('cannot be written with the right to read', async () => {
    const { call, till } = await openKitchen();
    const reader = till.tokens.add({ orders: 'r' });
    expect((await call('POST', '/orders', {}, reader)).status).toBe(401);
    expect((await call('GET', '/orders', undefined, reader)).status).toBe(200);
  });
});

describe('order types', () => {
  it('are read and deleted by id, may be taken over from the system’s, and then have its name', async () => {
    const open = await openKitchen();
    const [system] = (await open.call('GET', '/system_order_types')).json.elements;
    const body = { label: system.label, systemOrderTypeId: system.id };
    const id = await create(open, '/order_types', body);
    expect((await open.call('GET', `/order_types/${id}`)).json).toMatchObject({ ...body, isDefault: true });
    expect((await open.call('DELETE', `/order_types/${id}`)).json).toEqual({});
    expect((await open.call('GET', `/order_types/${id}`)).status).toBe(404);
    expect((await open.call('GET', '/order_types')).json.elements).toEqual([]);
  });
});

describe('the reference of an order', () => {
  const filter = '/orders?filter=externalReferenceId%3DWEB-7';

  it('is found only once the index has caught up, somewhere between the least and the most', async () => {
    const { call, order, clock } = await openKitchen({
      answers: { referenceLagMs: { least: 30_000, most: 120_000 } },
    });
    const id = await order({ externalReferenceId: 'WEB-7' });
    clock.advance(29_000);
    expect(pluck(await call('GET', filter), 'id')).toEqual([]);
    expect(pluck(await call('GET', '/orders?filter=modifiedTime%3E%3D0'), 'id')).toEqual([id]);
    clock.advance(92_000);
    expect(pluck(await call('GET', filter), 'id')).toEqual([id]);
  });

  it('is not unique: every order that has it is found, and none that had it', async () => {
    const { call, order, clock } = await openKitchen();
    const [first, second] = [
      await order({ externalReferenceId: 'WEB-7' }),
      await order({ externalReferenceId: 'WEB-7' }),
    ];
    clock.advance(5_000);
    expect(pluck(await call('GET', filter), 'id').sort()).toEqual([first, second].sort());
    await call('POST', `/orders/${first}`, { externalReferenceId: 'WEB-8' });
    expect(pluck(await call('GET', filter), 'id')).toEqual([second]);
  });

  it('of more than 90 days ago is not found, though the order is there', async () => {
    const { call, order, clock } = await openKitchen();
    const id = await order({ externalReferenceId: 'WEB-7' });
    clock.advance(91 * 86_400_000);
    expect(pluck(await call('GET', filter), 'id')).toEqual([]);
    expect((await call('GET', `/orders/${id}`)).status).toBe(200);
  });
});

describe('the list of orders', () => {
  it('follows every change of an order by its time, whatever was changed', async () => {
    const { call, order, line, clock, cheese, till } = await openKitchen();
    const id = await order();
    const lineId = await line(id);
    const changes = [
      () => call('POST', `/orders/${id}`, { note: 'x' }),
      () => call('POST', `/orders/${id}/line_items`, { name: 'Fee', price: 100 }),
      () => call('POST', `/orders/${id}/line_items/${lineId}`, { note: 'hot' }),
      () => call('POST', `/orders/${id}/line_items/${lineId}/modifications`, { modifier: { id: cheese } }),
      () => call('POST', `/orders/${id}/discounts`, { name: 'Off', amount: -1 }),
      () => call('DELETE', `/orders/${id}/line_items/${lineId}`),
      async () => till.staff.fulfil(id),
    ];
    for (const change of changes) {
      clock.advance(3_000);
      const since = clock.nowMs() - 1_000;
      expect(pluck(await call('GET', `/orders?filter=modifiedTime%3E%3D${since}`), 'id')).toEqual([]);
      await change();
      expect(pluck(await call('GET', `/orders?filter=modifiedTime%3E%3D${since}`), 'id')).toEqual([id]);
    }
  });

  it('can come oldest first, late, or deaf to orderBy, where nobody knows', async () => {
    const { call, order, clock, till } = await openKitchen();
    const ids = [await order()];
    clock.advance(2_000);
    ids.push(await order());
    const { answers } = till;
    const readIds = async (query: string) => pluck(await call('GET', `/orders?${query}`), 'id');
    expect(await readIds('')).toEqual([...ids].reverse());
    answers.orderOrder = 'oldest';
    expect(await readIds('')).toEqual(ids);
    expect(await readIds('filter=modifiedTime%3E%3D0')).toEqual(ids);
    expect(await readIds('orderBy=createdTime%20DESC')).toEqual([...ids].reverse());
    answers.orderByOnOrders = 'ignored';
    expect(await readIds('orderBy=createdTime%20DESC')).toEqual(ids);
    answers.orderListLagMs = 1_000;
    expect(await readIds('')).toEqual([ids[0]]);
  });

  it('says OPEN of a plain order only where Clover is thought to', async () => {
    const { order, read, till } = await openKitchen();
    const id = await order();
    expect(await read(id)).not.toHaveProperty('paymentState');
    till.answers.plainPaymentState = 'OPEN';
    expect((await read(id)).paymentState).toBe('OPEN');
  });

  it('is filtered by what orders carry', async () => {
    const { call, order } = await openKitchen();
    const id = await order({ title: 'Web 1', note: 'a', total: 900, testMode: true });
    await order({ title: 'Web 2', note: 'b', total: 100 });
    for (const filter of ['title=Web 1', 'note=a', 'total>500', 'testMode=true', 'title!=Web 2']) {
      const list = await call('GET', `/orders?filter=${encodeURIComponent(filter)}`);
      expect(pluck(list, 'id'), filter).toEqual([id]);
    }
  });
});
