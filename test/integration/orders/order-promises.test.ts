import { describe, expect, it } from 'vitest';
import { startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';
import { startSmtpServer } from '../../support/start-smtp-server.ts';
import { startWindowWorld } from '../../support/window-world.ts';

describe('a web order', { timeout: 30_000 }, () => {
  it.each([
    ['classic', 'its own tables', 'yes'],
    ['classic', 'posts', 'no'],
    ['block', 'its own tables', 'yes'],
    ['block', 'posts', 'no'],
  ] as const)(
    'of the %s checkout, which the store keeps in %s, is on the till once and paid',
    async (checkout, _table, isHpos) => {
      const shop = await startOrderShop();
      shop.practice.storeService.staff.setting('advanced', 'woocommerce_custom_orders_table_enabled', isHpos);
      const id = shop.order({ checkout, lines: [{ sku: 'MARG', chosen: ['Ham'] }] });
      await shop.settle();
      expect(shop.shown(id)).toHaveLength(1);
      expect(shop.shown(id)[0]?.lines[0]?.modifications).toMatchObject([{ name: 'Ham' }]);
      expect(shop.payments(id)).toMatchObject([{ amount: 1245 }]);
      expect(shop.tickets(id)).toBe(1);
    },
  );

  it('that several looks and hints come upon at the same moment is on the till once', async () => {
    const shop = await startOrderShop();
    const ids = [shop.order(), shop.order()];
    const hint = () => {
      for (const id of ids) shop.engine.sync.hint('store', `order:${id}`);
    };
    hint();
    await Promise.all([shop.look(), shop.look(), shop.look()]);
    hint();
    await Promise.all([shop.look(), shop.look()]);
    await shop.settle();
    for (const id of ids) {
      expect(shop.shown(id)).toHaveLength(1);
      expect(shop.payments(id)).toHaveLength(1);
      expect(shop.tickets(id)).toBe(1);
    }
    expect(shop.hidden()).toEqual([]);
  });

  it('that the running app comes upon while two windows ask for a look at once is on the till once', async () => {
    const world = await startWindowWorld();
    const [one, other] = [await world.openPage(), await world.openPage()];
    const call: typeof one.call = async (channel, input) => {
      const answer = await one.call(channel, input);
      if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code}`);
      return answer;
    };
    await call('practice:start', { menu: 'pizza' });
    await call('settings:set', { values: { 'import.status': 'publish', 'poll.fastestSeconds': '2' } });
    const plan = await call('plan:make', { choices: [] });
    await call('run:apply', { runId: plan.ok ? (plan.value as { runId: number }).runId : 0 });
    const [practice] = world.practices;
    if (!practice) throw new Error('no practice was started');
    await call('sync:now', { isFull: false });
    const { staff, state: sold } = practice.storeService;
    const product = [...sold.products.values()].find(({ type }) => type === 'simple');
    const ids = Array.from({ length: 3 }, () => staff.buy(product?.id ?? 0, 1));
    for (let round = 0; round < 3; round += 1) {
      for (const id of ids) world.core.engine.sync.hint('store', `order:${id}`);
      await Promise.all([one, other].map((page) => page.call('sync:now', { isFull: false })));
    }
    const { flows } = world.core.engine.orders.list({ limit: 10, offset: 0 });
    expect(flows.map(({ step }) => step)).toEqual(['reported', 'reported', 'reported']);
    const { state } = practice.tillService;
    const ours = [...state.orders.values()].filter(({ title = '' }) => title.startsWith('#'));
    expect(ours).toHaveLength(ids.length);
    expect(ours.flatMap(({ paymentIds }) => paymentIds)).toHaveLength(ids.length);
    expect(state.kitchen.tickets).toHaveLength(ids.length);
  });

  it('that is fulfilled on the till is completed in the store, and no tracking number comes back', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ method: 'delivery' });
    await shop.settle();
    const [row] = shop.shown(id);
    const readMeta = () => JSON.stringify(shop.practice.storeService.state.orders.get(id)?.meta);
    const before = readMeta();
    shop.time.pass(5_000);
    shop.practice.tillService.staff.editOrder(row?.id ?? '', {
      note: `${row?.note} UPS 1Z999AA10123456784`,
    });
    shop.practice.tillService.staff.fulfil(row?.id ?? '');
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('completed');
    expect(`${shop.notes(id).join()} ${readMeta()}`).not.toContain('1Z999');
    expect(readMeta()).toBe(before);
  });
});

describe('an order type that is missing', { timeout: 30_000 }, () => {
  it('is told by e-mail, and the orders flow when it is there', async () => {
    const server = await startSmtpServer({ security: 'none' });
    let canMake = false;
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          const isMaking = request.method === 'POST' && request.url.endsWith('/order_types');
          if (canMake || !isMaking) return real.send(request);
          const headers = { 'content-type': 'application/json' };
          return { status: 403, headers, body: '{"message":"not allowed"}', url: request.url };
        },
      }),
    });
    unwrap(
      shop.engine.settings.set({
        'alerts.mail': 'on',
        'alerts.mailTo': 'boss@example.com',
        'alerts.smtpHost': '127.0.0.1',
        'alerts.smtpPort': String(server.port),
        'alerts.smtpSecurity': 'none',
        'alerts.kind.missing-prerequisite': 'both',
      }),
    );
    const id = shop.order();
    await shop.look();
    await shop.look();
    expect(shop.shown(id)).toEqual([]);
    const told = 'Web orders wait: the till lacks something they need.';
    expect(shop.alerts()).toEqual([`missing-prerequisite: ${told}`]);
    shop.engine.alerts.start();
    await expect.poll(() => server.mails.length, { timeout: 5_000 }).toBe(1);
    expect(server.mails[0]?.text).toContain(told);
    canMake = true;
    await shop.settle();
    expect(shop.shown(id)).toHaveLength(1);
  });
});
