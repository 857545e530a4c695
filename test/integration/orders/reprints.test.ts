import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const MINUTE_MS = 60_000;
const { signal } = new AbortController();
const reprint = ({ engine }: OrderShop, id: number) => engine.orders.reprint(String(id), signal);
const readLane = (shop: OrderShop, id: number): string => unwrap(shop.engine.orders.get(String(id))).lane;

/** A line that can be cut for writes to some addresses: they never leave this computer, or never arrive. */
function createCut(path: RegExp, code: 'ECONNREFUSED' | 'ECONNRESET') {
  let isCut = false;
  return {
    cut: (to: boolean) => {
      isCut = to;
    },
    wrap: (real: Transport): Transport => ({
      send: async (request) => {
        if (!isCut || request.method !== 'POST' || !path.test(new URL(request.url).pathname))
          return real.send(request);
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('cut'), { code }) });
      },
    }),
  };
}

/** Writes to some addresses are done, and their answers lost. */
const createLoss =
  (path: RegExp) =>
  (real: Transport): Transport => ({
    send: async (request) => {
      const answer = await real.send(request);
      if (request.method !== 'POST' || !path.test(new URL(request.url).pathname)) return answer;
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('lost'), { code: 'ECONNRESET' }),
      });
    },
  });

describe('a ticket that a person wants once more', { timeout: 30_000 }, () => {
  it('while the app tells the store of the order is looked after: a jam is told of', async () => {
    let shop: OrderShop | null = null;
    let asked: Promise<unknown> | null = null;
    const wrap = (real: Transport): Transport => ({
      send: async (request) => {
        const [, id] = /\/orders\/(\d+)\/notes$/.exec(new URL(request.url).pathname) ?? [];
        if (shop && id && asked === null) {
          shop.practice.tillService.staff.jamPrinter('fails');
          asked = reprint(shop, Number(id));
          await pause(50);
        }
        return real.send(request);
      },
    });
    shop = await startOrderShop({ wrap });
    const id = shop.order();
    await shop.settle(3 * MINUTE_MS);
    expect(asked).not.toBeNull();
    expect(shop.flow(id)).toMatchObject({ print: 'failed', reprints: 1 });
    expect(readLane(shop, id)).toBe('person');
    expect(shop.alerts()).toEqual([expect.stringMatching(/^failed-print: /)]);
  });

  it('before the app’s own turn comes is the one ticket: the app prints none of its own', async () => {
    const line = createCut(/\/payments$/, 'ECONNREFUSED');
    const shop = await startOrderShop({ wrap: line.wrap });
    line.cut(true);
    const id = shop.order();
    await shop.look();
    expect(shop.flow(id)).toMatchObject({ step: 'paying' });
    unwrap(await reprint(shop, id));
    line.cut(false);
    await shop.settle(2 * MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', step: 'reported' });
    expect(shop.tickets(id)).toBe(1);
  });

  it('and that is proved before the app’s own turn comes is asked about by nobody, though its answer was lost', async () => {
    const payments = createCut(/\/payments$/, 'ECONNREFUSED');
    const answers = createLoss(/\/print_event$/);
    const shop = await startOrderShop({ wrap: (real) => payments.wrap(answers(real)) });
    payments.cut(true);
    const id = shop.order();
    await shop.look();
    expect(await reprint(shop, id)).toMatchObject({ ok: false });
    await shop.settle(MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ step: 'paying', print: 'printed' });
    payments.cut(false);
    await shop.settle(3 * MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ step: 'reported', print: 'printed', failure: null });
    expect([shop.tickets(id), shop.alerts()]).toEqual([1, []]);
  });

  it('and that certainly never left this computer leaves all as it was', async () => {
    const line = createCut(/\/print_event$/, 'ECONNREFUSED');
    const shop = await startOrderShop({ wrap: line.wrap });
    const id = shop.order();
    await shop.settle();
    const before = shop.flow(id);
    line.cut(true);
    expect(await reprint(shop, id)).toMatchObject({ ok: false });
    expect(shop.flow(id)).toEqual(before);
    expect([before.print, shop.tickets(id), readLane(shop, id)]).toEqual(['printed', 1, 'done']);
  });

  it('of an order that waits for a person is another matter: why it waits stands', async () => {
    const line = createCut(/\/payments$/, 'ECONNRESET');
    const shop = await startOrderShop({ wrap: line.wrap });
    line.cut(true);
    const id = shop.order();
    await shop.finish(60 * MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ hold: 'person', failure: { code: 'ORDER_NOT_PAID' } });
    unwrap(await reprint(shop, id));
    await shop.settle(MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ hold: 'person', failure: { code: 'ORDER_NOT_PAID' } });
    expect(shop.flow(id).print, 'the till says so').toBe('printed');
    expect(shop.tickets(id)).toBe(1);
  });

  it('at the till, after the app’s own failed, ends the question about it', async () => {
    const shop = await startOrderShop();
    const { staff } = shop.practice.tillService;
    staff.jamPrinter('fails');
    const id = shop.order();
    await shop.settle(MINUTE_MS);
    expect([shop.flow(id).print, readLane(shop, id)]).toEqual(['failed', 'person']);
    staff.clearPrinter();
    staff.print(shop.shown(id)[0]?.id ?? '');
    await shop.settle(MINUTE_MS);
    expect(shop.flow(id)).toMatchObject({ print: 'printed', failure: null });
    expect([shop.alerts(), readLane(shop, id)]).toEqual([[], 'done']);
  });
});
