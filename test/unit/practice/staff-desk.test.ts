import { describe, expect, it } from 'vitest';
import { type OpenPractice, openPractice } from './open-practice.ts';

const findItem = (practice: OpenPractice, name: string) => {
  const found = [...practice.tillService.state.items.values()].find((item) => item.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** A store with a simple product and a variable one of two sizes. */
const openStocked = async () => {
  const practice = await openPractice({ menu: 'empty' });
  const { storeService } = practice;
  const [mac = 0, knots = 0] = storeService.load([
    { name: 'Mac & Cheese', sku: 'MAC', regular_price: '8.95', manage_stock: true, stock_quantity: 12 },
    { name: 'Garlic Knots', sku: 'KNOT', regular_price: '6.95' },
  ]);
  return { practice, storeService, mac, knots };
};

describe('the desk', () => {
  it('serves only who presents the key, on both sides, and tells nothing else', async () => {
    const practice = await openPractice({ menu: 'empty' });
    for (const side of ['till', 'store'] as const) {
      for (const key of ['', 'wrong', practice[side === 'till' ? 'store' : 'till'].url]) {
        for (const [method, path] of [
          ['GET', '/practice/counters'],
          ['POST', '/practice/staff'],
          ['POST', '/practice/counters/reset'],
          ['GET', '/practice/nothing'],
        ] as const) {
          const { status, json } = await practice.callDesk(side, method, path, key);
          expect([status, json.error.code], `${side} ${path}`).toEqual([401, 'PRACTICE_KEY']);
        }
      }
    }
  });

  it('answers an unknown call with 404 and leaves every other path to the service', async () => {
    const practice = await openPractice({ menu: 'empty' });
    const unknown = await practice.callDesk('till', 'GET', '/practice/staff', practice.till.token);
    expect([unknown.status, unknown.json.error.code]).toEqual([404, 'PRACTICE_UNKNOWN_CALL']);
    expect((await practice.readTill('/items')).status).toBe(200);
  });

  it('shows what each service counted and starts again when told to', async () => {
    const practice = await openPractice({ menu: 'empty' });
    await practice.readTill('/items');
    await practice.readStore('/products');
    const { token } = practice.till;
    const { secret } = practice.store;
    const till = await practice.callDesk('till', 'GET', '/practice/counters', token);
    expect(till.json).toEqual({ requests: { 'GET /items': 1 }, tooMany: 0, maxInFlight: 1 });
    const store = await practice.callDesk('store', 'GET', '/practice/counters', secret);
    expect(store.json).toEqual({ requests: { 'GET /wc/v3/products': 1 }, workMs: 0 });
    for (const [side, key] of [
      ['till', token],
      ['store', secret],
    ] as const) {
      expect((await practice.callDesk(side, 'POST', '/practice/counters/reset', key)).json).toEqual({
        ok: true,
      });
      expect((await practice.callDesk(side, 'GET', '/practice/counters', key)).json.requests).toEqual({});
    }
  });

  it('refuses what is not JSON, an unknown verb, a missing and a superfluous argument by name', async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const refusals = [
      ['{"verb":', 'not JSON'],
      [{ verb: 'dance' }, 'verb'],
      [{ verb: 'sell', item: 'Tiramisù' }, 'quantity'],
      [{ verb: 'sell', item: 'Tiramisù', quantity: 0 }, 'quantity'],
      [{ verb: 'remove', item: 'Tiramisù', really: true }, 'really'],
      [{ verb: 'edit', item: 'Tiramisù' }, 'edit needs'],
      [{ verb: 'edit', item: 'Tiramisù', price: 9.5 }, 'price'],
      [{ verb: 'edit', item: 'The Greek Pizza Small', name: 'Greek' }, 'item group'],
      [{ verb: 'sell', item: 'Tiramisù', quantity: 0.5 }, 'whole pieces'],
    ] as const;
    for (const [command, hint] of refusals) {
      const { status, json } = await practice.command('till', command);
      expect([status, json.error.code], hint).toEqual([400, 'STAFF_INVALID']);
      expect(json.error.message).toContain(hint);
    }
    expect(findItem(practice, 'Tiramisù')).toMatchObject({ price: 850 });
  });
});

describe('people at the till', () => {
  it('sell, count, change, add and remove, and what they did can be read over the API', async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const { id } = findItem(practice, 'Tiramisù');
    const say = async (command: unknown) => (await practice.command('till', command)).json;
    expect(await say({ verb: 'sell', item: 'Tiramisù', quantity: 2 })).toEqual({
      ok: true,
      what: 'Sold 2 of Tiramisù; stock 16 -> 14',
      id,
    });
    expect((await practice.readTill(`/item_stocks/${id}`)).json.quantity).toBe(14);
    expect((await say({ verb: 'recount', item: 'DES-TIRA', quantity: 3 })).what).toBe(
      'Counted Tiramisù; stock 14 -> 3',
    );
    expect((await say({ verb: 'edit', item: id, price: 900, sku: '', hidden: true })).what).toBe(
      'Changed Tiramisù; price 8.50 -> 9.00, sku DES-TIRA -> none, hidden false -> true',
    );
    expect((await practice.readTill(`/items/${id}`)).json).toMatchObject({ price: 900, hidden: true });
    const added = await say({ verb: 'add', name: 'Panna Cotta', price: 795 });
    expect((await practice.readTill(`/items/${added.id}`)).json).toMatchObject({
      name: 'Panna Cotta',
      price: 795,
    });
    expect((await say({ verb: 'remove', item: 'Panna Cotta' })).id).toBe(added.id);
    expect((await practice.readTill(`/items/${added.id}`)).status).toBe(404);
  });

  it('take back what they sold, and no more than that', async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const say = (verb: string, quantity: number) =>
      practice.command('till', { verb, item: 'Tiramisù', quantity });
    await say('sell', 3);
    expect((await say('refund', 2)).json.what).toBe('Refunded 2 of Tiramisù; stock 13 -> 15');
    const refused = await say('refund', 2);
    expect([refused.status, refused.json.error.code]).toEqual([400, 'STAFF_REFUSED']);
    expect(refused.json.error.message).toContain('were not sold');
    expect((await say('refund', 0.5)).json.error.code).toBe('STAFF_INVALID');
    const [order] = (await practice.readTill('/orders')).json.elements;
    expect(order).toMatchObject({ state: 'locked', paymentState: 'PARTIALLY_REFUNDED' });
  });

  it('sell by weight in fractions, and what is not counted without a stock', async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const weighed = await practice.command('till', { verb: 'sell', item: 'DELI-OLIVE', quantity: 0.35 });
    expect(weighed.json.what).toBe('Sold 0.35 of Castelvetrano Olives by the Pound; stock 18.5 -> 18.15');
    const again = await practice.command('till', { verb: 'sell', item: 'DELI-OLIVE', quantity: 0.35 });
    expect(again.json.what).toContain('stock 18.15 -> 17.8');
    const knots = await practice.command('till', { verb: 'sell', item: 'Garlic Knots', quantity: 1 });
    expect(knots.json.what).toBe('Sold 1 of Garlic Knots; stock not counted');
  });

  it('are asked which one they mean when a name is double, and told when nothing has it', async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const first = findItem(practice, 'Caprese').id;
    const { id: second } = (await practice.command('till', { verb: 'add', name: 'Caprese', price: 100 }))
      .json;
    const both = await practice.command('till', { verb: 'remove', item: 'Caprese' });
    expect([both.status, both.json.error.code]).toEqual([409, 'STAFF_AMBIGUOUS']);
    expect(both.json.error.message).toContain(`${first} (Caprese, SKU SAL-CAPR)`);
    expect(both.json.error.message).toContain(`${second} (Caprese, SKU none)`);
    expect((await practice.command('till', { verb: 'remove', item: second })).status).toBe(200);
    for (const gone of [second, 'caprese', 'SAL-']) {
      const { status, json } = await practice.command('till', { verb: 'remove', item: gone });
      expect([status, json.error.code], gone).toEqual([404, 'STAFF_UNKNOWN']);
    }
  });
});

describe('people at the store', () => {
  it('buy, count, change and trash, and what they did can be read over the API', async () => {
    const { practice, mac } = await openStocked();
    const say = async (command: unknown) => (await practice.command('store', command)).json;
    expect(await say({ verb: 'buy', product: 'Mac & Cheese', quantity: 2 })).toEqual({
      ok: true,
      what: expect.stringMatching(/^Bought 2 of Mac & Cheese with order \d+; stock 12 -> 10$/),
      id: String(mac),
    });
    expect((await practice.readStore(`/products/${mac}`)).json.stock_quantity).toBe(10);
    expect((await say({ verb: 'recount', product: mac, quantity: -1 })).what).toContain('stock 10 -> -1');
    expect(
      (await say({ verb: 'edit', product: 'MAC', price: '9.50', name: 'Mac', status: 'draft' })).what,
    ).toBe('Changed Mac & Cheese; name Mac & Cheese -> Mac, price 8.95 -> 9.50, status publish -> draft');
    expect((await practice.readStore(`/products/${mac}`)).json).toMatchObject({
      name: 'Mac',
      regular_price: '9.50',
    });
    const made = await say({ verb: 'add', name: 'Tea towel', price: '9.00', sku: 'TT-1' });
    expect(made.what).toBe('Added Tea towel at 9.00');
    expect((await practice.readStore(`/products/${made.id}`)).json).toMatchObject({
      status: 'publish',
      regular_price: '9.00',
      sku: 'TT-1',
    });
    expect((await say({ verb: 'trash', product: 'Mac' })).what).toBe('Put Mac in the trash');
    expect((await say({ verb: 'buy', product: 'MAC', quantity: 1 })).error.code).toBe('STAFF_UNKNOWN');
  });

  it('cancel an order, which brings its stock back, and fulfil one, which does not', async () => {
    const { practice, mac } = await openStocked();
    const say = async (command: unknown) => (await practice.command('store', command)).json;
    const buy = async () => {
      const { what } = await say({ verb: 'buy', product: mac, quantity: 2 });
      return /order (\d+);/.exec(what)?.[1] ?? '';
    };
    const [first, second] = [await buy(), await buy()];
    expect((await practice.readStore(`/orders/${first}`)).json).toMatchObject({
      status: 'processing',
      created_via: 'checkout',
      line_items: [{ product_id: mac, quantity: 2, meta_data: [{ key: '_reduced_stock', value: '2' }] }],
    });
    expect(await say({ verb: 'cancel', order: first })).toEqual({
      ok: true,
      what: `Order ${first} processing -> cancelled; stock 8 -> 10`,
      id: first,
    });
    expect((await say({ verb: 'fulfil', order: Number(second) })).what).toBe(
      `Order ${second} processing -> completed; stock 10`,
    );
    expect((await practice.readStore(`/products/${mac}`)).json.stock_quantity).toBe(10);
    for (const order of ['9999', 'Mac & Cheese']) {
      expect((await say({ verb: 'cancel', order })).error.code).toBe('STAFF_UNKNOWN');
    }
  });

  it('lock a product with a plugin: its writes are refused until it is unlocked, those of others are not', async () => {
    const { practice, mac, knots } = await openStocked();
    const write = async (id: number, name: string) =>
      (await practice.writeStore('/products/batch', { update: [{ id, name }] })).json.update[0];
    await practice.command('store', { verb: 'lock', product: mac });
    expect((await write(mac, 'Mac')).error).toMatchObject({
      code: 'catalog_lock_locked',
      data: { status: 403 },
    });
    expect(await write(knots, 'Knots')).toMatchObject({ name: 'Knots' });
    await practice.command('store', { verb: 'unlock', product: mac });
    expect(await write(mac, 'Mac')).toMatchObject({ name: 'Mac' });
  });

  it('begin to count a product by counting it', async () => {
    const { practice, knots } = await openStocked();
    const counted = await practice.command('store', { verb: 'recount', product: 'KNOT', quantity: 7 });
    expect(counted.json.what).toBe('Counted Garlic Knots; stock not counted -> 7');
    expect((await practice.readStore(`/products/${knots}`)).json).toMatchObject({
      manage_stock: true,
      stock_quantity: 7,
    });
  });

  it('get the store’s own refusal, and nothing is changed then', async () => {
    const { practice, knots } = await openStocked();
    const taken = await practice.command('store', { verb: 'edit', product: 'KNOT', name: 'X', sku: 'mac' });
    expect([taken.status, taken.json.error.code]).toEqual([400, 'product_invalid_sku']);
    expect((await practice.readStore(`/products/${knots}`)).json).toMatchObject({
      name: 'Garlic Knots',
      sku: 'KNOT',
    });
    const wrong = await practice.command('store', { verb: 'edit', product: 'KNOT', price: '$5' });
    expect([wrong.status, wrong.json.error.code]).toEqual([400, 'STAFF_INVALID']);
  });

  it('buy a size, not the variable product that has it', async () => {
    const { practice, storeService } = await openStocked();
    const [tee = 0] = storeService.load([
      {
        name: 'Tee',
        type: 'variable',
        attributes: [{ name: 'Size', variation: true, options: ['Small', 'Large'] }],
      },
    ]);
    const small = await practice.writeStore(`/products/${tee}/variations`, {
      attributes: [{ name: 'Size', option: 'Small' }],
      regular_price: '20.00',
      manage_stock: true,
      stock_quantity: 5,
    });
    expect(small.status).toBe(201);
    const bought = await practice.command('store', { verb: 'buy', product: 'Tee - Small', quantity: 1 });
    expect(bought.json).toMatchObject({
      id: String(small.json.id),
      what: expect.stringMatching(/^Bought 1 of Tee - Small with order \d+; stock 5 -> 4$/),
    });
    for (const command of [
      { verb: 'buy', product: 'Tee', quantity: 1 },
      { verb: 'edit', product: 'Tee', price: '5' },
    ]) {
      expect((await practice.command('store', command)).json.error.code).toBe('STAFF_AMBIGUOUS');
    }
    const named = await practice.command('store', { verb: 'edit', product: 'Tee - Small', name: 'Tiny' });
    expect(named.json.error.code).toBe('STAFF_INVALID');
  });
});
