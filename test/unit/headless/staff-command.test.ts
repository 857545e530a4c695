import { describe, expect, it } from 'vitest';
import type { Core } from '../../../src-main/boot/core.ts';
import type { Engine } from '../../../src-main/engine/face.ts';
import type { Surroundings } from '../../../src-main/headless/surroundings.ts';
import { STORE_FACTS, TILL_FACTS } from '../../support/catalogs.ts';
import { createFakeMachine } from './fake-surroundings.ts';

const DESK = {
  till: { url: 'http://127.0.0.1:9001', key: 'token' },
  store: { url: 'http://127.0.0.1:9002', key: 'cs' },
};

interface World {
  readonly currency?: string;
  readonly tillUrl?: string | null;
  readonly answer?: unknown;
}

async function act(
  argv: readonly string[],
  { currency = 'USD', tillUrl = DESK.till.url, answer }: World = {},
) {
  const orders: { url: string; key: string; body: unknown }[] = [];
  const connections: Partial<Engine['connections']> = {
    readTill: () => ({
      merchant: { ...TILL_FACTS, currency },
      environment: 'sandbox',
      apiUrl: tillUrl,
      permissions: {},
      warnings: [],
    }),
    readStore: () => ({ store: { ...STORE_FACTS, url: DESK.store.url }, warnings: [] }),
  };
  const core: Core = {
    engine: { connections } as Engine,
    tillLogin: {} as Core['tillLogin'],
    support: {} as Core['support'],
    drop: () => undefined,
    practiceKeys: async () => DESK,
    close: async () => undefined,
  };
  const machine = createFakeMachine({ open: async () => ({ ok: true, value: core }) });
  const send: Surroundings['fetch'] = async (url, init) => {
    const headers = new Headers(init?.headers);
    orders.push({
      url: String(url),
      key: headers.get('x-practice-key') ?? '',
      body: JSON.parse(String(init?.body)),
    });
    return Response.json(answer ?? { ok: true, what: 'Done', id: 'X' });
  };
  Object.assign(machine.surroundings, { fetch: send });
  const exitCode = await machine.run('staff', ...argv, '--json');
  return { exitCode, orders, json: JSON.parse(machine.stdout.text) };
}

describe('staff', () => {
  it.each([
    [['till', 'sell', 'Latte'], { verb: 'sell', item: 'Latte', quantity: 1 }],
    [['till', 'refund', 'Latte', '--quantity', '2'], { verb: 'refund', item: 'Latte', quantity: 2 }],
    [
      ['till', 'edit', 'Latte', '--price', '4.5', '--hidden', 'on'],
      { verb: 'edit', item: 'Latte', price: 450, hidden: true },
    ],
    [['till', 'recount', 'Latte', '-2.5'], { verb: 'recount', item: 'Latte', quantity: -2.5 }],
    [['till', 'add', 'Cake', '--price', '0.05'], { verb: 'add', name: 'Cake', price: 5 }],
    [['till', 'remove', 'Cake'], { verb: 'remove', item: 'Cake' }],
    [['store', 'buy', '12', '--quantity', '3'], { verb: 'buy', product: '12', quantity: 3 }],
    [
      ['store', 'edit', 'A-1', '--price', '4.50', '--status', 'draft'],
      { verb: 'edit', product: 'A-1', price: '4.50', status: 'draft' },
    ],
    [
      ['store', 'add', 'Tea towel', '--price', '9.00', '--sku', 'TT-1'],
      { verb: 'add', name: 'Tea towel', price: '9.00', sku: 'TT-1' },
    ],
    [['store', 'trash', 'A-1'], { verb: 'trash', product: 'A-1' }],
    [['store', 'cancel', '15'], { verb: 'cancel', order: '15' }],
    [['store', 'fulfil', '15'], { verb: 'fulfil', order: '15' }],
    [['store', 'refund', '15'], { verb: 'refund', order: '15' }],
    [['store', 'order-random'], { verb: 'order-random' }],
    [['till', 'fulfil', '#176 Pickup'], { verb: 'fulfil', order: '#176 Pickup' }],
    [['till', 'refund-order', 'AB'], { verb: 'refund-order', order: 'AB' }],
    [['till', 'jam'], { verb: 'jam' }],
  ] as const)('%j is asked of the right desk with its own key', async (argv, body) => {
    const { exitCode, orders } = await act(argv);
    expect(exitCode).toBe(0);
    const desk = DESK[argv[0]];
    expect(orders).toEqual([{ url: `${desk.url}/practice/staff`, key: desk.key, body }]);
  });

  it('a price has the decimals of its currency', async () => {
    expect(
      (await act(['till', 'edit', 'Latte', '--price', '450'], { currency: 'JPY' })).orders[0]?.body,
    ).toMatchObject({ price: 450 });
    expect((await act(['till', 'edit', 'Latte', '--price', '4.50'], { currency: 'JPY' })).exitCode).toBe(2);
  });

  it.each([
    [['till', 'dance', 'Latte'], 'USE_BAD_VALUE'],
    [['till', 'sell'], 'USE_MISSING_ARGUMENT'],
    [['till', 'fulfil'], 'USE_MISSING_ARGUMENT'],
    [['till', 'jam', 'Latte'], 'USE_BAD_VALUE'],
    [['store', 'order-random', '7'], 'USE_BAD_VALUE'],
    [['till', 'edit', 'Latte'], 'USE_MISSING_ARGUMENT'],
    [['till', 'add', 'Cake'], 'USE_MISSING_ARGUMENT'],
    [['store', 'add', 'Cake', '--sku', 'C-1'], 'USE_MISSING_ARGUMENT'],
    [['till', 'sell', 'Latte', '--price', '3'], 'USE_UNKNOWN_FLAG'],
    [['till', 'sell', 'Latte', '3'], 'USE_BAD_VALUE'],
    [['till', 'recount', 'Latte', 'many'], 'USE_BAD_VALUE'],
    [['till', 'recount', 'Latte'], 'USE_MISSING_ARGUMENT'],
    [['till', 'edit', 'Latte', '--price', '9.999'], 'USE_BAD_VALUE'],
    [['store', 'sell', 'Latte'], 'USE_BAD_VALUE'],
  ])('%j is refused by name, and nobody is asked', async (argv, code) => {
    const { exitCode, orders, json } = await act(argv);
    expect(exitCode).toBe(2);
    expect(json.error.code).toBe(code);
    expect(orders).toEqual([]);
  });

  it.each([[null], ['https://api.clover.com'], ['http://10.0.0.7']])(
    'a till at %s is never asked',
    async (tillUrl) => {
      const { exitCode, orders, json } = await act(['till', 'sell', 'Latte'], { tillUrl });
      expect(exitCode).toBe(2);
      expect(json.error.code).toBe('USE_NOT_PRACTICE');
      expect(orders).toEqual([]);
    },
  );

  it.each([
    ['STAFF_UNKNOWN', 'USE_UNKNOWN_PRODUCT'],
    ['STAFF_AMBIGUOUS', 'USE_AMBIGUOUS_PRODUCT'],
    ['STAFF_INVALID', 'USE_BAD_VALUE'],
    ['PRACTICE_KEY', 'USE_NOT_PRACTICE'],
    ['rest_no_route', 'USE_NOT_PRACTICE'],
  ])('an answer %s is %s', async (given, code) => {
    const { json } = await act(['till', 'sell', 'Latte'], {
      answer: { error: { code: given, message: 'no' } },
    });
    expect(json.error.code).toBe(code);
  });
});
