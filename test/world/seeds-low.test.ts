import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { runSeeds } from './stories.ts';

describe('a shop whose people work on both sides while the network fails and the app dies', () => {
  it('keeps every promise in 150 worlds', { timeout: 300_000 }, () =>
    runSeeds(1, 150, ['conflict categories', 'conflict name']),
  );

  it('goes the same way twice', { skip: process.env.SEED !== undefined }, async () => {
    for (const seed of [1, 7, 38]) expect((await simulate(seed)).hash).toBe((await simulate(seed)).hash);
  });
});
