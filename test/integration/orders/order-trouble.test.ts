import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

/** Changes what is kept of one order, as a damaged disk or another version would. */
function damage(shop: OrderShop, id: number, column: 'ticket' | 'told_refunds' | 'failure', text: string) {
  const db = new Database(join(shop.dataDir, 'tillbridge.sqlite'));
  const { changes } = db.prepare(`UPDATE order_flow SET ${column} = ? WHERE woo_id = ?`).run(text, id);
  db.close();
  expect(changes).toBe(1);
}

/** A till that is away whenever lines are to be added, while `isDown` says so. */
const dropLines =
  (isDown: () => boolean) =>
  (real: Transport): Transport => ({
    send: (request) => {
      if (!isDown() || !request.url.includes('bulk_line_items')) return real.send(request);
      const cause = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    },
  });

async function startWithTwo() {
  const ref = { isDown: true };
  const shop = await startOrderShop({ wrap: dropLines(() => ref.isDown) });
  const broken = shop.order();
  const other = shop.order({ lines: [{ sku: 'SALAD' }] });
  await shop.look();
  expect(shop.flow(broken).step).toBe('placing');
  ref.isDown = false;
  return { shop, broken, other };
}

function expectParked(shop: OrderShop, id: number, code: string): void {
  expect(shop.flow(id)).toMatchObject({ hold: 'person', failure: { code } });
  expect(unwrap(shop.engine.orders.get(String(id))).lane).toBe('person');
  expect(shop.shown(id)).toEqual([]);
  expect(shop.alerts()).toEqual([`lost-order: Web order ${id} is not on the till.`]);
}

describe('an order that the program stumbles over', { timeout: 30_000 }, () => {
  it('is parked and shown with its reason, and the others flow (P6)', async () => {
    const { shop, broken, other } = await startWithTwo();
    damage(shop, broken, 'ticket', '{"reference":"X","lines":7}');
    await shop.settle();
    expectParked(shop, broken, 'ORDER_BROKEN');
    expect(shop.tickets(other)).toBe(1);
    expect(shop.payments(other)).toHaveLength(1);
    unwrap(shop.engine.orders.retry(String(broken)));
    await shop.settle();
    expect(shop.shown(broken), 'planned anew').toHaveLength(1);
    expect(shop.tickets(broken)).toBe(1);
  });

  it.each(['ticket', 'told_refunds', 'failure'] as const)(
    'is parked where its %s cannot be read, and the others flow (P8)',
    async (column) => {
      const { shop, broken, other } = await startWithTwo();
      damage(shop, broken, column, '{"code":"ORD');
      await shop.settle();
      expectParked(shop, broken, 'ORDER_DAMAGED');
      expect(shop.flow(broken).failure?.facts).toEqual({ what: column });
      expect(shop.tickets(other)).toBe(1);
      unwrap(shop.engine.orders.retry(String(broken)));
      await shop.settle();
      expect(shop.shown(broken)).toHaveLength(1);
      expect(shop.tickets(broken)).toBe(1);
    },
  );

  it('does not hide the others where what is kept of its failure cannot be read', async () => {
    const { shop, broken, other } = await startWithTwo();
    await shop.settle();
    damage(shop, broken, 'failure', '{"code":"ORD');
    const { flows, total } = shop.engine.orders.list({ isUrgentFirst: true, limit: 9, offset: 0 });
    expect(flows.map(({ wooId, lane }) => [wooId, lane])).toEqual([
      [broken, 'person'],
      [other, 'done'],
    ]);
    expect(total).toBe(2);
    expect(shop.engine.orders.overview().lanes).toMatchObject({ person: 1, done: 1 });
  });

  it('is parked where the look at one change of it fails, and the changes of the others are seen (P6)', async () => {
    const { shop, broken, other } = await startWithTwo();
    await shop.settle();
    // A list where there should be a list of texts.
    damage(shop, broken, 'told_refunds', '{}');
    shop.time.pass(5_000);
    for (const id of [broken, other]) shop.practice.tillService.staff.fulfil(shop.shown(id)[0]?.id ?? '');
    shop.practice.storeService.staff.giveBack(broken, { amount: '1.00' });
    await shop.settle();
    expect(shop.flow(broken)).toMatchObject({ hold: 'person', failure: { code: 'ORDER_BROKEN' } });
    expect(shop.storeStatus(other)).toBe('completed');
  });
});
