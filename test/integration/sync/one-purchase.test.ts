import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { extendWorld } from '../../support/live-world.ts';
import { startWorld, unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const LOOK_MS = 6_000;
const LOOKS = 3;

/** Does something right before the nth request from now on. */
interface Moment {
  readonly wrap: (real: Transport) => Transport;
  at(nth: number, act: () => void): void;
  /** Whether it came to that request. */
  isOver(): boolean;
}

function createMoment(): Moment {
  let left = 0;
  let waiting: (() => void) | null = null;
  return {
    wrap: (real) => ({
      send: (request) => {
        left -= 1;
        if (waiting && left < 0) {
          const act = waiting;
          waiting = null;
          act();
        }
        return real.send(request);
      },
    }),
    at: (nth, act) => {
      left = nth;
      waiting = act;
    },
    isOver: () => waiting === null,
  };
}

const readMoves = (world: Pick<SmallWorld, 'engine'>, itemId: string) =>
  unwrap(world.engine.stock.moves(itemId, 100)).map(({ side, reason, pieces }) => ({ side, reason, pieces }));

describe('a purchase of more than there is', { timeout: 90_000 }, () => {
  it('is one movement, before whichever request of a pass it comes', async () => {
    const moment = createMoment();
    const world = await startSmallWorld({ wrap: moment.wrap });
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    let rounds = 0;
    for (let isReached = true; isReached; rounds += 1) {
      // Something that is looked at and written, so that every kind of request is made.
      till.staff.editItem(item.id, { price: 700 + rounds });
      till.staff.recount(item.id, 5);
      await syncToQuiet(world);
      // Past the newest second, which every look reads again: the product is then read after the orders.
      world.time.pass(LOOK_MS);
      await syncToQuiet(world);
      world.time.pass(LOOK_MS);
      await syncToQuiet(world);
      till.staff.sell(item.id, 1);
      till.staff.editItem(item.id, { price: 900 + rounds });
      const before = readMoves(world, item.id).length;
      moment.at(rounds, () => void store.staff.buy(product.id, 8));
      await syncToQuiet(world);
      isReached = moment.isOver();
      for (let looks = 0; looks < LOOKS; looks += 1) {
        world.time.pass(LOOK_MS);
        await syncToQuiet(world);
      }
      const news = readMoves(world, item.id);
      const inStore = news.slice(0, news.length - before).filter(({ side }) => side === 'store');
      if (isReached)
        expect([rounds, inStore]).toEqual([rounds, [{ side: 'store', reason: 'sale', pieces: -8 }]]);
      if (isReached) expect([rounds, world.stock(item.id)]).toEqual([rounds, -4]);
    }
    expect(rounds).toBeGreaterThan(6);
  });

  it('is one movement in the very first pass after the import', async () => {
    for (let nth = 0; nth < 24; nth += 4) {
      const moment = createMoment();
      const started = await startWorld({ wrap: moment.wrap });
      unwrap(started.engine.settings.set({ 'import.status': 'publish', 'orders.enabled': 'off' }));
      await started.import();
      const world = extendWorld(started);
      const { item, product } = world.pick(0);
      const count = product.stockQuantity ?? 0;
      moment.at(nth, () => void started.practice.storeService.staff.buy(product.id, count + 8));
      await world.sync();
      await world.sync();
      await world.sync(true);
      if (!moment.isOver()) break;
      expect([nth, readMoves(started, item.id)]).toEqual([
        nth,
        [{ side: 'store', reason: 'sale', pieces: -count - 8 }],
      ]);
      expect([nth, world.stock(item.id)]).toEqual([nth, -8]);
    }
  });
});
