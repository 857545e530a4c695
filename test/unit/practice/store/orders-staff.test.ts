import { describe, expect, it } from 'vitest';
import { openPractice } from '../open-practice.ts';

async function openShop() {
  const practice = await openPractice({ menu: 'empty' });
  practice.storeService.load([
    { name: 'Burger', sku: 'BUR', regular_price: '10', manage_stock: true, stock_quantity: 20 },
    { name: 'Fries', sku: 'FRI', regular_price: '4' },
  ]);
  const say = async (command: object) => (await practice.command('store', command)).json;
  const read = async (id: string) => (await practice.readStore(`/orders/${id}`)).json;
  return { practice, say, read };
}

const TWO = [{ product: 'Burger', quantity: 2 }, { product: 'FRI' }];

describe('people at the shop', () => {
  it('place a given order with what was chosen, a tip and a wish', async () => {
    const { say, read } = await openShop();
    const choices = [{ group: 'Toppings', name: 'Bacon', priceCents: 125 }];
    const done = await say({
      verb: 'order',
      lines: [{ product: 'BUR', quantity: 2, choices, note: 'well done' }, { product: 'Fries' }],
      format: 'add-ons',
      tipCents: 300,
      note: 'Ring twice 🔔',
      guest: { firstName: 'Ann', phone: '555' },
    });
    expect(done.what).toBe(`Placed order ${done.id} of 2 lines, 29.50 USD, processing`);
    const order = await read(done.id);
    expect(order).toMatchObject({
      billing: { first_name: 'Ann', phone: '555' },
      customer_note: 'Ring twice 🔔',
      fee_lines: [{ name: 'Tip', total: '3.00' }],
    });
    const keys = order.line_items[0].meta_data.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(['Toppings', '_pao_ids', '_pao_total', 'Note', '_reduced_stock']);
  });

  it('place orders at random, the same ones by the same seed', async () => {
    const { say, read } = await openShop();
    const first = await say({ verb: 'order-random', seed: 4 });
    const again = await say({ verb: 'order-random', seed: 4 });
    const show = async (id: string) =>
      (await read(id)).line_items.map(({ name, quantity }: { name: string; quantity: number }) => [
        name,
        quantity,
      ]);
    expect(await show(again.id)).toEqual(await show(first.id));
    const many = await say({ verb: 'order-random', count: 20, format: 'food' });
    expect(many.what).toMatch(/^Placed 20 orders up to \d+ of/);
    const long = await say({ verb: 'order-random', lines: 120 });
    expect((await read(long.id)).line_items).toHaveLength(120);
    const closed = await openPractice({ menu: 'empty' });
    expect((await closed.command('store', { verb: 'order-random' })).json.error.message).toContain(
      'sells nothing',
    );
  });

  it('complete, turn, cancel and trash', async () => {
    const { say, read } = await openShop();
    const { id } = await say({ verb: 'order', lines: TWO });
    expect((await say({ verb: 'turn', order: id, status: 'on-hold' })).what).toBe(
      `Order ${id} processing -> on-hold; stock 18, stock not counted`,
    );
    await say({ verb: 'complete', order: id });
    expect((await read(id)).status).toBe('completed');
    expect((await say({ verb: 'cancel', order: id })).what).toContain('cancelled; stock 18 -> 20');
    await say({ verb: 'trash-order', order: id });
    expect((await say({ verb: 'cancel', order: id })).error.code).toBe('STAFF_UNKNOWN');
  });

  it('refund a part of the money, pieces of a line, and the rest, with their stock or without', async () => {
    const { say, read } = await openShop();
    const { id } = await say({ verb: 'order', lines: [{ product: 'Burger', quantity: 4 }] });
    await say({ verb: 'refund', order: id, amount: '2.50', reason: 'late' });
    const pieces = { verb: 'refund', order: id, lines: [{ line: 1, quantity: 1 }] };
    expect((await say(pieces)).what).toContain('stock 16 -> 17');
    expect((await say({ ...pieces, restock: false })).what).toContain('stock 17');
    const { refunds, status } = await read(id);
    expect(refunds).toMatchObject([
      { reason: 'late', total: '-2.50' },
      { total: '-10.00' },
      { total: '-10.00' },
    ]);
    expect(status).toBe('processing');
    expect((await say({ verb: 'refund', order: id, amount: '99.00' })).error.message).toBe(
      'Invalid refund amount.',
    );
    expect((await say({ verb: 'refund', order: id, restock: false })).what).toContain('refunded');
  });

  it('edit the lines of an order, and write beside it', async () => {
    const { practice, say, read } = await openShop();
    const { id } = await say({ verb: 'order', lines: TWO });
    expect((await say({ verb: 'edit-order', order: id, line: 1, quantity: 5 })).what).toContain(
      'stock 18 -> 15',
    );
    await say({ verb: 'edit-order', order: id, add: 'Fries', quantity: 2, note: 'They called' });
    expect((await read(id)).total).toBe('62.00');
    await say({ verb: 'edit-order', order: id, line: 1, quantity: 0 });
    expect((await read(id)).total).toBe('12.00');
    const notes = (await practice.readStore(`/orders/${id}/notes`)).json;
    expect(notes.map(({ note }: { note: string }) => note)).toContain('They called');
  });

  it('are told what is wrong with a command, by name', async () => {
    const { say } = await openShop();
    for (const [command, hint] of [
      [{ verb: 'order', lines: [] }, 'lines'],
      [{ verb: 'order', lines: TWO, format: 'other' }, 'format'],
      [{ verb: 'turn', order: 1, status: 'eaten' }, 'status'],
      [{ verb: 'order', lines: [{ product: 'Pie' }] }, 'Pie'],
      [{ verb: 'order', lines: TWO, coupons: ['NOPE'] }, 'NOPE'],
      [{ verb: 'buy', product: 'Fries' }, 'quantity'],
    ] as const) {
      expect((await say(command)).error.message, hint).toContain(hint);
    }
  });
});
