import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { create, openTill } from './open-till.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../../../fixtures/clover/sandbox-2026-02.json', import.meta.url), 'utf8'),
);

/** Every path of a value with its type: `elements[0].price: number`. */
function listShape(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) {
    return [`${at}: array`, ...value.flatMap((element, index) => listShape(element, `${at}[${index}]`))];
  }
  if (typeof value !== 'object' || value === null)
    return [`${at}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value)
    .flatMap(([name, child]) => listShape(child, `${at}.${name}`))
    .sort();
}

function expectSameShape(actual: unknown, name: string): void {
  expect(listShape(actual)).toEqual(listShape(recorded.answers[name]));
}

describe('answers have the fields and types the sandbox recorded', () => {
  it('for a new modifier group and its modifier', async () => {
    const { call } = await openTill();
    const body = { name: 'Temperature', minRequired: 0, maxAllowed: 1 };
    const group = await call('POST', '/modifier_groups', body);
    expectSameShape(group.json, 'createModifierGroup');
    expect(group.json).toMatchObject({ ...body, showByDefault: true, deleted: false });
    const path = `/modifier_groups/${group.json.id}/modifiers`;
    const modifier = await call('POST', path, { name: 'Rare', price: 0 });
    expectSameShape(modifier.json, 'createModifier');
    expect(modifier.json.modifierGroup).toEqual({ id: group.json.id });
    expect((await call('DELETE', `/modifier_groups/${group.json.id}`)).json).toEqual({});
  });

  it('for modifier groups with expanded modifiers, and in the recorded order', async () => {
    const open = await openTill();
    const group = (name: string, maxAllowed: number) => ({ name, minRequired: 0, maxAllowed });
    const later = await create(open, '/modifier_groups', group('VCR Test Group for Modifier', 5));
    await create(open, `/modifier_groups/${later}/modifiers`, { name: 'Extra Cheese', price: 150 });
    await create(open, '/modifier_groups', group('VCR Test Group 1', 3));
    const answer = await open.call('GET', '/modifier_groups?expand=modifiers');
    expectSameShape({ elements: answer.json.elements }, 'listModifierGroupsWithModifiers');
    expect(answer.headers.get('x-clover-allowed-filter-fields')).toBe(
      recorded.filterFields['/modifier_groups'],
    );
  });

  it('for items with expanded categories and modifier groups, newest first', async () => {
    const open = await openTill();
    const category = { id: await create(open, '/categories', { name: 'Specials', sortOrder: 7 }) };
    const second = { id: await create(open, '/items', { name: "Chef's Special", price: 2499 }) };
    const first = { id: await create(open, '/items', { name: 'Soup of the Day', price: 599 }) };
    const elements = [first, second].map((item) => ({ item, category }));
    await open.call('POST', '/category_items', { elements });
    const answer = await open.call('GET', '/items?expand=categories,modifierGroups');
    expectSameShape({ elements: answer.json.elements }, 'listItemsWithCategoriesAndModifierGroups');
    expect(answer.json.elements[0].name).toBe('Soup of the Day');
    expect(answer.headers.get('x-clover-allowed-filter-fields')).toBe(recorded.filterFields['/items']);
  });

  it('for order types: none at first, and the first one becomes the default', async () => {
    const { call } = await openTill();
    const empty = await call('GET', '/order_types');
    expectSameShape(empty.json, 'listOrderTypes');
    expect(empty.headers.get('x-clover-allowed-filter-fields')).toBe(recorded.filterFields['/order_types']);
    const body = { label: 'Test', taxable: true, fee: 100, minOrderAmount: 500, avgOrderTime: 0 };
    const created = await call('POST', '/order_types', { ...body, isDeleted: false });
    expectSameShape(created.json, 'createOrderType');
    expect(created.json.isDefault).toBe(true);
    expect((await call('POST', '/order_types', body)).json.isDefault).toBe(false);
  });

  it('for tax rates, with the rate every merchant has at the end', async () => {
    const { call } = await openTill();
    const body = { name: 'Test Tax', rate: 550_000, isDefault: false, taxType: 'VAT_EXEMPT' };
    expectSameShape((await call('POST', '/tax_rates', body)).json, 'createTaxRate');
    const list = await call('GET', '/tax_rates');
    expectSameShape(list.json, 'listTaxRates');
    expect(list.json.elements[1]).toMatchObject({ name: 'NO_TAX_APPLIED', rate: 0 });
    expect(list.headers.get('x-clover-allowed-filter-fields')).toBe(recorded.filterFields['/tax_rates']);
  });

  it('for the default service charge, which cannot be written', async () => {
    const { call } = await openTill();
    const answer = await call('GET', '/default_service_charge');
    expectSameShape(answer.json, 'readServiceCharge');
    expect(answer.json).toMatchObject({ percentage: 10, percentageDecimal: 100_000, enabled: false });
    const refused = await call('POST', '/default_service_charge', { name: 'x' });
    expect(refused.status).toBe(recorded.notAllowed.status);
    expect(refused.text).toBe(recorded.notAllowed.body);
    expect(refused.headers.get('allow')).toBe(recorded.notAllowed.allow);
    expect(refused.headers.get('content-type')).toBeNull();
  });
});

describe('every answer', () => {
  it('carries a request id, is not cached and names no rate limit', async () => {
    const { call } = await openTill();
    const first = await call('GET', '/items');
    const second = await call('GET', '/nowhere');
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(first.headers.get('x-clover-request-id')).toMatch(uuid);
    expect(second.headers.get('x-clover-request-id')).toMatch(uuid);
    expect(first.headers.get('x-clover-request-id')).not.toBe(second.headers.get('x-clover-request-id'));
    expect(first.headers.get('cache-control')).toBe('no-cache, no-store, must-revalidate');
    expect([...first.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  });

  it('has times in whole seconds and ids of 13 Crockford characters', async () => {
    const { call } = await openTill();
    const { json } = await call('POST', '/items', { name: 'Soup', price: 599 });
    expect(json.modifiedTime % 1000).toBe(0);
    expect(json.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
  });
});
