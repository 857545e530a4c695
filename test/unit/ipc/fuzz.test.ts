import { expect, it } from 'vitest';
import { fuzzWindow } from '../../support/payload-fuzz.ts';

it.each(['gate', 'websocket'] as const)(
  '2,500 random calls by the %s: each is answered, by its schema or with a failure, and none is a mistake of ours',
  { timeout: 120_000 },
  async (route) => {
    const { calls, accepted, violations } = await fuzzWindow(20_261_121, 2500, route);
    expect(violations).toEqual([]);
    expect(calls).toBe(2500);
    // The calls are not all refused at the door.
    expect(accepted).toBeGreaterThan(500);
  },
);
