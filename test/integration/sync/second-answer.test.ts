import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { isWrite } from '../../support/faulty-transport.ts';
import { unwrap } from '../../support/practice-world.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const ANSWERS = [
  ['till', 'store'],
  ['store', 'till'],
  ['till', 'value'],
  ['value', 'store'],
  ['value', 'till'],
  ['store', 'store'],
] as const;
const PRICES = { till: 100, store: 200, value: 333 };

it.each(ANSWERS)(
  'an answer for the %s that is being carried out gives way to a later one for the %s',
  async (first, second) => {
    let onWrite: (() => void) | null = null;
    const wrap = (real: Transport): Transport => ({
      send: (request) => {
        if (onWrite && isWrite(request)) {
          onWrite();
          onWrite = null;
        }
        return real.send(request);
      },
    });
    const world = await startSmallWorld({ wrap });
    const { item, product } = world.pick();
    world.sides.till.staff.editItem(item.id, { price: 100 });
    world.sides.store.staff.editProduct(product.id, { regular_price: '2.00' });
    await world.sync();
    const [conflict] = world.engine.conflicts.list({ limit: 1, offset: 0 }).conflicts;
    if (!conflict) throw new Error('no conflict');
    const answer = (take: 'till' | 'store' | 'value') =>
      unwrap(
        world.engine.conflicts.resolve({
          id: conflict.id,
          take,
          ...(take === 'value' ? { value: 333 } : {}),
        }),
      );
    answer(first);
    onWrite = () => void answer(second);
    await syncToQuiet(world);
    expect(onWrite).toBe(null);
    const wanted = PRICES[second];
    expect(world.item(item.id).price).toBe(wanted);
    expect(Number(world.product(product.id).regularPrice)).toBe(wanted / 100);
    expect(world.engine.conflicts.list({ limit: 1, offset: 0 }).total).toBe(0);
    expect(world.engine.links({ status: 'conflict', limit: 1, offset: 0 })).toEqual([]);
    world.writes();
    await world.sync(true);
    expect(world.writes()).toEqual({ till: 0, store: 0 });
  },
);
