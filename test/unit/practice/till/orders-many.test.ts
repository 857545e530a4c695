import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-practice/random.ts';
import { ALL_PERMISSIONS, createPracticeTill, type OrderRow } from '../../../../src-practice/till/till.ts';
import { TimedShelf } from '../../../../src-practice/till/timed-shelf.ts';
import { createHandClock, MERCHANT } from './open-till.ts';

interface Row {
  readonly id: string;
  readonly createdTime: number;
  readonly modifiedTime: number;
}

/** What a walk through all rows would find. */
const walk = (rows: ReadonlyMap<string, Row>, time: number, field: 'createdTime' | 'modifiedTime') =>
  [...rows.values()].filter((row) => row[field] >= time).map(({ id }) => id);

describe('a shelf by time', () => {
  it('finds what a walk through all rows would, after any changes and deletions', () => {
    const random = createRandom(11);
    const shelf = new TimedShelf<Row>();
    const rows = new Map<string, Row>();
    for (let time = 1; time <= 3_000; time += 1) {
      const id = `R${random.below(400)}`;
      if (random.below(4) === 0) {
        expect(shelf.delete(id)).toBe(rows.delete(id));
        continue;
      }
      const before = rows.get(id);
      rows.set(id, shelf.put({ id, createdTime: before?.createdTime ?? time, modifiedTime: time }));
      if (time % 50 !== 0) continue;
      const since = random.below(time);
      for (const isNewestFirst of [true, false]) {
        const changed = [...shelf.readChanged(since, isNewestFirst)];
        expect(changed.map((row) => row.id).sort()).toEqual(walk(rows, since, 'modifiedTime').sort());
        const times = changed.map((row) => row.modifiedTime);
        expect(times).toEqual(
          [...times].sort((left, right) => (isNewestFirst ? right - left : left - right)),
        );
        const created = [...shelf.readCreated(since, isNewestFirst)].map((row) => row.id);
        expect(created.sort()).toEqual(walk(rows, since, 'createdTime').sort());
      }
    }
    expect(shelf.size).toBe(rows.size);
  });

  it('never lets a change lie before the one before it', () => {
    const shelf = new TimedShelf<Row>();
    shelf.put({ id: 'A', createdTime: 5, modifiedTime: 9 });
    expect(shelf.put({ id: 'B', createdTime: 5, modifiedTime: 7 }).modifiedTime).toBe(9);
    expect([...shelf.readChanged(9, false)].map(({ id }) => id)).toEqual(['A', 'B']);
  });
});

describe('thousands of orders', () => {
  it('cost a poll and a search no more than a few: what changed is read, not what there is', async () => {
    const clock = createHandClock();
    const till = createPracticeTill({
      clock,
      random: createRandom(3),
      merchant: MERCHANT,
      limits: { enabled: false },
    });
    const token = till.tokens.add(ALL_PERMISSIONS);
    const send = async (method: string, path: string, body: unknown = {}) => {
      const { status, body: text } = await till.handle({
        method,
        url: `/v3/merchants/${till.merchant.id}${path}`,
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'test/1.0' },
        body: JSON.stringify(body),
        origin: 'http://till',
      });
      expect(status).toBe(200);
      return JSON.parse(text);
    };
    const [first] = await Promise.all([
      send('POST', '/orders', { state: 'open', externalReferenceId: 'FIRST' }),
      ...Array.from({ length: 3_000 }, () => send('POST', '/orders', { state: 'open' })),
    ]);
    clock.advance(5_000);
    await send('POST', `/orders/${first.id}`, { note: 'changed' });
    const { orders } = till.state;
    const readChanged = orders.readChanged.bind(orders);
    let looked = 0;
    orders.readChanged = function* (fromTime, isNewestFirst): Generator<OrderRow, undefined> {
      for (const row of readChanged(fromTime, isNewestFirst)) {
        looked += 1;
        yield row;
      }
    };
    orders.readCreated = () => {
      throw new Error('all orders are read');
    };
    const since = clock.nowMs() - 2_000;
    for (const filter of [`modifiedTime%3E%3D${since}`, 'externalReferenceId%3DFIRST', `id%3D${first.id}`]) {
      const { elements } = await send('GET', `/orders?filter=${filter}`);
      expect(elements.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    }
    expect(looked).toBe(1);
  });
});
