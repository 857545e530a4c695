import { expect, it } from 'vitest';
import { createRandom } from '../../../../src-practice/random.ts';
import { createPracticeStore } from '../../../../src-practice/store/store.ts';
import { basic, createHandClock } from './open-store.ts';

const ORDERS = 10_000;

/** A store without HTTP, full of orders a minute apart. */
function fillStore(count: number) {
  const clock = createHandClock();
  const store = createPracticeStore({ clock, random: createRandom(7), https: true });
  store.load(
    ['big_meat_s', 'thai_ckn_l', 'SIDE-KNOT'].map((sku) => ({ name: sku, sku, regular_price: '12.00' })),
  );
  const key = store.keys.add();
  const ids: number[] = [];
  for (let seed = 1; seed <= count; seed += 1) {
    ids.push(store.staff.placeRandomOrder(seed));
    clock.advance(60_000);
  }
  const get = async (path: string) => {
    const { headers, body } = await store.handle({
      method: 'GET',
      url: `/wp-json/wc/v3${path}`,
      headers: { authorization: basic(key) },
      body: '',
      origin: 'https://shop.test',
    });
    return { total: headers['X-WP-Total'], ids: JSON.parse(body).map(({ id }: { id: number }) => id) };
  };
  return { store, clock, ids, get };
}

it('reads pages, statuses and changes of many orders without walking through them', async () => {
  const { store, clock, ids, get } = fillStore(ORDERS);
  const since = new Date(clock.nowMs()).toISOString().slice(0, 19);
  clock.advance(60_000);
  const [old = 0, other = 0] = [ids[17], ids[5_000]];
  store.staff.turnOrder(old, 'completed');
  store.staff.turnOrder(other, 'cancelled');
  store.staff.turnOrder(old, 'on-hold');
  expect(
    (await get(`/orders?modified_after=${since}&dates_are_gmt=true&orderby=modified&order=asc`)).ids,
  ).toEqual([old, other]);
  expect(await get('/orders?status=cancelled&_fields=id')).toEqual({ total: '1', ids: [other] });
  expect(await get('/orders?status=on-hold,cancelled&_fields=id')).toEqual({ total: '2', ids: [other, old] });
  expect((await get('/orders?per_page=3&_fields=id')).ids).toEqual(ids.slice(-3).reverse());
  const deep = await get('/orders?per_page=100&page=51&orderby=id&order=asc&_fields=id');
  expect(deep).toEqual({ total: String(ORDERS), ids: ids.slice(5_000, 5_100) });
  const after = new Date(clock.nowMs() - 4 * 60_000).toISOString().slice(0, 19);
  expect((await get(`/orders?after=${after}&dates_are_gmt=true&_fields=id`)).ids).toEqual(
    ids.slice(-2).reverse(),
  );

  // Each poll looks at what changed alone: the orders themselves are fetched no more than that.
  let looks = 0;
  const find = store.state.orders.get.bind(store.state.orders);
  store.state.orders.get = (id) => {
    looks += 1;
    return find(id);
  };
  const poll = `/orders?modified_after=${since}&dates_are_gmt=true&status=any&_fields=id`;
  for (let round = 0; round < 100; round += 1) await get(poll);
  expect(looks).toBeLessThanOrEqual(1_000);
  looks = 0;
  await get('/orders?per_page=100&page=51&orderby=id&order=asc&_fields=id');
  expect(looks).toBeLessThanOrEqual(200);
}, 60_000);
