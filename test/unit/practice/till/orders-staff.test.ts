import { describe, expect, it } from 'vitest';
import { openPractice } from '../open-practice.ts';
import { openKitchen } from './open-kitchen.ts';
import { pluck } from './open-till.ts';

describe('staff with a web order', () => {
  it('take the money for it: what the till adds up, or what is left of the client’s total', async () => {
    const { order, line, read, pay, till } = await openKitchen();
    const plain = await order();
    await line(plain);
    till.staff.pay(plain);
    expect(await read(plain)).toMatchObject({ state: 'locked', paymentState: 'PAID', total: 599 });
    const begun = await order({ total: 700 });
    await pay(begun, { amount: 100 });
    till.staff.pay(begun, undefined, 'credit_card');
    const { payments, paymentState } = await read(begun, 'payments,payments.tender');
    expect(paymentState).toBe('PAID');
    expect(payments.elements).toMatchObject([
      { amount: 100, tender: { labelKey: 'com.clover.tender.external_payment' } },
      { amount: 600, tender: { labelKey: 'com.clover.tender.credit_card' } },
    ]);
    expect(() => till.staff.pay(begun)).toThrow('nothing left to pay');
  });

  it('take money that pays the order also where a client’s payment would not', async () => {
    const { order, read, till } = await openKitchen({ answers: { externalPaymentLocks: false } });
    const id = await order({ total: 500 });
    till.staff.pay(id);
    expect(await read(id)).toMatchObject({ state: 'locked', paymentState: 'PAID' });
  });

  it('say that it is done, in words of the device', async () => {
    const { order, read, clock, till } = await openKitchen();
    const id = await order();
    expect(await read(id)).not.toHaveProperty('orderFulfillmentEvent');
    clock.advance(5_000);
    till.staff.fulfil(id, 'READY');
    expect(await read(id)).toMatchObject({
      orderFulfillmentEvent: { type: 'READY', createdTime: 1795229726000 },
      modifiedTime: 1795229726000,
    });
  });

  it('cancel it by deleting it or by voiding its lines, but not when it is paid', async () => {
    const { call, order, line, read, pay, till } = await openKitchen();
    const [deleted, voided, paid] = [await order(), await order({ total: 599 }), await order({ total: 5 })];
    await line(voided);
    till.staff.cancel(deleted);
    expect((await call('GET', `/orders/${deleted}`)).status).toBe(404);
    till.staff.cancel(voided, 'void');
    expect(await read(voided)).toMatchObject({ state: 'open', total: 0, lineItems: { elements: [] } });
    await pay(paid, { amount: 5 });
    expect(() => till.staff.cancel(paid)).toThrow('refunded first');
    expect(pluck(await call('GET', '/orders'), 'id').sort()).toEqual([voided, paid].sort());
  });

  it('change it, which adds it up anew and lowers the stock for what they add', async () => {
    const { order, line, read, stock, soup, till } = await openKitchen();
    const id = await order({ total: 1 });
    const first = await line(id);
    till.staff.editOrder(id, { addItemIds: [soup, soup], title: 'Table 4' });
    expect(await read(id)).toMatchObject({ total: 1797, title: 'Table 4' });
    expect(stock()).toBe(18);
    till.staff.editOrder(id, { removeLineIds: [first] });
    expect((await read(id)).total).toBe(1198);
    expect(stock()).toBe(18);
  });

  it('change it after it was paid, and then it is open and paid in part', async () => {
    const { order, line, pay, read, soup, till } = await openKitchen();
    const id = await order({ total: 599 });
    await line(id);
    await pay(id, { amount: 599 });
    till.staff.editOrder(id, { note: 'same sum' });
    expect(await read(id)).toMatchObject({ state: 'locked', paymentState: 'PAID' });
    till.staff.editOrder(id, { addItemIds: [soup] });
    expect(await read(id)).toMatchObject({ state: 'open', paymentState: 'PARTIALLY_PAID', total: 1198 });
  });
});

describe('the till’s desk', () => {
  /** A practice with an order of one tiramisu, and a way to speak to its staff. */
  const openDesk = async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const say = async (command: unknown) => (await practice.command('till', command)).json;
    await say({ verb: 'sell', item: 'Tiramisù', quantity: 2 });
    const [{ id }] = (await practice.readTill('/orders')).json.elements;
    const read = async () => (await practice.readTill(`/orders/${id}?expand=lineItems`)).json;
    return { practice, say, id, read };
  };

  it('refunds, fulfils, edits and prints an order that is called by its id', async () => {
    const { say, id, read, practice } = await openDesk();
    expect(await say({ verb: 'fulfil', order: id })).toEqual({
      ok: true,
      what: `Marked order ${id} as done in the kitchen`,
      id,
    });
    expect((await say({ verb: 'refund-order', order: id, item: 'Tiramisù' })).what).toBe(
      `Gave money back for order ${id}; PAID -> PARTIALLY_REFUNDED`,
    );
    expect((await say({ verb: 'refund-order', order: id })).what).toContain('-> REFUNDED');
    expect((await say({ verb: 'edit-order', order: id, add: 'Tiramisù', title: 'Table 4' })).what).toMatch(
      /total \d+\.\d\d -> \d+\.\d\d$/,
    );
    expect(await read()).toMatchObject({ title: 'Table 4', orderFulfillmentEvent: { type: 'FULFILLED' } });
    expect((await say({ verb: 'print', order: 'Table 4' })).id).toBe(id);
    expect([...practice.tillService.state.kitchen.jobs.values()]).toMatchObject([{ orderId: id }]);
  });

  it('pays and cancels an order that is called by its reference', async () => {
    const { say, practice } = await openDesk();
    const write = (path: string, body: unknown) =>
      fetch(`${practice.till.url}/v3/merchants/${practice.till.merchant}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${practice.till.token}`, 'user-agent': 'test/1.0' },
        body: JSON.stringify(body),
      });
    await write('/orders', { state: 'open', total: 900, externalReferenceId: 'WEB-1' });
    await write('/orders', { state: 'open', total: 900, externalReferenceId: 'WEB-2' });
    expect((await say({ verb: 'pay', order: 'WEB-1', amount: 100 })).what).toContain(
      'OPEN -> PARTIALLY_PAID',
    );
    expect((await say({ verb: 'pay', order: 'WEB-1', card: true })).what).toContain('PARTIALLY_PAID -> PAID');
    expect((await say({ verb: 'cancel', order: 'WEB-1' })).error).toMatchObject({ code: 'STAFF_REFUSED' });
    expect((await say({ verb: 'cancel', order: 'WEB-2', void: true })).what).toContain('Voided all lines');
    expect((await say({ verb: 'cancel', order: 'WEB-2' })).what).toContain('Deleted');
    for (const order of ['WEB-2', 'nothing']) {
      expect((await say({ verb: 'pay', order })).error.code).toBe('STAFF_UNKNOWN');
    }
  });

  it('jams and clears the printer, takes it away, prints by itself, and removes an order type', async () => {
    const { say, practice } = await openDesk();
    const { kitchen, orderTypes } = practice.tillService.state;
    for (const [command, isMet] of [
      [{ verb: 'jam' }, () => kitchen.jam === 'fails'],
      [{ verb: 'jam', hold: true }, () => kitchen.jam === 'holds'],
      [{ verb: 'clear' }, () => kitchen.jam === 'none'],
      [{ verb: 'printer', present: false }, () => !kitchen.hasDefaultPrinter],
      [{ verb: 'printer', present: true }, () => kitchen.hasDefaultPrinter],
      [{ verb: 'auto-print', on: true }, () => kitchen.isAutoPrint],
      [{ verb: 'credit', amount: 500 }, () => practice.tillService.state.credits.size === 1],
    ] as const) {
      expect(await say(command)).toMatchObject({ ok: true, what: expect.any(String) });
      expect(isMet(), JSON.stringify(command)).toBe(true);
    }
    orderTypes.put({
      id: 'TYPE000000001',
      label: 'Online',
      taxable: true,
      isDefault: true,
      filterCategories: false,
      hoursAvailable: 'ALL',
    });
    expect((await say({ verb: 'remove-order-type', orderType: 'Online' })).what).toContain('Online');
    expect(orderTypes.size).toBe(0);
    expect((await say({ verb: 'remove-order-type', orderType: 'Online' })).error.code).toBe('STAFF_UNKNOWN');
  });
});
