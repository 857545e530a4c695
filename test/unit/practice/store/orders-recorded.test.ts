import { expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { findDifferences, readRecordedCalls } from './recorded-calls.ts';

it('counts money, taxes, coupons and refunds of orders as the real store did, to the last digit', async () => {
  const { store, url, call } = await openStore();
  Object.assign(store.state.ids, { post: 12 });
  const differences: string[] = [];
  const calls = readRecordedCalls('orders.txt', url);
  for (const { title, method, path, body, expected } of calls) {
    const answer = await call(method, path, body);
    if (!expected) {
      expect(answer.status, `${title} ${path}`).toBe(201);
      continue;
    }
    if (answer.status !== expected.status) differences.push(`${title}: ${answer.status} ${answer.text}`);
    differences.push(...findDifferences(answer.json, expected.data, title));
  }
  expect(calls.length).toBeGreaterThan(40);
  expect(differences).toEqual([]);
  expect(store.state.products.get(12)?.stockQuantity).toBe(99);
});
