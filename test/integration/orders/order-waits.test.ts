import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

/** A till that lets nobody make order types, or tenders, over its API. */
const refuseMaking =
  (path: RegExp) =>
  (real: Transport): Transport => ({
    send: async (request) => {
      if (request.method !== 'POST' || !path.test(new URL(request.url).pathname)) return real.send(request);
      const body = '{"message":"not allowed"}';
      return { status: 403, headers: { 'content-type': 'application/json' }, body, url: request.url };
    },
  });

const WAITS = 'missing-prerequisite: Web orders wait: the till lacks something they need.';

describe('an order that the till is not ready for', { timeout: 30_000 }, () => {
  it('waits for the order type with an alert and a need, and flows when a person makes it', async () => {
    const shop = await startOrderShop({ wrap: refuseMaking(/order_types$/) });
    const ids = [shop.order(), shop.order()];
    for (let looks = 0; looks < 5; looks += 1) {
      await shop.look();
      shop.time.pass(5_000);
    }
    for (const id of ids) {
      expect(shop.shown(id)).toEqual([]);
      expect(shop.flow(id)).toMatchObject({ hold: 'prerequisite', failure: { code: 'ORDER_NO_TYPE' } });
      expect(
        shop.events(id).filter(({ what }) => what === 'prerequisite'),
        'told once',
      ).toHaveLength(1);
    }
    expect(shop.alerts()).toEqual([WAITS]);
    expect(shop.engine.orders.needs()).toMatchObject([
      { what: 'order-type', failure: { facts: { name: 'Online Order' } } },
    ]);
    const { url, merchant, token } = shop.practice.till;
    const made = await fetch(`${url}/v3/merchants/${merchant}/order_types`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'staff',
      },
      body: JSON.stringify({ label: 'online order', taxable: true }),
    });
    expect(made.status).toBe(200);
    await shop.settle();
    for (const id of ids) {
      expect(shop.shown(id)).toHaveLength(1);
      expect(shop.tickets(id)).toBe(1);
    }
    expect(shop.alerts()).toEqual([]);
    expect(shop.engine.orders.needs()).toEqual([]);
  });

  it('is over where it was deleted in the store while it waited, and never comes to the till', async () => {
    let mayMake = false;
    const refuse = refuseMaking(/order_types$/);
    const shop = await startOrderShop({
      wrap: (real) => ({ send: (request) => (mayMake ? real : refuse(real)).send(request) }),
    });
    const [deleted, trashed, kept] = [shop.order(), shop.order(), shop.order()];
    await shop.look();
    expect(shop.flow(deleted)).toMatchObject({ hold: 'prerequisite' });
    const { staff } = shop.practice.storeService;
    staff.deleteOrder(deleted);
    staff.trashOrder(trashed);
    mayMake = true;
    await shop.settle();
    for (const id of [deleted, trashed]) {
      expect(shop.flow(id), 'no cook ever saw it').toMatchObject({ hold: 'closed', placedMs: null });
      expect(shop.shown(id)).toEqual([]);
    }
    expect(shop.tickets(kept)).toBe(1);
    expect(shop.alerts()).toEqual([]);
    shop.time.pass(24 * 60 * 60_000);
    await shop.settle();
    expect(shop.hidden(), 'what was begun for it is cleared away').toEqual([]);
  });

  it('is over where it was deleted in the store while the till was away in the midst of it', async () => {
    let isDown = false;
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          if (request.method === 'POST' && /line_items/.test(request.url)) isDown = true;
          if (!isDown || !request.url.includes('/v3/')) return real.send(request);
          if (request.url.includes('/wc/v3/')) return real.send(request);
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }),
          });
        },
      }),
    });
    const id = shop.order();
    await shop.look();
    expect(isDown).toBe(true);
    shop.practice.storeService.staff.deleteOrder(id);
    isDown = false;
    await shop.settle();
    expect(shop.shown(id)).toEqual([]);
    expect(shop.flow(id)).toMatchObject({ hold: 'closed', placedMs: null, failure: { code: 'ORDER_GONE' } });
  });

  it('is not printed again by a person before it is there', async () => {
    const shop = await startOrderShop({ wrap: refuseMaking(/order_types$/) });
    const id = shop.order();
    await shop.look();
    const { signal } = new AbortController();
    const printed = await shop.engine.orders.reprint(String(id), signal);
    expect(printed).toMatchObject({ ok: false, failure: { code: 'ORDER_NOT_PLACED' } });
    expect(shop.practice.tillService.state.kitchen.tickets).toEqual([]);
  });

  it('waits for the tender without a second order, and is paid once when there is one', async () => {
    const shop = await startOrderShop({ wrap: refuseMaking(/tenders$/) });
    const { tenders } = shop.practice.tillService.state;
    const [external] = [...tenders.values()].filter(({ labelKey }) => labelKey?.endsWith('external_payment'));
    if (!external) throw new Error('the till has no such tender');
    tenders.put({ ...external, enabled: false });
    const id = shop.order();
    for (let looks = 0; looks < 4; looks += 1) {
      await shop.look();
      shop.time.pass(5_000);
    }
    expect(shop.flow(id)).toMatchObject({ hold: 'prerequisite', failure: { code: 'ORDER_NO_TENDER' } });
    tenders.put(external);
    await shop.settle();
    expect(shop.shown(id)).toHaveLength(1);
    expect(shop.payments(id)).toHaveLength(1);
    expect(shop.tickets(id)).toBe(1);
  });

  it.each([
    ['another one of that name', 'External Payment'],
    ['none', null],
  ])(
    'is paid where its tender was removed on the till since the last order, and there is %s',
    async (_, label) => {
      const shop = await startOrderShop();
      shop.order();
      await shop.settle();
      const { tenders } = shop.practice.tillService.state;
      const [external] = [...tenders.values()].filter(({ labelKey }) =>
        labelKey?.endsWith('external_payment'),
      );
      if (!external) throw new Error('the till has no such tender');
      tenders.delete(external.id);
      if (label !== null) tenders.put({ ...external, id: 'AAAAAAAAAAAA1', label });
      const id = shop.order();
      await shop.settle();
      expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null });
      expect(shop.payments(id)).toMatchObject([{ amount: 1095, tender: 'External Payment' }]);
      expect([...tenders.values()].filter((tender) => tender.label === 'External Payment')).toHaveLength(1);
      expect(shop.alerts()).toEqual([]);
    },
  );

  it('waits, and needs no person, where its tender was removed and the till lets nobody make one', async () => {
    const shop = await startOrderShop({ wrap: refuseMaking(/tenders$/) });
    shop.order();
    await shop.settle();
    const { tenders } = shop.practice.tillService.state;
    const [external] = [...tenders.values()].filter(({ labelKey }) => labelKey?.endsWith('external_payment'));
    if (!external) throw new Error('the till has no such tender');
    tenders.delete(external.id);
    const id = shop.order();
    await shop.look();
    expect(shop.flow(id)).toMatchObject({ hold: 'prerequisite', failure: { code: 'ORDER_NO_TENDER' } });
    tenders.put(external);
    await shop.settle();
    expect(shop.payments(id)).toHaveLength(1);
    expect(shop.alerts()).toEqual([]);
  });

  it('a network that fails is no missing thing: nobody is told so', async () => {
    let isDown = true;
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: (request) =>
          isDown && request.url.includes('order_types')
            ? Promise.reject(
                new TypeError('fetch failed', {
                  cause: Object.assign(new Error(''), { code: 'ECONNRESET' }),
                }),
              )
            : real.send(request),
      }),
    });
    const id = shop.order();
    await shop.look();
    expect(shop.flow(id)).toMatchObject({ hold: null });
    expect(shop.alerts()).toEqual([]);
    isDown = false;
    await shop.settle();
    expect(shop.tickets(id)).toBe(1);
  });
});

describe('an order that needs a person', { timeout: 30_000 }, () => {
  it('goes on when a person says so, planned anew and placed once', async () => {
    let isRefusing = true;
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          if (!isRefusing || !request.url.includes('bulk_line_items')) return real.send(request);
          const body = '{"message":"no lines today"}';
          return { status: 400, headers: { 'content-type': 'application/json' }, body, url: request.url };
        },
      }),
    });
    const id = shop.order();
    await shop.settle();
    const { hold, step, failure } = shop.flow(id);
    expect({ hold, step, code: failure?.code }).toEqual({
      hold: 'person',
      step: 'placing',
      code: 'ORDER_REFUSED',
    });
    const { message, hint } = describeFailure(failure ?? { code: 'BUG', facts: {} });
    expect(message, 'in the till’s own words').toContain('no lines today');
    expect(hint).toMatch(/Type it in at the till.*"It is already on the till".*"Try again"/);
    expect(shop.alerts()).toEqual([`lost-order: Web order ${id} is not on the till.`]);
    expect(shop.shown(id)).toEqual([]);
    isRefusing = false;
    unwrap(shop.engine.orders.retry(String(id)));
    await shop.settle();
    expect(shop.shown(id)).toHaveLength(1);
    expect(shop.tickets(id)).toBe(1);
    expect(shop.flow(id)).toMatchObject({ ticket: { isAttention: false } });
    expect(shop.alerts()).toEqual([]);
    expect(shop.hidden(), 'what was begun before').toEqual([]);
  });

  it('is over when the store calls it off meanwhile', async () => {
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          if (!request.url.includes('bulk_line_items')) return real.send(request);
          const body = '{"message":"no lines today"}';
          return { status: 400, headers: { 'content-type': 'application/json' }, body, url: request.url };
        },
      }),
    });
    const id = shop.order();
    await shop.settle();
    expect(shop.flow(id).hold).toBe('person');
    shop.time.pass(5_000);
    shop.practice.storeService.staff.turnOrder(id, 'cancelled');
    await shop.settle();
    expect(shop.flow(id).hold).toBe('closed');
    expect(shop.alerts()).toEqual([]);
    expect(shop.hidden()).toEqual([]);
  });
});

describe('an order that somebody typed in at the till', { timeout: 30_000 }, () => {
  it.each([
    ['needs a person', /bulk_line_items/],
    ['waits for the till', /order_types$/],
  ])('while it %s: nothing is made, whatever becomes of it in the store', async (_, path) => {
    let isRefusing = true;
    const refuse = refuseMaking(path);
    const shop = await startOrderShop({
      wrap: (real) => ({ send: (request) => (isRefusing ? refuse(real) : real).send(request) }),
    });
    const id = shop.order();
    await shop.settle();
    expect(shop.flow(id).hold).not.toBeNull();
    unwrap(shop.engine.orders.leaveByHand(String(id), 'the window'));
    isRefusing = false;
    await shop.settle();
    expect(shop.alerts()).toEqual([]);
    expect(shop.events(id).find(({ what }) => what === 'by-hand')?.text).toBe(
      'a person says in the window that it is on the till already',
    );
    for (const status of ['completed', 'processing', 'cancelled'] as const) {
      shop.time.pass(60_000);
      shop.practice.storeService.staff.turnOrder(id, status);
      await shop.settle();
    }
    expect(shop.practice.tillService.state.orders.size).toBe(0);
    expect(shop.practice.tillService.state.kitchen.tickets).toEqual([]);
    expect(shop.flow(id)).toMatchObject({ hold: 'closed', failure: { code: 'ORDER_BY_HAND' } });
  });

  it('while its lines are on their way to the till: they are never shown', async () => {
    const ref: { say: (() => void) | null } = { say: null };
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          const answer = await real.send(request);
          if (request.url.includes('bulk_line_items')) ref.say?.();
          return answer;
        },
      }),
    });
    const id = shop.order();
    ref.say = () => unwrap(shop.engine.orders.leaveByHand(String(id), 'the window'));
    await shop.settle();
    expect(shop.shown(id)).toEqual([]);
    expect(shop.tickets(id)).toBe(0);
    await shop.look();
    expect(shop.hidden()).toEqual([]);
  });

  it('goes to the till after all when that was a mistake, and is refused once ours is there', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ status: 'on-hold' });
    await shop.settle();
    unwrap(shop.engine.orders.leaveByHand(String(id), 'the window'));
    shop.time.pass(60_000);
    shop.practice.storeService.staff.turnOrder(id, 'processing');
    await shop.settle();
    expect(shop.shown(id)).toEqual([]);
    unwrap(shop.engine.orders.retry(String(id)));
    await shop.settle();
    expect(shop.tickets(id)).toBe(1);
    const late = shop.engine.orders.leaveByHand(String(id), 'the window');
    expect(late).toMatchObject({ ok: false, failure: { code: 'ORDER_ON_ITS_WAY' } });
    expect(shop.shown(id)).toHaveLength(1);
  });
});

/** A network that loses the first answer to what has these words in its address, though it was worked on. */
function loseFirstAnswer(words: string) {
  let lost = 0;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      const answer = await real.send(request);
      if (lost > 0 || !request.url.includes(words)) return answer;
      lost += 1;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code: 'ECONNRESET' }) });
    },
  });
  return { wrap, count: () => lost };
}

describe('what was begun on the till and given up', { timeout: 30_000 }, () => {
  it('is removed when the order is over', async () => {
    const loss = loseFirstAnswer('modifications');
    const shop = await startOrderShop({ wrap: loss.wrap });
    const id = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham', 'Olives'] }] });
    await shop.look();
    expect(loss.count()).toBe(1);
    await shop.settle();
    await shop.look();
    expect(shop.events(id).map(({ what, text }) => `${what} ${text}`)).toContain('seen begun anew');
    expect(shop.shown(id)).toHaveLength(1);
    expect(shop.hidden()).toEqual([]);
    expect(shop.flow(id).abandoned).toEqual([]);
  });

  it('is removed a moment later where the till refuses a good token, and takes nothing off its counts', async () => {
    const loss = loseFirstAnswer('modifications');
    let refused = 0;
    const wrap = (real: Transport): Transport => ({
      send: async (request) => {
        if (refused > 0 || request.method !== 'DELETE') return loss.wrap(real).send(request);
        refused += 1;
        return { status: 401, headers: {}, url: request.url, body: '{"message":"401 Unauthorized"}' };
      },
    });
    const shop = await startOrderShop({ wrap, tillAnswers: { restOrderStock: 'onLine' } });
    shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham', 'Olives'] }] });
    await shop.settle();
    expect(refused).toBe(1);
    for (let looks = 0; looks < 12; looks += 1) {
      shop.time.pass(20_000);
      await shop.look();
    }
    expect(shop.hidden()).toEqual([]);
    const { items, itemStocks } = shop.practice.tillService.state;
    const [item] = [...items.values()].filter(({ sku }) => sku === 'MARG');
    expect(itemStocks.get(item?.id ?? '')?.quantity).toBe(49);
  });

  it('is left alone and flagged where it became visible', async () => {
    const loss = loseFirstAnswer('modifications');
    const shop = await startOrderShop({ wrap: loss.wrap });
    const id = shop.order({ lines: [{ sku: 'MARG', chosen: ['Ham', 'Olives'] }] });
    await shop.look();
    const { orders } = shop.practice.tillService.state;
    const [begun] = shop.hidden();
    if (!begun) throw new Error('nothing was begun');
    orders.put({ ...begun, state: 'open', lines: [] });
    shop.time.pass(1_500);
    await shop.settle();
    await shop.look();
    expect(shop.flow(id).failure?.code).toBe('ORDER_SHOWN_TWICE');
    expect(shop.alerts()).toEqual([`lost-order: Web order ${id} needs a look.`]);
    expect(shop.payments(id)).toHaveLength(1);
    expect(shop.tickets(id)).toBe(1);
    expect(orders.get(begun.id)).toBeDefined();
  });
});
