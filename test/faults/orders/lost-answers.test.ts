import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src-practice/random.ts';
import { createFaultLine, ORDER_FAULTS, type OrderFault } from '../../support/order-faults.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';

const MINUTE_MS = 60_000;
const TOTAL = 2 * (1095 + 150) + 649;
const WISH = { lines: [{ sku: 'MARG', quantity: 2, chosen: ['Ham'] }, { sku: 'SALAD' }] };

/** What is wrong with an order that met a fault; empty where it kept its promises. */
function findTroubles(shop: OrderShop, id: number): string[] {
  const troubles: string[] = [];
  const say = (isWrong: boolean, what: string): void => void (isWrong && troubles.push(what));
  const shown = shop.shown(id);
  const payments = shop.payments(id);
  const tickets = shop.tickets(id);
  const { step, hold, print, failure } = shop.flow(id);
  say(shown.length !== 1, `${shown.length} orders are shown`);
  say(shown[0]?.total !== TOTAL, `the total is ${shown[0]?.total}`);
  say(shown[0]?.lines.length !== 3, `${shown[0]?.lines.length} lines`);
  const choices = shown[0]?.lines.flatMap(({ modifications }) => modifications) ?? [];
  say(choices.length !== 2, `${choices.length} choices`);
  say(payments.length !== 1 || payments[0]?.amount !== TOTAL, `payments ${JSON.stringify(payments)}`);
  say(tickets > 1, `${tickets} tickets`);
  const isTold = shop
    .alerts()
    .some((alert) => alert.startsWith('failed-print') && alert.includes(String(id)));
  say(tickets === 0 && !isTold, 'no ticket, and nobody knows');
  say(tickets === 1 && print !== 'printed', `printed, and shown as ${print}`);
  say(hold !== null, `held: ${hold} ${failure?.code}`);
  say(step !== 'reported' && !isTold, `stays at ${step}: ${failure?.code}`);
  return troubles;
}

describe.each(ORDER_FAULTS)('every call of an order: %s', (fault) => {
  it('one visible order, one payment, at most one ticket, and the total right', {
    timeout: 300_000,
  }, async () => {
    const ref: { shop: OrderShop | null } = { shop: null };
    const line = createFaultLine(() => ref.shop?.time.clock.monotonicMs() ?? 0);
    const shop = await startOrderShop({ wrap: line.wrap });
    ref.shop = shop;
    const failures: string[] = [];
    let met = 0;
    for (let at = 1; at < 60; at += 1) {
      line.strike(at, fault);
      const id = shop.order(WISH);
      await shop.finish(2 * MINUTE_MS);
      const struck = line.struck();
      if (struck === null) break;
      met += 1;
      const troubles = findTroubles(shop, id);
      if (troubles.length > 0) failures.push(`${at} ${struck}: ${troubles.join('; ')}`);
    }
    expect(failures).toEqual([]);
    expect(met, 'else it proved nothing').toBeGreaterThan(12);
    line.strike(0, fault);
    await shop.finish(2 * MINUTE_MS);
    expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toEqual([]);
  });
});

describe('the till’s first order, whose order type and tender are made', () => {
  it.each<[OrderFault, RegExp]>([
    ['lost-after', /order_types$/],
    ['lost-before', /order_types$/],
    ['refused-429', /order_types$/],
    ['lost-after', /tenders$/],
    ['lost-before', /tenders$/],
  ])('%s on %s: it flows', { timeout: 60_000 }, async (fault, path) => {
    let isMet = false;
    const shop = await startOrderShop({
      wrap: (real) => {
        const line = createFaultLine(() => 0);
        const faulty = line.wrap(real);
        return {
          send: (request) => {
            const isIt = !isMet && request.method === 'POST' && path.test(new URL(request.url).pathname);
            if (!isIt) return real.send(request);
            isMet = true;
            line.strike(1, fault);
            return faulty.send(request);
          },
        };
      },
    });
    const { tenders } = shop.practice.tillService.state;
    for (const tender of [...tenders.values()])
      if (tender.labelKey?.endsWith('external_payment'))
        tenders.put({ ...tender, enabled: false, label: 'Off' });
    const id = shop.order(WISH);
    await shop.finish(2 * MINUTE_MS);
    expect(isMet).toBe(true);
    expect(findTroubles(shop, id)).toEqual([]);
    expect([...shop.practice.tillService.state.orderTypes.values()]).toHaveLength(1);
    expect([...tenders.values()].filter(({ label }) => label === 'External Payment')).toHaveLength(1);
  });
});

describe('a network that loses one answer in five', () => {
  it.each([1, 2, 3])('doubles nothing and loses nothing, seed %i', { timeout: 300_000 }, async (seed) => {
    const random = createRandom(seed);
    let isBad = false;
    const shop = await startOrderShop({
      tillAnswers: { referenceLagMs: { least: 0, most: 120_000 }, orderListLagMs: 60_000 },
      wrap: (real) => ({
        send: async (request) => {
          if (!isBad || random.below(5) !== 0) return real.send(request);
          if (random.below(2) === 0) await real.send(request);
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error(''), { code: 'ECONNRESET' }),
          });
        },
      }),
    });
    isBad = true;
    const ids = Array.from({ length: 15 }, () => shop.order(WISH));
    await shop.finish(10 * MINUTE_MS);
    isBad = false;
    await shop.finish(10 * MINUTE_MS);
    const failures = ids.flatMap((id) => findTroubles(shop, id).map((trouble) => `${id}: ${trouble}`));
    expect(failures).toEqual([]);
    // Some leftovers go with each look.
    for (let looks = 0; looks < 4; looks += 1) await shop.look();
    expect(ids.flatMap((id) => shop.flow(id).abandoned)).toEqual([]);
  });
});

describe('an index that lags', () => {
  it.each([0, 5_000, 120_000])(
    'by %i ms cancels nothing and doubles nothing',
    { timeout: 60_000 },
    async (lagMs) => {
      const shop = await startOrderShop({
        tillAnswers: { orderListLagMs: lagMs, referenceLagMs: { least: lagMs, most: lagMs } },
      });
      const id = shop.order(WISH);
      await shop.settle(4 * MINUTE_MS);
      expect(findTroubles(shop, id)).toEqual([]);
      expect(shop.storeStatus(id)).toBe('processing');
    },
  );
});
