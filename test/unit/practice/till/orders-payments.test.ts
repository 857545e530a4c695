import { describe, expect, it } from 'vitest';
import { type OpenKitchen, openKitchen } from './open-kitchen.ts';
import { create, type OpenTillOptions, pluck } from './open-till.ts';

/** An order of two soups with its total set. */
const openOrder = async (options: OpenTillOptions = {}): Promise<OpenKitchen & { id: string }> => {
  const open = await openKitchen(options);
  const id = await open.order({ total: 1198 });
  await open.line(id);
  await open.line(id);
  return { ...open, id };
};

describe('a payment recorded by a client', () => {
  it('of the exact total pays the order and locks it, and lines added later change nothing of that', async () => {
    const { id, pay, read, line } = await openOrder();
    const { status, json } = await pay(id, { amount: 1198, externalPaymentId: 'WC-1', note: 'web' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      order: { id },
      amount: 1198,
      externalPaymentId: 'WC-1',
      result: 'SUCCESS',
      offline: false,
    });
    await line(id);
    expect(await read(id, 'lineItems,payments')).toMatchObject({
      state: 'locked',
      paymentState: 'PAID',
      total: 1198,
      payments: { elements: [{ id: json.id, amount: 1198 }] },
    });
  });

  it('of any other sum pays in part, until the sums meet', async () => {
    const { id, pay, read } = await openOrder();
    await pay(id, { amount: 198, tipAmount: 1000 });
    expect(await read(id)).toMatchObject({ state: 'open', paymentState: 'PARTIALLY_PAID' });
    await pay(id, { amount: 1000 });
    expect(await read(id)).toMatchObject({ state: 'locked', paymentState: 'PAID' });
  });

  it('sent twice is there twice', async () => {
    const { id, pay, read } = await openOrder();
    await pay(id, { amount: 1198, externalPaymentId: 'WC-1' });
    await pay(id, { amount: 1198, externalPaymentId: 'WC-1' });
    expect((await read(id, 'payments')).payments.elements).toHaveLength(2);
  });

  it('leaves the order open where Clover is thought to', async () => {
    const { id, pay, read } = await openOrder({ answers: { externalPaymentLocks: false } });
    await pay(id, { amount: 1198 });
    const order = await read(id, 'payments');
    expect(order.state).toBe('open');
    expect(order).not.toHaveProperty('paymentState');
    expect(order.payments.elements).toHaveLength(1);
  });

  it('with a card tender is refused in Clover’s words', async () => {
    const { id, pay, till } = await openOrder();
    for (const key of ['credit_card', 'debit_card']) {
      const tender = [...till.state.tenders.values()].find(({ labelKey }) => labelKey?.endsWith(key));
      const { status, json } = await pay(id, { amount: 1198, tender: { id: tender?.id } });
      expect([status, json]).toEqual([
        400,
        {
          message:
            "We currently don't allow you to add native credit or debit payments, please use an external tender type such as 'external payment'",
        },
      ]);
    }
  });

  it('needs a tender that is there, a positive amount and short texts', async () => {
    const { id, pay, read } = await openOrder();
    for (const body of [
      { amount: 0 },
      { amount: -5 },
      {},
      { amount: 5, tender: { id: '0000000000000' } },
      { amount: 5, tender: { labelKey: 'com.clover.tender.external_payment' } },
      { amount: 5, externalPaymentId: 'x'.repeat(33) },
      { amount: 5, note: 'x'.repeat(256) },
    ]) {
      expect((await pay(id, body)).status, JSON.stringify(body)).toBe(400);
    }
    expect((await pay('0000000000000', { amount: 5 })).json.details).toBe('Order not found');
    expect((await read(id, 'payments')).payments.elements).toEqual([]);
  });

  it('may name its tender by key where Clover is thought to, and use one of the merchant’s own', async () => {
    const open = await openOrder({ answers: { tenderByLabelKey: 'accept' } });
    const tender = { labelKey: 'com.clover.tender.external_payment' };
    expect((await open.pay(open.id, { amount: 5, tender })).status).toBe(200);
    const own = await create(open, '/tenders', { label: 'WooCommerce' });
    expect((await open.pay(open.id, { amount: 5, tender: { id: own } })).json.tender).toEqual({ id: own });
  });

  it('needs the right to write payments, and shows on an order only to who may read them', async () => {
    const { id, call, till } = await openOrder();
    const token = till.tokens.add({ orders: 'rw' });
    expect((await call('POST', `/orders/${id}/payments`, { amount: 5 }, token)).status).toBe(401);
    expect((await call('GET', `/orders/${id}?expand=payments`, undefined, token)).status).toBe(403);
  });
});

describe('the list of payments', () => {
  it('finds a payment by the id it was given outside, once the index has it', async () => {
    const { id, pay, call, clock } = await openOrder({
      answers: { referenceLagMs: { least: 5_000, most: 5_000 } },
    });
    const { json } = await pay(id, { amount: 5, externalPaymentId: 'WC-1' });
    const path = '/payments?filter=externalPaymentId%3DWC-1';
    expect(pluck(await call('GET', path), 'id')).toEqual([]);
    expect(pluck(await call('GET', `/orders/${id}/payments`), 'id')).toEqual([json.id]);
    clock.advance(6_000);
    expect(pluck(await call('GET', path), 'id')).toEqual([json.id]);
    expect((await call('GET', `/payments/${json.id}`)).json).toMatchObject({ order: { id } });
    expect((await call('GET', `/orders/${id}/payments/${json.id}`)).status).toBe(405);
  });

  it('goes back 90 days or for ever, as switched', async () => {
    const { id, pay, call, clock, till } = await openOrder();
    const { json } = await pay(id, { amount: 5 });
    clock.advance(91 * 86_400_000);
    expect(pluck(await call('GET', '/payments'), 'id')).toEqual([json.id]);
    till.answers.paymentsWindow = 'recent';
    expect(pluck(await call('GET', '/payments'), 'id')).toEqual([]);
  });
});

describe('money given back', () => {
  it('cannot be given back by a client', async () => {
    const { id, call } = await openOrder();
    for (const path of ['/refunds', '/credits']) {
      const { status, text } = await call('POST', path, { orderRef: { id }, amount: 5 });
      expect([status, text]).toEqual([405, '405 POST not allowed.']);
    }
  });

  it('by staff shows as a positive refund on order, payment and list: in part, then whole', async () => {
    const { id, pay, call, read, till } = await openOrder();
    const payment = (await pay(id, { amount: 1198 })).json.id;
    till.staff.refundOrder(id, { amountCents: 200 });
    const order = await read(id, 'refunds,lineItems');
    expect(order).toMatchObject({ paymentState: 'PARTIALLY_REFUNDED', total: 1198 });
    expect(order.refunds.elements).toMatchObject([
      { orderRef: { id }, payment: { id: payment }, amount: 200, status: 'SUCCESS' },
    ]);
    expect(() => till.staff.refundOrder(id, { amountCents: 999 })).toThrow('998 is left');
    till.staff.refundOrder(id);
    expect((await read(id)).paymentState).toBe('REFUNDED');
    expect(pluck(await call('GET', '/refunds'), 'amount').sort()).toEqual([200, 998]);
    const shown = (await call('GET', `/payments/${payment}?expand=refunds`)).json;
    expect(shown.refunds.elements).toHaveLength(2);
    expect(() => till.staff.refundOrder(id)).toThrow('nothing left');
  });

  it('for a line marks that line and no other', async () => {
    const { id, pay, read, till } = await openOrder();
    await pay(id, { amount: 1198 });
    const line = till.state.orders.get(id)?.lines[0]?.id ?? '';
    till.staff.refundOrder(id, { lineIds: [line] });
    const order = await read(id, 'lineItems,refunds');
    const refunded = order.lineItems.elements.filter((row: { refunded: boolean }) => row.refunded);
    expect(refunded).toMatchObject([{ id: line }]);
    expect(order.refunds.elements).toMatchObject([{ amount: 599, lineItems: { elements: [{ id: line }] } }]);
    expect(() => till.staff.refundOrder(id, { lineIds: [line] })).toThrow();
  });

  it('needs a payment: an order nobody has paid gives nothing back', async () => {
    const { id, read, till } = await openOrder();
    const line = till.state.orders.get(id)?.lines[0]?.id ?? '';
    for (const part of [undefined, { amountCents: 1 }, { lineIds: [line] }]) {
      expect(() => till.staff.refundOrder(id, part)).toThrow();
    }
    expect(await read(id, 'refunds')).toMatchObject({ refunds: { elements: [] } });
    expect(await read(id)).not.toHaveProperty('paymentState');
  });

  it('for one of two lines of a discounted order is never more than was paid', async () => {
    const { id, call, pay, till } = await openOrder();
    await call('POST', `/orders/${id}/discounts`, { name: 'Off', amount: -898 });
    await call('POST', `/orders/${id}`, { total: 300 });
    await pay(id, { amount: 300 });
    const [first, second] = till.state.orders.get(id)?.lines.map((line) => line.id) ?? [];
    till.staff.refundOrder(id, { lineIds: [first ?? ''] });
    expect(() => till.staff.refundOrder(id, { amountCents: 1 })).toThrow('0 is left');
    till.staff.refundOrder(id, { lineIds: [second ?? ''] });
    expect(pluck(await call('GET', '/refunds'), 'amount')).toEqual([300]);
  });

  it('without a payment is a credit', async () => {
    const { id, call, read, till } = await openOrder();
    till.staff.giveCredit(300, id);
    till.staff.giveCredit(50);
    expect(pluck(await call('GET', '/credits'), 'amount').sort()).toEqual([300, 50]);
    expect(await read(id, 'credits')).toMatchObject({
      paymentState: 'CREDITED',
      credits: { elements: [{ amount: 300 }] },
    });
  });
});
