import { describe, it } from 'vitest';
import { runSeeds } from './stories.ts';

/** A file of its own, so that two cores share the worlds. */
describe.skipIf(process.env.SEED !== undefined)('another 150 worlds of that shop', () => {
  it('keep every promise too', { timeout: 300_000 }, () =>
    runSeeds(151, 150, ['conflict name', 'conflict stock']),
  );
});
