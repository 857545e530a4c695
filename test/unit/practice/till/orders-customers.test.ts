import { describe, expect, it } from 'vitest';
import type { TokenPermissions } from '../../../../src-practice/till/till.ts';
import { openKitchen } from './open-kitchen.ts';
import { create, openTill, pluck } from './open-till.ts';

const ADA = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  marketingAllowed: true,
  email: 'flat@shop.com',
  emailAddresses: [{ emailAddress: 'ada@shop.com' }],
  phoneNumbers: [{ phoneNumber: '(212) 555-0100' }],
  addresses: [{ address1: '1 Main St', city: 'New York', state: 'NY', zip: '10001', country: 'US' }],
  metadata: { businessName: 'Engines', note: 'likes figures', dobYear: 1815 },
};
const ALL = 'expand=emailAddresses,phoneNumbers,addresses&expand=metadata';

describe('a customer', () => {
  it('answers without contacts, which show only when expanded; a flat e-mail and marketing are ignored', async () => {
    const { call, till } = await openTill();
    const { json } = await call('POST', '/customers', ADA);
    expect(json).toEqual({
      href: expect.stringContaining(`/customers/${json.id}`),
      id: expect.any(String),
      merchant: { id: till.merchant.id },
      firstName: 'Ada',
      lastName: 'Lovelace',
      marketingAllowed: false,
      customerSince: 1795229721000,
    });
    const full = (await call('GET', `/customers/${json.id}?${ALL}`)).json;
    expect(full.emailAddresses.elements).toMatchObject([{ emailAddress: 'ada@shop.com' }]);
    expect(full.phoneNumbers.elements).toMatchObject(ADA.phoneNumbers);
    expect(full.addresses.elements).toMatchObject(ADA.addresses);
    expect(full.metadata).toEqual(ADA.metadata);
  });

  it('is found by e-mail, phone or full name, and twice when it was made twice', async () => {
    const open = await openTill();
    const ids = [await create(open, '/customers', ADA), await create(open, '/customers', ADA)];
    await create(open, '/customers', { firstName: 'Ada' });
    const search = async (filter: string) =>
      pluck(await open.call('GET', `/customers?filter=${encodeURIComponent(filter)}`), 'id').sort();
    ids.sort();
    expect(await search('emailAddress=ada@shop.com')).toEqual(ids);
    expect(await search('fullName=Ada Lovelace')).toEqual(ids);
    expect(await search('phoneNumber=(212) 555-0100')).toEqual(ids);
    expect(await search('emailAddress=flat@shop.com')).toEqual([]);
    expect(await search('phoneNumber=2125550100')).toEqual([]);
    open.till.answers.phoneMatch = 'digits';
    expect(await search('phoneNumber=2125550100')).toEqual(ids);
    expect((await open.call('GET', '/customers?filter=emailAddresses.emailAddress%3Dx')).status).toBe(400);
  });

  it('is no longer found by what it had before', async () => {
    const open = await openTill();
    const id = await create(open, '/customers', ADA);
    await open.call('POST', `/customers/${id}`, { emailAddresses: [{ emailAddress: 'new@shop.com' }] });
    const find = async (email: string) =>
      pluck(await open.call('GET', `/customers?filter=emailAddress%3D${email}`), 'id');
    expect([await find('ada@shop.com'), await find('new@shop.com')]).toEqual([[], [id]]);
    expect((await open.call('DELETE', `/customers/${id}`)).json).toEqual({});
    expect(await find('new@shop.com')).toEqual([]);
    const gone = await open.call('GET', `/customers/${id}`);
    expect([gone.status, gone.json]).toEqual([404, { message: 'Not Found', details: 'Customer not found' }]);
  });

  it('is refused with a dead domain, half an address, or names too long, and PUT is no method of it', async () => {
    const open = await openTill();
    const { call } = open;
    for (const body of [
      { emailAddresses: [{ emailAddress: 'ada@shop.test' }] },
      { emailAddresses: [{ emailAddress: 'ada' }] },
      { addresses: [{ address1: '1 Main St', city: 'New York', state: 'NY', country: 'US' }] },
      { addresses: [{ ...ADA.addresses[0], zip: '12345678901' }] },
      { addresses: [{ ...ADA.addresses[0], country: 'USA' }] },
      { firstName: 'x'.repeat(65) },
    ]) {
      expect((await call('POST', '/customers', body)).status, JSON.stringify(body)).toBe(400);
    }
    const id = await create(open, '/customers', ADA);
    expect((await call('PUT', `/customers/${id}`, ADA)).status).toBe(405);
  });

  it('has contacts that are made, changed and deleted one by one', async () => {
    const open = await openTill();
    const id = await create(open, '/customers', { firstName: 'Ada' });
    for (const [path, body, changed, field] of [
      ['email_addresses', { emailAddress: 'a@shop.com' }, { emailAddress: 'b@shop.com' }, 'emailAddresses'],
      ['phone_numbers', { phoneNumber: '1' }, { phoneNumber: '2' }, 'phoneNumbers'],
      ['addresses', ADA.addresses[0], { ...ADA.addresses[0], zip: '10002' }, 'addresses'],
    ] as const) {
      const contacts = `/customers/${id}/${path}`;
      const read = async () => (await open.call('GET', `/customers/${id}?${ALL}`)).json[field].elements;
      const contact = await create(open, contacts, body);
      expect((await open.call('POST', `${contacts}/${contact}`, changed)).json.id).toBe(contact);
      expect(await read()).toEqual([{ ...changed, id: contact }]);
      expect((await open.call('DELETE', `${contacts}/${contact}`)).json).toEqual({});
      expect(await read()).toEqual([]);
    }
    await open.call('POST', `/customers/${id}/metadata`, { note: 'x' });
    expect((await open.call('GET', `/customers/${id}?${ALL}`)).json.metadata).toEqual({ note: 'x' });
  });
});

describe('a customer in Europe', () => {
  const PLAIN: TokenPermissions = { customers: 'rw' };

  it('is a name and a date to who has no more than the plain permission, whatever is sent', async () => {
    const { call, till } = await openTill({ merchant: { region: 'eu' } });
    const token = till.tokens.add(PLAIN);
    const { id } = (await call('POST', '/customers', ADA, token)).json;
    const full = await call('GET', `/customers/${id}?${ALL}`, undefined, token);
    expect(full.json).toEqual({
      href: expect.any(String),
      id,
      merchant: { id: till.merchant.id },
      firstName: 'Ada',
      lastName: 'Lovelace',
      customerSince: 1795229721000,
      metadata: {},
    });
    expect(till.state.customers.get(id)?.emailAddresses).toEqual([]);
  });

  it('shows each further field with the permission for it', async () => {
    const { call, till } = await openTill({ merchant: { region: 'eu' } });
    const writer = till.tokens.add({
      ...PLAIN,
      customersAddress: 'rw',
      customersEmail: 'rw',
      customersNote: 'rw',
      customersPhone: 'rw',
    });
    const { id } = (await call('POST', '/customers', ADA, writer)).json;
    const mailer = till.tokens.add({ ...PLAIN, customersEmail: 'r' });
    const seen = (await call('GET', `/customers/${id}?${ALL}`, undefined, mailer)).json;
    expect(seen.emailAddresses.elements).toMatchObject(ADA.emailAddresses);
    for (const hidden of ['phoneNumbers', 'addresses', 'marketingAllowed']) {
      expect(seen).not.toHaveProperty(hidden);
    }
    const whole = (await call('GET', `/customers/${id}?${ALL}`, undefined, writer)).json;
    expect(whole.metadata).toEqual({ note: 'likes figures' });
    expect(whole.phoneNumbers.elements).toHaveLength(1);
  });
});

describe('customers on an order', () => {
  it('are set in either form, and only in the one that is switched', async () => {
    const open = await openKitchen();
    const customer = { id: await create(open, '/customers', ADA) };
    const count = async (customers: unknown) => {
      const id = await open.order();
      expect((await open.call('POST', `/orders/${id}`, { customers })).status).toBe(200);
      return (await open.read(id, 'customers')).customers.elements.length;
    };
    const [array, elements] = [[customer], { elements: [customer] }];
    expect([await count(array), await count(elements)]).toEqual([1, 1]);
    open.till.answers.customersShape = 'array';
    expect([await count(array), await count(elements)]).toEqual([1, 0]);
    open.till.answers.customersShape = 'elements';
    expect([await count(array), await count(elements)]).toEqual([0, 1]);
  });

  it('have to be there, and show to who may read customers', async () => {
    const open = await openKitchen();
    const unknown = await open.call('POST', '/orders', { customers: [{ id: '0000000000000' }] });
    expect([unknown.status, unknown.json.details]).toEqual([404, 'Customer not found']);
    const id = await open.order({ customers: [{ id: await create(open, '/customers', ADA) }] });
    expect((await open.read(id, 'customers')).customers.elements).toMatchObject([{ firstName: 'Ada' }]);
    expect(await open.read(id, '')).not.toHaveProperty('customers');
    const token = open.till.tokens.add({ orders: 'r' });
    expect((await open.call('GET', `/orders/${id}?expand=customers`, undefined, token)).status).toBe(403);
  });
});
