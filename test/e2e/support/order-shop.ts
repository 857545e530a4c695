import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Practice } from '../../../src-practice/practice.ts';
import type { GuestOrder } from '../../../src-practice/store/store.ts';
import type { InputOf } from '../../../src-preload/contract/channels.ts';
import { makeGuestOrder } from '../../support/guest-order.ts';
import { importShop, take } from './shop.ts';
import type { WindowProcess } from './window-process.ts';

/** Imports with every product for sale, and looks for orders at the fastest pace there is. */
export async function openForOrders(
  window: WindowProcess,
  values: InputOf<'settings:set'>['values'] = {},
): Promise<void> {
  const bridge = await window.openBridge();
  const settings = { 'import.status': 'publish', 'poll.fastestSeconds': '2', ...values };
  take(await bridge.call('settings:set', { values: settings }));
  bridge.close();
  await importShop(window);
}

/** Looks now, without the page. */
export async function lookNow(window: WindowProcess): Promise<void> {
  const bridge = await window.openBridge();
  await bridge.call('sync:now', { isFull: false });
  bridge.close();
}

/** A guest's order of one product by its name; answers its id, which is its number too. */
export function order({ storeService }: Practice, name: string, wish: Partial<GuestOrder> = {}): number {
  const found = [...storeService.state.products.values()].find((product) => product.name === name);
  if (!found) throw new Error(`the store has no ${name}`);
  const lines = [{ productId: found.id, quantity: 1, choices: [] }];
  return storeService.staff.placeOrder(makeGuestOrder({ lines, ...wish }));
}

/** The till refuses these calls, until the answer is called. */
export function refuseCalls(
  { tillService }: Practice,
  method: string,
  path: RegExp,
  status = 400,
): () => void {
  const { handle } = tillService;
  const refusing: typeof handle = async (request) => {
    if (request.method !== method || !path.test(request.url)) return handle(request);
    const headers = { 'content-type': 'application/json' };
    return { status, headers, body: JSON.stringify({ message: 'refused by the test' }) };
  };
  Object.assign(tillService, { handle: refusing });
  return () => void Object.assign(tillService, { handle });
}

/**
 * Two pizzas that are the same, a third one, a tip, a delivery and notes.
 * @param forgedCents what every choice is charged at, whatever the shop asks
 */
export function orderFeast(practice: Practice, forgedCents?: number): number {
  const { state } = practice.storeService;
  const findProduct = (name: string): number =>
    [...state.products.values()].find((product) => product.name === name)?.id ?? 0;
  const pizza = [...state.products.values()].find(
    ({ type, name }) => type === 'variation' && name !== '',
  )?.id;
  const knots = findProduct('Garlic Knots');
  const chosen = chooseToppings(practice, ['Pepperoni', 'Jalapeños']).map((choice) => ({
    ...choice,
    priceCents: forgedCents ?? choice.priceCents,
  }));
  const productId = pizza ?? knots;
  return order(practice, 'Garlic Knots', {
    method: 'delivery',
    tipCents: 350,
    deliveryCents: 400,
    note: 'Ring twice, the bell is weak.',
    lines: [
      { productId, quantity: 2, choices: chosen },
      { productId, quantity: 1, choices: chosen.slice(0, 1), note: 'No olives, please' },
      { productId: knots, quantity: 1, choices: [] },
    ],
  });
}

function chooseToppings({ tillService }: Practice, names: readonly string[]) {
  const { modifiers, modifierGroups, groupModifiers } = tillService.state;
  return names.flatMap((name) => {
    const found = [...modifiers.values()].find((modifier) => modifier.name === name);
    if (!found) return [];
    const groupId = [...groupModifiers.leftsOf(found.id)][0] ?? '';
    const group = modifierGroups.get(groupId)?.name ?? '';
    return [{ groupId, group, isSingle: false, id: found.id, name, priceCents: found.price }];
  });
}

/** Puts as many orders like this one into the data folder of a server that has ended, each a minute older. */
export function multiplyOrder(dataDir: string, id: number, total: number): void {
  const db = new DatabaseSync(join(dataDir, 'tillbridge.sqlite'));
  const columns = db.prepare("SELECT name FROM pragma_table_info('order_flow')").all();
  const names = columns.map(({ name }) => String(name));
  const values: Readonly<Record<string, string>> = {
    woo_id: 'woo_id + n',
    number: 'CAST(woo_id + n AS TEXT)',
    till_order_id: "till_order_id || '-' || n",
    created_ms: 'created_ms - n * 60000',
  };
  const picked = names.map((name) => values[name] ?? name).join(', ');
  db.prepare(`
    WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ?)
    INSERT INTO order_flow (${names.join(', ')}) SELECT ${picked} FROM order_flow, count WHERE woo_id = ?`).run(
    total - 1,
    id,
  );
  db.close();
}

/** The store says that each order costs so much more than its parts come to. */
export function padTotals({ storeService }: Practice, addedCents: number): void {
  const { handle } = storeService;
  const padded: typeof handle = async (request) => {
    const answer = await handle(request);
    if (request.method !== 'GET' || !/\/orders(\/\d+)?(\?|$)/.test(request.url)) return answer;
    const pad = (row: { total?: string }) => ({
      ...row,
      total: (Number(row.total) + addedCents / 100).toFixed(2),
    });
    const body = JSON.parse(String(answer.body)) as { total?: string } | { total?: string }[];
    return { ...answer, body: JSON.stringify(Array.isArray(body) ? body.map(pad) : pad(body)) };
  };
  Object.assign(storeService, { handle: padded });
}
