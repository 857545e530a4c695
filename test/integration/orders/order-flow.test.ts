import { describe, expect, it } from 'vitest';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

/** What the store asked of the customer, in cents. */
const readStoreCents = ({ practice }: OrderShop, id: number): number =>
  Math.round((practice.storeService.state.orders.get(id)?.totals.total ?? 0) * 100);

/** What the till makes of the order that it holds. */
const readTillCents = (shop: OrderShop, id: number): number => {
  const [row] = shop.shown(id);
  if (!row) return 0;
  const lines = row.lines.reduce(
    (sum, { price, modifications }) =>
      sum + price + modifications.reduce((all, { amount }) => all + amount, 0),
    0,
  );
  return lines + row.discounts.reduce((sum, { amount = 0 }) => sum + amount, 0);
};

function expectOneOf(shop: OrderShop, id: number): void {
  expect(shop.shown(id)).toHaveLength(1);
  expect(shop.payments(id)).toHaveLength(1);
  expect(shop.tickets(id)).toBe(1);
  expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null, print: 'printed' });
}

describe('a web order that is paid', { timeout: 30_000 }, () => {
  it('is one order on the till with its lines, choices, title and note, paid to the cent, on one ticket', async () => {
    const shop = await startOrderShop();
    const id = shop.order({
      lines: [{ sku: 'MARG', quantity: 2, chosen: ['Olives', 'Ham'] }, { sku: 'SALAD' }],
      method: 'delivery',
      deliveryCents: 399,
      tipCents: 250,
      note: 'no onions please',
    });
    await shop.settle();
    expectOneOf(shop, id);
    const [row] = shop.shown(id);
    expect(row?.total).toBe(readStoreCents(shop, id) - 250);
    expect(readTillCents(shop, id)).toBe(row?.total);
    expect(shop.payments(id)).toEqual([{ amount: row?.total, tip: 250, tender: 'External Payment' }]);
    expect(
      row?.lines.map(({ name, modifications }) => [name, ...modifications.map((one) => one.name)]),
    ).toEqual([['Margherita', 'Olives', 'Ham'], ['Margherita', 'Olives', 'Ham'], ['Salad'], ['Delivery']]);
    expect(row?.title).toBe(`#${id} Delivery Ann Lee`);
    expect(row?.note).toContain('no onions please');
    expect(row?.note).toContain('1 Main St, 12207 Albany');
    expect(shop.notes(id).at(-1)).toBe(
      `On the till as ${row?.id}, payment recorded, printed in the kitchen.`,
    );
    expect(shop.alerts()).toEqual([]);
    const type = shop.practice.tillService.state.orderTypes.get(row?.orderTypeId ?? '');
    expect(type?.label).toBe('Online Order');
  });

  it('has the same total on both sides with coupons, a gift card, taxes and a tip', async () => {
    const shop = await startOrderShop();
    const { staff } = shop.practice.storeService;
    staff.setting('general', 'woocommerce_calc_taxes', 'yes');
    staff.addTaxRate({ country: 'US', state: 'NY', rate: '8.25', name: 'Sales tax', shipping: true });
    staff.addCoupon({ code: 'TENTH', discount_type: 'percent', amount: '10' });
    const id = shop.order({
      lines: [{ sku: 'MARG', quantity: 3, chosen: ['Ham'] }, { sku: 'CALZ' }, { sku: 'JUICE-1' }],
      coupons: ['TENTH'],
      method: 'delivery',
      deliveryCents: 500,
      giftCardCents: 1000,
      tipCents: 300,
    });
    await shop.settle();
    expectOneOf(shop, id);
    const order = shop.practice.storeService.state.orders.get(id);
    expect(order?.totals.cartTax, 'else it proved nothing').toBeGreaterThan(0);
    const [row] = shop.shown(id);
    expect(row?.total).toBe(readStoreCents(shop, id) - 300);
    expect(readTillCents(shop, id)).toBe(row?.total);
    expect(shop.payments(id)).toMatchObject([{ amount: row?.total, tip: 300 }]);
    expect(shop.flow(id)).toMatchObject({
      storeAmount: readStoreCents(shop, id),
      tillAmount: readStoreCents(shop, id),
    });
  });

  it('makes order type and tender once where many orders come at once', async () => {
    const shop = await startOrderShop();
    const { state } = shop.practice.tillService;
    for (const [id, tender] of state.tenders.entries())
      if (tender.label === 'External Payment') state.tenders.delete(id);
    const ids = Array.from({ length: 12 }, () => shop.order());
    await shop.settle();
    for (const id of ids) expectOneOf(shop, id);
    expect([...state.orderTypes.values()].map(({ label }) => label)).toEqual(['Online Order']);
    expect([...state.tenders.values()].filter(({ label }) => label === 'External Payment')).toHaveLength(1);
  });

  it.each([
    ['full', 1],
    ['name', 0],
    ['none', 0],
  ])('leaves of the customer what the rule "%s" allows', async (rule, customers) => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.customer': rule }));
    const guest = { firstName: 'Ann', lastName: 'Lee', phone: '5185550101', email: 'ann@lee.org' };
    const rest = { address: '1 Main St', city: 'Albany', state: 'NY', postcode: '12207', country: 'US' };
    const id = shop.order({ guest: { ...guest, ...rest } });
    const again = shop.order({ guest: { ...guest, ...rest } });
    await shop.settle();
    const [row] = shop.shown(id);
    expect(row?.customerIds).toHaveLength(customers);
    expect(shop.shown(again)[0]?.customerIds, 'found again').toEqual(row?.customerIds);
    expect(`${row?.title} ${row?.note}`.includes('Ann')).toBe(rule !== 'none');
  });

  it.each([
    ['off', 0],
    ['on', 1],
  ])('leaves of a customer in Europe nothing unless that is allowed: %s', async (allowed, customers) => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.customer': 'full', 'orders.euCustomers': allowed }));
    const guest = { firstName: 'Ann', lastName: 'Lee', phone: '01715550101', email: 'ann@lee.org' };
    const rest = { address: 'Hauptstr. 1', city: 'Ulm', state: '', postcode: '89073', country: 'DE' };
    const id = shop.order({ guest: { ...guest, ...rest } });
    await shop.settle();
    const [row] = shop.shown(id);
    expect(row?.customerIds).toHaveLength(customers);
    expect(shop.practice.tillService.state.customers.size).toBe(customers);
    expect(/Ann|Lee|0171/.test(`${row?.title} ${row?.note}`)).toBe(customers > 0);
  });

  it('has a fee that is a tip by the shop’s own word for it: with the payment, not in the total', async () => {
    const shop = await startOrderShop();
    const { orders } = shop.practice.storeService.state;
    const place = (): number => {
      const id = shop.order({ tipCents: 250 });
      const order = orders.get(id);
      if (order)
        orders.set(id, {
          ...order,
          feeLines: order.feeLines.map((fee) => ({ ...fee, name: 'Für die Küche' })),
        });
      return id;
    };
    const before = place();
    await shop.settle();
    expect(shop.payments(before)).toMatchObject([{ amount: 1345, tip: 0 }]);
    unwrap(shop.engine.settings.set({ 'orders.tipNames': 'service, für die küche' }));
    const after = place();
    await shop.settle();
    expect(shop.payments(after)).toMatchObject([{ amount: 1095, tip: 250 }]);
  });

  it('has more than a hundred lines, all of them on the till', async () => {
    const shop = await startOrderShop();
    const id = shop.order({
      lines: [
        { sku: 'MARG', quantity: 120, chosen: ['Olives'] },
        { sku: 'SALAD', quantity: 70 },
      ],
    });
    await shop.settle();
    expectOneOf(shop, id);
    expect(shop.shown(id)[0]?.lines).toHaveLength(190);
    expect(readTillCents(shop, id)).toBe(readStoreCents(shop, id));
  });
});

describe('a web order that is not paid with money', { timeout: 30_000 }, () => {
  it('stays open on the till when it is paid at the door, and is printed', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ payment: 'cod' });
    await shop.settle();
    expect(shop.shown(id)).toMatchObject([{ state: 'open', total: 1095, paymentIds: [] }]);
    expect(shop.tickets(id)).toBe(1);
  });

  it('has a total of 0: printed, without a payment', async () => {
    const shop = await startOrderShop();
    shop.practice.storeService.staff.addCoupon({ code: 'FREE', discount_type: 'percent', amount: '100' });
    const id = shop.order({ coupons: ['FREE'] });
    await shop.settle();
    expect(readStoreCents(shop, id)).toBe(0);
    expect(shop.shown(id)).toMatchObject([{ total: 0, paymentIds: [] }]);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null });
  });

  it('was refunded before anybody looked: never on the till', async () => {
    const shop = await startOrderShop();
    const id = shop.order();
    shop.practice.storeService.staff.giveBack(id, { amount: '10.95' });
    await shop.settle();
    expect(shop.shown(id)).toEqual([]);
    expect(shop.flow(id)).toMatchObject({ hold: 'closed', failure: { code: 'ORDER_ENDED_EARLY' } });
  });

  it('was cancelled for want of money and paid after all: it goes to the till then', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ status: 'pending' });
    await shop.look();
    shop.practice.storeService.staff.turnOrder(id, 'cancelled');
    await shop.settle();
    expect(shop.flow(id).hold).toBe('closed');
    shop.time.pass(60_000);
    shop.practice.storeService.staff.turnOrder(id, 'processing');
    await shop.settle();
    expect(shop.shown(id)).toHaveLength(1);
    expect(shop.tickets(id)).toBe(1);
  });

  it('was made before the first look: it is left alone, and the next one is not', async () => {
    let early = 0;
    const shop = await startOrderShop({
      beforeFirstLook: ({ practice }) => {
        const { state, staff } = practice.storeService;
        const salad = [...state.products.values()].find(({ sku }) => sku === 'SALAD');
        early = staff.buy(salad?.id ?? 0, 1);
        const order = state.orders.get(early);
        if (!order) throw new Error('nothing was bought');
        const atMs = order.createdMs - 3_600_000;
        state.orders.set(early, { ...order, createdMs: atMs, modifiedMs: atMs });
      },
    });
    shop.time.pass(5_000);
    const late = shop.order();
    await shop.settle();
    // Its being ended now does not send it either.
    shop.practice.storeService.staff.turnOrder(early, 'completed');
    await shop.settle();
    expect(shop.engine.orders.list({ limit: 9, offset: 0 }).flows.map(({ wooId }) => wooId)).toEqual([late]);
    expect(early).toBeGreaterThan(0);
    expect(shop.practice.tillService.state.orders.size).toBe(1);
  });
});

describe('when an order is sent', { timeout: 30_000 }, () => {
  it.each([
    ['processing', 'on-hold', false],
    ['processing', 'processing', true],
    ['placed', 'on-hold', true],
    ['placed', 'pending', true],
    ['completed', 'processing', false],
    ['completed', 'completed', true],
  ] as const)('by the rule "%s", one that is %s: %s', async (rule, status, isSent) => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.sendWhen': rule }));
    const id = shop.order({ status });
    await shop.settle();
    expect(shop.shown(id)).toHaveLength(isSent ? 1 : 0);
    expect(shop.flow(id).hold).toBe(isSent ? null : 'not-due');
  });

  it('waits until its status comes, and is then sent once', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ status: 'on-hold', payment: 'bacs' });
    await shop.settle();
    expect(shop.shown(id)).toEqual([]);
    shop.time.pass(60_000);
    shop.practice.storeService.staff.turnOrder(id, 'processing');
    await shop.settle();
    expectOneOf(shop, id);
  });
});

describe('what the till does not take', { timeout: 30_000 }, () => {
  it('goes in words where the currency is another, and is flagged', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ currency: 'EUR' });
    await shop.settle();
    const [row] = shop.shown(id);
    expect(row?.lines.map(({ name }) => name).join(' ')).toContain('Margherita');
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id).ticket?.isAttention).toBe(true);
    expect(shop.alerts()).toEqual([`lost-order: Web order ${id} needs a look.`]);
  });

  it('goes in words where the till refuses its lines, once', async () => {
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          const isItem = request.url.includes('bulk_line_items') && String(request.body).includes('"item":');
          if (!isItem) return real.send(request);
          const body = '{"message":"Item is not for sale"}';
          return { status: 400, headers: { 'content-type': 'application/json' }, body, url: request.url };
        },
      }),
    });
    const id = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham'] }] });
    await shop.settle();
    expect(shop.shown(id)).toHaveLength(1);
    expect(
      shop
        .shown(id)[0]
        ?.lines.map(({ name }) => name)
        .join(' '),
    ).toContain('Ham');
    expect(shop.shown(id)[0]?.total).toBe(1245);
    expect(shop.payments(id)).toMatchObject([{ amount: 1245 }]);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.alerts()).toEqual([`lost-order: Web order ${id} needs a look.`]);
  });

  it('a forged price is flagged before it prints', async () => {
    const shop = await startOrderShop();
    let flaggedBefore = false;
    const { kitchen } = shop.practice.tillService.state;
    const id = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham'], forgedCents: 1 }] });
    for (let looks = 0; looks < 10 && kitchen.tickets.length === 0; looks += 1) {
      await shop.look();
      flaggedBefore ||= shop.alerts().length > 0 && kitchen.tickets.length === 0;
      shop.time.pass(500);
    }
    expect(flaggedBefore).toBe(true);
    await shop.settle();
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id).ticket?.remarks.filter(({ isFlagged }) => isFlagged)).not.toEqual([]);
  });
});
