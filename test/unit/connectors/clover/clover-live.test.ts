import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCloverTill } from '../../../../src-main/connectors/clover/clover-till.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import type { TillPort } from '../../../../src-main/engine/ports.ts';
import { type Practice, startPractice } from '../../../../src-practice/practice.ts';
import { machineDeps } from '../support/transports.ts';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

let practice: Practice;
let port: TillPort;

beforeAll(async () => {
  practice = await startPractice({ menu: 'pizza' });
  const { till } = practice;
  port = createCloverTill(
    { apiUrl: till.url, merchantId: till.merchant, token: till.token, version: '0.1.0' },
    machineDeps(),
  );
});
afterAll(() => practice.close());

it('over real HTTP every item is changed in bulk, moved and counted, and reads back so, without one refusal', async () => {
  const { tillService } = practice;
  const before = take(await port.readCatalog(() => undefined));
  const shelf = take(await port.createCategory('New shelf', null));
  const rows = before.items.map((item, at) => ({
    id: item.id,
    patch: {
      priceAmount: item.priceAmount + 1,
      alternateName: `Nº ${at} “ä”`,
      categories: { add: [], remove: item.categoryIds },
    },
    addCategoryIds: [shelf],
  }));
  const answers = take(await port.writeItems(rows));
  expect(answers.every(({ isDone }) => isDone)).toBe(true);
  const counted = before.items.slice(0, 3);
  for (const { id } of counted) take(await port.writeStock(id, 41));
  const after = take(await port.readItems(before.items.map(({ id }) => id)));
  expect(after).toEqual(
    before.items.map((item, at) => ({
      ...item,
      priceAmount: item.priceAmount + 1,
      alternateName: `Nº ${at} “ä”`,
      categoryIds: [shelf],
      ...(at < 3 && { stock: 41, isAvailable: item.autoManages || item.isAvailable }),
    })),
  );
  expect(tillService.counters.tooMany).toBe(0);
  expect(tillService.counters.maxInFlight).toBeLessThanOrEqual(4);
});

it('over real HTTP a sale and a refund show in the stocks and in the orders', async () => {
  const { tillService } = practice;
  const item = [...tillService.state.items.values()].find(
    ({ id, priceType }) => tillService.state.itemStocks.has(id) && priceType === 'FIXED',
  );
  const id = item?.id ?? '';
  const stocks = take(await port.readStocks());
  const order = tillService.staff.sell(id, 3);
  tillService.staff.refund(id, 1);
  const [sold] = take(await port.readOrders(0)).orders;
  expect(sold).toMatchObject({ id: order, isCounted: true, lines: [{ productId: id, quantity: 2 }] });
  const left = take(await port.readStocks());
  const moved = [...left].filter(([itemId, count]) => stocks.get(itemId) !== count);
  expect(moved).toEqual([[id, (stocks.get(moved[0]?.[0] ?? ('' as never)) ?? 0) - 2]]);
});
