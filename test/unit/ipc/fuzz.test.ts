import { expect, it } from 'vitest';
import { fuzzWindow } from '../../support/payload-fuzz.ts';

it('5,000 random calls: each is answered, by its schema or with a failure, and none is a mistake of ours', {
  timeout: 120_000,
}, async () => {
  const { calls, accepted, violations } = await fuzzWindow(20_261_121, 5000);
  expect(violations).toEqual([]);
  expect(calls).toBe(5000);
  // The calls are not all refused at the door.
  expect(accepted).toBeGreaterThan(1000);
});
