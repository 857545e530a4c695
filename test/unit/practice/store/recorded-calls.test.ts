import { expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { findDifferences, readRecordedCalls } from './recorded-calls.ts';

it.each([
  { fixture: 'products.txt', postId: 10, metaId: 23 },
  { fixture: 'stock-and-status.txt', postId: 10, metaId: 23 },
  { fixture: 'terms-and-variations.txt', postId: 12, metaId: 187 },
  { fixture: 'settings.txt', postId: 10, metaId: 23 },
])('answers $fixture as the real store did', async ({ fixture, postId, metaId }) => {
  const { store, url, call } = await openStore();
  Object.assign(store.state.ids, { post: postId, meta: metaId });
  const calls = readRecordedCalls(fixture, url);
  const differences: string[] = [];
  for (const { title, method, path, body, expected } of calls) {
    const answer = await call(method, path, body);
    if (!expected) {
      expect(answer.status, `${title} ${path}`).toBe(201);
      continue;
    }
    if (answer.status !== expected.status) differences.push(`${title}: ${answer.status} ${answer.text}`);
    differences.push(...findDifferences(answer.json, expected.data, title));
  }
  expect(calls.length).toBeGreaterThan(20);
  expect(differences).toEqual([]);
});
