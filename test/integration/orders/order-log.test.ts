import { describe, expect, it } from 'vitest';
import { tellEvent } from '../../../src-main/domain/orders/order-story.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const { signal } = new AbortController();

/** What the log says of an order, the oldest first, as both readers put it. */
const readLog = ({ engine }: OrderShop, entity: string): string[] =>
  engine
    .log({ limit: 1000, offset: 0 })
    .filter((entry) => entry.entity === entity)
    .toReversed()
    .map(({ level, action, message, failure }) => `${level} ${action}: ${failure?.code ?? message}`);

async function runOn(shop: OrderShop): Promise<void> {
  for (let looks = 0; looks < 4; looks += 1) {
    shop.time.pass(31_000);
    await shop.settle();
  }
}

describe('the log', { timeout: 40_000 }, () => {
  it('has one line for each step of an order, and none for looks that find nothing', async () => {
    const shop = await startOrderShop();
    const id = shop.order();
    await shop.settle();
    const placed = `info order: put on the till as ${shop.flow(id).tillOrderId}`;
    const way = [
      placed,
      'info order: paid: recorded on the till',
      'info print: printed: the till says so',
      'info order: the store was told where it stands',
    ];
    expect(readLog(shop, `order ${id}`)).toEqual(way);
    await runOn(shop);
    expect(readLog(shop, `order ${id}`)).toEqual(way);
    shop.practice.storeService.staff.turnOrder(id, 'refunded');
    await runOn(shop);
    expect(readLog(shop, `order ${id}`).slice(way.length)).toEqual([
      expect.stringMatching(/^info order: refunded in the store: the till’s order is marked as refunded, /),
    ]);
  });

  it('says why a ticket is missing, who printed it again, and that a test ticket was printed', async () => {
    const shop = await startOrderShop();
    shop.practice.tillService.staff.setDefaultPrinter(false);
    const id = shop.order();
    await shop.settle();
    expect(readLog(shop, `order ${id}`)).toContain('error print: CLOVER_NO_PRINTER');
    await shop.engine.orders.testPrint(signal);
    shop.practice.tillService.staff.setDefaultPrinter(true);
    unwrap(await shop.engine.orders.reprint(String(id), signal));
    await runOn(shop);
    expect(readLog(shop, `order ${id}`).slice(4, 6)).toEqual([
      'info print: a person prints the ticket once more',
      'info print: printed: the till says so',
    ]);
    await shop.engine.orders.testPrint(signal);
    expect(readLog(shop, 'test ticket')).toEqual([
      'error print: CLOVER_NO_PRINTER',
      'info print: a test ticket was printed',
    ]);
  });

  it('says what an order waits for, once, and what a person did about it', async () => {
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          const isType = request.method === 'POST' && request.url.endsWith('/order_types');
          if (!isType) return real.send(request);
          return { status: 403, headers: {}, body: '{"message":"not allowed"}', url: request.url };
        },
      }),
    });
    const id = shop.order();
    await runOn(shop);
    expect(readLog(shop, `order ${id}`)).toEqual(['warn order: ORDER_NO_TYPE']);
    unwrap(shop.engine.orders.leaveByHand(String(id), 'the window'));
    expect(readLog(shop, `order ${id}`).at(-1)).toBe(
      'info order: a person says in the window that it is on the till already',
    );
  });

  it('says what was refunded in part and what was removed, on either side', async () => {
    const shop = await startOrderShop();
    const ids = [0, 1, 2].map(() => shop.order({ lines: [{ sku: 'MARG', quantity: 2 }] }));
    const [part = 0, done = 0, gone = 0] = ids;
    await shop.settle();
    const { storeService, tillService } = shop.practice;
    tillService.staff.refundOrder(shop.shown(part)[0]?.id ?? '', { amountCents: 300 });
    tillService.staff.fulfil(shop.shown(done)[0]?.id ?? '');
    tillService.state.orders.delete(shop.shown(gone)[0]?.id ?? '');
    await runOn(shop);
    expect(readLog(shop, `order ${part}`).slice(4)).toEqual(['info order: ORDER_REFUNDED_ON_TILL']);
    expect(readLog(shop, `order ${done}`).slice(4)).toEqual([
      'info order: done on the till: the store was told, where it is completed now',
    ]);
    expect(readLog(shop, `order ${gone}`).slice(4)).toEqual(['error order: ORDER_GONE_ON_TILL']);
    storeService.staff.giveBack(done, { amount: '1.00' });
    await runOn(shop);
    expect(readLog(shop, `order ${done}`).at(-1)).toBe('info order: ORDER_REFUNDED_IN_STORE');
    for (const id of ids)
      for (const event of shop.events(id)) {
        const sentence = tellEvent(event, ENGLISH);
        expect(sentence, JSON.stringify(event)).toMatch(/^[A-Z].*[.]$/s);
        expect(sentence, JSON.stringify(event)).not.toMatch(
          /[A-Z]+_[A-Z]|\b[a-z]+-(till|store)\b|Something was/,
        );
      }
    expect(describeFailure({ code: 'ORDER_GONE_ON_TILL', facts: { paid: 'paid' } }).message).toContain(
      'money',
    );
  });
});
