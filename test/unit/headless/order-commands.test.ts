import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../src-main/engine/face.ts';
import { createLiveEngine } from './fake-live.ts';
import { makeOrder, serveOrders } from './fake-orders.ts';
import { createFakeMachine } from './fake-surroundings.ts';

type Orders = Engine['orders'];

const openMachine = (orders: Partial<Orders> = {}) =>
  createFakeMachine({ engine: createLiveEngine({ orders }) });

const LOST = makeOrder({
  number: '502',
  step: 'placing',
  hold: 'person',
  lane: 'person',
  tillOrderId: null,
  tillAmount: null,
  placedMs: null,
  print: 'none',
  failure: { code: 'ORDER_NOT_PLACED', facts: {} },
});

describe('orders', () => {
  it('gives scripts both totals in minor units, and what needs a person', async () => {
    const machine = openMachine({ list: serveOrders([LOST, makeOrder()]) });
    expect(await machine.run('orders', '--json')).toBe(0);
    const { orders, total } = JSON.parse(machine.stdout.text) as { orders: object[]; total: number };
    expect(total).toBe(2);
    expect(orders).toMatchObject([
      {
        number: '502',
        hold: 'person',
        attention: true,
        cloverId: null,
        failure: { code: 'ORDER_NOT_PLACED' },
      },
      {
        number: '501',
        attention: false,
        totalStore: 2350,
        totalTill: 2350,
        printedAt: '2026-11-21T08:00:04.000Z',
      },
    ]);
    expect(machine.opened, 'looking needs no lock').toMatchObject([{ isWriter: false }]);
  });

  it('shows people a table, what is wrong, and what the till lacks', async () => {
    const needs: Orders['needs'] = () => [
      { what: 'order-type', failure: { code: 'ORDER_NO_TYPE', facts: { name: 'Online Order' } } },
    ];
    const machine = openMachine({ list: serveOrders([LOST, makeOrder()]), needs });
    await machine.run('orders');
    expect(machine.stdout.text).toMatch(/502 .*needs you/);
    expect(machine.stdout.text).toMatch(/501 .*done +printed +\$23\.50 +\$23\.50 +AAAAAAAAAAAA1/);
    expect(machine.stdout.text).toContain('ORDER_NOT_PLACED');
    expect(machine.stdout.text).toContain('Online Order');
  });

  it.each([
    ['refunded', { storeStatus: 'refunded', tillStatus: 'paid' }, 'refunded', 'refunded'],
    ['cancelled', { storeStatus: 'processing', tillStatus: 'cancelled' }, 'cancelled', 'cancelled'],
    [
      'cancelled, which needs you',
      { storeStatus: 'cancelled', lane: 'person' },
      'needs you, cancelled',
      'cancelled',
    ],
    [
      'cancelled before it was printed',
      { storeStatus: 'cancelled', hold: 'closed', step: 'paid' },
      'cancelled',
      'cancelled',
    ],
    [
      'never sent',
      { storeStatus: 'trash', hold: 'closed', placedMs: null },
      'not sent, cancelled',
      'cancelled',
    ],
    ['completed', { storeStatus: 'completed', tillStatus: 'fulfilled' }, 'completed', 'completed'],
    ['refunded in part', { tillStatus: 'partly-refunded' }, 'done, partly refunded', null],
  ] as const)(
    'that is %s is called so, in the table and the list of tickets',
    async (_, given, word, end) => {
      for (const command of ['orders', 'prints']) {
        const machine = openMachine({ list: serveOrders([makeOrder(given)]) });
        await machine.run(command);
        expect(machine.stdout.text).toMatch(new RegExp(` ${word} +printed`));
      }
      const machine = openMachine({ list: serveOrders([makeOrder(given)]) });
      await machine.run('orders', '--json');
      const [order] = (JSON.parse(machine.stdout.text) as { orders: { end: string | null }[] }).orders;
      expect(order?.end).toBe(end);
    },
  );

  it('is cut by --limit and --offset', async () => {
    const machine = openMachine({ list: serveOrders([LOST, makeOrder()]) });
    await machine.run('orders', '--limit', '1', '--offset', '1', '--json');
    expect(JSON.parse(machine.stdout.text)).toMatchObject({ orders: [{ number: '501' }], total: 2 });
  });

  it('with an order tells its whole way', async () => {
    const event = { id: 1, wooId: makeOrder().wooId, atMs: Date.UTC(2026, 10, 21, 8), requestId: 'r-1' };
    const get: Orders['get'] = () => ({
      ok: true,
      value: { flow: makeOrder(), lane: 'done', events: [{ ...event, what: 'placed', text: '3 lines' }] },
    });
    const machine = openMachine({ get });
    await machine.run('orders', '501', '--json');
    expect(JSON.parse(machine.stdout.text)).toMatchObject({
      number: '501',
      events: [
        {
          at: '2026-11-21T08:00:00.000Z',
          what: 'placed',
          text: '3 lines',
          says: 'It is on the till with 3 lines.',
          requestId: 'r-1',
        },
      ],
    });
    const people = openMachine({ get });
    await people.run('orders', '501');
    expect(people.stdout.text).toContain('It is on the till with 3 lines.');
    expect(people.stdout.text).not.toContain('placed');
  });

  it('that was called off needs no ticket, and the command that settles it is named', async () => {
    const failure = { code: 'ORDER_PRINT_FAILED', facts: {} } as const;
    const unprinted = makeOrder({ number: '175', lane: 'person', print: 'failed', printedMs: null, failure });
    const cancelled = { ...unprinted, storeStatus: 'cancelled' };
    const get: Orders['get'] = () => ({
      ok: true,
      value: { flow: cancelled, lane: 'person', events: [] },
    });
    for (const argv of [['orders'], ['orders', '175']]) {
      const machine = openMachine({ list: serveOrders([cancelled]), get });
      await machine.run(...argv);
      expect(machine.stdout.text).toMatch(/175 .*needs you, cancelled +none needed/);
      expect(machine.stdout.text).toContain('Cancelled: print nothing.');
      expect(machine.stdout.text).toContain('run "orders seen 175"');
      expect(machine.stdout.text).not.toMatch(/reprint/i);
    }
    const other = openMachine({ list: serveOrders([unprinted]) });
    await other.run('orders');
    expect(other.stdout.text).toMatch(/175 .*NOT PRINTED/);
    expect(other.stdout.text).toContain('run "reprint 175"');
  });

  it('that has to wait says for which side', async () => {
    const waiting = { step: 'seen', lane: 'received', placedMs: null, print: 'none' } as const;
    const failure = { code: 'NET_TIMED_OUT', facts: { host: 'till' } } as const;
    const orders = { list: serveOrders([makeOrder({ number: '503', ...waiting })]) };
    const live = createLiveEngine({ orders, state: { away: { till: failure, store: null } } });
    const machine = createFakeMachine({ engine: live });
    await machine.run('orders');
    expect(machine.stdout.text).toMatch(/503 .*waits: the till does not answer/);
  });

  it('that nobody knows is wrong use', async () => {
    const machine = openMachine();
    expect(await machine.run('orders', '9')).toBe(2);
  });
});

describe('orders retry', () => {
  it('lets the order go on, under the writer’s lock', async () => {
    const retry = vi.fn<Orders['retry']>(() => ({ ok: true, value: makeOrder({ step: 'seen' }) }));
    const machine = openMachine({ retry });
    expect(await machine.run('orders', 'retry', '502')).toBe(0);
    expect(retry).toHaveBeenCalledWith('502');
    expect(machine.stdout.text).toContain('The next look goes on with it.');
    expect(machine.opened).toMatchObject([{ isWriter: true }]);
  });

  it('needs an order', async () => {
    const retry = vi.fn<Orders['retry']>();
    expect(await openMachine({ retry }).run('orders', 'retry')).toBe(2);
    expect(retry).not.toHaveBeenCalled();
  });

  it('of one that waits for nobody is refused', async () => {
    const retry: Orders['retry'] = () => ({
      ok: false,
      failure: { code: 'ORDER_NOT_WAITING', facts: { order: '501' } },
    });
    const machine = openMachine({ retry });
    expect(await machine.run('orders', 'retry', '501')).not.toBe(0);
    expect(machine.stderr.text).toContain('501');
  });
});

describe('orders seen', () => {
  it('marks the order, under the writer’s lock', async () => {
    const see = vi.fn<Orders['see']>(() => ({ ok: true, value: makeOrder({ number: '175' }) }));
    const machine = openMachine({ see });
    expect(await machine.run('orders', 'seen', '175')).toBe(0);
    expect(see).toHaveBeenCalledWith('175');
    expect(machine.stdout.text).toContain('Order 175 is marked as seen.');
    expect(machine.opened).toMatchObject([{ isWriter: true }]);
  });
});

describe('orders by-hand', () => {
  it('leaves an order to whoever typed it in, under the writer’s lock', async () => {
    const leaveByHand = vi.fn<Orders['leaveByHand']>(() => ({
      ok: true,
      value: makeOrder({ number: '502' }),
    }));
    const machine = openMachine({ leaveByHand });
    expect(await machine.run('orders', 'by-hand', '502')).toBe(0);
    expect(leaveByHand).toHaveBeenCalledWith('502', 'the command line');
    expect(machine.stdout.text).toContain('Order 502 is left to whoever typed it in');
    expect(machine.opened).toMatchObject([{ isWriter: true }]);
  });
});

describe('prints', () => {
  it('lists what was sent to the printer, and nothing else', async () => {
    const failed = makeOrder({ number: '503', print: 'no-printer', printedMs: null });
    const machine = openMachine({ list: serveOrders([LOST, failed, makeOrder()]) });
    await machine.run('prints', '--json');
    expect(JSON.parse(machine.stdout.text)).toMatchObject({
      prints: [
        { number: '503', print: 'no-printer', printedAt: null },
        { number: '501', print: 'printed' },
      ],
    });
  });

  it('says so where there is none', async () => {
    const machine = openMachine();
    await machine.run('prints');
    expect(machine.stdout.text).toContain('Nothing was printed yet.');
  });
});

describe('reprint', () => {
  it('prints once more and says how often', async () => {
    const reprint = vi.fn<Orders['reprint']>(async () => ({ ok: true, value: makeOrder({ reprints: 2 }) }));
    const machine = openMachine({ reprint });
    expect(await machine.run('reprint', '501')).toBe(0);
    expect(reprint).toHaveBeenCalledTimes(1);
    expect(machine.stdout.text).toContain('once more (2 reprints)');
  });

  it('that the till refuses fails with its reason', async () => {
    const reprint: Orders['reprint'] = async () => ({
      ok: false,
      failure: { code: 'CLOVER_NO_PRINTER', facts: {} },
    });
    const machine = openMachine({ reprint });
    expect(await machine.run('reprint', '501')).toBe(1);
    expect(machine.stderr.text).toMatch(/printer/i);
  });

  it('needs an order', async () => {
    expect(await openMachine().run('reprint')).toBe(2);
  });
});

describe('test-print', () => {
  it('says that it came out', async () => {
    const machine = openMachine();
    expect(await machine.run('test-print')).toBe(0);
    expect(machine.stdout.text).toContain('The till says that the test ticket was printed.');
  });

  it('that nothing proves is a failure', async () => {
    const testPrint: Orders['testPrint'] = async () => ({
      ok: true,
      value: { isPrinted: false, failure: { code: 'ORDER_PRINT_UNPROVED', facts: {} } },
    });
    expect(await openMachine({ testPrint }).run('test-print')).toBe(1);
  });
});
